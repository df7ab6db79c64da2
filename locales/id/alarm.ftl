# Peringatan kepada admin tentang jalannya program. Satu kali untuk setiap kejadian.

alarm-inbox =
    ⚠️ <b>Pesan orang belum terjawab</b>
    Ada pesan yang sudah menunggu { $minutes } menit.

    Yang harus dilakukan: mintalah teknisi memeriksa apakah program berjalan, lalu menyalakannya ulang. Tidak ada pesan yang hilang; semua dijawab sesudahnya.
alarm-parked =
    ⚠️ <b>Ada pesan yang tidak dapat dijawab</b>
    Setelah lima kali dicoba, { $count } pesan disisihkan. Orangnya sudah dimintai maaf dan diminta mengulang.

    Yang harus dilakukan: mintalah teknisi membaca catatan program (“update parked”). Pesan itu dihapus setelah 48 jam.
alarm-delivery =
    ⚠️ <b>Pemberitahuan terlambat</b>
    Ada kiriman yang seharusnya sudah berangkat { $minutes } menit lalu.

    Yang harus dilakukan: bukalah /kabar dan lihat mana yang belum terkirim. Bila acaranya hari ini, teleponlah orangnya. Mintalah teknisi memeriksa sambungan ke Telegram.
alarm-tick =
    ⚠️ <b>Pekerjaan berkala berhenti</b>
    Sudah { $minutes } menit pengingat tidak diperiksa.

    Yang harus dilakukan: mintalah teknisi menyalakan ulang program. Yang tertunda dikerjakan begitu program hidup.
alarm-disk =
    ⚠️ <b>Tempat penyimpanan hampir penuh</b>
    Sisa { $percent } persen. Bila penuh, pendaftaran baru tidak dapat disimpan.

    Yang harus dilakukan: mintalah teknisi mengosongkan tempat hari ini juga.
alarm-webhook =
    ⚠️ <b>Telegram sulit menghubungi program</b>
    Kata Telegram: { $reason }

    Yang harus dilakukan: mintalah teknisi memeriksa alamat dan sertifikat server. Pesan orang disimpan Telegram paling lama 24 jam.
alarm-clock =
    ⚠️ <b>Jam server tidak tepat</b>
    Selisihnya { $seconds } detik dari jam basis data. Pengingat bisa berangkat pada waktu yang salah.

    Yang harus dilakukan: mintalah teknisi menyamakan jam server.
alarm-registered =
    ⚠️ <b>Pendaftar hari ini luar biasa banyak</b>
    Sudah { $count } orang mendaftar sejak tengah malam.

    Yang harus dilakukan: bila tidak ada acara pendaftaran, lihat /perajin. Mungkin ada yang mendaftarkan nama palsu; ketua komunitas dapat menolaknya.
alarm-token =
    ⚠️ <b>Telegram menolak kunci bot</b>
    Sebagian kiriman ditolak karena kunci bot (token) tidak berlaku.

    Yang harus dilakukan: mintalah teknisi mengambil kunci baru di @BotFather dan memasangnya. Kiriman yang tertunda berangkat sesudahnya.
alarm-conflict =
    ⚠️ <b>Program lain memakai bot ini</b>
    Ada program lain yang ikut mengambil pesan dengan kunci bot yang sama.

    Yang harus dilakukan: bila bukan dari kantor, kunci bot bocor. Ganti di @BotFather sekarang juga (/revoke), lalu mintalah teknisi memasang yang baru.
alarm-database =
    ⚠️ <b>Sambungan ke basis data terputus-putus</b>
    Putus { $count } kali dalam sepuluh menit. Tidak ada data yang hilang, tetapi jawaban bot melambat.

    Yang harus dilakukan: mintalah teknisi memeriksa server basis data dan jaringannya.
alarm-refused =
    ⚠️ <b>Banyak percobaan yang ditolak</b>
    { $count } kali dalam sepuluh menit ada yang mencoba hal di luar haknya. Semuanya ditolak.

    Yang harus dilakukan: mintalah petugas pelindungan data melihat catatan akses. Bila satu orang mencoba terus, periksa perannya di /peran.
alarm-fault =
    ⚠️ <b>Ada kesalahan di dalam program</b>
    Tercatat { $count } kali dalam sepuluh menit.

    Yang harus dilakukan: mintalah teknisi membaca catatan program, baris yang bertanda “alarm”, dan melaporkannya kepada pembuat program.
alarm-audit =
    ⚠️ <b>Catatan akses tidak utuh</b>
    Rantai catatan putus pada baris { $number }: ada baris yang diubah atau hilang.

    Yang harus dilakukan: jangan menghapus apa pun. Hubungi petugas pelindungan data sekarang, dan mintalah teknisi menyimpan salinan basis data. Ini bisa berarti data dimasuki orang.
