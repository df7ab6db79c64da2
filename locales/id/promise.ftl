### Buku janji: perubahan rencana, tanda terima, kartu pelatihan.


## Perubahan jadwal

plan-none = belum ada
plan-as-ruled = sesuai ketentuan
plan-usual-place = tempat pelatihan
plan-change =
    { $what }
    Semula: { $was }
    Menjadi: { $now }
plan-change-hidden =
    { $what }
    Nilainya berubah, { $now }
plan-what-dates = Semua hari
plan-what-date = Hari
plan-what-hours = Jam pada { $date }
plan-what-dayPlace = Tempat pada { $date }
plan-what-place = Tempat
plan-what-gathering = Tempat dan jam berkumpul
plan-what-point = Titik peta
plan-what-travel = Perjalanan
plan-what-bring = Yang dibawa
promise-dates = Tanggal
promise-hours = Jam
promise-place = Tempat
promise-gathering = Berkumpul
promise-point = Titik peta
promise-travel = Perjalanan
promise-bring = Yang dibawa
promise-transport = Transportasi
promise-lodging = Penginapan
promise-meals = Makan
promise-allowance = Uang saku
promise-certificate = Sertifikat
plan-what = Apa yang berubah dari <b>{ $title }</b>? Peserta baru diberi tahu setelah Bapak/Ibu menekan Kirim perubahan.
plan-which-day = Hari yang mana?
plan-which-promise = Janji yang mana?
plan-ask-date = { $date } pindah ke tanggal berapa? Ketik, misalnya: 27 Agustus
plan-ask-dates = Hari pertama menjadi tanggal berapa? Hari lain ikut bergeser. Ketik, misalnya: 29 Agustus
plan-ask-hours = Dari jam berapa sampai jam berapa? Ketik, misalnya: 09.00-15.00
plan-ask-place = Tempatnya menjadi di mana? Ketik nama tempatnya.
plan-ask-gatherPlace = Berkumpul di mana? Ketik nama tempatnya.
plan-ask-gatherAt = Berkumpul jam berapa? Ketik, misalnya: 06.30
plan-ask-point = Kirim titik lokasinya (tombol lampiran, lalu <b>Lokasi</b>), atau ketik koordinatnya, misalnya: -6.88512, 107.61364
plan-ask-travel = Perjalanannya sekarang bagaimana? Ketik kalimatnya, misalnya: bus dari dinas, pulang sore hari terakhir
plan-ask-bring = Apa yang perlu dibawa sekarang? Ketik semuanya, pisahkan dengan koma, misalnya: alat tulis, baju ganti
plan-ask-promise = { $what }: apa yang dijanjikan sekarang? Ketik kalimatnya.
plan-ask-reason = Mengapa pelatihan ini dibatalkan? Ketik alasannya (10–200 huruf). Peserta akan membacanya.
plan-ask-night = Mengapa peserta perlu diberi tahu sekarang juga? Ketik alasannya (10–200 huruf).
plan-bad-notADate = Tanggalnya belum terbaca. Ketik seperti ini: 27 Agustus
plan-bad-noSuchDate = Tanggal itu tidak ada di kalender. Ketik seperti ini: 27 Agustus
plan-bad-notHours = Jamnya belum terbaca. Ketik mulai dan selesainya, seperti ini: 09.00-15.00
plan-bad-notAPoint = Titik peta itu belum terbaca. Kirim lokasi, atau ketik seperti ini: -6.88512, 107.61364
plan-bad-things = Belum terbaca. Tulis paling banyak { $count } barang, tiap barang { $least }–{ $most } huruf, dengan koma di antaranya.
plan-bad-turned = Jam selesainya sebelum jam mulai. Ketik seperti ini: 09.00-15.00
plan-bad-notATime = Jamnya belum terbaca. Ketik seperti ini: 06.30
plan-bad-noSuchTime = Jam itu tidak ada. Ketik seperti ini: 06.30
plan-bad-dayTaken = Pada tanggal itu sudah ada hari pelatihan lain. Ketik tanggal lain.
plan-bad-dayPast = Tanggal itu sudah lewat. Ketik tanggal hari ini atau sesudahnya.
plan-bad-hoursTurned = Jam selesainya sebelum jam mulai. Ketik seperti ini: 09.00-15.00
plan-bad-short = Masih terlalu pendek, paling sedikit { $least } huruf. Silakan ketik lagi.
plan-bad-long = Terlalu panjang, paling banyak { $most } huruf. Silakan ketik lebih singkat.
plan-preview = Surat ini akan dikirim kepada { $count } orang yang sudah diberi tahu rencana lama. Mohon diperiksa:
plan-preview-night = Dikirim sekarang juga. Alasan: { $reason }
plan-preview-name = (nama)
plan-night = Sekarang jam tenang, dan yang pertama terdampak mulai { $start }. Kirim sekarang juga, atau tunggu sampai { $open }?
plan-night-only = Sekarang jam tenang, dan yang pertama terdampak mulai { $start }. Sebelum itu tidak ada jam terbuka lagi. Kirim sekarang juga?
plan-sent = Perubahan <b>{ $title }</b> sudah berlaku dan sedang dikirim kepada { $count } orang. Siapa yang belum membaca tampak di Buku janji.
plan-cancelled = <b>{ $title }</b> dibatalkan. Suratnya sedang dikirim kepada { $count } orang, dan pengingatnya tidak akan datang lagi.
plan-nothing = Tidak ada yang berubah, jadi tidak ada yang dikirim.
plan-overtaken = Rencana <b>{ $title }</b> baru saja diubah oleh orang lain, jadi perubahan Bapak/Ibu tidak dikirim. Silakan lihat rencana yang sekarang di Buku janji, lalu ubah lagi bila perlu.
plan-discarded = Perubahan tadi dibuang. Tidak ada yang dikirim.
plan-put-by = Baik, pertanyaannya ditutup. Perubahan yang sudah ditulis masih ada selama satu jam.
plan-not-open = <b>{ $title }</b> belum dibuka, sudah selesai, atau sudah dibatalkan, jadi rencananya tidak diubah di sini.
button-plan-date = Hari
button-plan-hours = Jam
button-plan-place = Tempat
button-plan-gathering = Tempat berkumpul
button-plan-point = Titik peta
button-plan-travel = Perjalanan
button-plan-bring = Yang dibawa
button-plan-bring-nothing = Tidak perlu membawa
button-plan-promise = Janji
button-plan-cancel = Batalkan pelatihan
button-plan-ledger = Buku janji
button-plan-all-days = Semua hari
button-plan-back = Kembali
button-plan-drop = Tidak dijanjikan lagi
button-plan-send = Kirim perubahan
button-plan-send-cancel = Kirim pembatalan
button-plan-more = Ubah yang lain juga
button-plan-discard = Buang perubahan
button-plan-wake = Kirim sekarang juga
button-plan-wait = Tunggu jam terbuka
button-plan-open = Ubah jadwal/tempat
button-plan-unread = Belum baca
button-plan-remind = Ingatkan mereka saja
button-plan-receipts = Tanda terima transport
button-plan-ask-receipts = Tanyakan yang belum
button-promise-read = Sudah baca
button-my-card = Kartu pelatihan saya
button-receipt-yes = Sudah terima
button-receipt-no = Belum
promise-read-thanks = Terima kasih, sudah kami catat: { $at }.

## Buku janji

ledger-title =
    <b>Buku janji: { $title }</b>
    Rencana ke-{ $version }
ledger-line = { $what }: { $now }
ledger-line-changed = { $what }: { $now } (sejak rencana ke-{ $version }, { $changes } kali berubah)
ledger-reading = Perubahan rencana ke-{ $version }: { $read } sudah baca, { $unread } belum, { $byHand } lewat penyampai.
ledger-unchanged = Rencana ini belum pernah berubah.
ledger-unread-title = <b>Belum membaca perubahan</b>
ledger-nobody = Tidak ada.
ledger-person = { $number }. { $name }: { $note }
ledger-reminded = { $count } orang yang belum membaca diingatkan sekarang.
ledger-reminded-today = Hari ini sudah diingatkan. Silakan coba lagi besok.
receipts-title =
    <b>Tanda terima transport: { $title }</b>
    Sudah terima: { $received }. Belum: { $open }.
receipt-received = sudah terima, { $at }
receipt-notYet = belum terima, { $at }
receipt-silent = belum menjawab
receipts-asked = { $count } orang sedang ditanya lewat bot. Jawabannya tampak di Tanda terima transport.
receipts-asked-today = Hari ini sudah ditanyakan. Silakan coba lagi besok.
receipt-thanks-received = Terima kasih. Kami catat bahwa uang transport <b>{ $title }</b> sudah Bapak/Ibu terima. Bila keliru, hubungi: { $contact }
receipt-thanks-notYet = Baik, kami catat bahwa uang transport <b>{ $title }</b> belum Bapak/Ibu terima. Koordinator dapat melihatnya. Bila sudah diterima, tekan tombol di bawah, atau hubungi: { $contact }

## Kartu pelatihan saya

living-title =
    <b>{ $title }</b>
    Kartu Bapak/Ibu { $name }
living-interested = Status: berminat, menunggu pilihan
living-waiting = Status: cadangan
living-waiting-number = Status: cadangan nomor { $number }
living-offered = Status: ditawari tempat, menunggu jawaban Bapak/Ibu
living-accepted = Status: ikut
living-confirmed = Status: pasti hadir
living-declined = Status: berhalangan. Terima kasih sudah mengabari.
living-withdrawn = Status: mundur. Terima kasih sudah mengabari.
living-released = Status: tempatnya dilepas untuk perajin lain.
living-notChosen = Status: belum terpilih kali ini.
living-not-enrolled = Kartu ini tidak berlaku lagi.
living-cancelled = Pelatihan ini DIBATALKAN. Alasannya: { $reason }
living-over = Pelatihan ini sudah selesai. Terima kasih sudah ikut.
living-next = Berikutnya: { $when }, { $hours }
living-today = hari ini, { $when }
living-tomorrow = besok, { $when }
living-day = Hari ke-{ $day } dari { $days }
living-place = Tempat: { $place }
living-gathering = Berkumpul: { $place }, { $time }
living-bring = Bawa: { $bring }
living-pack = Siapkan malam ini: { $bring }
living-contact = Pertanyaan: { $contact }
living-none = Bapak/Ibu belum tercatat di pelatihan ini.
living-soon = Kartunya segera datang.
living-here = Ini kartu Bapak/Ibu. Isinya selalu yang terbaru.
living-bring-list =
    <b>Daftar bawaan { $title }</b>
    { $list }
living-bring-none = Untuk <b>{ $title }</b> tidak ada yang perlu dibawa.
living-calendar = Jadwal <b>{ $title }</b>. Buka berkas ini untuk menyimpannya di kalender HP.
calendar-day = { $title }, hari ke-{ $day } dari { $days }
button-card-bring = Daftar bawaan
button-card-calendar = Simpan ke kalender
button-card-map = Peta tempat
