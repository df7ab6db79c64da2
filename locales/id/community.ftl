### Komunitas: daftar, kartu, ketua, bergabung.

command-komunitas = Komunitas dan ketuanya

community-list = <b>Komunitas</b>
community-none-yet = Belum ada komunitas. Tekan <b>Komunitas baru</b> untuk menambahkan yang pertama.
community-alarm =
    <b>{ $count } komunitas belum punya ketua.</b> Mohon segera diisi: tanpa ketua, tidak ada yang memeriksa anggota barunya.
community-line-led = { $number }. { $name }
community-line-alone = { $number }. <b>{ $name }</b> – belum ada ketua
community-line-closed = { $number }. { $name } – sudah ditutup
community-leaderless = <b>Mohon diperhatikan:</b> komunitas { $name } sekarang tidak punya ketua. Tekan /komunitas untuk mengundang yang baru.
community-closed = { $name } (sudah ditutup)

community-card =
    <b>{ $name }</b>
    { $where }
    Anggota: { $members }
community-is-closed = Komunitas ini sudah ditutup: tidak ditawarkan lagi, dan anggotanya tetap tercatat sampai memilih komunitas lain lewat /ubah.
community-leader = Ketua: <b>{ $name }</b>, sejak { $since }, sampai { $until }
community-no-leader = <b>Belum ada ketua.</b>
community-before = Ketua sebelumnya: { $name }, { $since } sampai { $until }
community-before-note = Ketua sebelumnya: { $name }, { $since } sampai { $until }. Catatan: { $note }
button-community-new = Komunitas baru
button-community-list = Semua komunitas
button-community-share = Tautan bergabung
button-community-rename = Ganti nama
button-community-close = Tutup
button-community-reopen = Buka lagi
button-community-stop = Tidak jadi
button-leader-invite = Undang ketua
button-leader-renew = Perpanjang { $name }
button-leader-end = Akhiri { $name }

community-ask-name = Apa nama komunitas yang baru? Ketik namanya, misalnya: Kriya Lestari.
community-ask-rename = Apa nama barunya? Ketik namanya, misalnya: Kriya Lestari.
community-ask-phone = Berapa nomor HP calon ketua? Undangannya hanya bisa dipakai pemilik nomor itu. Ketik, misalnya: 0812 3456 7890.
leader-phone-wrong = Itu bukan nomor HP Indonesia yang lengkap. Ketik nomor calon ketua, misalnya: 0812 3456 7890.
community-where = Di kecamatan mana <b>{ $name }</b>? Pilih tombolnya, atau ketik nama kecamatannya.
community-where-unknown = Kecamatan itu tidak saya kenal. Pilih dari tombol, atau ketik misalnya: Petir.
community-taken = Sudah ada komunitas dengan nama itu di kecamatan yang sama. Ketik nama lain, atau tekan /komunitas untuk melihatnya.
community-save = Simpan komunitas <b>{ $name }</b>, { $where }?
button-community-save = Ya, simpan
community-stopped = Baik, tidak ada yang diubah.
community-desk-gone = Ini sudah lewat. Tekan /komunitas untuk memulai lagi.
community-close-question = Tutup <b>{ $name }</b>? Komunitas ini tidak ditawarkan lagi kepada pendaftar. { $members } anggotanya tetap tercatat, dan komunitas ini bisa dibuka lagi.
button-community-close-yes = Ya, tutup
button-community-close-no = Tidak jadi
leader-end-question = Mengapa ketua ini berganti? Ketik catatan singkat, misalnya: pindah rumah. Catatan dan tanggalnya disimpan. Peran berakhir begitu catatan dikirim.
button-leader-end-yes = Akhiri tanpa catatan
leader-ended-told = Peran Bapak/Ibu sebagai ketua { $name } sudah berakhir. Terima kasih atas pengabdiannya. Bila ini keliru, hubungi dinas.

## Bergabung

community-link = Mari bergabung dengan <b>{ $name }</b>. Buka tautan ini, atau pindai kodenya dengan kamera HP: { $link }
join-unknown = Komunitas pada tautan ini tidak ada atau sudah ditutup. Tanyakan tautan yang baru kepada ketuanya.
join-already = Bapak/Ibu sudah tercatat di komunitas <b>{ $name }</b>.
join-question = Bergabung dengan komunitas <b>{ $name }</b>?
join-question-leave = Bergabung dengan komunitas <b>{ $name }</b>? Sekarang Bapak/Ibu tercatat di { $own }, dan akan keluar dari sana.
button-join-yes = Ya, gabung
button-join-no = Tidak jadi
join-not = Baik, tidak ada yang diubah.
join-done = Terima kasih. Bapak/Ibu tercatat di <b>{ $name }</b>. Ketuanya memeriksa dulu, lalu Bapak/Ibu dikabari.
join-register = Untuk bergabung dengan <b>{ $name }</b>, Bapak/Ibu perlu terdaftar dulu. Pada pertanyaan komunitas pilih nama itu, atau buka tautan ini sekali lagi sesudahnya.
join-filled = Baik, komunitas <b>{ $name }</b> sudah saya isikan di pendaftaran Bapak/Ibu.
