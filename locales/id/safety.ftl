### Yang menjaga orang dan datanya.

identity-number = Bapak/Ibu tidak perlu mengirim NIK atau nomor 16 angka lainnya. Pesan itu saya hapus dan nomornya tidak disimpan. Silakan jawab lagi tanpa nomor itu, ya.

update-tooMany = Pesan Bapak/Ibu datang terlalu cepat, jadi yang terakhir tidak saya baca. Tunggu sebentar, lalu kirim satu per satu, ya.

update-wait = Telegram sedang padat. Sebentar lagi saya coba lagi, Bapak/Ibu.

late-command = Perintah { $command } dari Bapak/Ibu baru sampai sekarang. Masih ingin menjalankannya?
button-late = Ya, jalankan
