### Reminders of a training. Each has three forms: the Telegram message (HTML), .whatsapp and
### .telepon (words to say on the phone) for carriers.

## The word for the day, chosen as the message is sent

reminder-when =
    { $word ->
        [today] today, { $date }
        [tomorrow] tomorrow, { $date }
       *[date] on { $date }
    }
reminder-gathering = { $place }, { $time }
reminder-gathering-there = directly at the training

## H-7

reminder-week =
    { $name }, the training <b>{ $training }</b> starts { $when }, { $hours }.

    Place: { $place }
    Please bring: { $bring }

    If you cannot come, please tell us with the button below so that another artisan can have the seat.
    .whatsapp =
        { $name }, the training *{ $training }* starts { $when }, { $hours }.
        Place: { $place }
        Please bring: { $bring }
        If you cannot come, please tell us soon: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the training { $training } starts { $when }, { $hours }, at { $place }. Please bring: { $bring }. Will you be able to come?

## H-1

reminder-eve =
    { $name }, the training <b>{ $training }</b> starts { $when }, { $hours }.

    Gathering: { $gathering }
    Place: { $place }
    If something is in the way, contact: { $contact }

    Have a good journey. See you there!
    .whatsapp =
        { $name }, the training *{ $training }* starts { $when }, { $hours }.
        Gathering: { $gathering }
        Place: { $place }
        If something is in the way, contact: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the training { $training } starts { $when }, { $hours }, at { $place }. Gathering: { $gathering }. Is anything keeping you from coming?

## The day itself, each training day

reminder-day =
    { $name }, day { $day } of { $days } of the training <b>{ $training }</b> is { $when }, { $hours }.

    Place: { $place }
    If something is in the way, contact: { $contact }
    .whatsapp =
        { $name }, day { $day } of { $days } of the training *{ $training }* is { $when }, { $hours }.
        Place: { $place }
        If something is in the way, contact: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, day { $day } of { $days } of the training { $training } is { $when }, { $hours }, at { $place }. Is anything keeping you from coming?

## Names of reminders for the demo's clock and the records

reminder-label-week = Reminder H-7: { $training }
reminder-label-eve = Reminder H-1: { $training }
reminder-label-day = Reminder day { $day }: { $training }
reminder-label-waiting = { $label } ({ $count } messages waiting)
