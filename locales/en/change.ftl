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

training-cancelled =
    { $name }, we are sorry: <b>{ $training }</b> is cancelled.

    The reason: { $changes }

    If you have questions, please contact: { $contact }
    .whatsapp =
        { $name }, we are sorry: *{ $training }* is cancelled.
        The reason: { $changes }
        If you have questions, please contact: { $contact }
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, we are sorry: { $training } is cancelled. The reason: { $changes }
letter-label-training-cancelled = Cancelled: { $training }

training-unread =
    { $name }, please read: something has changed in <b>{ $training }</b>.

    { $changes }

    When you have read it, please press I have read it. Questions: { $contact }
    .whatsapp =
        { $name }, please read: something has changed in *{ $training }*.
        { $changes }
        If you have questions, please contact: { $contact }
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, something has changed in { $training } that you should know. { $changes }
letter-label-training-unread = Change, reminder: { $training }

money-receipt =
    { $name }, for <b>{ $training }</b> travel money was promised: { $promise }.

    Have you received it? If anything is unclear, please contact: { $contact }
    .whatsapp =
        { $name }, for *{ $training }* travel money was promised: { $promise }.
        Have you received it? If anything is unclear, please contact: { $contact }
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, travel money for { $training } was promised: { $promise }. Have you received it?
letter-label-money-receipt = Receipt of travel money: { $training }
