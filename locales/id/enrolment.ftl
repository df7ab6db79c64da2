### Keikutsertaan: minat, pemilihan peserta, tawaran tempat, dan daftar cadangan.

## Surat, dalam tiga bentuk

seat-offered =
    Bapak/Ibu { $name }, selamat, ada tempat untuk Bapak/Ibu di <b>{ $training }</b>.

    { $when }, di { $place }.
    Yang disediakan: { $promises }.

    { $until } Pertanyaan: { $contact }.
    .whatsapp =
        Bapak/Ibu { $name }, ada tempat untuk Bapak/Ibu di *{ $training }*.
        { $when }, di { $place }.
        Yang disediakan: { $promises }.
        { $until } Mohon jawab: bersedia atau berhalangan. Pertanyaan: { $contact }.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, ada tempat untuk Bapak/Ibu di { $training }, { $when }, di { $place }. Apakah Bapak/Ibu bersedia atau berhalangan?
seat-offered-until = Mohon dijawab paling lambat { $when }.
seat-offered-soon = Mohon dijawab dalam tiga hari.
letter-label-seat-offered = Tawaran tempat: { $training }

seat-proposed =
    Bapak/Ibu { $name }, { $who } untuk ikut <b>{ $training }</b>.

    { $when }, di { $place }.
    Nama Bapak/Ibu kami catat sebagai peminat. Bila tidak berminat, buka pelatihannya lalu tekan Batalkan minat.
    .whatsapp =
        Bapak/Ibu { $name }, { $who } untuk ikut *{ $training }*.
        { $when }, di { $place }. Bila tidak berminat, mohon kabari kami.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $who } untuk ikut { $training }, { $when }, di { $place }. Bila tidak berminat, mohon kabari kami.
seat-proposed-leader = ketua komunitas mengusulkan Bapak/Ibu
seat-proposed-coordinator = dinas mengundang Bapak/Ibu
letter-label-seat-proposed = Usulan: { $training }

offer-lapsed =
    Bapak/Ibu { $name }, waktu menjawab tawaran <b>{ $training }</b> sudah lewat, jadi tempatnya kami tawarkan kepada yang berikutnya.

    Tidak apa-apa. Bila masih berminat, tekan Lihat pelatihan. Pertanyaan: { $contact }.
    .whatsapp =
        Bapak/Ibu { $name }, waktu menjawab tawaran *{ $training }* sudah lewat, jadi tempatnya kami tawarkan kepada yang berikutnya.
        Bila masih berminat, hubungi { $contact }.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, waktu menjawab tawaran { $training } sudah lewat, jadi tempatnya kami tawarkan kepada yang berikutnya. Bila masih berminat, hubungi { $contact }.
letter-label-offer-lapsed = Tawaran lewat: { $training }

not-chosen =
    Bapak/Ibu { $name }, terima kasih sudah berminat ikut <b>{ $training }</b>. Mohon maaf, kali ini tempatnya belum cukup untuk Bapak/Ibu.

    Ini kami catat: di pelatihan berikutnya, yang sudah pernah menunggu lebih didahulukan. Pertanyaan: { $contact }.
    .whatsapp =
        Bapak/Ibu { $name }, terima kasih sudah berminat ikut *{ $training }*. Mohon maaf, kali ini tempatnya belum cukup.
        Ini kami catat untuk pelatihan berikutnya. Pertanyaan: { $contact }.
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, terima kasih sudah berminat ikut { $training }. Mohon maaf, kali ini tempatnya belum cukup; ini kami catat untuk pelatihan berikutnya.
letter-label-not-chosen = Belum terpilih: { $training }

promise-none = tempat dan bahan pelatihan

## Kartu pelatihan bagi yang belum pasti

own-offered = <b>Ada tempat untuk Bapak/Ibu.</b> Mohon dijawab: bersedia atau berhalangan?
own-offered-until = <b>Ada tempat untuk Bapak/Ibu.</b> Mohon dijawab paling lambat { $when }.
own-waiting = Bapak/Ibu di daftar cadangan, <b>nomor { $number }</b>
own-interested = Minat Bapak/Ibu sudah tercatat
own-notChosen = Bapak/Ibu belum terpilih kali ini
own-released = Waktu menjawab tawaran sudah lewat

interest-noted = Terima kasih, Bapak/Ibu. Minat ikut <b>{ $title }</b> sudah kami catat. Dinas memilih peserta bersama-sama, dan kabarnya datang lewat bot ini.
interest-already = Minat Bapak/Ibu untuk <b>{ $title }</b> memang sudah tercatat. Kabarnya datang lewat bot ini.
interest-closed = Mohon maaf, pendaftaran minat <b>{ $title }</b> sudah ditutup. Bila ada pertanyaan, hubungi { $contact }.
interest-tookBack = Minat untuk <b>{ $title }</b> pernah dibatalkan. Tekan Saya berminat untuk mencatatnya lagi.
interest-kecamatan = Mohon maaf, <b>{ $title }</b> kali ini untuk perajin dari kecamatan tertentu. Bila Bapak/Ibu sudah pindah, perbaiki lewat /ubah, atau hubungi { $contact }.
interest-crafts = Mohon maaf, <b>{ $title }</b> kali ini untuk jenis kerajinan tertentu. Bila kerajinan Bapak/Ibu bertambah, perbaiki lewat /ubah, atau hubungi { $contact }.
interest-communities = Mohon maaf, <b>{ $title }</b> kali ini untuk anggota komunitas tertentu. Bila ada pertanyaan, hubungi { $contact }.
interest-taken-back = Baik, minat untuk <b>{ $title }</b> kami batalkan. Bila berubah pikiran, tekan Saya berminat.
interest-none = Tidak ada minat yang tercatat untuk <b>{ $title }</b>.

offer-accepted = Terima kasih, Bapak/Ibu. Tempat di <b>{ $title }</b> menjadi milik Bapak/Ibu. Pengingat akan datang lewat bot ini, jadi tidak perlu khawatir lupa.
offer-alreadyAccepted = Bapak/Ibu sudah tercatat bersedia ikut <b>{ $title }</b>. Bila berhalangan, buka pelatihannya lalu tekan Batal ikut.
offer-declined = Baik, Bapak/Ibu. Tempat di <b>{ $title }</b> kami berikan kepada yang lain. Terima kasih sudah mengabari.
offer-alreadyDeclined = Bapak/Ibu sudah tercatat berhalangan ikut <b>{ $title }</b>.
offer-gone = Mohon maaf, tawaran tempat di <b>{ $title }</b> sudah tidak berlaku. Buka pelatihannya untuk melihat yang masih bisa, atau hubungi { $contact }.
offer-begun = <b>{ $title }</b> sudah dimulai, jadi tawaran ini tidak bisa dijawab lagi. Bila ada pertanyaan, hubungi { $contact }.

why-order =
    <b>Mengapa belum terpilih: { $title }</b>

    Urutan yang disarankan: kerajinannya cocok; belum pernah ikut; paling lama tidak ikut; kecamatannya belum terjangkau; paling sering terlewat; lebih dulu berminat. Orang dinas yang memilih, dan setiap penyimpangan diberi alasan.
why-no-reason = Tidak ada yang mendahului di luar urutan. Tempat diberikan kepada yang lebih dulu dalam urutan itu.
why-skipped = { $date }, dilewati dengan alasan: { $reason }
why-jumped = { $date }, perajin lain didahulukan dengan alasan: { $reason }
why-of = <b>{ $name }: mengapa belum terpilih</b>
why-of-training = <b>{ $title }</b>
why-of-none = { $name } tidak sedang menunggu di pelatihan mana pun.

## Mengusulkan, mengundang, dan menjawab untuk orang lain

propose-where = { $name } diusulkan ke pelatihan yang mana?
propose-nowhere = Saat ini tidak ada pelatihan yang menerima usulan.
propose-noted = { $name } sudah dicatat sebagai peminat <b>{ $title }</b>, dan diberi tahu.
propose-already = { $name } memang sudah tercatat di <b>{ $title }</b>.
propose-closed = Usulan untuk <b>{ $title }</b> sudah ditutup.
propose-tookBack = { $name } pernah membatalkan atau menolak <b>{ $title }</b>. Hanya orangnya sendiri yang dapat mencatat minat lagi.
propose-kecamatan = <b>{ $title }</b> hanya untuk kecamatan tertentu; kecamatan { $name } tidak termasuk.
propose-crafts = <b>{ $title }</b> hanya untuk kerajinan tertentu; kerajinan { $name } tidak termasuk.
propose-communities = <b>{ $title }</b> hanya untuk komunitas tertentu; { $name } bukan anggotanya.

answer-for-accepted = Dicatat: { $name } bersedia ikut <b>{ $title }</b>.
answer-for-alreadyAccepted = { $name } memang sudah tercatat bersedia ikut <b>{ $title }</b>.
answer-for-declined = Dicatat: { $name } berhalangan. Tempatnya kosong untuk yang lain.
answer-for-alreadyDeclined = { $name } memang sudah tercatat berhalangan.
answer-for-gone = Tawaran untuk { $name } sudah tidak berlaku.
answer-for-begun = <b>{ $title }</b> sudah dimulai.

## Lembar pemilihan

sheet-head =
    <b>Pemilihan peserta: { $title }</b>
    Tempat { $seats }, kosong { $free }. Ditawari { $offered }, bersedia { $going }, cadangan { $waiting }.
sheet-phase-choosing = Urutan ini saran. Memilih di luar urutan dan melewati perlu alasan tertulis, yang dapat dibaca orangnya dan ketuanya. Jangan menulis nama orang lain.
sheet-phase-phoning = Terlalu dekat untuk surat: tempat kosong diisi lewat telepon, menurut urutan cadangan.
sheet-phase-none = Saat ini tidak ada yang bisa dipilih; pemilihan dibuka bila pelatihan berstatus memilih.
sheet-row =
    { $number }. <b>{ $name }</b> – { $kecamatan }, { $community }
    { $facts } · berminat { $since }
sheet-no-community = tanpa komunitas
sheet-skipped = <i>Dilewati: { $reason }</i>
sheet-offered = <b>{ $title }</b>: belum menjawab tawaran
sheet-offered-none = <b>{ $title }</b>: semua tawaran sudah dijawab.
sheet-offered-person = { $name } ditawari tempat di <b>{ $title }</b> dan belum menjawab. Bila orangnya menjawab lewat telepon, catat di sini.

fact-craft = kerajinan cocok
fact-other-craft = kerajinan lain
fact-never = belum pernah ikut
fact-trained = { $count } kali ikut dalam 24 bulan, terakhir { $last }
fact-new-kecamatan = kecamatan belum terjangkau
fact-passed = { $count } kali belum terpilih
fact-share = { $count } dari komunitas ini sudah mendapat tempat
fact-road-telegram = lewat Telegram
fact-road-blocked = bot diblokir, lewat penyampai
fact-road-none = tanpa Telegram, lewat penyampai

quota-tooMany = Perhatian: { $name } sudah { $has } tempat, kuotanya paling banyak { $wished }.
quota-tooFew = Perhatian: { $name } baru { $has } tempat, kuotanya paling sedikit { $wished }, dan tempat hampir habis.

ask-reason-jump = Sebelum { $name } masih ada { $before } orang dalam urutan. Mengapa didahulukan? Tulis 10–200 huruf, misalnya: satu-satunya dari Kec. Tanara.
ask-reason-skip = Mengapa { $name } dilewati? Tulis 10–200 huruf, misalnya: sedang di luar kota sampai bulan depan.
reason-tooShort = Alasannya terlalu pendek, paling sedikit { $least } huruf. Misalnya: sedang di luar kota sampai bulan depan.
reason-tooLong = Alasannya terlalu panjang, paling banyak { $most } huruf. Mohon dipendekkan lalu dikirim lagi.
reason-signs = Mohon tanpa alamat situs, @, atau tanda kurung siku. Misalnya: sedang di luar kota sampai bulan depan.
choice-stopped = Baik, tidak jadi. Tidak ada yang berubah.

chosen-in-order = sesuai urutan
chosen-offered = <b>{ $name }</b> ditawari tempat di <b>{ $title }</b>. Alasan: { $reason }.
chosen-accepted = <b>{ $name }</b> mendapat tempat di <b>{ $title }</b>. Alasan: { $reason }.
chosen-waiting = Tempat <b>{ $title }</b> sudah habis. <b>{ $name }</b> dicatat di daftar cadangan, nomor { $number }. Alasan: { $reason }.
chosen-skipped = <b>{ $name }</b> dilewati. Alasan: { $reason }.
chosen-already = { $name } sudah mendapat tempat di <b>{ $title }</b>.
chosen-gone = { $name } tidak lagi menunggu tempat di <b>{ $title }</b>.
chosen-closed = Pemilihan peserta <b>{ $title }</b> sudah ditutup.
chosen-full = Semua tempat di <b>{ $title }</b> sudah terisi.

task-choose = <b>{ $title }</b>: { $count } peminat menunggu dipilih, { $free } tempat kosong.
task-phone = <b>{ $title }</b>: { $free } tempat kosong, { $count } cadangan. Sudah terlalu dekat untuk surat, mohon ditelepon.

viewed-enrolment-sheet = melihat lembar pemilihan peserta
viewed-enrolment-choose = memilih peserta
viewed-enrolment-reasons = membaca alasan pemilihan

button-offer-yes = Bersedia
button-offer-no = Berhalangan
button-list-leave = Keluar daftar cadangan
button-interest-yes = Saya berminat
button-interest-no = Batalkan minat
button-why = Mengapa belum terpilih?
button-why-of = Mengapa belum terpilih?
button-propose = Usulkan ke pelatihan
button-sheet = Pilih peserta
button-sheet-back = Lembar pemilihan
button-offered = Belum menjawab
button-pick = Pilih
button-pick-phone = Bersedia (telepon)
button-skip = Lewati
button-member-open = Lihat data
