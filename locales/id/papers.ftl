### Berkas: daftar perajin keluar dan masuk.

command-berkas = Daftar perajin sebagai berkas

papers = <b>Berkas</b>. Mau apa hari ini?
button-paper-list = Unduh daftar perajin
button-paper-import = Masukkan dari lembar
button-paper-blank = Minta lembar kosong

## Unduh

export-whom = Daftar perajin yang mana?
button-export-all = Semua perajin
button-export-kecamatan = Per kecamatan
button-export-craft = Per jenis kerajinan
button-export-community = Per komunitas
export-all = Semua perajin
export-which-kecamatan = Kecamatan mana?
export-which-craft = Kerajinan apa?
export-which-community = Komunitas mana?
export-no-communities = Belum ada komunitas yang tercatat. Tekan /berkas untuk memilih daftar lain.
export-nobody = { $whom }: belum ada perajin yang tercatat. Tekan /berkas untuk memilih daftar lain.
export-form = { $whom }: <b>{ $count } perajin</b>. Dalam bentuk apa?
button-export-xlsx = Excel (XLSX)
button-export-csv = CSV
export-reason = Untuk keperluan apa daftar ini? Ketik alasannya, 10 sampai 200 huruf, misalnya: undangan pelatihan bros 22 Agustus. Alasan, jumlah, dan siapa yang mengunduh dicatat.
export-reason-tooShort = Alasan itu terlalu pendek. Ketik sedikitnya 10 huruf, misalnya: undangan pelatihan bros 22 Agustus.
export-reason-tooLong = Alasan itu terlalu panjang. Ketik paling banyak 200 huruf, misalnya: undangan pelatihan bros 22 Agustus.
export-tooManyToday = Hari ini Bapak/Ibu sudah mengunduh { $most } daftar, dan itu batasnya. Silakan coba lagi besok.
export-nobodyElse = Daftar sebanyak ini perlu izin orang kedua, tetapi belum ada koordinator atau admin lain. Minta admin menambahkan petugas, atau pilih daftar yang lebih kecil lewat /berkas.
export-gone = Permintaan itu sudah tidak menunggu alasan. Tekan /berkas untuk mulai lagi.
export-waiting =
    { $count ->
        [0] Permintaan tercatat, tetapi belum ada petugas lain yang bisa dihubungi saat ini. Coba lagi lewat /berkas nanti.
       *[other] Permintaan tercatat. Daftar sebanyak ini perlu izin orang kedua: { $count } petugas sudah ditanya. Berkas dikirim ke sini begitu diizinkan, paling lama 24 jam.
    }
export-second =
    <b>Izin untuk daftar perajin</b>

    { $who } meminta daftar: { $whom }, { $count } perajin.
    Alasan: { $reason }

    Bapak/Ibu mengizinkan? Berkas hanya dikirim kepada peminta, dan keputusan ini dicatat.
button-export-approve = Izinkan
button-export-refuse = Tolak
export-you-approved = Baik, Bapak/Ibu mengizinkan. Berkas sudah dikirim kepada peminta.
export-you-refused = Baik, permintaan itu ditolak. Peminta sudah diberi tahu.
export-refused = Permintaan daftar perajin ditolak oleh petugas lain. Bicarakan dulu dengan rekan, lalu boleh diminta lagi lewat /berkas.
export-late = Permintaan ini sudah diputuskan, atau waktunya sudah lewat. Tidak ada yang dikirim sekarang.
export-notAllowed = Peminta sudah tidak bertugas sebagai koordinator. Tidak ada yang dikirim.
export-caption = Daftar { $count } perajin. <b>Data pribadi:</b> pakai hanya untuk alasan yang ditulis, jangan diteruskan, hapus bila selesai.

## Lembar

sheet-name = Daftar perajin
sheet-number = No
sheet-code = Kode
sheet-consent-lisan = lisan
sheet-consent-tertulis = tertulis
sheet-consent-bot = lewat bot
sheet-where = <b>{ $place }</b> ({ $column }):
sheet-given = “{ $value }” –
sheet-good = Contoh: { $example }.

sheet-wrong-missing = belum diisi.
sheet-wrong-name = nama hanya memakai huruf, titik, koma, dan tanda petik.
sheet-wrong-kecamatan = kecamatan itu tidak ada di { KABUPATEN() }.
sheet-wrong-outside = itu di luar { KABUPATEN() }.
sheet-wrong-desa = desa itu tidak ada di kecamatan ini.
sheet-wrong-craft = jenis kerajinan itu belum ada di daftar.
sheet-wrong-tooMany = terlalu banyak isian dalam satu kotak.
sheet-wrong-otherCraft = kerajinan “Lainnya” perlu ditulis namanya.
sheet-wrong-mainCraft = kerajinan utama harus salah satu dari kerajinannya.
sheet-wrong-phone = itu bukan nomor HP Indonesia.
sheet-wrong-landline = itu nomor rumah atau kantor, bukan HP.
sheet-wrong-foreign = itu nomor luar negeri.
sheet-wrong-noPhone = diisi hanya bila nomor HP ada.
sheet-wrong-yesNo = tulis Ya atau Tidak.
sheet-wrong-adult = pendaftaran hanya untuk 18 tahun ke atas.
sheet-wrong-year = itu bukan tahun lahir.
sheet-wrong-young = menurut tahun itu umurnya di bawah 18 tahun.
sheet-wrong-years = tulis jumlah tahun, 0 sampai 80.
sheet-wrong-link = itu belum seperti alamat toko.
sheet-wrong-nib = NIB berisi 13 angka.
sheet-wrong-choice = pilihan itu tidak ada.
sheet-wrong-words = terlalu pendek, terlalu panjang, atau berisi alamat internet.
sheet-wrong-consent = tulis bagaimana orangnya setuju: lisan atau tertulis.
sheet-wrong-code = kode itu tidak ada. Kosongkan bila orangnya baru.
sheet-wrong-twice = kode ini sudah dipakai di baris lain.

sheet-example-name = Siti Aminah
sheet-example-sex = P
sheet-example-birthYear = 1985
sheet-example-adult = Ya
sheet-example-kecamatan = Petir
sheet-example-desa = Cirangkong
sheet-example-community = Manik Melati
sheet-example-crafts = Rajut & makrame; Batik (tulis, cap)
sheet-example-mainCraft = Rajut & makrame
sheet-example-craftOther = Lukis kaca
sheet-example-phone = 0812-3456-7890
sheet-example-whatsapp = Ya
sheet-example-businessName = Bros Melati
sheet-example-products = bros; gelang
sheet-example-shopLink = @brosmelati
sheet-example-channels = Pasar; WhatsApp
sheet-example-workers = 2–4 orang
sheet-example-yearsInCraft = 5
sheet-example-turnover = 1–3 juta
sheet-example-nib = Sudah
sheet-example-nibNumber = 1234567890123
sheet-example-teach = merangkai manik
sheet-example-consent = lisan
sheet-example-code = (kosong)

sheet-doubt-claimed = data ini sudah dipegang orangnya sendiri, jadi tidak diubah dari lembar.
sheet-doubt-alike = mirip data berkode { $code }. Tulis kode itu di kolom Kode bila orangnya sama, atau tulis BARU bila orang lain.
sheet-doubt-alikeRow = mirip baris { $row }. Hapus salah satu bila orangnya sama, atau tulis BARU di kolom Kode.

remark-name = Catatan
remark-cell = Kotak
remark-column = Kolom
remark-value = Isi
remark-what = Catatan
remark-example = Contoh

## Masuk

import-how = Isi lembar ini satu orang satu baris, lalu kirim kembali ke sini sebagai berkas (XLSX atau CSV). Bacakan dulu teks persetujuan kepada orangnya, lalu tulis <b>lisan</b> atau <b>tertulis</b> di kolom Persetujuan. Kotak kosong tidak mengubah apa pun. Tidak ada yang disimpan sebelum Bapak/Ibu menekan Simpan.
import-preview =
    <b>Lembar sudah diperiksa. Belum ada yang disimpan.</b>
    Baru: { $fresh }
    Berubah: { $changed }
    Sama: { $same }
    Meragukan: { $doubtful }
    Salah: { $wrong }
import-more = … dan { $count } catatan lagi di berkas catatan.
import-save-question = Baris baru dan berubah bisa disimpan sekarang; yang meragukan dan salah dilewati.
import-nothing = Tidak ada baris yang perlu disimpan. Perbaiki lembarnya bila perlu, lalu kirim lagi.
button-import-save = ✓ Simpan ({ $count })
button-import-drop = Jangan simpan
button-import-codes = Kode klaim (cetak)
import-codes = Kode klaim untuk <b>{ $count }</b> orang, untuk dicetak dan diberikan kepada masing-masing. Berlaku 14 hari, satu kali pakai; kode sebelumnya tidak berlaku lagi. Jangan diteruskan ke grup.
import-codes-none = Semua orang dari lembar ini sudah memegang datanya sendiri, jadi tidak ada kode yang perlu dibuat.
sheet-claim-codes = Kode klaim
sheet-claim-code = Kode
sheet-claim-link = Tautan
button-import-undo = Batalkan impor
import-dropped = Baik, lembar itu tidak disimpan.
import-late = Pemeriksaan ini sudah lebih dari sehari. Kirim lembarnya sekali lagi.
import-goes-on = Masih berjalan. Kabar datang ke sini begitu selesai.
import-saved =
    { $skipped ->
        [0] <b>Tersimpan: { $saved } baris.</b> Bila keliru, impor ini bisa dibatalkan selama 7 hari.
       *[other] <b>Tersimpan: { $saved } baris.</b> Dilewati: { $skipped }, karena datanya berubah sejak diperiksa. Bila keliru, impor ini bisa dibatalkan selama 7 hari.
    }
import-undone =
    { $kept ->
        [0] <b>Impor dibatalkan:</b> { $undone } baris dikembalikan seperti semula.
       *[other] <b>Impor dibatalkan:</b> { $undone } baris dikembalikan. Tetap: { $kept }, karena sudah dipegang atau diubah orang lain.
    }
import-undo-late = Impor ini sudah lebih dari 7 hari, jadi tidak bisa dibatalkan lagi.
import-empty = Lembar itu kosong. Tekan /berkas, minta lembar kosong, isi, lalu kirim lagi.
import-tooBig = Berkas itu terlalu besar. Kirim paling banyak { $megabytes } MB; bagi menjadi beberapa lembar.
import-tooMany = Lembar itu terlalu panjang. Kirim paling banyak { $rows } baris; bagi menjadi beberapa lembar.
import-encrypted = Berkas itu memakai kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.
import-oldExcel = Itu bentuk Excel lama (.xls). Simpan sebagai .xlsx atau .csv, lalu kirim lagi.
import-notASheet = Berkas itu tidak bisa dibaca sebagai lembar data. Kirim berkas XLSX atau CSV, atau minta lembar kosong lewat /berkas.
import-headers = Kolom ini tidak ada di lembar: { $missing }. Nama kolom harus sama dengan lembar kosong dari /berkas.

## Katalog dan formulir

button-paper-form = Formulir kertas
button-paper-catalogue = Katalog perajin
catalogue-which = Katalog berisi nama usaha dan foto karya <b>{ $count }</b> perajin yang mengizinkannya, tanpa nama orang dan tanpa nomor. Dalam bentuk apa?
catalogue-none = Belum ada perajin yang mengizinkan tampil di katalog. Izinnya ada di /profil, Izin tambahan.
button-catalogue-pdf = PDF untuk dicetak
button-catalogue-png = Gambar (PNG)
button-catalogue-more = Halaman berikutnya
catalogue-making = Sedang menyiapkan katalog dan mengambil fotonya…
catalogue-made = Katalog sudah jadi: { $count } usaha.
catalogue-pages = Halaman katalog { $first } sampai { $last } dari { $pages } sudah dikirim.
catalogue-caption = Katalog perajin. Hanya yang mengizinkan ada di sini; izin bisa ditarik, jadi pakai yang terbaru.
paper-form-caption = Formulir kosong untuk orang tanpa HP. Bacakan teks persetujuannya dulu. Setelah diisi, masukkan lewat /daftarkan, lalu simpan kertasnya di kantor.

## Kartu perajin

button-kartu-own = Kartu perajin
button-kartu-print = Untuk dicetak (PDF)
button-kartu-sheet = Kartu anggota
button-paper-leader = Berita acara ketua
kartu-own = Kartu perajin Bapak/Ibu. Kode kotaknya dipindai petugas di pelatihan; isinya tanpa data pribadi.
kartu-of = Kartu perajin <b>{ $name }</b>. Berikan kepada orangnya saja.
kartu-own-unchecked = Kartu perajin dibuat setelah data Bapak/Ibu selesai diperiksa. Untuk pelatihan, kode di /kartu sudah bisa dipakai.
kartu-unchecked = Data orang ini belum selesai diperiksa, jadi kartunya belum bisa dibuat.
kartu-making = Sedang menyiapkan { $count } kartu…
kartu-sheet = { $count } kartu, sepuluh per lembar A4. Cetak ukuran asli (100%), lalu gunting. <b>Data pribadi:</b> jangan diteruskan, hapus bila selesai.
kartu-made =
    { $without ->
        [0] { $count } kartu sudah jadi.
       *[other] { $count } kartu sudah jadi. { $without } orang belum mendapat kartu: datanya belum selesai diperiksa, atau sudah dihapus.
    }
kartu-sheet-none = Belum ada orang dengan data yang sudah diperiksa, jadi belum ada kartu yang bisa dibuat.
