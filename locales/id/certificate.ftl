### Sertifikat: dibuat kantor, dilihat pemiliknya, dan diperiksa siapa saja.

command-sertifikat = Sertifikat pelatihan saya

certificate-making = Sedang menyiapkan sertifikat…
certificate-made = Sertifikat <b>{ $title }</b>: { $count } lembar, cetak bolak-balik. { $without } orang yang hadir belum atau tidak mendapat.
certificate-without = { $name }: { $why }
certificate-none = Belum ada yang bisa mendapat sertifikat <b>{ $title }</b>.
certificate-because-notClosed = pelatihan belum ditutup
certificate-because-openDispute = keberatannya belum diselesaikan
certificate-because-dayToCheck = ada hari yang perlu dicek
certificate-because-belowThreshold = hadir kurang dari 80% hari
certificate-because-erased = datanya sudah dihapus
certificate-caption = Satu berkas untuk dicetak. Nomor, tanda tangan, dan cap tetap di kantor.
certificate-own-none = Belum ada sertifikat atas nama Bapak/Ibu. Sertifikat dibuat setelah pelatihan ditutup, untuk yang hadir paling sedikit 80% hari.
certificate-own-caption = Sertifikat <b>{ $title }</b>. Kodenya { $code }: siapa saja bisa memeriksanya dengan /cek { $code }.

certificate-check = Sertifikat { $code } dikeluarkan <b>{ $officeName }</b> untuk <b>{ $name }</b>.
certificate-check-what = { $title }, { $days } hari ({ $dates }), { $hours } JP.
certificate-check-nameless = (nama sudah dihapus)
certificate-check-valid = Sertifikat ini <b>berlaku</b>.
certificate-check-replaced = Sertifikat ini sudah <b>diganti</b> dengan yang lebih baru.
certificate-check-revoked = Sertifikat ini sudah <b>dicabut</b>.

certificate-check-revoked-on = Sertifikat ini sudah <b>dicabut</b> pada { $date }.
button-certificate-list = Tarik, terbitkan lagi
certificate-list = Sertifikat <b>{ $title }</b>. Tekan nama untuk menarik atau menerbitkan lagi. Tanda ✗: tidak berlaku.
certificate-list-none = Belum ada sertifikat <b>{ $title }</b>. Buat dulu dengan tombol Sertifikat.
certificate-one =
    <b>{ $name }</b>, kode { $code }.
    { $state ->
        [valid] Sertifikat ini berlaku.
        [replaced] Sertifikat ini sudah diganti.
       *[revoked] Sertifikat ini sudah dicabut.
    }
button-certificate-end = Tarik sertifikat
button-certificate-again = Terbitkan lagi
certificate-why = Mengapa sertifikat <b>{ $name }</b> ditarik?
button-certificate-why-name = Namanya keliru
button-certificate-why-presence = Kehadirannya keliru
button-certificate-why-twice = Terbit dua kali
button-certificate-why-asked = Permintaan peserta
certificate-ended = Sertifikat sudah ditarik, dan peserta akan diberi tahu. Kertas yang sudah dibagikan mohon diminta kembali.
certificate-ended-before = Sertifikat ini memang sudah tidak berlaku.
certificate-again-made = Sertifikat baru sudah terbit dengan kode baru, dan peserta akan diberi tahu. Cetak dengan tombol Sertifikat.
certificate-again-below = Belum bisa: kehadiran yang tercatat belum cukup. Periksa dulu daftar hadirnya.
certificate-again-holds = Sertifikat orang ini masih ada yang berlaku.
certificate-withdrawn =
    Bapak/Ibu { $name }, mohon maaf, sertifikat <b>{ $training }</b> dengan kode { $certificate } ditarik dan tidak berlaku lagi. Tanya: { $contact }.
    .whatsapp =
        Bapak/Ibu { $name }, mohon maaf, sertifikat *{ $training }* dengan kode { $certificate } ditarik dan tidak berlaku lagi. Tanya: { $contact }.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, sertifikat { $training } dengan kode { $certificate } ditarik dan tidak berlaku lagi. Tanya: { $contact }.
letter-label-certificate-withdrawn = Sertifikat ditarik
certificate-again =
    Bapak/Ibu { $name }, sertifikat baru <b>{ $training }</b> sudah terbit, kodenya { $certificate }. Ambil di sini dengan /sertifikat.
    .whatsapp =
        Bapak/Ibu { $name }, sertifikat baru *{ $training }* sudah terbit, kodenya { $certificate }. Tanya: { $contact }.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, sertifikat baru { $training } sudah terbit. Tanya: { $contact }.
letter-label-certificate-again = Sertifikat baru
certificate-zip-none = Sertifikat <b>{ $title }</b> belum dibuat. Tekan Sertifikat dulu.
certificate-zip-caption = { $count } sertifikat, masing-masing satu berkas. <b>Data pribadi:</b> kirim kepada pemiliknya saja.
certificate-zip-made = Sertifikat <b>{ $title }</b> satu per satu sudah jadi: { $count } berkas.
