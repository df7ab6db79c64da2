### Berkas satu pelatihan: daftar hadir, peserta, surat, dan laporan.

berkas-menu = Berkas untuk <b>{ $title }</b>. Mau yang mana?
berkas-menu-unclosed = Berkas untuk <b>{ $title }</b>. Sertifikat baru bisa dibuat setelah pelatihan ditutup di kartunya. Mau yang mana?
button-berkas-days = Daftar hadir
button-berkas-list = Daftar peserta
button-berkas-invitation = Undangan
button-berkas-timetable = Jadwal (PDF)
button-berkas-end = Berita acara
button-berkas-certificates = Sertifikat
button-berkas-spj = Paket SPJ (ZIP)
button-berkas-back = Kembali ke pelatihan
button-berkas-menu = Berkas lain

berkas-which-day = Daftar hadir hari yang mana?
berkas-day = Daftar hadir <b>{ $date }</b>, tanpa nomor HP. Kosong untuk ditandatangani, atau terisi dari catatan?
berkas-day-phones = Daftar hadir <b>{ $date }</b>, <b>dengan nomor HP</b>. Kosong untuk ditandatangani, atau terisi dari catatan? Tiap orang bisa melihat bahwa nomornya diunduh.
button-berkas-empty-pdf = Kosong, PDF
button-berkas-empty-xlsx = Kosong, Excel
button-berkas-filled-pdf = Terisi, PDF
button-berkas-filled-xlsx = Terisi, Excel
button-berkas-phones = Dengan nomor HP
button-berkas-noPhones = Tanpa nomor HP
berkas-day-not-yet = Hari itu belum tiba, jadi daftar hadirnya belum terisi. Pilih yang kosong untuk ditandatangani.
berkas-day-to-check = Kehadiran hari itu masih <b>perlu dicek</b>: ruangnya belum ditutup dan dihitung, atau yang hadir lebih banyak dari hitungan. Selesaikan dulu lewat /hadir, lalu minta lagi.

berkas-list = Daftar peserta, tanpa nomor HP. Dalam bentuk apa?
berkas-list-phones = Daftar peserta, <b>dengan nomor HP</b>. Dalam bentuk apa? Tiap orang bisa melihat bahwa nomornya diunduh.
button-berkas-pdf = PDF
button-berkas-xlsx = Excel (XLSX)
berkas-too-many-phones = Nomor HP sebanyak ini perlu alasan dan izin orang kedua. Minta lewat /berkas, Unduh daftar perajin.

berkas-caption = Rancangan dari data saat ini. Nomor, tanda tangan, dan cap tetap di kantor.
berkas-caption-people = { $count } orang. <b>Data pribadi:</b> pakai hanya untuk pelatihan ini, jangan diteruskan, hapus bila selesai.
berkas-making = Sedang menyiapkan Paket SPJ…
berkas-spj-made = Paket SPJ <b>{ $title }</b> sudah jadi. Foto yang dikirim lewat tombol Foto kegiatan ada di folder foto. Jumlah dan sidik tiap berkas ada di MANIFES.txt.

button-berkas-cards = Kartu peserta
button-berkas-tools = Berita acara alat
button-berkas-chart = Grafik kehadiran
button-berkas-cert-zip = Satu per satu (ZIP)
berkas-chart = Kehadiran per hari, <b>{ $title }</b>.
berkas-chart-none = Belum ada hari yang sudah berjalan, jadi grafiknya belum ada. Coba lagi setelah hari pertama dimulai.

## Berita acara alat

tools-ask =
    Tulis alat yang diserahkan, satu alat satu baris: nama, jumlah dan satuan, lalu keadaannya. Misalnya:

    Tang bros, 20 buah, baik
    Set manik, 12 kotak

    Nama yang menyerahkan dan menerima ditulis tangan nanti.
button-tools-empty = Kosong, isi tangan
tools-wrong-none = Belum ada alat di pesan itu. Tulis satu alat satu baris, misalnya: Tang bros, 20 buah, baik.
tools-wrong-tooMany = Terlalu banyak baris. Kirim paling banyak { $most } alat, sisanya di berita acara berikutnya.
tools-wrong-line = Baris ini belum terbaca: “{ $line }”. Tulis nama, jumlah dan satuan, misalnya: Tang bros, 20 buah, baik. Kirim lagi seluruh daftarnya.
paper-stopped = Baik, tidak jadi. Foto yang sudah dikirim tetap tersimpan.

## Foto kegiatan

photo-which-day = Foto kegiatan <b>{ $title }</b>: { $count } tersimpan. Foto hari yang mana yang mau dikirim?
photo-no-day = Pelatihan <b>{ $title }</b> belum dimulai, jadi belum ada foto kegiatannya.
photo-day = Kirim foto <b>{ $date }</b> ke sini, satu atau beberapa sekaligus. Keterangan boleh ditulis di bawah fotonya. Tersimpan untuk hari itu: <b>{ $count }</b>. Foto ini masuk Paket SPJ.
photo-done = Foto kegiatan <b>{ $title }</b>: { $count } tersimpan. Semuanya masuk Paket SPJ.
button-photo-undo = Hapus foto terakhir saya
button-photo-days = Hari lain
button-photo-done = Selesai
button-photo-back = Kembali ke pelatihan
photo-too-many = Hari itu sudah punya { $most } foto, dan itu batasnya. Foto ini tidak disimpan. Hapus dulu satu, lalu kirim lagi.
photo-wrong-tooBig = Foto itu lebih dari { $megabytes } MB, jadi tidak disimpan. Kirim sebagai foto biasa, bukan sebagai berkas.
photo-wrong-gone = Foto itu tidak bisa diambil dari Telegram. Kirim sekali lagi.
photo-wrong-notPicture = Berkas itu bukan foto yang bisa dibaca, jadi tidak disimpan. Kirim foto biasa (JPG atau PNG).
