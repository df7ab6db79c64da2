### Statistik: berapa perajin, tanpa data orang.

command-statistik = Jumlah perajin

statistics-kecamatan = <b>Perajin per kecamatan</b> – { $total } orang, { $date }
statistics-craft = <b>Perajin per jenis kerajinan</b> – { $total } orang, { $date }. Satu orang bisa punya beberapa jenis.
statistics-community = <b>Perajin per komunitas</b> – { $total } orang, { $date }
statistics-month = <b>Pendaftaran per bulan</b> – { $total } orang seluruhnya, { $date }
statistics-line = { $name }: <b>{ $count }</b>
statistics-rest = Lainnya: <b>{ $count }</b>
statistics-none-kecamatan = Belum ada perajin di { $count } kecamatan.
statistics-none-craft = Belum ada perajin untuk { $count } jenis.
statistics-none-community = Belum ada anggota di { $count } komunitas.
statistics-no-community = Tanpa komunitas
button-statistics-kecamatan = Kecamatan
button-statistics-craft = Kerajinan
button-statistics-community = Komunitas
button-statistics-month = Bulan
button-statistics-picture = Kirim sebagai gambar

chart-kecamatan = Perajin per kecamatan
chart-craft = Perajin per jenis kerajinan
chart-community = Perajin per komunitas
chart-month = Pendaftaran per bulan
chart-rest = Lainnya
chart-note = { KABUPATEN() }, { $total } perajin, { $date }
button-statistics-reach = Sesi berbagi
