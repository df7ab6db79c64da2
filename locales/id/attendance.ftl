### Kehadiran: ruang, centang, kartu, tanda terima, keberatan.

command-hadir = Mencatat kehadiran
command-kartu = Kartu peserta saya

attend-none = Belum ada hari pelatihan yang bisa dicatat. Hari pelatihan muncul di sini pada tanggalnya.
attend-list = <b>Kehadiran</b>
    Pilih harinya.
attend-day =
    <b>{ $training }</b>
    { $when }
    Tercatat hadir: { $present } dari { $holders } peserta
attend-status-never = Ruang belum dibuka.
attend-status-open = Ruang sedang dibuka.
attend-status-uncounted = Ruang sudah ditutup. Jumlah orang belum diisi.
attend-status-even = Dihitung { $counted } orang: cocok.
attend-status-fewer = Dihitung { $counted } orang, tercatat { $present }. Masih ada yang belum tercatat; kedua angka disimpan.
attend-status-toCheck = <b>Perlu dicek:</b> dihitung { $counted } orang, tercatat { $present }. Periksa daftarnya, batalkan yang keliru, atau tuliskan alasannya.
attend-status-settled = Dihitung { $counted } orang, tercatat { $present }: sudah diperiksa.
attend-holders =
    <b>{ $training }</b>, { $when }
    Hadir { $present } dari { $holders }. Ketuk nama untuk menandai hadir; ketuk nama yang ✓ untuk melihat atau membatalkan.
attend-holders-none = Tidak ada peserta yang bisa Bapak/Ibu tandai di <b>{ $training }</b>, { $when }.
attend-person = <b>{ $name }</b>, { $when }
attend-mark = { $road } ({ $who }), { $when } { $reason }
attend-mark-voided = Batal: { $road } ({ $who }), { $when } { $reason } – { $why }
attend-road-code = kode ruang
attend-road-tick = centang
attend-road-card = kartu peserta
attend-road-paper = lembar kertas, dicatat menyusul
attend-undone = Dibatalkan oleh yang menandai
attend-late = Sudah lebih dari 24 jam. Mengapa <b>{ $name }</b> baru ditandai sekarang?
attend-late-leader = Sudah lebih dari 24 jam. Mohon hubungi koordinator.
attend-stopped = Baik, tidak jadi. Yang sudah tercatat tetap tersimpan.

attend-room =
    <b>{ $training }</b>, { $when }
    Kode ruang: <b>{ $code }</b>

    Ketik kode ini ke bot. Kode berganti setiap menit.
    Tercatat hadir: { $present } dari { $holders }
attend-room-qr = Arahkan kamera HP ke gambar ini, atau ketik kodenya. Gambar dan kode berganti sendiri setiap menit.
attend-room-over = Ruang sudah ditutup. Kode dan gambar ini tidak berlaku lagi.
attend-room-elsewhere = Kode ruang sekarang tampil di pesan lain.
attend-room-not-today = Ruang hanya bisa dibuka pada tanggalnya.
attend-room-noRoom = Saat ini tidak ada ruang yang dibuka untuk pelatihan Bapak/Ibu. Bila sedang di tempat pelatihan, mohon tanyakan kepada petugas.
attend-room-wrong = Kode itu tidak berlaku sekarang. Lihat enam angka yang tampil di ruang, lalu ketik sekali lagi.
attend-room-resting = Sudah lima kali keliru. Mohon tunggu sepuluh menit, atau minta petugas menandai kehadiran Bapak/Ibu.
attend-room-closed = Ruang ini sudah ditutup. Bila Bapak/Ibu hadir, mohon minta petugas menandainya.
attend-room-otherDay = Kode ini untuk hari lain, jadi tidak berlaku hari ini.
attend-room-notHolder = Bapak/Ibu tidak tercatat sebagai peserta pelatihan ini. Bila itu keliru, hubungi { $contact }.
attend-entered = Terima kasih, Bapak/Ibu { $name }. Kehadiran di <b>{ $training }</b>, { $when }, sudah dicatat.
attend-entered-already = Bapak/Ibu { $name } sudah tercatat hadir di <b>{ $training }</b>, { $when }.

attend-ask-count = Ruang sudah ditutup. Berapa orang yang hadir, dihitung dengan mata? Contoh: 18
attend-ask-settle = Mengapa yang tercatat lebih banyak dari yang dihitung? Mohon tuliskan singkat.
attend-ask-late = Mohon tuliskan alasannya. Contoh: tidak ada sinyal, tanda tangan di kertas.
attend-ask-void = Mengapa tanda hadirnya dibatalkan? Mohon tuliskan singkat.
attend-ask-disputeVoid = Mengapa tanda hadirnya dibatalkan? Mohon tuliskan singkat.
attend-ask-disputeKept = Mengapa tanda hadirnya tetap? Mohon tuliskan singkat.
attend-count-how = Mohon ketik angkanya saja, paling banyak 999. Contoh: 18

presence-receipt =
    Bapak/Ibu { $name }, kehadiran di <b>{ $training }</b>, { $when }, sudah dicatat petugas. Bila keliru, tekan tombol di bawah dalam 7 hari.
    .whatsapp =
        Bapak/Ibu { $name }, kehadiran di *{ $training }*, { $when }, sudah dicatat petugas.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, kehadiran di { $training }, { $when }, sudah dicatat. Apakah benar?
presence-voided =
    Bapak/Ibu { $name }, keberatannya diterima: tanda hadir di <b>{ $training }</b>, { $when }, sudah dibatalkan. Pertanyaan: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, keberatannya diterima: tanda hadir di *{ $training }*, { $when }, sudah dibatalkan. Pertanyaan: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, keberatannya diterima. Tanda hadir di { $training }, { $when }, sudah dibatalkan.
presence-kept =
    Bapak/Ibu { $name }, keberatannya sudah diperiksa: tanda hadir di <b>{ $training }</b>, { $when }, tetap. Pertanyaan: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, keberatannya sudah diperiksa: tanda hadir di *{ $training }*, { $when }, tetap. Pertanyaan: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, keberatannya sudah diperiksa. Tanda hadir di { $training }, { $when }, tetap.
letter-label-presence-receipt = Tanda terima hadir: { $training }
letter-label-presence-voided = Tanda hadir dibatalkan: { $training }
letter-label-presence-kept = Tanda hadir tetap: { $training }

attend-objection-open = Terima kasih sudah memberi tahu. Koordinator akan memeriksanya, dan Bapak/Ibu akan dikabari.
attend-objection-voided = Tanda hadir itu sudah dibatalkan oleh koordinator.
attend-objection-kept = Koordinator sudah memeriksa: tanda hadir itu tetap. Bila masih keliru, mohon hubungi petugas.
attend-objection-late = Sudah lebih dari 7 hari. Bila masih keliru, mohon hubungi petugas.
attend-dispute =
    <b>{ $name }</b> menyatakan tanda hadirnya keliru.
    { $training }, { $when }
attend-dispute-none = Keberatan ini sudah diselesaikan.
attend-settled-voided = Tanda hadirnya dibatalkan. Orangnya akan dikabari.
attend-settled-kept = Tanda hadirnya tetap. Orangnya akan dikabari.
tasks-disputes = <b>Keberatan atas tanda hadir: { $count }</b>
tasks-days = <b>Hari pelatihan yang perlu dicek: { $count }</b>

attend-card = Kartu peserta Bapak/Ibu. Tunjukkan kepada petugas di tempat pelatihan; di dalamnya tidak ada nama atau nomor.
attend-card-unknown = Kartu ini tidak ada di catatan kami.
attend-card-registered = Kartu ini terdaftar.
attend-card-ask = Tandai hadir? <b>{ $name }</b>
attend-card-no-training = <b>{ $name }</b> tidak tercatat sebagai peserta pelatihan hari ini.
attend-card-marked = <b>{ $name }</b> sudah ditandai hadir.

button-presence-wrong = Ini keliru
button-room-open = Buka ruang
button-room-show = Tampilkan kode
button-room-qr = Gambar QR
button-room-close = Tutup ruang
button-room-count = Isi jumlah orang
button-room-settle = Sudah saya periksa
button-attend-list = Daftar hadir
button-attend-days = Semua hari
button-attend-day = Periksa hari
button-attend-back = Kembali
button-attend-undo = Batalkan tanda saya
button-attend-void = Batalkan, dgn alasan
button-attend-paper = Dari lembar kertas
button-attend-late = Alasan lain
button-dispute-open = Periksa keberatan
button-dispute-void = Batalkan tanda
button-dispute-keep = Tanda sudah benar

viewed-presence-list = melihat daftar hadir
viewed-presence-show = melihat tanda hadir
viewed-presence-settle = memeriksa keberatan tanda hadir
viewed-card-mark = membuka kartu peserta
