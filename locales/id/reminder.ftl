### Pengingat pelatihan. Setiap pengingat punya tiga bentuk: pesan Telegram (HTML), .whatsapp dan
### .telepon untuk penyampai.

## Kata untuk harinya, dipilih saat pesan dikirim

reminder-when =
    { $word ->
        [today] hari ini, { $date }
        [tomorrow] besok, { $date }
       *[date] { $date }
    }
reminder-gathering = { $place }, { $time }
reminder-gathering-there = langsung di tempat pelatihan

## H-7

reminder-week =
    Bapak/Ibu { $name }, <b>{ $training }</b> dimulai { $when }, { $hours }.

    Tempat: { $place }
    Mohon dibawa: { $bring }

    Bila berhalangan, mohon kabari kami lewat tombol di bawah supaya tempatnya bisa dipakai perajin lain.
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* dimulai { $when }, { $hours }.
        Tempat: { $place }
        Mohon dibawa: { $bring }
        Bila berhalangan, mohon segera kabari kami: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, { $training } dimulai { $when }, { $hours }, di { $place }. Mohon dibawa: { $bring }. Apakah Bapak/Ibu bisa hadir?

## H-1

reminder-eve =
    Bapak/Ibu { $name }, <b>{ $training }</b> dimulai { $when }, { $hours }.

    Berkumpul: { $gathering }
    Tempat: { $place }
    Bila ada kendala, hubungi: { $contact }

    Semoga perjalanannya lancar. Sampai jumpa!
    .whatsapp =
        Bapak/Ibu { $name }, *{ $training }* dimulai { $when }, { $hours }.
        Berkumpul: { $gathering }
        Tempat: { $place }
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

## Nama pengingat di jam demo dan catatan

reminder-label-week = Pengingat H-7: { $training }
reminder-label-eve = Pengingat H-1: { $training }
reminder-label-day = Pengingat hari ke-{ $day }: { $training }
reminder-label-waiting = { $label } ({ $count } kiriman menunggu)
