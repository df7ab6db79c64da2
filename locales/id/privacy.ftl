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
