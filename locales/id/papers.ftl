### Berkas: daftar perajin keluar dan masuk.

command-berkas = Daftar perajin sebagai berkas

papers = <b>Berkas</b>. Mau apa hari ini?
button-paper-list = Unduh daftar perajin
button-paper-import = Masukkan dari lembar
button-paper-blank = Minta lembar kosong

## Unduh

export-whom = Daftar perajin yang mana?
button-export-all = Semua perajin
button-export-kecamatan = Per kecamatan
button-export-craft = Per jenis kerajinan
button-export-community = Per komunitas
export-all = Semua perajin
export-which-kecamatan = Kecamatan mana?
export-which-craft = Kerajinan apa?
export-which-community = Komunitas mana?
export-no-communities = Belum ada komunitas yang tercatat. Tekan /berkas untuk memilih daftar lain.
export-nobody = { $whom }: belum ada perajin yang tercatat. Tekan /berkas untuk memilih daftar lain.
export-form = { $whom }: <b>{ $count } perajin</b>. Dalam bentuk apa?
button-export-xlsx = Excel (XLSX)
button-export-csv = CSV
export-reason = Untuk keperluan apa daftar ini? Ketik alasannya, 10 sampai 200 huruf, misalnya: undangan pelatihan bros 22 Agustus. Alasan, jumlah, dan siapa yang mengunduh dicatat.
export-reason-tooShort = Alasan itu terlalu pendek. Ketik sedikitnya 10 huruf, misalnya: undangan pelatihan bros 22 Agustus.
export-reason-tooLong = Alasan itu terlalu panjang. Ketik paling banyak 200 huruf, misalnya: undangan pelatihan bros 22 Agustus.
export-tooManyToday = Hari ini Bapak/Ibu sudah mengunduh { $most } daftar, dan itu batasnya. Silakan coba lagi besok.
export-nobodyElse = Daftar sebanyak ini perlu izin orang kedua, tetapi belum ada koordinator atau admin lain. Minta admin menambahkan petugas, atau pilih daftar yang lebih kecil lewat /berkas.
export-gone = Permintaan itu sudah tidak menunggu alasan. Tekan /berkas untuk mulai lagi.
export-waiting =
    { $count ->
        [0] Permintaan tercatat, tetapi belum ada petugas lain yang bisa dihubungi saat ini. Coba lagi lewat /berkas nanti.
       *[other] Permintaan tercatat. Daftar sebanyak ini perlu izin orang kedua: { $count } petugas sudah ditanya. Berkas dikirim ke sini begitu diizinkan, paling lama 24 jam.
    }
export-second =
    <b>Izin untuk daftar perajin</b>

    { $who } meminta daftar: { $whom }, { $count } perajin.
    Alasan: { $reason }

    Bapak/Ibu mengizinkan? Berkas hanya dikirim kepada peminta, dan keputusan ini dicatat.
button-export-approve = Izinkan
button-export-refuse = Tolak
export-you-approved = Baik, Bapak/Ibu mengizinkan. Berkas sudah dikirim kepada peminta.
export-you-refused = Baik, permintaan itu ditolak. Peminta sudah diberi tahu.
export-refused = Permintaan daftar perajin ditolak oleh petugas lain. Bicarakan dulu dengan rekan, lalu boleh diminta lagi lewat /berkas.
export-late = Permintaan ini sudah diputuskan, atau waktunya sudah lewat. Tidak ada yang dikirim sekarang.
export-notAllowed = Peminta sudah tidak bertugas sebagai koordinator. Tidak ada yang dikirim.
export-caption = Daftar { $count } perajin. <b>Data pribadi:</b> pakai hanya untuk alasan yang ditulis, jangan diteruskan, hapus bila selesai.

## Lembar

sheet-name = Daftar perajin
sheet-number = No
sheet-code = Kode
sheet-consent-lisan = lisan
sheet-consent-tertulis = tertulis
sheet-consent-bot = lewat bot
