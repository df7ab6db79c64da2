### Trainings: the list, the card, joining, leaving.

training-list-title = <b>Upcoming trainings</b>
training-list-none =
    No training is open at the moment. When there is one, you can see it here: /pelatihan
training-list-entry =
    { $number }. <b>{ $title }</b>
    { $dates }, { $hostCity }

## The card of one training

training-card =
    <b>{ $title }</b>
    { $dates }
    { $hours }

    Place: { $place }
    Organiser: { $organiser }
training-card-partners = Together with: { $partners }
training-card-gathering = Gathering: { $place }, { $date }, { $time }
training-card-bring = Please bring: { $bring }
training-card-contact = Questions: { $contact }
training-card-hours = Day { $days }: { $hours }
training-card-invented = <i>Hours, contact and gathering place here are only an example.</i>

training-seats-left = { $left } of { $seats } seats left
training-seats-none = All seats are taken
training-seats-closed = Enrolment is closed
training-chosen-open = First those who are interested are noted, then the office chooses
training-chosen-selecting = Participants are being chosen
training-yours = You are taking part

## Buttons (at most 24 letters)

training-join = Take part
training-wait = Join the waiting list
training-leave = Withdraw
training-leave-yes = Yes, withdraw
training-leave-no = Keep my seat
training-see = See the training
training-all = All trainings

## What a pressed button is answered

training-quiet = No reminders
training-reminders = Turn reminders on
training-quiet-on = There will be no reminders for <b>{ $title }</b>. You are still told of changes and cancellations.
training-quiet-off = Reminders for <b>{ $title }</b> will come through this bot.
training-joined =
    Thank you, { $name }. Your seat at <b>{ $title }</b> is noted.

    Next date: { $next }, at { $place }. Reminders will come through this bot, so there is no need to worry about forgetting.
training-already-joined =
    { $name }, you already have a seat at <b>{ $title }</b>.

    Next date: { $next }, at { $place }. Reminders will come through this bot.
training-waiting =
    Sorry, the last seat at <b>{ $title }</b> has just been taken. { $name }, you are on the waiting list, <b>number { $number }</b>.

    If a seat becomes free, we will offer it to you through this bot.
training-left-list = All right, { $name }. You are no longer on the waiting list of <b>{ $title }</b>.
training-closed =
    Sorry, the list of participants of <b>{ $title }</b> is closed. If you have a question, contact { $contact }.
training-unknown = This training is no longer on our list. Please look at the others: /pelatihan
training-leave-question =
    { $name }, are you sure you want to withdraw from <b>{ $title }</b>? Your seat will be open to another artisan.
training-leave-list-question =
    { $name }, are you sure you want to leave the waiting list of <b>{ $title }</b>? The number does not come back; who joins again starts at the end.
training-left =
    All right, { $name }. You have withdrawn from <b>{ $title }</b>, and its reminders will not come any more. Thank you for telling us.
training-not-joined = { $name }, you are not among the participants of <b>{ $title }</b>.
training-over = The training <b>{ $title }</b> is over, so taking part can no longer be changed.
training-register-first =
    To take part in a training you need to be registered first. It is easy and you can pause at any time: tap /daftar

training-was-there = { $name }, you are noted as a participant of <b>{ $title }</b>, and it is over. Thank you.
training-card-who = For: { $who }
training-card-travel = Travel: { $travel }
training-card-promises = Provided: { $promised }
registered-wanted = You wanted to join <b>{ $title }</b>. Press <b>See the training</b> to join now.
