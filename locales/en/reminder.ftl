### Reminders of a training. Each has three forms: the Telegram message (HTML), .whatsapp and
### .telepon (words to say on the phone) for carriers.

## The word for the day, chosen as the message is sent

reminder-when =
    { $word ->
        [today] today, { $date }
        [tomorrow] tomorrow, { $date }
       *[date] on { $date }
    }
reminder-gathering = { $place }, { $date }, { $time }
reminder-bring-nothing = nothing in particular
reminder-gathering-there = directly at the training

## H-7

reminder-week =
    { $name }, the training <b>{ $training }</b> starts { $when }, { $hours }.

    Place: { $place }
    Please bring: { $bring }

    Will you be able to come? If not, another artisan can have the seat.
    .whatsapp =
        { $name }, the training *{ $training }* starts { $when }, { $hours }.
        Place: { $place }
        Please bring: { $bring }
        If you cannot come, please tell us soon: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the training { $training } starts { $when }, { $hours }, at { $place }. Please bring: { $bring }. Will you be able to come?

## H-3, to who is not sure yet

reminder-sure =
    { $name }, the training <b>{ $training }</b> starts { $when }, { $hours }, at { $place }.

    So that your seat is ready: will you be able to come?
    .whatsapp =
        { $name }, the training *{ $training }* starts { $when }, { $hours }, at { $place }.
        Will you be able to come? Please tell us: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the training { $training } starts { $when }, { $hours }, at { $place }. Will you be able to come?

## H-2, out of town

reminder-travel =
    { $name }, the training <b>{ $training }</b> starts { $when }, { $hours }. Time to pack.

    Departure: { $gathering }
    Please pack: { $bring }
    Questions: { $contact }
    .whatsapp =
        { $name }, the training *{ $training }* starts { $when }, { $hours }. Time to pack.
        Departure: { $gathering }
        Please pack: { $bring }
        Questions: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the training { $training } starts { $when }, { $hours }. Departure: { $gathering }. Please pack: { $bring }.

## H-1

reminder-eve =
    { $name }, the training <b>{ $training }</b> starts { $when }, { $hours }.

    Gathering: { $gathering }
    Place: { $place }
    Please bring: { $bring }
    If something is in the way, contact: { $contact }

    Have a good journey. See you there!
    .whatsapp =
        { $name }, the training *{ $training }* starts { $when }, { $hours }.
        Gathering: { $gathering }
        Place: { $place }
        Please bring: { $bring }
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

## A first day that begins with a gathering

reminder-departure =
    { $name }, day { $day } of { $days } of the training <b>{ $training }</b> is { $when }, { $hours }.

    Gathering: { $gathering }
    Place: { $place }
    If something is in the way, contact: { $contact }
    .whatsapp =
        { $name }, day { $day } of { $days } of the training *{ $training }* is { $when }, { $hours }.
        Gathering: { $gathering }
        Place: { $place }
        If something is in the way, contact: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the training { $training } is { $when }, { $hours }, at { $place }. Gathering: { $gathering }. Is anything keeping you from coming?

## Afterwards: H+1, H+30, H+90

reminder-thanks =
    { $name }, thank you for taking part in <b>{ $training }</b>.

    Please take a minute to tell us how it was, and to check your name on the certificate. If you have questions: { $contact }
    .whatsapp =
        { $name }, thank you for taking part in *{ $training }*.
        We hope that it helps your business. If you have questions: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, thank you for taking part in { $training }. We hope that it helps your business.
reminder-month =
    { $name }, a month has passed since <b>{ $training }</b>. Thank you for being part of it.

    Have you been able to share what you learnt? Tell us by the button below. If you have questions: { $contact }
    .whatsapp =
        { $name }, a month has passed since *{ $training }*. Thank you for being part of it.
        We wish your craft well. If you have questions: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, a month has passed since { $training }. Thank you, we wish your craft well.
reminder-quarter =
    { $name }, three months have passed since <b>{ $training }</b>. Thank you for going on with your craft.

    We would like to know how you are: four short questions, then no more. If you have questions: { $contact }
    .whatsapp =
        { $name }, three months have passed since *{ $training }*. Thank you for going on with your craft.
        If you have questions: { $contact }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, three months have passed since { $training }. Thank you for going on with your craft.

## Names of reminders for the demo's clock and the records

reminder-label-week = Reminder H-7: { $training }
reminder-label-sure = Reminder H-3: { $training }
reminder-label-travel = Reminder H-2: { $training }
reminder-label-eve = Reminder H-1: { $training }
reminder-label-day = Reminder day { $day }: { $training }
reminder-label-departure = Reminder day { $day }: { $training }
reminder-label-thanks = Message H+1: { $training }
reminder-label-month = Message H+30: { $training }
reminder-label-quarter = Message H+90: { $training }
reminder-label-waiting = { $label } ({ $count } messages waiting)
