### Pengingat pelatihan. Setiap pengingat punya tiga bentuk: pesan Telegram (HTML), .whatsapp dan
### .telepon untuk penyampai.

## Kata untuk harinya, dipilih saat pesan dikirim

reminder-when =
    { $word ->
        [today] hari ini, { $date }
        [tomorrow] besok, { $date }
       *[date] { $date }
    }
reminder-gathering = { $place }, { $date }, { $time }
reminder-bring-nothing = tidak ada yang khusus
reminder-gathering-there = langsung di tempat pelatihan

## H-7

reminder-week =
    Bapak/Ibu { $name }, <b>{ $training }</b> dimulai { $when }, { $hours }.

    Tempat: { $place }
    Mohon dibawa: { $bring }

    Apakah Bapak/Ibu bisa hadir? Bila berhalangan, tempatnya bisa dipakai perajin lain.
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* dimulai { $when }, { $hours }.
        Tempat: { $place }
        Mohon dibawa: { $bring }
        Bila berhalangan, mohon segera kabari kami: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } dimulai { $when }, { $hours }, di { $place }. Mohon dibawa: { $bring }. Apakah Bapak/Ibu bisa hadir?

## H-3, kepada yang belum pasti

reminder-sure =
    Bapak/Ibu { $name }, <b>{ $training }</b> dimulai { $when }, { $hours }, di { $place }.

    Supaya tempatnya siap: apakah Bapak/Ibu bisa hadir?
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* dimulai { $when }, { $hours }, di { $place }.
        Apakah Bapak/Ibu bisa hadir? Mohon kabari: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } dimulai { $when }, { $hours }, di { $place }. Apakah Bapak/Ibu bisa hadir?

## H-2, pelatihan di luar kota

reminder-travel =
    Bapak/Ibu { $name }, <b>{ $training }</b> dimulai { $when }, { $hours }. Waktunya bersiap.

    Berangkat: { $gathering }
    Mohon dikemas: { $bring }
    Pertanyaan: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* dimulai { $when }, { $hours }. Waktunya bersiap.
        Berangkat: { $gathering }
        Mohon dikemas: { $bring }
        Pertanyaan: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } dimulai { $when }, { $hours }. Berangkat: { $gathering }. Mohon dikemas: { $bring }.

## H-1

reminder-eve =
    Bapak/Ibu { $name }, <b>{ $training }</b> dimulai { $when }, { $hours }.

    Berkumpul: { $gathering }
    Tempat: { $place }
    Mohon dibawa: { $bring }
    Bila ada kendala, hubungi: { $contact }

    Semoga perjalanannya lancar. Sampai jumpa!
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* dimulai { $when }, { $hours }.
        Berkumpul: { $gathering }
        Tempat: { $place }
        Mohon dibawa: { $bring }
        Bila ada kendala, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } dimulai { $when }, { $hours }, di { $place }. Berkumpul: { $gathering }. Apakah ada kendala untuk hadir?

## Hari H, setiap hari pelatihan

reminder-day =
    Bapak/Ibu { $name }, <b>{ $training }</b> hari ke-{ $day } dari { $days } berlangsung { $when }, { $hours }.

    Tempat: { $place }
    Bila ada kendala, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* hari ke-{ $day } dari { $days } berlangsung { $when }, { $hours }.
        Tempat: { $place }
        Bila ada kendala, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } hari ke-{ $day } dari { $days } berlangsung { $when }, { $hours }, di { $place }. Apakah ada kendala untuk hadir?

## Hari pertama yang diawali berkumpul

reminder-departure =
    Bapak/Ibu { $name }, <b>{ $training }</b> hari ke-{ $day } dari { $days } berlangsung { $when }, { $hours }.

    Berkumpul: { $gathering }
    Tempat: { $place }
    Bila ada kendala, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* hari ke-{ $day } dari { $days } berlangsung { $when }, { $hours }.
        Berkumpul: { $gathering }
        Tempat: { $place }
        Bila ada kendala, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } berlangsung { $when }, { $hours }, di { $place }. Berkumpul: { $gathering }. Apakah ada kendala untuk hadir?

## Sesudahnya: H+1, H+30, H+90

reminder-thanks =
    Bapak/Ibu { $name }, terima kasih sudah mengikuti <b>{ $training }</b>.

    Mohon luangkan satu menit untuk mengisi kesan dan memeriksa nama di sertifikat. Bila ada pertanyaan: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, terima kasih sudah mengikuti *{ $training }*.
        Semoga ilmunya bermanfaat untuk usaha Bapak/Ibu. Bila ada pertanyaan: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, terima kasih sudah mengikuti { $training }. Semoga ilmunya bermanfaat.
reminder-month =
    Bapak/Ibu { $name }, sebulan sudah lewat sejak <b>{ $training }</b>. Terima kasih sudah menjadi bagian darinya.

    Sudah sempat berbagi ilmunya? Ceritakan lewat tombol di bawah. Bila ada pertanyaan: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, sebulan sudah lewat sejak *{ $training }*. Terima kasih sudah menjadi bagian darinya.
        Semoga karya Bapak/Ibu makin maju. Bila ada pertanyaan: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, sebulan sudah lewat sejak { $training }. Terima kasih, semoga karya Bapak/Ibu makin maju.
reminder-quarter =
    Bapak/Ibu { $name }, tiga bulan sudah lewat sejak <b>{ $training }</b>. Terima kasih sudah terus berkarya.

    Kami ingin tahu kabarnya: empat pertanyaan singkat, lalu selesai. Bila ada pertanyaan: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, tiga bulan sudah lewat sejak *{ $training }*. Terima kasih sudah terus berkarya.
        Bila ada pertanyaan: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, tiga bulan sudah lewat sejak { $training }. Terima kasih sudah terus berkarya.

## Nama pengingat di jam demo dan catatan

reminder-label-week = Pengingat H-7: { $training }
reminder-label-sure = Pengingat H-3: { $training }
reminder-label-travel = Pengingat H-2: { $training }
reminder-label-eve = Pengingat H-1: { $training }
reminder-label-day = Pengingat hari ke-{ $day }: { $training }
reminder-label-departure = Pengingat hari ke-{ $day }: { $training }
reminder-label-thanks = Pesan H+1: { $training }
reminder-label-month = Pesan H+30: { $training }
reminder-label-quarter = Pesan H+90: { $training }
reminder-label-waiting = { $label } ({ $count } kiriman menunggu)
