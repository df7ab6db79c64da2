### Perubahan pelatihan, dikirim kepada semua yang sudah diberi tahu.

training-changed =
    Bapak/Ibu { $name }, ada perubahan pada <b>{ $training }</b>.

    { $changes }

    Bila ada pertanyaan, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, ada perubahan pada *{ $training }*.
        { $changes }
        Bila ada pertanyaan, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, ada perubahan pada { $training }. { $changes } Apakah Bapak/Ibu masih bisa hadir?
letter-label-training-changed = Perubahan: { $training }
