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
berkas-spj-made = Paket SPJ <b>{ $title }</b> sudah jadi. Foto belum ada di dalamnya: tambahkan sendiri. Jumlah dan sidik tiap berkas ada di MANIFES.txt.
