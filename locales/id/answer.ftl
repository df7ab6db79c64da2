### Hadir atau tidak: jawaban peserta, dan yang ditanyakan ketua serta koordinator.

command-konfirmasi = Yang belum memastikan hadir

button-answer-yes = Hadir
button-answer-no = Berhalangan
button-answer-maybe = Belum tahu
button-answer-no-yes = Ya, saya berhalangan
button-answer-yes-after-all = Tidak, saya hadir

answer-really-not =
    Bapak/Ibu { $name } yakin berhalangan ikut <b>{ $title }</b>? Tempatnya akan langsung terbuka untuk perajin lain.
answer-coming =
    Terima kasih, Bapak/Ibu { $name }. Kami catat <b>pasti hadir</b> di <b>{ $title }</b>, mulai { $date }. Sampai jumpa!
answer-not-coming =
    Baik, Bapak/Ibu { $name }. Kami catat berhalangan ikut <b>{ $title }</b>, dan pengingatnya tidak akan datang lagi. Terima kasih sudah mengabari kami.
answer-unsure =
    Baik, Bapak/Ibu { $name }. Tempat di <b>{ $title }</b> tetap kami simpan. Begitu sudah pasti, mohon ketuk salah satu tombol ini.
answer-not-yours = Bapak/Ibu { $name } tidak tercatat sebagai peserta <b>{ $title }</b>. Bila ini keliru, hubungi { $contact }.
answer-full = Mohon maaf, Bapak/Ibu { $name }, tempat di <b>{ $title }</b> sudah terisi. Silakan hubungi { $contact }, supaya dicarikan jalan.
answer-over = <b>{ $title }</b> sudah selesai, jadi jawaban tidak bisa diubah lagi.

## Yang belum menjawab, nama demi nama

call-card =
    <b>{ $number } dari { $count }: { $name }</b>, { $kecamatan }
    { $title }, mulai { $date }
call-silent = Belum menjawab apakah bisa hadir. Mohon ditanyakan, lalu catat jawabannya di sini.
call-unsure = Menjawab <i>belum tahu</i>. Mohon ditanyakan, lalu catat jawabannya di sini.
call-offered = Belum menjawab tawaran tempat. Mohon ditanyakan, lalu catat jawabannya di sini.
call-tried = Sudah dihubungi { $who } pada { $when }, belum tersambung.
call-none = Tidak ada yang perlu ditanyakan sekarang. Terima kasih!
call-done-coming = ✓ { $name }: hadir.
call-done-not-coming = ✓ { $name }: berhalangan. Tempatnya sudah terbuka.
call-done-not-reached = ✓ { $name }: tidak terhubung. Koordinator akan mencoba juga.
call-stands-confirmed = { $name } sudah tercatat hadir, menurut { $who }. Itu yang berlaku.
call-stands-withdrawn = { $name } sudah tercatat berhalangan, menurut { $who }. Itu yang berlaku.
call-stands-declined = { $name } sudah menolak tawaran, menurut { $who }. Itu yang berlaku.
call-stands-other = { $name } tidak perlu ditanya sekarang; keadaannya sudah berubah.
button-call-yes = Hadir
button-call-no = Berhalangan
button-call-lost = Tidak terhubung
button-call-member = Lihat data
button-call-next = Orang berikutnya
button-call-list = Lihat yang belum pasti
tasks-calls = <b>{ $count } orang belum memastikan hadir.</b> Mohon ditanyakan satu per satu.

silent-asked =
    { $count } orang belum memastikan hadir di <b>{ $training }</b>, yang dimulai { $date }.

    Mohon ditanyakan satu per satu, lewat telepon atau langsung. Daftarnya ada di tombol ini.
    .whatsapp =
        { $count } orang belum memastikan hadir di *{ $training }*, yang dimulai { $date }.
        Mohon buka bot dan ketik /konfirmasi.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = { $count } orang belum memastikan hadir di { $training }, yang dimulai { $date }. Mohon buka bot dan ketik /konfirmasi.
letter-label-silent-asked = Yang belum pasti: { $training }

viewed-answer-list = melihat nama di daftar yang belum memastikan hadir
viewed-answer-record = mencatat jawaban hadir atau tidak
