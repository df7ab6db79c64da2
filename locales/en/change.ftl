### Changes of a training, sent to all who had been told.

training-changed =
    { $name }, something has changed in <b>{ $training }</b>.

    { $changes }

    If you have questions, please contact: { $contact }
    .whatsapp =
        { $name }, something has changed in *{ $training }*.
        { $changes }
        If you have questions, please contact: { $contact }
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, something has changed in { $training }. { $changes } Can you still come?
letter-label-training-changed = Change: { $training }
