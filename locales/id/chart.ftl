### Grafik pelatihan dan sesi berbagi: gambar, dan angka yang sama sebagai teks.

chart-attendance = Kehadiran per hari
chart-attendance-note = { $training }, { $date }
chart-attendance-head = <b>Kehadiran per hari</b> – { $training }, { $date }
chart-attendance-line = { $date }: hadir <b>{ $present }</b> dari { $expected }

chart-reach = Orang yang dijangkau sesi berbagi
chart-reach-note = { $sessions } sesi, { $people } orang, { $date }
chart-reach-head = <b>Sesi berbagi per kecamatan</b> – { $sharers } pionir, { $sessions } sesi, { $people } orang, { $date }
chart-reach-line = { $place }: <b>{ $people }</b> orang, { $sessions } sesi, { $sharers } pionir
chart-reach-none = { $place }: belum ada sesi, { $sharers } pionir

chart-reach-caption = Orang yang dijangkau sesi berbagi, per kecamatan. Angkanya sama dengan teks di atas.
chart-reach-nothing = Belum ada pionir dan belum ada sesi berbagi, jadi grafiknya belum ada.
