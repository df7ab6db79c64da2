### /kelola: pelatihan dinas, langkah hidupnya, dan papan koordinator.

command-kelola = Kelola pelatihan
manage-title-now = <b>Pelatihan yang disiapkan dan berjalan</b>
manage-title-past = <b>Pelatihan yang sudah lewat</b>
manage-none = Belum ada pelatihan di daftar ini.
manage-line =
    { $number }. <b>{ $title }</b> ({ $state })
    { $dates }. Terisi { $held } dari { $seats }
manage-tab-now = Yang sekarang
manage-tab-past = Yang sudah lewat
manage-new = Buat pelatihan
manage-from = Salin dari yang lalu
manage-all = ‹ Semua pelatihan
manage-copy-which = <b>Salin dari pelatihan mana?</b> Semua isinya ikut, kecuali tanggal dan peserta.
manage-copy-none = Belum ada pelatihan yang bisa disalin. Tekan /kelola, lalu <b>Buat pelatihan</b>.
training-state-draft = rancangan
training-state-open = dibuka
training-state-selecting = memilih peserta
training-state-running = berjalan
training-state-closed = selesai
training-state-archived = diarsipkan
training-state-cancelled = dibatalkan
manage-card =
    <b>{ $title }</b>
    { $dates }
    { $place }

    Keadaan: <b>{ $state }</b>
    Terisi { $held } dari { $seats } kursi
    Cara masuk: { $admission }
manage-preview = Lihat dan terbitkan
manage-look = Lihat seperti perajin
manage-edit = Ubah isinya
manage-promises = Buku janji
manage-feedback = Kesan peserta
manage-test = Soal sebelum–sesudah
manage-board = Papan peserta
manage-copy = Salin jadi yang baru
manage-papers = Berkas
manage-drop = Buang rancangan
manage-back = ‹ Kembali
manage-card-button = Buka rancangan
manage-instead = Mulai yang lain
manage-move-open = Terbitkan
manage-move-selecting = Tutup pendaftaran
manage-move-running = Mulai sekarang
manage-move-closed = Tutup pelatihan
manage-move-archived = Arsipkan
manage-preview-title = <i>Seperti inilah perajin akan melihatnya:</i>
manage-question-open = Terbitkan <b>{ $title }</b>? Semua perajin akan melihatnya di /pelatihan.
manage-question-selecting = Tutup pendaftaran <b>{ $title }</b>? Perajin tidak bisa mendaftar lagi. Bisa dibuka kembali sebelum hari pertama.
manage-question-running = Nyatakan <b>{ $title }</b> sudah dimulai?
manage-question-closed = Tutup <b>{ $title }</b>? Setelah ini bukti hadir hanya dibetulkan dengan alasan.
manage-question-archived = Simpan <b>{ $title }</b> ke arsip? Isinya tetap bisa dilihat dan disalin.
manage-moved-open = <b>{ $title }</b> sudah terbit. Perajin melihatnya di /pelatihan.
manage-moved-selecting = Pendaftaran <b>{ $title }</b> sudah ditutup.
manage-moved-running = <b>{ $title }</b> tercatat sudah dimulai.
manage-moved-closed = <b>{ $title }</b> sudah ditutup. Terima kasih atas kerjanya.
manage-moved-archived = <b>{ $title }</b> sudah diarsipkan.
manage-refused-already = Itu sudah dilakukan sebelumnya; tidak ada yang berubah.
manage-refused-otherState = <b>{ $title }</b> sekarang { $state }, jadi langkah itu tidak bisa dari sini.
manage-refused-begun = Jam pertama <b>{ $title }</b> sudah lewat, jadi tidak bisa dibuka lagi. Ubah dulu tanggalnya, atau salin jadi yang baru.
manage-refused-notBegun = <b>{ $title }</b> belum mulai. Pada jam pertamanya keadaan ini berubah sendiri.
manage-refused-notEnded = Hari terakhir <b>{ $title }</b> belum selesai. Tutup setelah jam terakhirnya.
manage-drafted = <b>{ $title }</b> tersimpan sebagai rancangan. Belum ada perajin yang melihatnya. Periksa dulu, lalu terbitkan.
manage-unfinished = Masih ada isian pelatihan yang belum selesai: <b>{ $title }</b>. Lanjutkan, atau buang dan mulai yang lain?
manage-drop-question = Buang rancangan <b>{ $title }</b>? Ini tidak bisa dikembalikan.
manage-dropped = Rancangan sudah dibuang. Tekan /kelola untuk melihat yang lain.

board-title =
    <b>Papan { $title }</b>
    Terisi { $held } dari { $seats } kursi
board-states = Keikutsertaan: { $states }
board-state = { $state } { $count }
board-lacks = Yang masih kurang ada di tombol; nama tampil setelah ditekan.
board-complete = Tidak ada yang kurang dari pemegang kursi.
board-quota = <b>Perhatian kuota:</b> { $quota }; sekarang { $held }.
board-back = ‹ Papan
board-person = { $number }. { $name }, { $kecamatan }
board-lack-title = <b>{ $title }</b>: { $lack } ({ $count })
board-lack-none = Tidak ada lagi.
board-nudge = Ingatkan semua ({ $count })
board-nudged-sent = Pengingat untuk { $count } orang dikirim pada jam buka. Yang tidak terjangkau masuk ke /sampaikan.
board-nudged-already = Untuk hal ini hari ini sudah diingatkan. Coba lagi besok.
board-nudged-nobody = Tidak ada lagi yang perlu diingatkan.
board-nudged-over = Pelatihannya sudah selesai, jadi tidak ada yang diingatkan.
lack-unsure = Belum memastikan
lack-noTelegram = Tanpa Telegram
lack-blocked = Tidak terjangkau
lack-paused = Menunda kabar
lack-noPhone = Tanpa nomor HP
lack-oldData = Nama belum diperiksa
lack-hint-unsure = Mereka memegang kursi dan belum menyatakan pasti hadir.
lack-hint-noTelegram = Kabar untuk mereka disampaikan ketua atau koordinator: /sampaikan
lack-hint-blocked = Pesan terakhir ditolak Telegram. Kabar untuk mereka ada di /sampaikan
lack-hint-paused = Mereka menunda kabar; perubahan dan pembatalan tetap datang.
lack-hint-noPhone = Tanpa nomor HP, mereka tidak bisa ditelepon bila ada perubahan.
lack-hint-oldData = Nama dan datanya terakhir diperiksa lebih dari 6 bulan lalu.
enrolment-interested = berminat
enrolment-waiting = cadangan
enrolment-offered = ditawari
enrolment-accepted = bersedia
enrolment-confirmed = pasti hadir
enrolment-declined = menolak
enrolment-withdrawn = mundur
enrolment-released = dilepas
enrolment-notChosen = belum terpilih
viewed-training-people = melihat daftar peserta pelatihan

training-nudge =
    Bapak/Ibu { $name }, sebelum <b>{ $training }</b>: { $what }

    Bila ada pertanyaan, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, sebelum *{ $training }*: { $what }
        Bila ada pertanyaan, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, sebelum { $training }: { $what }
letter-label-training-nudge = Pengingat: { $training }
nudge-change = Lengkapi data
nudge-what-unsure = mohon pastikan apakah Bapak/Ibu akan hadir.
nudge-what-noPhone = mohon lengkapi nomor HP, agar mudah dihubungi bila ada perubahan.
nudge-what-oldData = mohon periksa lagi nama dan data Bapak/Ibu, karena nama itu yang tertulis di sertifikat.
manage-photos = Foto kegiatan
