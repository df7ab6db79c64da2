### Peran dan undangan: siapa memegang apa, mengundang, memastikan, mengakhiri.

command-peran = Peran: siapa memegang apa
help-own = <b>Untuk peran Bapak/Ibu</b>
help-own-line = /{ $command } – { $what }
list-number = { $number }.

## Daftar peran

role-list = <b>Peran yang berlaku</b>
role-line = { $number }. <b>{ $name }</b> – { $role }, sampai { $until }
role-line-configured = { $number }. <b>{ $name }</b> – admin, dari pengaturan server
role-list-leaders = Ketua komunitas diatur koordinator di /komunitas.
button-invite = Undang orang
button-invitations = Menunggu: { $count }
role-card =
    <b>{ $name }</b>
    Peran: { $role }
    Sejak { $since }, sampai { $until }
button-role-renew = Perpanjang 12 bulan
button-role-end = Akhiri peran
button-role-list = Kembali ke daftar
role-end-question = Akhiri peran { $role } untuk <b>{ $name }</b>? Mulai saat itu beliau tidak bisa memakainya lagi.
button-role-end-yes = Ya, akhiri
button-role-end-no = Tidak jadi
role-ended = Peran { $role } untuk <b>{ $name }</b> sudah berakhir.
role-last-owner = Ini admin yang terakhir, jadi perannya tidak bisa diakhiri. Undang admin lain lebih dulu, lalu coba lagi.
role-ended-told = Peran Bapak/Ibu sebagai { $role } sudah berakhir. Terima kasih atas bantuannya. Bila ini keliru, hubungi dinas.
role-lapses = Peran Bapak/Ibu sebagai <b>{ $role }</b> berakhir { $date }. Bila masih bertugas, minta admin memperpanjangnya sebelum tanggal itu.
role-lapses-renew = Satu peran sebagai <b>{ $role }</b> berakhir { $date }. Tekan /peran untuk memperpanjang atau membiarkannya berakhir.
leader-lapses = Peran Bapak/Ibu sebagai ketua <b>{ $community }</b> berakhir { $date }. Bila masih memimpin, minta koordinator memperpanjangnya sebelum tanggal itu.
leader-lapses-renew = Peran seorang ketua <b>{ $community }</b> berakhir { $date }. Tekan /komunitas untuk memperpanjang atau mengundang ketua lain.

## Mengundang

invite-which = Mengundang untuk peran apa?
button-invite-coordinator = Koordinator
button-invite-owner = Admin
button-invite-privacyOfficer = Petugas data pribadi
invite-made =
    Undangan untuk peran <b>{ $role }</b> sudah jadi. Teruskan pesan di bawah ini kepada orangnya saja.

    Setelah tautannya dibuka, Bapak/Ibu akan diminta memastikan siapa yang membukanya. Sebelum itu perannya belum berlaku.
invite-link = Undangan menjadi <b>{ $role }</b>. Buka tautan ini, atau pindai kodenya dengan kamera HP: { $link } Berlaku untuk satu orang, sampai { $until }.
invite-link-leader = Undangan menjadi <b>{ $role }</b> { $community }. Buka tautan ini, atau pindai kodenya dengan kamera HP: { $link } Berlaku untuk satu orang, sampai { $until }.
button-invite-drop = Tarik undangan
invite-tooMany = Hari ini sudah 20 undangan dibuat. Lanjutkan besok, ya, Bapak/Ibu.
invite-waiting = <b>Undangan yang menunggu</b>
invite-waiting-none = Tidak ada undangan yang menunggu.
invite-waiting-open = { $role }: belum dibuka, berlaku sampai { $until }
invite-waiting-used = { $role }: sudah dibuka, menunggu dipastikan pembuatnya
button-invite-drop-number = Tarik nomor { $number }
button-invite-who = Siapa no. { $number }?

## Yang membuka undangan

invite-wait = Terima kasih, Bapak/Ibu. Undangan sebagai { $role } sudah saya terima. Mohon tunggu: pengundang memastikan dulu bahwa ini benar Bapak/Ibu. Nanti saya kabari.
invite-unknown = Undangan ini tidak berlaku: sudah dipakai, sudah lewat waktunya, atau ditarik. Mintalah undangan baru kepada yang mengundang.
invite-own = Undangan ini untuk orang lain. Teruskan tautannya kepada beliau.
invite-noRecord = Ketua komunitas perlu terdaftar sebagai perajin dulu. Tekan /daftar dan pilih komunitasnya, lalu buka undangan ini sekali lagi.
invite-phone = Undangan ini untuk pemilik satu nomor HP, dan nomor itu belum terbukti milik Bapak/Ibu. Tekan /ubah, pilih Nomor HP, lalu <b>Bagikan nomor saya</b>. Sesudah itu buka undangan ini sekali lagi. Bila nomornya sudah ganti, mintalah undangan baru.
invite-otherPhone = Nomor HP di datanya sekarang lain dari nomor yang diundang, jadi perannya tidak diberikan. Bila orangnya benar, buat undangan baru dengan nomornya yang sekarang.
invite-elsewhere = Undangan ini untuk anggota komunitas lain dari yang tercatat di data Bapak/Ibu. Bila Bapak/Ibu anggotanya, perbaiki dulu lewat /ubah, lalu buka undangan ini sekali lagi.
invite-begun = Selamat, Bapak/Ibu { $name }. Peran sebagai <b>{ $role }</b> sudah berlaku, sampai { $until }. Tekan /bantuan untuk melihat yang bisa dilakukan.
invite-not-given = Pengundang belum bisa memastikan undangan Bapak/Ibu, jadi perannya tidak diberikan. Bila ini keliru, hubungi langsung yang mengundang.

## Yang memastikan

invite-opened = <b>{ $name }</b> ({ $username }) membuka undangan sebagai <b>{ $role }</b>.
invite-opened-community = Komunitas: { $community }
invite-question = Apakah ini orang yang Bapak/Ibu undang? Bila ragu, telepon dulu orangnya.
button-invite-yes = Ya, { $name }
button-invite-no = Bukan orangnya
invite-confirmed = Baik. <b>{ $name }</b> sekarang { $role }, sampai { $until }.
invite-late = Undangan ini sudah selesai, ditarik, atau lewat waktunya. Bila masih perlu, buat undangan baru.
invite-refused = Baik, perannya tidak diberikan, dan undangan itu tidak berlaku lagi.
invite-revoked = Baik, undangan itu sudah ditarik dan tidak berlaku lagi.

## Admin pertama

owner-begun = Selamat, Bapak/Ibu sekarang admin pertama. Tekan /peran untuk mengundang koordinator dan admin lain.
owner-unknown = Kode itu tidak cocok atau sudah tidak berlaku. Mintalah kode baru kepada yang memasang bot ini.
