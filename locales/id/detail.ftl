### Melengkapi dan mengubah data: semuanya boleh dilewati atau dihapus lagi.

change-saved = Baik, Bapak/Ibu. Semua perubahan sudah tersimpan. Tekan /ubah bila ingin mengubah lagi.
photo-there = sudah ada
photo-gone = Foto itu tidak bisa ditampilkan lagi. Kirim foto baru lewat /ubah.
years =
    { $years ->
        [0] kurang dari setahun
       *[other] { $years } tahun
    }

field-businessName = Nama usaha
field-products = Produk
field-photo = Foto karya
field-shopLink = Toko daring
field-channels = Cara berjualan
field-workers = Tenaga kerja
field-yearsInCraft = Lama usaha
field-turnover = Omzet sebulan
field-nib = NIB
field-nibNumber = Nomor NIB
field-sex = Jenis kelamin
field-birthYear = Tahun lahir
field-teach = Bisa mengajar

hint-businessName = Ketik nama usaha, misalnya: Bros Melati. Boleh juga Lewati.
hint-products = Ketik nama produk, misalnya: bros, gelang. Boleh juga Lewati.
hint-photo = Kirim satu foto karya lewat tombol lampiran, sebagai foto dan bukan berkas. Boleh juga Lewati.
hint-shopLink = Ketik misalnya: @brosmelati atau shopee.co.id/brosmelati. Boleh juga Lewati.
hint-channels = Pilih tombolnya, boleh lebih dari satu, lalu tekan <b>Selesai</b>. Boleh juga Lewati.
hint-workers = Pilih salah satu tombol, atau ketik nomornya. Boleh juga Lewati.
hint-yearsInCraft = Ketik angka saja, misalnya: 5. Boleh juga Lewati.
hint-turnover = Pilih salah satu tombol, atau ketik nomornya. Boleh juga Lewati.
hint-nib = Pilih salah satu tombol, atau ketik nomornya. Boleh juga Lewati.
hint-nibNumber = Ketik 13 angka NIB, misalnya: 1234567890123. Boleh juga Lewati.
hint-sex = Pilih salah satu tombol, atau ketik nomornya. Boleh juga Lewati.
hint-birthYear = Ketik empat angka, misalnya: 1985. Boleh juga Lewati.
hint-teach = Ketik hal yang bisa diajarkan, misalnya: merangkai manik. Boleh juga Lewati.

ask-businessName = Apa nama usaha Bapak/Ibu?
ask-products = Produk apa yang Bapak/Ibu buat? Paling banyak 5, pisahkan dengan koma, misalnya: bros, gelang.
ask-photo = Kirim satu foto karya Bapak/Ibu, supaya petugas bisa melihatnya.
ask-shopLink = Di mana toko Bapak/Ibu di internet? Ketik misalnya: @brosmelati atau shopee.co.id/brosmelati.
ask-channels = Bagaimana Bapak/Ibu berjualan? Boleh pilih lebih dari satu.
ask-workers = Berapa orang yang bekerja di usaha Bapak/Ibu?
ask-yearsInCraft = Sudah berapa tahun Bapak/Ibu menekuni kerajinan ini?
ask-turnover = Berapa kira-kira omzet usaha dalam sebulan?
ask-nib = Apakah usaha Bapak/Ibu sudah punya NIB (nomor induk berusaha)?
ask-nibNumber = Berapa nomor NIB-nya? Ada 13 angka.
ask-sex = Apa jenis kelamin Bapak/Ibu? Dipakai pada daftar hadir.
ask-birthYear = Tahun berapa Bapak/Ibu lahir? Misalnya: 1985.
ask-teach = Apa yang bisa Bapak/Ibu ajarkan kepada perajin lain? Paling banyak 3, pisahkan dengan koma.

detail-channels-1 = Di rumah
detail-channels-2 = Pasar
detail-channels-3 = Titip di toko
detail-channels-4 = Pameran
detail-channels-5 = WhatsApp
detail-channels-6 = Media sosial
detail-channels-7 = Toko daring
detail-channels-8 = Pesanan instansi

detail-workers-1 = Sendiri
detail-workers-2 = 2–4 orang
detail-workers-3 = 5–19 orang
detail-workers-4 = 20 orang atau lebih

detail-turnover-1 = Di bawah 1 juta
detail-turnover-2 = 1–3 juta
detail-turnover-3 = 3–5 juta
detail-turnover-4 = 5–10 juta
detail-turnover-5 = 10–25 juta
detail-turnover-6 = Di atas 25 juta
detail-turnover-7 = Tidak ingin menjawab

detail-nib-1 = Sudah
detail-nib-2 = Belum
detail-nib-3 = Tidak tahu

detail-sex-1 = Laki-laki
detail-sex-2 = Perempuan
detail-sex-3 = Tidak ingin menjawab

detail-shopLink-notALink = Itu belum seperti alamat toko. Ketik misalnya: @brosmelati atau shopee.co.id/brosmelati, atau tekan Lewati.
detail-shopLink-tooLong = Alamat itu terlalu panjang. Ketik paling banyak 100 huruf, misalnya: @brosmelati.
detail-yearsInCraft-notANumber = Ketik jumlah tahun dengan angka, misalnya: 5, atau tekan Lewati.
detail-yearsInCraft-tooMany = Itu terlalu lama. Ketik 0 sampai 80, misalnya: 5.
detail-nibNumber-notANib = NIB berisi 13 angka. Periksa lagi, misalnya: 1234567890123, atau tekan Lewati.
detail-birthYear-notAYear = Itu bukan tahun lahir. Ketik empat angka, misalnya: 1985, atau tekan Lewati.
detail-birthYear-tooYoung = Menurut tahun itu umur Bapak/Ibu di bawah 18 tahun. Periksa lagi, misalnya: 1985, atau tekan Lewati.
own-words-tooMany = Paling banyak { $count }, pisahkan dengan koma. Ketik lagi yang terpenting saja.
