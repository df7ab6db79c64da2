### Pendaftaran perajin: pertanyaan, pilihan, dan teguran.

## Bagian yang sama di semua pertanyaan

ask-step = <b>Langkah { $step } dari { $steps }</b>
ask-now = Jawaban sekarang: <b>{ $answer }</b>
ask-ticked = Terpilih: <b>{ $answer }</b>
ask-keep = ✓ Tetap pakai ini
ask-back = ‹ Kembali
ask-skip = Lewati
ask-save = Simpan dulu
ask-page-before = ‹ Sebelumnya
ask-page-after = Berikutnya ({ $page }/{ $pages }) ›
ask-yes = Ya
ask-no = Tidak
ask-skipped = tidak diisi
ask-share-contact = 📱 Bagikan nomor saya
ask-answered = { $label }: <b>{ $answer }</b>
ask-closed = { $label } ✓
ask-saved = Baik, jawaban Bapak/Ibu tersimpan 7 hari. Tekan /daftar untuk melanjutkan kapan saja.
ask-stale = Pertanyaan itu sudah lewat. Jawab pertanyaan yang terakhir, ya.
ask-gone = Pilihan itu tidak ada lagi. Pilih salah satu tombol pada pertanyaan terakhir.
ask-needed = Bagian ini perlu diisi, Bapak/Ibu. Tekan <b>Simpan dulu</b> bila ingin melanjutkan nanti.
ask-first = Tidak ada pertanyaan sebelumnya yang bisa diubah. Jawab dulu, atau tekan <b>Simpan dulu</b>.
ask-meant = Maksud Bapak/Ibu yang mana? Pilih, atau ketik lagi.
ask-otherwise = Maaf, jawaban itu belum bisa saya pakai.
ask-left = <i>Melengkapi data: tinggal { $left } pertanyaan. Semuanya boleh dilewati.</i>
ask-remove = Hapus isian ini
ask-done = ✓ Selesai ({ $count })
ask-over = Data Bapak/Ibu tidak ditemukan lagi. Tekan /daftar untuk mendaftar.
ask-many-least = Pilih dulu paling sedikit { $least }, lalu tekan <b>Selesai</b>.
ask-many-most = Paling banyak { $most } pilihan. Tekan lagi salah satu yang bertanda untuk melepasnya.

field-consent = Persetujuan
field-adult = 18 tahun ke atas
field-name = Nama
field-kecamatan = Kecamatan
field-desa = Desa
field-community = Komunitas
field-communityOther = Nama komunitas
field-crafts = Kerajinan
field-craftOther = Kerajinan lain
field-mainCraft = Kerajinan utama
field-phone = Nomor HP
field-whatsapp = Ada WhatsApp
field-review = Periksa jawaban

hint-consent = Pilih <b>Saya setuju</b> atau <b>Tidak setuju</b>.
hint-adult = Pilih <b>Ya</b> atau <b>Tidak</b>.
hint-name = Ketik nama lengkap dengan huruf, misalnya: Siti Aminah.
hint-kecamatan = Pilih tombolnya, atau ketik nama kecamatan, misalnya: Petir.
hint-desa = Pilih tombolnya, atau ketik nama desa. Boleh juga Lewati.
hint-community = Pilih tombolnya, atau ketik nomornya.
hint-communityOther = Ketik nama komunitas, 3 sampai 60 huruf.
hint-crafts = Pilih tombolnya, boleh sampai 5, lalu tekan <b>Selesai</b>. Boleh juga diketik, misalnya: anyaman.
hint-craftOther = Ketik jenis kerajinan dengan kata sendiri, misalnya: lukis kaca.
hint-mainCraft = Pilih salah satu tombol, atau ketik nomornya.
hint-phone = Tekan tombol bagikan nomor, atau ketik nomor HP, misalnya: 0812 3456 7890.
hint-whatsapp = Pilih <b>Ya</b> atau <b>Tidak</b>. Boleh juga Lewati.
hint-review = Tekan tombol paling atas bila sudah benar, atau tombol bagian yang ingin diubah.

## 1 Persetujuan

ask-consent =
    <b>Sebelum mulai, mohon dibaca.</b> Bot ini milik { $officeName }. Kami mencatat nama, akun Telegram, kecamatan, komunitas, dan jenis kerajinan Bapak/Ibu untuk undangan pelatihan dan daftar perajin. Nomor HP dan keterangan usaha boleh tidak diisi.

    Data disimpan di { $dataPlace } selama Bapak/Ibu terdaftar, dan dihapus setelah { $recordMonths } bulan tanpa kegiatan atau kapan saja Bapak/Ibu minta. Pesan berjalan lewat Telegram, layanan dari luar negeri; jangan kirim NIK atau foto KTP.

    Ketua komunitas dan petugas dinas dapat melihat nama, kecamatan, dan kerajinan Bapak/Ibu. Bapak/Ibu berhak melihat, membetulkan, dan menghapus data, serta menarik persetujuan. Petugas pelindungan data: { $privacyContact }.
consent-yes = Saya setuju
consent-no = Tidak setuju
consent-full = Baca lengkap
consent-full-text =
    <b>Penjelasan lengkap</b>

    <b>Siapa:</b> { $officeName }. Petugas pelindungan data: { $privacyContact }.
    <b>Dasar:</b> { $privacyBasis }.
    <b>Untuk apa:</b> undangan pelatihan, daftar perajin, dan pengingat pelatihan.
    <b>Yang dicatat:</b> nama, akun Telegram, kecamatan, desa, komunitas, jenis kerajinan, dan nomor HP bila diisi.
    <b>Berapa lama:</b> selama terdaftar; dihapus setelah { $recordMonths } bulan tanpa kegiatan.
    <b>Yang melihat:</b> petugas dinas dan ketua komunitas; nomor HP hanya petugas.
    <b>Telegram:</b> layanan dari luar negeri; percakapan dengan bot tidak disandikan dari ujung ke ujung.
    <b>Tempat data:</b> { $dataPlace }.
    <b>Hak Bapak/Ibu:</b> melihat, membetulkan, menunda, menghapus data, dan menarik persetujuan. Keluhan disampaikan kepada petugas di atas.
consent-refused = Baik, tidak ada yang dicatat. Bapak/Ibu boleh mulai lagi kapan saja dengan /daftar.

## 2 Umur

ask-adult = Apakah Bapak/Ibu berumur 18 tahun ke atas?
adult-refused = Terima kasih. Pendaftaran ini untuk 18 tahun ke atas, jadi tidak ada yang kami simpan. Orang tua atau wali boleh bertanya ke loket dinas pada jam kerja.

## 3 Nama

ask-name = Siapa nama lengkap Bapak/Ibu? Nama ini akan tertulis di sertifikat.
name-tidy = Nama ditulis yang mana di sertifikat?
name-empty = Saya tidak melihat huruf di pesan itu. Ketik nama lengkap, misalnya: Siti Aminah.
name-tooShort = Nama itu terlalu pendek. Ketik nama lengkap, paling sedikit 2 huruf, misalnya: Siti Aminah.
name-tooLong = Nama itu terlalu panjang. Ketik paling banyak 80 huruf, misalnya: Siti Aminah.
name-digits = Nama tidak memakai angka. Ketik dengan huruf saja, misalnya: Siti Aminah.
name-link = Nama tidak boleh berisi alamat internet. Ketik nama lengkap saja, misalnya: Siti Aminah.
name-notLatin = Ketik nama dengan huruf Latin seperti di KTP, misalnya: Siti Aminah.
name-signs = Nama hanya memakai huruf, titik, koma, dan tanda petik. Ketik misalnya: Siti Aminah.

## 4 Kecamatan

ask-kecamatan = Bapak/Ibu tinggal di kecamatan mana? Pilih, atau ketik namanya.
kecamatan-unknown = Kecamatan itu tidak ada di daftar { KABUPATEN() }. Periksa ejaannya, misalnya: { EXAMPLE() }, atau pilih dari tombol.
kecamatan-which = Baik. Kecamatan mana di { KABUPATEN() }? Ketik namanya, atau pilih dari tombol di atas.
kecamatan-by-desa = Itu nama desa. Apakah Bapak/Ibu tinggal di kecamatan ini?
kecamatan-twin = Maksudnya { KABUPATEN() } atau { $city }?
kecamatan-outside = { $city } punya dinas sendiri. Di mana Bapak/Ibu tinggal?
kecamatan-inside-button = { KABUPATEN() }
kecamatan-outside-button = Di luar { KAB() }
kecamatan-refused = Terima kasih, Bapak/Ibu. Pendaftaran ini untuk warga { KABUPATEN() }. Silakan hubungi dinas koperasi dan UMKM di kota atau kabupaten tempat tinggal. Tidak ada yang kami simpan.

## 5 Desa

ask-desa = Desa mana di { $kecamatan }? Boleh dilewati.
desa-unknown = Desa itu tidak ada di { $here }. Periksa ejaannya, pilih dari tombol, atau tekan Lewati.
desa-elsewhere = Desa itu ada di { $there }, bukan di { $here }. Pilih desa lain, atau tekan Kembali untuk mengganti kecamatan.

## 6 Komunitas

ask-community = Bapak/Ibu anggota komunitas perajin mana?
community-none = Belum punya komunitas
community-unlisted = Tidak ada di daftar
community-unknown = Komunitas itu tidak ada di daftar. Pilih dari tombol, atau tekan <b>Tidak ada di daftar</b>.
ask-communityOther = Apa nama komunitas Bapak/Ibu?

## 7 Kerajinan

ask-crafts = Kerajinan apa yang Bapak/Ibu buat? Boleh sampai 5. Pilih atau ketik, misalnya: anyaman. Lalu tekan <b>Selesai</b>.
craft-unknown = Jenis itu belum ada di daftar. Pilih dari tombol, atau pilih nomor 16 (Lainnya) lalu tulis sendiri.
ask-craftOther = Tulis jenis kerajinan Bapak/Ibu, misalnya: lukis kaca.
own-words-tooShort = Itu terlalu pendek. Ketik paling sedikit { $least } huruf.
own-words-tooLong = Itu terlalu panjang. Ketik paling banyak { $most } huruf.
own-words-signs = Pakai huruf dan angka saja, tanpa alamat internet.
ask-mainCraft = Yang mana kerajinan utama Bapak/Ibu?

## 8 Nomor HP

ask-phone = Berapa nomor HP Bapak/Ibu? Tekan tombol di bawah untuk membagikan nomor, atau ketik, misalnya: 0812 3456 7890. Boleh dilewati, tetapi nomor membantu kami menghubungi bila ada perubahan.
ask-whatsapp = Apakah nomor itu juga dipakai untuk WhatsApp?
phone-someone-else = Kontak itu bukan milik akun Telegram ini. Tekan <b>Bagikan nomor saya</b>, atau ketik nomor Bapak/Ibu sendiri.
phone-notANumber = Itu bukan nomor HP. Ketik angka saja, misalnya: 0812 3456 7890, atau tekan Lewati.
phone-landline = Itu nomor rumah atau kantor. Kami perlu nomor HP, misalnya: 0812 3456 7890.
phone-foreign = Itu nomor luar negeri. Kami perlu nomor HP Indonesia, misalnya: 0812 3456 7890.
phone-tooShort = Nomor itu kurang angka. Periksa lagi, misalnya: 0812 3456 7890.
phone-tooLong = Nomor itu kelebihan angka. Periksa lagi, misalnya: 0812 3456 7890.
phone-invalid = Nomor itu tidak dipakai di Indonesia. Periksa lagi, misalnya: 0812 3456 7890.

## Periksa dan kirim

ask-review =
    { $end ->
        [send] <b>Mohon diperiksa.</b> Bila sudah benar, tekan <b>Kirim</b>.
       *[done] <b>Data Bapak/Ibu.</b> Tekan bagian yang ingin diubah atau ditambah.
    }
review-line = { $label }: <b>{ $answer }</b>
review-change = ✎ { $label }
review-add = + { $label }
review-send = ✓ Kirim
review-done = ✓ Selesai
review-how =
    { $end ->
        [send] Tekan <b>Kirim</b> bila sudah benar, atau tekan bagian yang salah.
       *[done] Tekan bagian yang ingin diubah, atau <b>Selesai</b>.
    }
registered =
    Terima kasih, Bapak/Ibu { $name }. <b>Pendaftaran sudah kami terima</b> dan menunggu diperiksa petugas.

    Bapak/Ibu sudah boleh melihat dan mengikuti pelatihan. Mau lanjut melengkapi data usaha sekarang? Semuanya boleh dilewati.
registration-noDraft = Isian Bapak/Ibu sudah tidak ada. Tekan /daftar untuk mulai lagi.
registration-incomplete = Masih ada bagian yang belum diisi. Tekan /daftar untuk melanjutkan.
registration-alreadyRegistered = Bapak/Ibu sudah terdaftar. Tekan /profil untuk melihat data.
already-registered = Bapak/Ibu { $name } sudah terdaftar. Tekan /profil untuk melihat data, atau /pelatihan untuk pelatihan.
registration-closed = Pendaftaran belum dibuka. Silakan coba lagi nanti, atau tanyakan ke kantor dinas.
not-registered = Bapak/Ibu belum terdaftar. Tekan /daftar untuk mendaftar; hanya beberapa menit.

## Data saya

profile-title = <b>Data Bapak/Ibu</b>
state-pending = Status: menunggu diperiksa petugas.
state-active = Status: sudah diperiksa.
state-returned = Status: perlu diperbaiki.
state-declined = Status: belum dapat diterima.
