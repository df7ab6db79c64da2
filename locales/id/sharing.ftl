### Getok tular: sesi berbagi ilmu setelah pelatihan.

command-berbagi = Sesi berbagi ilmu

## /berbagi

sharing-none = Belum ada sesi berbagi yang Bapak/Ibu rencanakan.
sharing-own = <b>Sesi berbagi Bapak/Ibu</b>
sharing-state-planned = Direncanakan
sharing-state-held = Sudah berlangsung, menunggu pernyataan ketua
sharing-state-confirmed = Sudah berlangsung
sharing-state-cancelled = Dibatalkan
sharing-facts =
    <b>{ $topic }</b> ({ $craft })
    { $when }
    Tempat: { $place }
    Yang akan datang: { $guests } dari { $seats } orang
button-sharing-own = Lihat sesi saya
button-sharing-plan = Rencanakan sesi
button-sharing-allow = Saya mau berbagi ilmu
button-sharing-near = Dekat: { $date }
button-sharing-reach = Jangkauan berbagi

## Merencanakan

ask-topic = Ilmu apa yang ingin Bapak/Ibu bagikan? Pilih, atau ketik dengan kata sendiri.
field-topic = Ilmu
hint-topic = Pilih salah satu tombol, atau ketik singkat, misalnya: membuat bros.
ask-craft = Sesi ini untuk perajin apa?
field-craft = Untuk perajin
hint-craft = Pilih salah satu tombol, atau ketik nomornya.
ask-seats = Untuk berapa orang?
field-seats = Banyaknya orang
hint-seats = Tekan salah satu tombol, atau ketik angkanya, misalnya: 8.
ask-place = Di mana tempatnya? Ketik nama tempat yang mudah dikenal, misalnya: Balai Desa Sukamaju.
field-place = Tempat
hint-place = Ketik nama tempatnya, misalnya: Balai Desa Sukamaju.
ask-date = Tanggal berapa?
field-date = Tanggal
hint-date = Pilih salah satu tombol, atau ketik tanggalnya, misalnya: 27 September.
ask-time = Mulai pukul berapa?
field-time = Mulai
hint-time = Tekan salah satu tombol, atau ketik jamnya, misalnya: 09.00.
sharing-count-how = Ketik angkanya saja, dari { $least } sampai { $most }, misalnya: 8.
sharing-date-how = Itu belum terbaca sebagai tanggal. Ketik misalnya: 27 September, atau 27-9-2025.
sharing-date-range = Pilih tanggal paling cepat lusa dan paling lambat sepuluh bulan lagi, supaya undangannya sempat sampai.
sharing-time-how = Itu belum terbaca sebagai jam. Ketik misalnya: 09.00, atau jam 2 siang.
sharing-saved = Rencana tadi sudah disimpan. Untuk melanjutkan: /berbagi
sharing-promised = Terima kasih! Rencana sudah kami catat, dan perajin terdekat kami undang.
sharing-cancel-question = Yakin membatalkan sesi <b>{ $topic }</b>? Yang sudah menyatakan datang akan kami kabari.
button-sharing-cancel = Batalkan sesi
button-sharing-cancel-yes = Ya, batalkan
button-sharing-keep = Tidak jadi
sharing-cancelled = Sesi dibatalkan, dan yang akan datang sudah kami kabari. Rencana baru selalu boleh: /berbagi

## Undangan

sharing-invited =
    Bapak/Ibu { $name }, ada sesi berbagi di dekat sini: <b>{ $topic }</b>.

    { $when }
    Tempat: { $place }

    Gratis, dari perajin untuk perajin. Bapak/Ibu mau datang?
    .whatsapp =
        Bapak/Ibu { $name }, ada sesi berbagi di dekat sini: *{ $topic }*.
        { $when }
        Tempat: { $place }
        Gratis, dari perajin untuk perajin.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, ada sesi berbagi { $topic }, { $when }, di { $place }. Apakah Bapak/Ibu mau datang?
letter-label-sharing-invited = Undangan berbagi: { $topic }
sharing-off =
    Bapak/Ibu { $name }, sesi berbagi <b>{ $topic }</b> pada { $when } dibatalkan. Mohon maaf, dan tidak perlu datang.
    .whatsapp =
        Bapak/Ibu { $name }, sesi berbagi *{ $topic }* pada { $when } di { $place } dibatalkan. Tidak perlu datang.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, sesi berbagi { $topic } pada { $when } di { $place } dibatalkan. Tidak perlu datang.
letter-label-sharing-off = Sesi batal: { $topic }
button-sharing-join = Saya datang
button-sharing-see = Lihat dulu
button-sharing-leave = Tidak jadi datang
sharing-by = Pengajar: { $name }
sharing-comes = Bapak/Ibu sudah tercatat akan datang. Sampai jumpa!
sharing-full = Mohon maaf, tempat di sesi ini sudah penuh. Sesi lain: /berbagi
sharing-gone = Sesi ini sudah berlangsung atau dibatalkan. Sesi lain: /berbagi

## Setelah sesi

sharing-how =
    Bapak/Ibu { $name }, bagaimana sesi berbagi <b>{ $topic }</b> pada { $when }?

    Ceritanya singkat saja: berapa orang, satu foto bila ada, dan satu kalimat.
    .whatsapp =
        Bapak/Ibu { $name }, bagaimana sesi berbagi *{ $topic }* pada { $when } di { $place }? Berapa laki-laki dan perempuan yang datang?
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, bagaimana sesi berbagi { $topic } pada { $when } di { $place }? Berapa laki-laki dan perempuan yang datang?
letter-label-sharing-how = Cerita sesi: { $topic }
button-sharing-tell = Ceritakan sesinya
button-sharing-notyet = Rencanakan yang lain
sharing-too-early = Sesinya belum berlangsung. Ceritakan setelah selesai, ya.
ask-women = Berapa <b>perempuan</b> yang datang? Ketik angkanya.
field-women = Perempuan
hint-women = Ketik angkanya, misalnya: 7. Bila tidak ada, ketik 0.
ask-men = Berapa <b>laki-laki</b> yang datang? Ketik angkanya.
field-men = Laki-laki
hint-men = Ketik angkanya, misalnya: 3. Bila tidak ada, ketik 0.
ask-shared-photo = Ada satu foto? Pilih yang tanpa wajah, atau yang orangnya sudah mengizinkan. Boleh dilewati.
hint-shared-photo = Kirim satu foto, atau tekan <b>Lewati</b>.
ask-sentence = Ceritakan dalam satu kalimat: apa hasilnya?
field-sentence = Cerita
hint-sentence = Ketik satu kalimat, misalnya: Semua peserta membawa pulang satu bros.
sharing-thanks =
    { $count ->
       *[other] Terima kasih! { $count } orang sudah Bapak/Ibu jangkau. Ketua komunitas akan kami minta membenarkan.
    }

sharing-to-confirm =
    Ada sesi berbagi dari anggota komunitas: <b>{ $topic }</b>, { $when }, di { $place }.

    Mohon Bapak/Ibu nyatakan apakah sesi itu benar berlangsung.
    .whatsapp =
        Bapak/Ibu { $name }, mohon nyatakan lewat bot apakah sesi berbagi *{ $topic }*, { $when }, di { $place } benar berlangsung.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, apakah sesi berbagi { $topic }, { $when }, di { $place } benar berlangsung?
letter-label-sharing-to-confirm = Pernyataan sesi: { $topic }
button-sharing-check = Lihat dan nyatakan
sharing-check = <b>{ $name }</b> menceritakan sesi berbagi ini:
sharing-heads =
    Datang: { $women } perempuan, { $men } laki-laki
    “{ $sentence }”
button-sharing-true = ✓ Benar berlangsung
button-sharing-untrue = Belum benar
sharing-confirmed = Terima kasih, sesi sudah dinyatakan benar.
sharing-put-back = Baik. Pengajarnya dapat menceritakan lagi dengan benar lewat /berbagi.
sharing-checked = Sesi ini sudah dinyatakan, atau ceritanya belum ada.
sharing-task = Sesi berbagi yang menunggu pernyataan: <b>{ $count }</b>

## Jangkauan, untuk koordinator

sharing-reach =
    <b>Jangkauan berbagi ilmu</b>
    Bersedia berbagi: { $pioneers } orang
    Sesi: { $planned } direncanakan, { $held } berlangsung ({ $confirmed } dinyatakan ketua)
    Orang terjangkau: <b>{ $people }</b>
sharing-reach-line = { $kecamatan }: { $people } orang dari { $sessions } sesi ({ $pioneers } bersedia)
