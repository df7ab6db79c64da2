### Anggota: pemeriksaan, daftar, pencarian, dan yang belum terjangkau.

tasks-checks = <b>{ $count } data perajin</b> menunggu diperiksa petugas.
button-check-record = Periksa data perajin

check-ask = <b>Ada anggota baru.</b> Apakah Bapak/Ibu mengenalnya?
check-many = <b>{ $count } anggota baru { $community }</b> menunggu diperiksa. Mari diperiksa satu per satu; cukup satu ketukan tiap orang.
check-none = Tidak ada anggota yang menunggu diperiksa. Terima kasih, Bapak/Ibu.
check-gone = Data ini sudah diperiksa atau berubah, jadi tidak perlu diperiksa lagi.
check-decided = Sudah diperiksa oleh { $who }: { $what }.
check-you = Bapak/Ibu sendiri
check-staff = petugas
check-was-member = benar, anggota
check-was-notMember = bukan anggota
check-was-asked = ditanyakan kepada koordinator
check-was-active = diterima
check-was-returned = dikembalikan untuk diperbaiki
check-was-declined = tidak diterima

check-done-member = <b>{ $name }</b>: benar, anggota kami. Terima kasih, Bapak/Ibu.
check-done-notMember = <b>{ $name }</b>: bukan anggota. Petugas akan memeriksa datanya.
check-done-asked = <b>{ $name }</b>: kami tanyakan kepada koordinator.
check-done-active = <b>{ $name }</b> sudah diterima.
check-done-returned = Data <b>{ $name }</b> dikembalikan untuk diperbaiki.
check-done-declined = Data <b>{ $name }</b> tidak diterima.

check-why-noCommunity = <b>Belum punya komunitas di daftar.</b> Mohon diperiksa.
check-why-noLeader = <b>Komunitasnya belum punya ketua yang bisa memeriksa.</b> Mohon diperiksa.
check-why-silent = <b>Ketua komunitas belum menjawab selama 7 hari.</b> Mohon diperiksa.
check-why-notMember = <b>Ketua komunitas menjawab: bukan anggota.</b> Mohon diperiksa.
check-why-asked = <b>Ketua komunitas bertanya kepada koordinator.</b> Mohon diperiksa.

button-check-yes = Kenal
button-check-no = Bukan anggota kami
button-check-ask = Tanya dulu
button-check-begin = Mulai periksa
button-check-accept = Terima
button-check-return = Kembalikan
button-check-decline = Tolak
button-check-back = ‹ Kembali

check-reason-returned = Apa yang perlu diperbaiki pada data <b>{ $name }</b>?
check-reason-declined = Mengapa data <b>{ $name }</b> tidak diterima?
button-check-returned-name = Nama belum lengkap
button-check-returned-place = Kecamatan atau desa
button-check-returned-craft = Jenis kerajinan
button-check-returned-community = Komunitas
button-check-declined-outside = Di luar Kab. Serang
button-check-declined-untrue = Datanya tidak benar
button-check-declined-double = Sudah terdaftar

check-told-name = Nama lengkap perlu dilengkapi.
check-told-place = Kecamatan atau desa perlu diperiksa lagi.
check-told-craft = Jenis kerajinan perlu diperiksa lagi.
check-told-community = Komunitas perlu diperiksa lagi.
check-told-outside = Tempat tinggal di luar Kabupaten Serang.
check-told-untrue = Datanya belum dapat dipastikan.
check-told-double = Bapak/Ibu sudah terdaftar dengan data lain.

check-result-member = Kabar baik, Bapak/Ibu: ketua <b>{ $community }</b> menyatakan benar, Bapak/Ibu anggota. Pendaftaran sudah diperiksa.
check-result-notMember = Bapak/Ibu, ketua <b>{ $community }</b> belum mengenali Bapak/Ibu sebagai anggota. Pendaftaran tetap tersimpan, dan petugas dinas akan memeriksanya. Tidak perlu mendaftar lagi.
check-result-active = Kabar baik, Bapak/Ibu: pendaftaran sudah diperiksa petugas dan diterima.
check-result-returned = Bapak/Ibu, ada data yang perlu diperbaiki. { $why } Sesudah diubah, data diperiksa lagi.
check-result-declined = Mohon maaf, Bapak/Ibu, pendaftaran belum dapat diterima. { $why } Bila ini keliru, silakan datang ke kantor dinas.

state-pending-leader = Status: menunggu diperiksa ketua { $community }.
state-reason = Catatan petugas: { $why }
