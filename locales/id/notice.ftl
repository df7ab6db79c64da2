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
### Kabar: menulis, memilih penerima, mengirim, dan melihat hasilnya.

command-kabar = Mengirim kabar ke perajin

notice-menu = <b>Kabar untuk perajin.</b> Tulis kabar baru, atau tekan nomor kabar di bawah.
notice-menu-line = { $number }. { $title } ({ $state })
notice-untitled = tanpa teks
notice-gone = Kabar ini sudah tidak ada. Tekan /kabar untuk melihat yang lain.
notice-label = Kabar: { $title }

notice-ask-content = Kirim isi kabarnya: teks, foto, berkas, atau album.
notice-ask-time = Kapan dikirim? Contoh: besok 08.00, atau 22 Agustus 19.30.
notice-ask-correction = Tulis isi kabar yang benar, lengkap. Pesan yang sudah terkirim akan diganti dengan tulisan ini.
notice-put-by = Baik, kabarnya disimpan dulu. Tekan /kabar untuk melanjutkan.
notice-not-offered = Kabar bisa berupa teks, foto, berkas, atau album. Mohon kirim salah satunya.
notice-too-long = Tulisannya { $length } huruf, paling banyak { $limit } huruf. Mohon dipendekkan lalu dikirim lagi.
notice-time-notAMoment = Waktunya belum saya mengerti. Contoh: besok 08.00, atau 22 Agustus 19.30.
notice-time-past = Waktu itu sudah lewat. Contoh: besok 08.00.
notice-time-tooFar = Waktu itu lebih dari 60 hari lagi. Mohon pilih yang lebih dekat.

notice-draft = <b>Kabar ini belum dikirim.</b> Kepada siapa?
notice-everybody = Kepada: semua perajin
notice-only = { $part }: { $names }
notice-not = Kecuali { $part }: { $names }
notice-trained-yes = Hanya yang pernah ikut pelatihan
notice-trained-never = Hanya yang belum pernah ikut pelatihan
notice-count = Lewat Telegram: <b>{ $telegram }</b> orang. Tanpa Telegram: <b>{ $without }</b> orang.
notice-count-silent = { $count } orang tidak menerima kabar.
notice-album-unread = Album tidak bisa diberi tombol Sudah baca.
notice-part-kec = kecamatan
notice-part-kom = komunitas
notice-part-ker = kerajinan
notice-part-pel = pelatihan
notice-choose-only = Pilih { $part } yang menerima. Tanpa pilihan berarti semua. Halaman { $page } dari { $pages }.
notice-choose-except = Pilih { $part } yang <b>tidak</b> menerima. Halaman { $page } dari { $pages }.
notice-except = Siapa yang dikecualikan?
notice-names = <b>Penerima kabar ini</b>
notice-name-line = { $number }. { $name } – { $note }
notice-names-none = Tidak ada.
notice-nameless = (sudah dihapus)
notice-page = Halaman { $page } dari { $pages }
notice-by-telegram = Telegram
notice-by-hand = tanpa Telegram

notice-no-content = Kabar ini belum berisi. Tekan Ganti isi, lalu kirim teks, foto, atau berkas.
notice-preview-refused = Pratinjau tidak sampai, jadi kabar ini belum bisa dikirim. Mohon coba lagi; bila tetap gagal, ganti isinya.
notice-previewed = <b>Begini kabar itu sampai.</b> Kapan dikirim?
notice-preview-stale = Kabarnya berubah sejak pratinjau ini. Tekan /kabar, buka kabarnya, lalu lihat pratinjau yang baru.
notice-quiet = Saat itu jam tenang; kabar mulai berjalan { $when }.
notice-next-window = Jam buka berikutnya: { $when }.
notice-tested = Contoh sudah dikirim ke Bapak/Ibu.
notice-schedule = Dikirim { $when }. Sudah benar?
notice-sent-already =
    { $who ->
        [you] Kabar ini sudah Bapak/Ibu kirim.
       *[other] Kabar ini sudah dikirim oleh petugas lain.
    }
notice-undo-late = Kabar sudah mulai dikirim.
notice-discarded = Kabar dihapus. Tidak ada yang dikirim.

notice-signature = – { $signature }
notice-leader = { $name }, ketua komunitas { $community }
notice-corrected = ✎ Diralat { $date }, { $time }
notice-please-read = Bapak/Ibu, mohon baca kabar dari { $signature } ini, ya. Tekan <b>Sudah baca</b> bila sudah.
notice-was-corrected = Kabar dari { $signature } yang sudah Bapak/Ibu baca baru saja diralat. Mohon dibaca sekali lagi, ya.
notice-read-thanks = Terima kasih, Bapak/Ibu.
notice-read-sample = Ini contoh; penerima yang menekan tombol ini.
notice-read-later = Kabar ini sedang diralat. Mohon baca yang baru sebentar lagi.

notice-state = <b>{ $title }</b> – { $state }
notice-state-draft = belum dikirim
notice-state-queued = menunggu waktunya
notice-state-expanding = mulai dikirim
notice-state-sending = sedang dikirim
notice-state-paused = dijeda
notice-state-done = selesai
notice-state-expired = lewat waktunya
notice-state-skipped = dilewati
notice-state-cancelled = dibatalkan
notice-starts = Dikirim: { $when }
notice-bar = { $bar } { $percent } % ({ $done } dari { $total })
notice-pace = { $rate } per detik, sisa { $left }
notice-left-seconds = { $seconds } detik
notice-left-minutes = { $minutes } menit

report-title = <b>Laporan kabar</b>
report-line = { $state }: { $count }
report-read = Sudah baca: { $count }
report-doubted = Mungkin sampai dua kali: { $count }
report-fixes = Ralat: { $done } pesan sudah diganti, { $open } menunggu

outcome-ready = menunggu
outcome-sending = sedang dikirim
outcome-sent = terkirim
outcome-blocked = memblokir bot
outcome-failed = gagal
outcome-expired = lewat waktu
outcome-cancelled = tidak jadi dikirim
outcome-superseded = diganti
outcome-unknown = belum pasti sampai
outcome-byHand = perlu disampaikan

reason-quietHours = jam tenang
reason-floodWait = diminta menunggu oleh Telegram
reason-network = jaringan
reason-doubt = jawaban Telegram hilang
reason-badMarkup = tulisan ditolak
reason-badFile = berkas ditolak
reason-unauthorised = bot ditolak Telegram
reason-tooLate = terlambat
reason-planChanged = jadwal berubah
reason-noticeCancelled = kabar dibatalkan
reason-gaveUpSeat = melepas kursi
reason-paused = menjeda kabar
reason-erased = data dihapus
reason-noTelegram = belum punya Telegram
reason-unreachable = tidak terjangkau
reason-blocked = memblokir bot
reason-deactivated = akun ditutup
reason-neverStarted = perlu menekan Mulai
reason-refused = ditolak Telegram
reason-noticePaused = kabar dijeda
reason-waitsForEarlier = menunggu pesan sebelumnya
reason-optedOut = tidak mau kabar lagi
reason-noReminders = tidak mau pengingat
reason-alreadyRead = sudah baca
reason-notConcerned = tidak lagi perlu pesan ini
reason-knowsChange = sudah tahu perubahannya
reason-alreadyCorrected = sudah yang terbaru
reason-gone = pesannya sudah dihapus
reason-roleEnded = tugasnya sudah berakhir
reason-unread = belum menekan Sudah baca

notice-fix-words-only = Ralat hanya mengganti tulisan. Mohon kirim teksnya saja, dan tidak lebih panjang dari yang muat.
notice-fix-previewed = <b>Begini kabar itu setelah diralat.</b> { $count } pesan yang sudah terkirim akan diganti. Yang sudah menekan Sudah baca diberi tahu sekali.
notice-fix-sent = Ralat dikirim. Pesan yang belum terkirim memakai isi yang baru.
notice-fix-stale = Ralat ini sudah dikirim, atau kabarnya sudah diralat lagi.
notice-unread = <b>Belum menekan Sudah baca</b>
notice-untold = <b>Belum terjangkau</b>
notice-reminding = Pengingat dikirim sekali ke yang belum menekan Sudah baca.
notice-reminded = Yang belum membaca sudah pernah diingatkan. Pengingat hanya sekali.

daily-line =
    <b>{ $date }</b>

    Sejak { $since }: terkirim { $sent }, lewat waktu { $expired }, tidak terjangkau { $unreachable }, belum pasti { $unknown }.
    Kabar belum dikirim: { $drafts }. Terjadwal: { $scheduled }. Pesan menunggu: { $waiting }.

    Buka /kabar atau /tugas untuk melihatnya.

button-notice-read = ✓ Sudah baca
button-notice-new = Tulis kabar baru
button-notice-back = ‹ Kembali
button-notice-kec = Kecamatan
button-notice-kom = Komunitas
button-notice-ker = Kerajinan
button-notice-pel = Pelatihan
button-notice-trained = Pernah / belum
button-notice-except = Kecuali …
button-notice-names = Lihat nama
button-notice-content = Ganti isi
button-notice-discard = Hapus
button-notice-preview = Lanjut: pratinjau
button-notice-before = ‹ Sebelumnya
button-notice-after = Berikutnya ›
button-notice-test = Coba ke saya
button-notice-send = Kirim sekarang
button-notice-at = Atur waktu
button-notice-at-again = Ganti waktu
button-notice-window = Jam buka berikutnya
button-notice-schedule = Ya, jadwalkan
button-notice-undo = Urungkan
button-notice-again = Perbarui
button-notice-open = Lihat kabar
button-notice-next = Lihat yang terjadwal
button-notice-pause = Jeda
button-notice-go-on = Lanjutkan
button-notice-cancel = Batalkan
button-notice-fix = Ralat
button-notice-fix-send = Kirim ralat
button-notice-unread = Belum baca
button-notice-untold = Belum terjangkau
button-notice-remind = Ingatkan yang belum

## Laporan kabar sebagai berkas dan gambar

export-notice = laporan satu kabar
report-sheet = Laporan kabar
report-sheet-number = No
report-sheet-name = Nama
report-sheet-kecamatan = Kecamatan
report-sheet-state = Hasil
report-sheet-reason = Sebab
report-sheet-road = Lewat
report-sheet-at = Terkirim (WIB)
report-sheet-answer = Jawaban
report-sheet-answeredAt = Dijawab (WIB)
report-sheet-carrier = Tugas penyampai
report-sheet-carried = Hasil penyampaian
report-sheet-by = Dicatat oleh
report-sheet-carriedAt = Dicatat (WIB)
report-sheet-twice = Mungkin dua kali
report-answer-read = sudah baca
report-road-carrier = penyampai
report-carried-told = sudah diberi tahu
report-carried-notReached = tidak terhubung
report-chart = Kabar: { $title }
report-chart-note = { $total } penerima, per { $date }
report-chart-read = – di antaranya dibaca
report-chart-told = diberi tahu penyampai
report-chart-caption = Hasil kabar dalam angka, tanpa nama.
button-notice-sheet = Berkas XLSX
button-notice-chart = Grafik
