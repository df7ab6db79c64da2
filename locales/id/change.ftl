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

training-cancelled =
    Bapak/Ibu { $name }, mohon maaf, <b>{ $training }</b> dibatalkan.

    Alasannya: { $changes }

    Bila ada pertanyaan, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, mohon maaf, *{ $training }* dibatalkan.
        Alasannya: { $changes }
        Bila ada pertanyaan, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, mohon maaf, { $training } dibatalkan. Alasannya: { $changes }
letter-label-training-cancelled = Pembatalan: { $training }

training-unread =
    Bapak/Ibu { $name }, mohon dibaca: ada perubahan pada <b>{ $training }</b>.

    { $changes }

    Setelah dibaca, silakan tekan Sudah baca. Bila ada pertanyaan, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, mohon dibaca: ada perubahan pada *{ $training }*.
        { $changes }
        Bila ada pertanyaan, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, ada perubahan pada { $training } yang perlu Bapak/Ibu ketahui. { $changes }
letter-label-training-unread = Perubahan, diingatkan: { $training }

money-receipt =
    Bapak/Ibu { $name }, untuk <b>{ $training }</b> dijanjikan uang transport: { $promise }.

    Apakah sudah Bapak/Ibu terima? Bila ada yang kurang jelas, hubungi: { $contact }
    .whatsapp =
        Bapak/Ibu { $name }, untuk *{ $training }* dijanjikan uang transport: { $promise }.
        Apakah sudah Bapak/Ibu terima? Bila ada yang kurang jelas, hubungi: { $contact }
        Kode { $code }, bisa dicek di { $bot }.
    .telepon = Bapak/Ibu { $name }, uang transport untuk { $training } dijanjikan { $promise }. Apakah sudah Bapak/Ibu terima?
letter-label-money-receipt = Tanda terima transport: { $training }
