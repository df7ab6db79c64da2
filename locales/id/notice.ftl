### Kode pemberitahuan: asli atau palsu. Dan kabar dari dinas, dalam tiga bentuk: pesan Telegram
### (HTML), .whatsapp dan .telepon untuk penyampai.

notice-announcement =
    Bapak/Ibu { $name }, ada kabar dari { $office }.

    { $text }
    .whatsapp =
        Bapak/Ibu { $name }, ada kabar dari *{ $office }*.
        { $text }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, ada kabar dari { $office }. { $text }

notice-code-line = Kode { $code }, asli atau tidak: /cek

notice-check-how = Ketik kode yang ada di akhir pemberitahuan, misalnya: K3M-9QX. Boleh juga teruskan pesannya ke sini.
notice-check-issued = Kode <b>{ $code }</b> <b>asli</b>: dikeluarkan { $officeName } pada { $when }.
notice-check-about = Tentang: <b>{ $about }</b>
notice-check-training =
    { $dates }, { $hours }
    Tempat: { $place }
    Penyelenggara: { $organiser }
notice-check-valid = Status: <b>berlaku</b>.
notice-check-corrected = Status: <b>diralat</b>. Rencananya berubah setelah pesan itu dikirim; yang tertulis di sini rencana terbaru.
notice-check-cancelled = Status: <b>dibatalkan</b>.
notice-check-unknown = Kode ini tidak ada di catatan kami. Jangan kirim uang atau data; hubungi { $contact }.
notice-check-tooMany = Sudah 10 kode yang tidak cocok. Silakan coba lagi satu jam lagi. Bila ragu, jangan kirim uang atau data; hubungi { $contact }.

command-cek = Memeriksa asli tidaknya pesan
