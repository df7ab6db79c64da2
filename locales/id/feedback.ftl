### Kesan setelah pelatihan, soal sebelum dan sesudah, dan pertanyaan sebulan dan tiga bulan kemudian.

## Pertanyaan

ask-rate-content = Bagaimana <b>materi</b> pelatihannya?
ask-rate-trainer = Bagaimana <b>pelatihnya</b>?
ask-rate-place = Bagaimana <b>tempat dan makanannya</b>?
ask-rate-time = Bagaimana <b>pembagian waktunya</b>?
ask-rate-use = Seberapa <b>berguna</b> untuk usaha Bapak/Ibu?
field-rate-content = Materi
field-rate-trainer = Pelatih
field-rate-place = Tempat dan makan
field-rate-time = Waktu
field-rate-use = Kegunaan
hint-rate-content = Tekan salah satu tombol, atau ketik angka 1 sampai 5.
hint-rate-trainer = Tekan salah satu tombol, atau ketik angka 1 sampai 5.
hint-rate-place = Tekan salah satu tombol, atau ketik angka 1 sampai 5.
hint-rate-time = Tekan salah satu tombol, atau ketik angka 1 sampai 5.
hint-rate-use = Tekan salah satu tombol, atau ketik angka 1 sampai 5.
rate-1 = 1 – kurang sekali
rate-2 = 2 – kurang
rate-3 = 3 – cukup
rate-4 = 4 – baik
rate-5 = 5 – baik sekali
survey-rate-how = Ketik angka 1 sampai 5, misalnya: 4. Angka 5 artinya baik sekali.
ask-comment = Ada pesan atau saran untuk kami? Silakan ketik dengan kata sendiri, atau lewati.
field-comment = Pesan
hint-comment = Ketik pesan Bapak/Ibu, atau tekan <b>Lewati</b>.
ask-certificateName =
    Nama di sertifikat nanti: <b>{ $name }</b>

    Bila sudah benar, tekan tombolnya. Bila belum, ketik nama yang benar.
field-certificateName = Nama di sertifikat
hint-certificateName = Tekan <b>Sudah benar</b>, atau ketik nama yang benar, misalnya: Siti Aminah.
survey-name-right = Sudah benar

ask-test = Soal { $number }: <b>{ $question }</b>
survey-choices = { $choices }
field-answer1 = Soal 1
field-answer2 = Soal 2
field-answer3 = Soal 3
field-answer4 = Soal 4
field-answer5 = Soal 5
hint-test = Tekan huruf jawabannya, atau ketik hurufnya, misalnya: A.

ask-shared = Sudah sempat berbagi ilmu dari pelatihan?
field-shared = Berbagi ilmu
hint-shared = Tekan salah satu tombol di atas.
survey-shared-yes = Sudah
survey-shared-no = Belum
survey-shared-help = Butuh bantuan
ask-product = Sejak pelatihan, ada produk baru?
field-product = Produk baru
hint-product = Tekan salah satu tombol di atas.
survey-product-yes = Ada
survey-product-no = Belum ada
ask-buyer = Sejak pelatihan, ada pembeli baru?
field-buyer = Pembeli baru
hint-buyer = Tekan salah satu tombol di atas.
survey-buyer-yes = Ada
survey-buyer-no = Belum ada
ask-income = Dibanding sebelum pelatihan, penghasilan dari kerajinan bagaimana?
field-income = Penghasilan
hint-income = Tekan salah satu tombol di atas.
survey-income-up = Naik
survey-income-same = Tetap
survey-income-down = Turun
survey-income-unsaid = Tidak ingin menjawab

## Tombol untuk membukanya

button-survey-before = Soal sebelum pelatihan
button-survey-feedback = Isi kesan
button-survey-after = Soal sesudah pelatihan
button-survey-month = Jawab pertanyaan
button-survey-quarter = Jawab pertanyaan

## Bila tidak bisa dibuka

survey-not-unknown = Pelatihan ini sudah tidak ada di daftar kami. Silakan lihat yang lain: /pelatihan
survey-not-notTheirs = Pertanyaan ini untuk peserta yang hadir di pelatihannya. Bila Bapak/Ibu hadir, mohon kabari petugas.
survey-not-notNow = Waktu untuk menjawab pertanyaan ini belum tiba atau sudah lewat. Terima kasih sudah mampir.
survey-not-sent = Jawaban Bapak/Ibu sudah kami terima. Terima kasih!
survey-not-noTest = Pelatihan ini tidak memakai soal. Tidak ada yang perlu diisi.
survey-not-nothing = Tidak ada yang perlu diisi sekarang. Terima kasih!

survey-saved = Jawaban tadi sudah disimpan. Untuk melanjutkan, tekan lagi tombol di pesan sebelumnya.
survey-gone = Jawaban ini sudah terkirim atau sudah lewat waktunya. Tidak ada yang hilang.
survey-thanks-before = Terima kasih! Jawaban sudah kami simpan. Soal yang sama akan datang lagi setelah pelatihan.
survey-thanks-feedback = Terima kasih atas kesannya. Nama untuk sertifikat sudah kami catat.
survey-thanks-after = Terima kasih, semua soal sudah terjawab.
survey-thanks-month = Terima kasih atas kabarnya.
survey-thanks-quarter = Terima kasih atas kabarnya. Setelah ini tidak ada pertanyaan lagi tentang pelatihan ini.
survey-result = Jawaban benar: <b>{ $right } dari { $of }</b>.
survey-result-both = Jawaban benar: <b>{ $right } dari { $of }</b>. Sebelum pelatihan: { $before } dari { $of }.

## Untuk koordinator

survey-totals = <b>Kesan peserta: { $title }</b>
    Yang menjawab: { $count }
survey-totals-line = { $label }: <b>{ $mean }</b> dari 5
survey-totals-few = Nilai rata-rata baru ditampilkan setelah lima jawaban, supaya jawaban satu orang tidak tertebak.
survey-totals-tests = Soal sebelum dan sesudah ({ $count } orang): { $before } benar, lalu { $after } benar.
survey-words = <b>Pesan peserta: { $title }</b>
survey-words-line = “{ $words }”
survey-words-none = Belum ada pesan yang bisa ditampilkan.
button-survey-words = Baca pesan peserta
survey-help-task =
    Minta bantuan untuk berbagi ilmu: <b>{ $count }</b> orang
button-survey-help = Lihat yang minta bantuan
survey-help =
    <b>{ $name }</b>, { $kecamatan }, minta bantuan untuk berbagi ilmu dari { $training }.

    Mohon dihubungi.
button-survey-helped = ✓ Sudah dibantu
survey-help-none = Tidak ada lagi yang menunggu bantuan.

## Menulis soal

ask-quiz =
    Ketik <b>soal { $number }</b> dalam satu pesan: baris pertama pertanyaannya, lalu satu pilihan tiap baris. Beri tanda * di depan jawaban yang benar.
field-question1 = Soal 1
field-question2 = Soal 2
field-question3 = Soal 3
field-question4 = Soal 4
field-question5 = Soal 5
hint-quiz =
    Misalnya:
    Lem apa untuk manik kaca?
    Lem kertas
    { "*" }Lem tembak
    Lem kayu
quiz-noChoices = Pilihannya belum ada. Tulis { $least } sampai { $most } pilihan, satu tiap baris di bawah pertanyaan.
quiz-tooManyChoices = Pilihannya terlalu banyak. Tulis paling banyak { $most } pilihan.
quiz-noRight = Beri tanda * di depan satu jawaban yang benar, misalnya: *Lem tembak
quiz-length = Terlalu panjang. Pertanyaan paling banyak 200 huruf, pilihan paling banyak 80 huruf.
quiz-saved = Soal yang sudah ditulis tersimpan. Buka lagi dari kartu pelatihan untuk melanjutkan.
quiz-set = { $count } soal sudah disimpan. Peserta mengisinya sehari sebelum pelatihan dan setelah selesai.
quiz-taken = Soal ini sudah mulai diisi peserta, jadi tidak bisa diubah lagi. Yang lama tetap dipakai ({ $count } soal baru tidak disimpan).
