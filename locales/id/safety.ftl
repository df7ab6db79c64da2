### Yang menjaga orang dan datanya.

identity-number = Bapak/Ibu tidak perlu mengirim NIK atau nomor 16 angka lainnya. Pesan itu saya hapus dan nomornya tidak disimpan. Silakan jawab lagi tanpa nomor itu, ya.
