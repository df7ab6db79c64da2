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
check-why-said = Alasannya: { $why }.

button-check-yes = Kenal
button-check-no = Bukan anggota kami
button-check-ask = Tanya dulu
button-check-begin = Mulai periksa
button-check-accept = Terima
button-check-return = Kembalikan
button-check-decline = Tolak
button-check-back = ‹ Kembali

check-reason-notMember = Mengapa <b>{ $name }</b> bukan anggota? Jawabannya hanya untuk petugas.
check-reason-returned = Apa yang perlu diperbaiki pada data <b>{ $name }</b>?
check-reason-declined = Mengapa data <b>{ $name }</b> tidak diterima?
button-check-notMember-stranger = Tidak mengenalnya
button-check-notMember-left = Sudah keluar
button-check-notMember-another = Anggota komunitas lain
button-check-returned-name = Nama belum lengkap
button-check-returned-place = Kecamatan atau desa
button-check-returned-craft = Jenis kerajinan
button-check-returned-community = Komunitas
button-check-declined-outside = Di luar { KAB() }
button-check-declined-untrue = Datanya tidak benar
button-check-declined-double = Sudah terdaftar

check-told-name = Nama lengkap perlu dilengkapi.
check-told-place = Kecamatan atau desa perlu diperiksa lagi.
check-told-craft = Jenis kerajinan perlu diperiksa lagi.
check-told-community = Komunitas perlu diperiksa lagi.
check-told-outside = Tempat tinggal di luar { KABUPATEN() }.
check-told-untrue = Datanya belum dapat dipastikan.
check-told-double = Bapak/Ibu sudah terdaftar dengan data lain.

check-result-member = Kabar baik, Bapak/Ibu: ketua <b>{ $community }</b> menyatakan benar, Bapak/Ibu anggota. Pendaftaran sudah diperiksa.
check-result-notMember = Bapak/Ibu, ketua <b>{ $community }</b> belum mengenali Bapak/Ibu sebagai anggota. Pendaftaran tetap tersimpan, dan petugas dinas akan memeriksanya. Tidak perlu mendaftar lagi.
check-result-active = Kabar baik, Bapak/Ibu: pendaftaran sudah diperiksa petugas dan diterima.
check-result-returned = Bapak/Ibu, ada data yang perlu diperbaiki. { $why } Sesudah diubah, data diperiksa lagi.
check-result-declined = Mohon maaf, Bapak/Ibu, pendaftaran belum dapat diterima. { $why } Bila ini keliru, silakan datang ke kantor dinas.

state-pending-leader = Status: menunggu diperiksa ketua { $community }.
state-reason = Catatan petugas: { $why }

## Daftar dan pencarian

command-anggota = Anggota komunitas saya
command-perajin = Mencari perajin
members-title-own = <b>Anggota { $community }</b>
members-title-all = <b>Semua perajin</b>
members-narrowed = <i>Disaring: { $filter }</i>
members-none = Tidak ada yang cocok.
members-how = <i>Ketik nama untuk mencari; ejaan tidak harus persis.</i>
members-filter = Tampilkan yang mana?
members-which-kecamatan = Kecamatan mana?
members-which-craft = Kerajinan apa?
members-found = <b>Yang paling mirip:</b>
members-more = <i>Masih ada yang lain. Ketik nama lebih lengkap, ya.</i>
members-not-found = Nama itu tidak ditemukan. Coba ketik sebagian namanya, misalnya: Syarifuddin.
members-too-many = Sudah 30 pencarian dalam satu jam. Coba lagi sebentar lagi, atau lihat daftarnya.
member-line = • { $name } – { $kecamatan } – { $craft }{ $mark }
member-unchecked = {" "}(belum diperiksa)
member-far = {" "}(tanpa Telegram)
member-number-closed = Nomor HP: tidak dibuka untuk ketua komunitas.
member-road-open = Telegram: bisa dihubungi
member-road-blocked = Telegram: bot diblokir
member-road-none = Telegram: belum ada
member-trainings = Pelatihan: { $titles }
member-no-training = Pelatihan: belum pernah

button-members-filter = Saring
button-members-far = Belum terjangkau
button-members-before = ‹ Sebelumnya
button-members-after = Berikutnya ›
button-members-kecamatan = Kecamatan
button-members-craft = Kerajinan
button-members-verified-yes = Sudah diperiksa
button-members-verified-no = Belum diperiksa
button-members-reachable-yes = Bisa dihubungi
button-members-reachable-no = Tanpa Telegram
button-members-trained-yes = Pernah pelatihan
button-members-trained-no = Belum pernah
button-members-show = Tampilkan
button-members-clear = Tanpa saringan
button-members-all = Lihat daftar
button-number-show = Tampilkan nomor
button-claim-code = Kode klaim baru
button-member-correct = Perbaiki data

number-coming = Sebentar, ya …
number-shown =
    <b>{ $name }</b>: { $number }

    Pesan ini terhapus sendiri dalam 15 menit. Mohon dipakai hanya untuk keperluan komunitas.

## Belum terjangkau

far-blocked = <b>Memblokir bot.</b> Pesan tidak sampai; hubungi lewat jalan lain.
far-silent = <b>Lama tidak ada kabar</b> (90 hari lebih).
far-old = <b>Data lama</b> (lebih dari 6 bulan tidak diperiksa pemiliknya).
far-how = <i>Satu ketukan mengirim sapaan singkat, paling sering sekali seminggu.</i>
button-far-blocked = Memblokir
button-far-silent = Lama diam
button-far-old = Data lama
nudge-sent = Sapaan untuk <b>{ $name }</b> dikirim.
nudge-later = Sapaan untuk <b>{ $name }</b> dikirim begitu jam tenang lewat.
nudge-twice = <b>{ $name }</b> sudah disapa minggu ini. Coba lagi minggu depan, atau hubungi lewat jalan lain.
nudge-none = <b>{ $name }</b> tidak bisa disapa lewat Telegram. Coba lewat telepon atau bertemu langsung.
nudge = Bapak/Ibu, apa kabar? Sudah lama data Bapak/Ibu di daftar perajin tidak diperiksa. Masih benar semuanya?
button-still-right = Masih benar
still-right = Terima kasih, Bapak/Ibu. Data dicatat masih benar.

## Mendaftarkan orang lain

command-daftarkan = Mendaftarkan perajin tanpa Telegram
behalf-read-out = <i>Mohon teks di atas dibacakan kepada orangnya.</i> Apakah beliau setuju?
behalf-consent-lisan = Setuju, lisan
behalf-consent-tertulis = Setuju, tertulis
behalf-consent-no = Tidak setuju
behalf-hint-consent = Pilih <b>Setuju, lisan</b>, <b>Setuju, tertulis</b>, atau <b>Tidak setuju</b>.
behalf-hint-phone = Ketik nomor HP beliau, misalnya: 0812 3456 7890. Boleh juga Lewati.
behalf-refused-consent = Baik, tidak ada yang dicatat. Bila beliau berubah pikiran, tekan /daftarkan.
behalf-refused-age = Pendaftaran ini untuk 18 tahun ke atas, jadi tidak ada yang kami simpan. Terima kasih, Bapak/Ibu.
behalf-adult = Apakah beliau berumur 18 tahun ke atas?
behalf-name = Siapa nama lengkap beliau? Nama ini akan tertulis di sertifikat.
behalf-kecamatan = Beliau tinggal di kecamatan mana? Pilih, atau ketik namanya.
behalf-community = Beliau anggota komunitas perajin mana?
behalf-communityOther = Apa nama komunitas beliau?
behalf-crafts = Kerajinan apa yang beliau buat? Boleh sampai 5. Pilih atau ketik, misalnya: anyaman. Lalu tekan <b>Selesai</b>.
behalf-craftOther = Tulis jenis kerajinan beliau, misalnya: lukis kaca.
behalf-mainCraft = Yang mana kerajinan utama beliau?
behalf-phone = Berapa nomor HP beliau? Ketik, misalnya: 0812 3456 7890. Boleh dilewati.
behalf-saved = Baik, isian tersimpan 7 hari. Tekan /daftarkan untuk melanjutkan.
behalf-noDraft = Isian itu sudah tidak ada. Tekan /daftarkan untuk mulai lagi.
behalf-incomplete = Masih ada bagian yang belum diisi. Tekan /daftarkan untuk melanjutkan.
behalf-refused = Bapak/Ibu hanya bisa mendaftarkan anggota komunitas sendiri. Ubah komunitasnya lewat /daftarkan, atau minta bantuan koordinator.
behalf-claimed = Data ini sudah diambil pemiliknya, jadi hanya beliau dan koordinator yang bisa mengubahnya.
behalf-corrected = Baik, data sudah diperbaiki.
behalf-put-by = Yang sudah diperbaiki tersimpan. Untuk melanjutkan, buka lagi kartu beliau dan tekan <b>Perbaiki data</b>.
behalf-done =
    <b>{ $name } sudah terdaftar.</b> Berikan kode ini kepada beliau: <code>{ $code }</code>

    Kode berlaku 14 hari, satu kali pakai, dan tidak bisa dilihat lagi.
claim-code-new =
    Kode baru untuk <b>{ $name }</b>: <code>{ $code }</code>

    Kode berlaku 14 hari, satu kali pakai. Kode sebelumnya tidak berlaku lagi.
behalf-text =
    Teks untuk dikirim kepada beliau saja, jangan ke grup:

    <blockquote>{ $text }</blockquote>
behalf-whatsapp = Bapak/Ibu, pendaftaran perajin { KABUPATEN() } sudah kami isikan. Untuk memegang data sendiri di Telegram, buka { $link } lalu tekan Mulai, atau ketik kode { $code }. Berlaku 14 hari.
button-behalf-whatsapp = Kirim lewat WhatsApp
button-behalf-next = Daftarkan orang lain
