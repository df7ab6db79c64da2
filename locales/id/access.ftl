### Peran, izin, dan siapa yang melihat data.

gate-refused = Bagian ini hanya untuk petugas yang berwenang. Tekan /bantuan untuk melihat pilihan.

role-artisan = perajin
role-leader = ketua komunitas
role-coordinator = koordinator
role-owner = admin
role-privacyOfficer = petugas pelindungan data
role-anyone = pengguna bot
role-program = program

viewed-doubles-show = melihat data untuk memeriksa data ganda
viewed-record-merge = menggabungkan data ganda
viewed-record-unmerge = membatalkan penggabungan data
viewed-role-list = melihat daftar peran
viewed-feedback-help = melihat permintaan bantuan berbagi
viewed-sharing-confirm = memeriksa sesi berbagi
viewed-community-show = melihat ketua komunitas
viewed-member-check = memeriksa keanggotaan
viewed-record-check = memeriksa pendaftaran
viewed-member-list = melihat daftar anggota
viewed-member-search = mencari nama
viewed-member-show = melihat kartu data
viewed-phone-show = melihat nomor HP
viewed-export-run = mengunduh daftar perajin
viewed-paper-make = membuat berkas pelatihan
viewed-paper-phones = membuat berkas pelatihan dengan nomor HP
viewed-paper-leader = membuat berita acara ketua komunitas
viewed-paper-catalogue = membuat katalog perajin
viewed-artisanCard-make = membuat kartu perajin
viewed-certificate-issue = membuat sertifikat
viewed-certificate-list = melihat daftar sertifikat
viewed-certificate-end = menarik atau menerbitkan lagi sertifikat
viewed-claim-code = membuat kode klaim
viewed-import-run = memeriksa lembar data perajin
viewed-notice-names = melihat data untuk mengirim kabar
viewed-notice-report = melihat siapa yang menerima atau belum membaca kabar
viewed-promise-unread = melihat siapa yang belum membaca perubahan pelatihan
viewed-promise-receipts = melihat tanda terima transport
