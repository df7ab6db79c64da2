### Hak atas data sendiri: melihat, menjeda, menghapus, dan izin.

command-datasaya = Melihat semua data tentang saya
command-jeda = Menjeda pemberitahuan
command-berhenti = Berhenti dan menarik persetujuan
command-hapus = Menghapus data saya

## Jeda

paused =
    Baik, pemberitahuan dijeda. Undangan dan pengingat tidak kami kirim lagi.

    Bila ada pelatihan Bapak/Ibu yang berubah atau dibatalkan, tetap kami kabari.
pause-over = Baik, pemberitahuan berjalan lagi seperti biasa.
button-pause = Jeda pemberitahuan
button-pause-end = Lanjutkan kabar

## Berhenti dan hapus

leave-question =
    <b>Hapus semua data Bapak/Ibu?</b>

    Mulai saat itu tidak ada pesan lagi, dan tempat di pelatihan yang belum mulai dilepas. Dalam 7 hari masih bisa dibatalkan. Sesudah itu semua data dihapus dan tidak bisa kembali.

    Bila hanya ingin tenang sebentar, jeda saja.
leave-question-draft =
    <b>Hapus isian Bapak/Ibu?</b>

    Semua jawaban yang tersimpan langsung dihapus dan tidak bisa kembali.
button-leave-yes = Ya, hapus
button-leave-no = Tidak jadi
button-leave-undo = Batalkan penghapusan
leave-not = Baik, tidak ada yang dihapus.
leaving =
    Data Bapak/Ibu akan dihapus pada <b>{ $when }</b>. Sejak sekarang tidak ada pesan yang kami kirim.

    Berubah pikiran? Sebelum waktu itu tekan tombol di bawah.
leaving-seats = Tempat Bapak/Ibu sudah dilepas di: { $titles }.
leave-undone = Baik, data Bapak/Ibu tidak jadi dihapus. Tempat di pelatihan yang sudah dilepas bisa diambil lagi lewat /pelatihan selama masih ada.
leave-dropped = Isian Bapak/Ibu sudah dihapus. Terima kasih; boleh mulai lagi kapan saja dengan /daftar.
leave-unknown = Tidak ada data pendaftaran Bapak/Ibu pada kami, jadi tidak ada yang perlu dihapus.

## Isian yang lama tidak dilanjutkan

draft-nudge = Bapak/Ibu, isian pendaftaran masih tersimpan dan tinggal sedikit lagi. Mau dilanjutkan sekarang?
draft-dropped = Bapak/Ibu, isian pendaftaran yang 7 hari tidak dilanjutkan sudah kami hapus. Boleh mulai lagi kapan saja.

## Akhir data

erased = Semua data Bapak/Ibu sekarang dihapus dari catatan kami. Ini pesan terakhir. Terima kasih, dan boleh mendaftar lagi kapan saja dengan /daftar.
erased-silent = Sudah lama tidak ada kabar dari Bapak/Ibu, jadi semua data sekarang dihapus dari catatan kami. Ini pesan terakhir. Boleh mendaftar lagi kapan saja dengan /daftar.
silent-warning =
    Bapak/Ibu, sudah lama kita tidak saling berkabar. Bila tetap begitu, data Bapak/Ibu kami hapus pada <b>{ $when }</b>.

    Masih ingin terdaftar? Cukup tekan tombol ini.
button-still-here = Saya masih ikut
still-here = Terima kasih, Bapak/Ibu. Data Bapak/Ibu tetap tersimpan.

## Semua data saya

mydata-title = <b>Semua yang kami simpan tentang Bapak/Ibu</b>
mydata-person = <b>Data diri dan usaha</b>
mydata-consents = <b>Persetujuan dan izin</b>
mydata-given = ya, { $date } (teks { $version })
mydata-draft = <b>Isian</b> yang belum dikirim ada di dalam berkas.
mydata-trainings = <b>Pelatihan</b>
mydata-messages = <b>Pesan yang kami kirim</b>
mydata-views = <b>Yang melihat data Bapak/Ibu</b>
mydata-none = Belum ada.
mydata-line = • { $line }
mydata-more = … dan { $more } lagi, lihat berkas.
mydata-end = Semuanya ada di berkas di bawah ini. Mengubah: /ubah. Menjeda: /jeda. Menghapus: /hapus.
mydata-nothing = Kami belum menyimpan pendaftaran Bapak/Ibu. Yang ada hanya pilihan bahasa dan catatan percakapan, paling lama 30 hari. Mendaftar: /daftar.

delivery-ready = menunggu
delivery-sending = sedang dikirim
delivery-sent = terkirim
delivery-blocked = bot diblokir
delivery-failed = gagal
delivery-expired = lewat waktu
delivery-cancelled = dibatalkan
delivery-superseded = diganti
delivery-unknown = tidak pasti
delivery-byHand = lewat petugas

## Persetujuan yang berubah

consent-again = <b>Teks persetujuan kami berubah.</b> Mohon dibaca, lalu pilih.
consent-again-thanks = Terima kasih, Bapak/Ibu. Persetujuan sudah kami catat. Silakan lanjut.
consent-again-refused = Baik. Tanpa persetujuan, kami tidak boleh menyimpan data Bapak/Ibu lebih lama. Mau dihapus sekarang? Melihat data: /datasaya.
button-leave = Hapus data saya

## Izin tambahan

ticks-title = <b>Izin tambahan.</b> Semua boleh dipilih atau tidak, dan bisa diubah kapan saja dengan tombol yang sama.
tick-news = <b>Kabar pelatihan:</b> saya mau menerima kabar pelatihan dan pameran.
tick-phoneToLeader = <b>Nomor ke ketua:</b> ketua komunitas boleh melihat nomor HP saya.
tick-catalogue = <b>Katalog:</b> nama usaha dan foto karya saya boleh tampil di katalog.
tick-pionir = <b>Berbagi ilmu:</b> saya bersedia dihubungi untuk berbagi ilmu.
button-ticks = Izin tambahan
button-tick-news = Kabar pelatihan
button-tick-phoneToLeader = Nomor ke ketua
button-tick-catalogue = Katalog
button-tick-pionir = Berbagi ilmu
