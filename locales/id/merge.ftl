### Data ganda: memeriksa, menggabungkan, membatalkan.

command-tugas = Yang menunggu diperiksa

tasks-none = Tidak ada yang menunggu saat ini. Terima kasih, Bapak/Ibu.
tasks-doubles = <b>{ $count } pasang data</b> mungkin orang yang sama. Mari diperiksa satu per satu.
button-check = Periksa
button-check-next = Periksa berikutnya

double-title = <b>Apakah ini orang yang sama?</b>
double-reason-phone = Nomor HP sama.
double-reason-name = Nama mirip, kecamatan sama.
double-reason-claimed = Pemilik data yang satu meminta data yang lain.
double-record = <b>Data { $number }</b>
double-registered = Terdaftar: { $date }
double-telegram = Telegram: ada
double-no-telegram = Telegram: belum ada
double-gone = Pasangan data ini tidak perlu diperiksa lagi. Tekan /tugas untuk melihat yang menunggu.
double-stale = Kartu ini sudah lewat. Tekan /tugas untuk membuka yang terbaru.
double-different = Baik, keduanya dicatat sebagai orang yang berbeda.
double-later = Baik, pasangan ini menunggu dulu.
button-double-same = Orang yang sama
button-double-different = Bukan orang yang sama
button-double-later = Nanti

field-account = Akun Telegram
merge-question = Yang mana yang dipakai untuk <b>{ $field }</b>?
merge-value = { $number }. { $value }
button-merge-account = Akun data { $number }
merge-account = akun data { $number }, terakhir aktif { $date }
merge-summary = <b>Data akan digabung menjadi satu seperti ini.</b> Sudah benar?
merge-other-account = Akun Telegram yang lain akan diberi tahu dengan baik.
button-merge-do = Gabungkan
button-merge-again = Pilih ulang
merge-done = <b>Data sudah digabung.</b> Keikutsertaan pelatihan ikut disatukan. Bila keliru, penggabungan bisa dibatalkan selama 30 hari.
merge-inUse = Data ini sedang diproses, atau pemiliknya sedang meminta penghapusan. Coba lagi lewat /tugas.
merge-notReady = Masih ada yang perlu dipilih, karena datanya baru saja berubah. Tekan /tugas.
button-merge-undo = Batalkan penggabungan
unmerge-done =
    { $seatsLost ->
        [0] Penggabungan dibatalkan. Kedua data kembali seperti semula.
       *[other] Penggabungan dibatalkan dan kedua data kembali. { $seatsLost } kursi pelatihan tidak bisa dikembalikan karena sudah dilepas atau terisi.
    }
unmerge-tooLate = Penggabungan ini sudah tidak bisa dibatalkan: sudah lebih dari 30 hari, atau sudah dibatalkan.
unmerge-later = Data ini sudah digabung lagi sesudahnya. Batalkan dulu penggabungan yang lebih baru.
unmerge-inUse = Data ini sedang diproses atau sudah digabung ke data lain. Coba lagi nanti.

merge-told-kept = Bapak/Ibu tercatat dua kali di daftar perajin. Petugas sudah menggabungkan kedua data itu. Mohon diperiksa, ya.
unmerge-told = Penggabungan data Bapak/Ibu dibatalkan petugas. Data yang semula kembali terhubung ke akun Telegram ini.
merge-told-other = Bapak/Ibu tercatat dua kali di daftar perajin, dan petugas sudah menggabungkannya. Data sekarang terhubung ke akun Telegram Bapak/Ibu yang lain. Bila itu keliru, hubungi petugas dinas; penggabungan bisa dibatalkan selama 30 hari.
