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

certificate-zip-none = Sertifikat <b>{ $title }</b> belum dibuat. Tekan Sertifikat dulu.
certificate-zip-caption = { $count } sertifikat, masing-masing satu berkas. <b>Data pribadi:</b> kirim kepada pemiliknya saja.
certificate-zip-made = Sertifikat <b>{ $title }</b> satu per satu sudah jadi: { $count } berkas.
