### Peran, izin, dan siapa yang melihat data.

gate-refused = Bagian ini hanya untuk petugas yang berwenang. Tekan /bantuan untuk melihat pilihan.

role-artisan = perajin
role-leader = ketua komunitas
role-coordinator = koordinator
role-owner = admin
role-privacyOfficer = petugas pelindungan data
role-anyone = pengguna bot
role-program = program

viewed-doubles-show = melihat data untuk memeriksa data ganda
viewed-record-merge = menggabungkan data ganda
viewed-record-unmerge = membatalkan penggabungan data
viewed-notice-names = melihat data untuk mengirim kabar
viewed-notice-report = melihat siapa yang menerima atau belum membaca kabar
