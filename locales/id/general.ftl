### Sapaan, bantuan, dan jawaban umum.

greeting-pagi = Selamat pagi
greeting-siang = Selamat siang
greeting-sore = Selamat sore
greeting-malam = Selamat malam

start-new =
    { $part }, Bapak/Ibu. Saya <b>Sanggar</b>, bot { $officeName } untuk para perajin.

    Di sini Bapak/Ibu bisa mendaftar sebagai perajin, ikut pelatihan, dan mendapat pengingat sebelum hari pelatihan.

    Mulai dengan menekan tombol di bawah.
start-draft =
    { $part }, Bapak/Ibu. Isian pendaftaran Bapak/Ibu masih tersimpan di { $officeName }.

    Tekan <b>Lanjutkan isian</b> untuk meneruskan dari pertanyaan terakhir.
start-artisan =
    { $part }, Bapak/Ibu { $name }. Bapak/Ibu sudah terdaftar sebagai perajin.

    Silakan pilih:

button-register = Daftar jadi perajin
button-continue = Lanjutkan isian
button-trainings = Lihat pelatihan
button-profile = Lihat data saya
button-change = Ubah data
button-complete = Lengkapi data
button-photo = Lihat foto karya

help =
    <b>Yang bisa dilakukan di sini</b>

    /daftar – mendaftar, atau melanjutkan isian
    /profil – melihat data Bapak/Ibu
    /ubah – mengubah atau melengkapi data
    /pelatihan – melihat dan ikut pelatihan
    /datasaya, /jeda, /hapus – melihat semua data, menjeda kabar, menghapus data
    /cek – memeriksa asli tidaknya pesan dinas
    /batal – berhenti mengisi; jawaban tetap tersimpan
    /bahasa – mengganti bahasa
    /tentang – siapa pemilik bot ini

    Pertanyaan bisa dijawab dengan tombol, nomor, atau kata. Bila masih bingung, datanglah ke { $officeName } pada jam kerja.
about =
    <b>Sanggar</b> dijalankan oleh { $officeName } untuk pendaftaran dan pelatihan perajin { KABUPATEN() }.

    Daftar kecamatan dan desa: { $decree }. { $attribution }

cancelled = Baik, pengisian dihentikan dulu. Jawaban Bapak/Ibu tersimpan 7 hari. Tekan /daftar untuk melanjutkan.
nothing-to-cancel = Tidak ada yang sedang diisi. Tekan /bantuan untuk melihat pilihan.

language-name = Bahasa Indonesia
language-which = Bahasa apa yang Bapak/Ibu inginkan?
language-chosen = Baik, saya berbahasa Indonesia.

edit-not-taken = Pesan yang diubah tidak saya baca ulang. Kirim jawaban yang benar sebagai pesan baru, ya, Bapak/Ibu.
button-gone = Tombol ini sudah tidak berlaku.
command-unknown = Perintah itu tidak saya kenal. Tekan /bantuan untuk melihat pilihan.
not-understood = Maaf, saya belum mengerti pesan itu. Tekan /bantuan untuk melihat pilihan.
continue-offer = Isian Bapak/Ibu tersimpan dan belum selesai. Lanjutkan?
private-only = Saya melayani lewat percakapan pribadi: { $link }

update-delayed = Mohon maaf, jawaban Bapak/Ibu sudah saya terima tetapi masih tertunda karena gangguan. Saya coba lagi sebentar lagi.
update-givenUp = Mohon maaf, pesan terakhir Bapak/Ibu gagal saya proses. Petugas sudah diberi tahu. Silakan kirim sekali lagi.

command-daftar = Mendaftar sebagai perajin
command-pelatihan = Melihat dan ikut pelatihan
command-profil = Melihat data saya
command-ubah = Mengubah data saya
command-bantuan = Bantuan
command-batal = Berhenti mengisi
command-bahasa = Ganti bahasa
command-tentang = Tentang bot ini
