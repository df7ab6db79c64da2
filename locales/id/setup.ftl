# Yang dilihat orang sebelum menulis kepada bot. Dipasang oleh `npm run setup:bot`.

# Paling panjang 64 huruf.
bot-name = Sanggar Perajin
# Di layar obrolan yang masih kosong; paling panjang 512 huruf.
bot-description =
    Selamat datang, Bapak/Ibu perajin.

    Lewat bot ini Bapak/Ibu dapat mendaftar sebagai perajin, ikut pelatihan, dan diingatkan sebelum harinya. Tidak ada biaya.

    Bot ini milik { $office }. Tekan MULAI.
# Di halaman profil bot dan saat tautannya dibagikan; paling panjang 120 huruf.
bot-short-description = Daftar perajin, ikut pelatihan, dan pengingatnya. Gratis, dari dinas.
