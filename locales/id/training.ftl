### Pelatihan: daftar, kartu, ikut, batal ikut.

training-list-title = <b>Pelatihan yang akan datang</b>
training-list-none =
    Saat ini belum ada pelatihan yang dibuka. Bila ada, Bapak/Ibu dapat melihatnya di sini: /pelatihan
training-list-entry =
    { $number }. <b>{ $title }</b>
    { $dates }, { $hostCity }

## Kartu satu pelatihan

training-card =
    <b>{ $title }</b>
    { $dates }
    { $hours }

    Tempat: { $place }
    Penyelenggara: { $organiser }
training-card-partners = Bersama: { $partners }
training-card-gathering = Berkumpul: { $place }, { $date }, { $time }
training-card-bring = Mohon dibawa: { $bring }
training-card-contact = Pertanyaan: { $contact }
training-card-hours = Hari ke-{ $days }: { $hours }
training-card-invented = <i>Jam, kontak, dan tempat kumpul hanya contoh.</i>

training-seats-left = Sisa { $left } dari { $seats } tempat
training-seats-none = Tempat sudah penuh
training-seats-closed = Pendaftaran sudah ditutup
training-chosen-open = Peminat dicatat dulu, lalu dinas memilih peserta
training-chosen-selecting = Peserta sedang dipilih
training-yours = Bapak/Ibu sudah tercatat ikut

## Tombol (paling panjang 24 huruf)

training-join = Ikut
training-wait = Masuk daftar cadangan
training-leave = Batal ikut
training-leave-yes = Ya, batal ikut
training-leave-no = Tetap ikut
training-see = Lihat pelatihan
training-all = Semua pelatihan

## Jawaban setelah tombol ditekan

training-quiet = Tanpa pengingat
training-reminders = Nyalakan pengingat
training-quiet-on = Baik, tidak akan ada pengingat untuk <b>{ $title }</b>. Perubahan dan pembatalan tetap dikabarkan.
training-quiet-off = Baik, pengingat untuk <b>{ $title }</b> akan datang lewat bot ini.
training-joined =
    Terima kasih, Bapak/Ibu { $name }. Tempat di <b>{ $title }</b> sudah kami catat.

    Tanggal berikutnya: { $next }, di { $place }. Kami akan mengingatkan lewat bot ini, jadi tidak perlu khawatir lupa.
training-already-joined =
    Bapak/Ibu { $name } memang sudah tercatat di <b>{ $title }</b>.

    Tanggal berikutnya: { $next }, di { $place }. Pengingat akan datang lewat bot ini.
training-waiting =
    Mohon maaf, semua tempat di <b>{ $title }</b> baru saja terisi. Bapak/Ibu { $name } kami catat di daftar cadangan, <b>nomor { $number }</b>.

    Bila ada tempat kosong, kami menawarkannya lewat bot ini.
training-left-list = Baik, Bapak/Ibu { $name }. Nama Bapak/Ibu tidak ada lagi di daftar cadangan <b>{ $title }</b>.
training-closed =
    Mohon maaf, daftar peserta <b>{ $title }</b> sudah ditutup. Bila ada pertanyaan, hubungi { $contact }.
training-unknown = Pelatihan ini sudah tidak ada di daftar kami. Silakan lihat yang lain: /pelatihan
training-leave-question =
    Bapak/Ibu { $name } yakin batal ikut <b>{ $title }</b>? Tempatnya akan terbuka untuk perajin lain.
training-leave-list-question =
    Bapak/Ibu { $name } yakin keluar dari daftar cadangan <b>{ $title }</b>? Nomornya tidak kembali; yang masuk lagi mulai dari belakang.
training-left =
    Baik, Bapak/Ibu { $name }. Kami catat batal ikut <b>{ $title }</b>, dan pengingatnya tidak akan datang lagi. Terima kasih sudah mengabari kami.
training-not-joined = Bapak/Ibu { $name } tidak tercatat sebagai peserta <b>{ $title }</b>.
training-over = <b>{ $title }</b> sudah selesai, jadi keikutsertaan tidak bisa diubah lagi.
training-register-first =
    Untuk ikut pelatihan, Bapak/Ibu perlu terdaftar dulu. Caranya mudah dan bisa dicicil: ketuk /daftar

training-was-there = Bapak/Ibu { $name } tercatat sebagai peserta <b>{ $title }</b>, dan pelatihannya sudah selesai. Terima kasih.
training-card-who = Untuk: { $who }
training-card-travel = Perjalanan: { $travel }
training-card-promises = Disediakan: { $promised }
registered-wanted = Tadi Bapak/Ibu ingin ikut <b>{ $title }</b>. Tekan <b>Lihat pelatihan</b> untuk ikut sekarang.
