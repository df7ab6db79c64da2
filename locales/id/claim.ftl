### Mengambil data yang didaftarkan orang lain, dengan kode atau nomor HP.

claim-offer = Pernah didaftarkan oleh ketua komunitas atau petugas? Pakai kode dari mereka, supaya tidak perlu mengisi lagi.
button-claim = Saya punya kode
claim-how = Ketik kodenya, misalnya: 7K3M-9QXP. Boleh juga tekan tombol di bawah untuk membagikan nomor HP Bapak/Ibu.
claim-question = <b>{ $name }</b>, { $kecamatan }: ini Bapak/Ibu?
button-claim-yes = Ya, itu saya
button-claim-no = Bukan
claim-code-fits = Kodenya cocok.
claim-number-fits = Nomor itu ada di daftar kami.
claim-no-number = Nomor itu tidak cocok dengan satu data pun yang menunggu pemiliknya. Tekan /daftar untuk mendaftar, atau ketik kode dari ketua komunitas.
claim-not-me = Baik, tidak ada yang diubah. Tekan /daftar untuk mendaftar sendiri.
claim-unknown = Kode itu tidak cocok atau sudah tidak berlaku. Periksa lagi, misalnya: 7K3M-9QXP, atau minta kode baru kepada yang mendaftarkan.
claim-tooMany = Sudah 5 kode yang tidak cocok. Coba lagi satu jam lagi, atau minta bantuan kepada yang mendaftarkan.
claim-registrar = Kode ini untuk orang yang Bapak/Ibu daftarkan. Berikan kodenya kepada beliau.
claim-gone = Ini sudah tidak berlaku. Ketik kodenya sekali lagi, atau tekan /bantuan.
claim-taken = Data itu sudah dipakai akun lain. Bila itu keliru, hubungi yang mendaftarkan atau petugas dinas.
claim-double = Bapak/Ibu sudah punya data sendiri. Petugas akan menggabungkan keduanya, dan Bapak/Ibu akan diberi tahu.
claim-agreed = Terima kasih, Bapak/Ibu { $name }. Data ini sekarang milik Bapak/Ibu. Mohon diperiksa, ya.
claim-refused = Baik, data itu tidak lagi terhubung ke akun Bapak/Ibu, dan yang mendaftarkan diberi tahu. Apa yang Bapak/Ibu inginkan?
button-claim-erase = Hapus data itu
button-claim-office = Bicara dengan petugas
claim-erasing = Baik. Data itu tidak dipakai lagi mulai sekarang, dan dihapus dalam 7 hari.
claim-office = Silakan hubungi { $officeName }. Petugas pelindungan data: { $privacyContact }.

claim-registrar-claimed = <b>{ $name }</b>, yang Bapak/Ibu daftarkan, sudah mengambil datanya. Bila itu bukan orangnya, tekan tombol di bawah dalam 7 hari.
claim-registrar-refused = <b>{ $name }</b>, yang Bapak/Ibu daftarkan, tidak setuju datanya dicatat. Data itu dilepas dari akunnya.
button-claim-disown = Bukan orangnya
claim-disowned = Data sudah dilepas dari akun itu, dan koordinator diberi tahu. Terima kasih sudah memeriksa.
claim-disown-late = Sudah lewat 7 hari, atau data itu sudah dilepas. Hubungi koordinator bila masih ada yang keliru.
claim-lost = Data yang Bapak/Ibu ambil dilepas lagi, karena yang mendaftarkan menyatakan ada kekeliruan. Bila data itu memang milik Bapak/Ibu, hubungi petugas dinas.
claim-coordinator = <b>Mohon diperiksa:</b> data { $name }, { $kecamatan } diambil orang yang keliru menurut yang mendaftarkan, dan sudah dilepas dari akun itu.
