### /kelola: the trainings of the office, the steps of their life, and the coordinator's board.

command-kelola = Manage trainings
manage-title-now = <b>Trainings being made and going on</b>
manage-title-past = <b>Trainings that are over</b>
manage-none = There is no training in this list yet.
manage-line =
    { $number }. <b>{ $title }</b> ({ $state })
    { $dates }. { $held } of { $seats } taken
manage-tab-now = Those now
manage-tab-past = Those that are over
manage-new = Make a training
manage-from = Copy an earlier one
manage-all = ‹ All trainings
manage-copy-which = <b>Which training is copied?</b> All of it comes along, but its dates and participants.
manage-copy-none = There is no training to copy yet. Press /kelola, then <b>Make a training</b>.
training-state-draft = draft
training-state-open = open
training-state-selecting = choosing participants
training-state-running = running
training-state-closed = closed
training-state-archived = archived
training-state-cancelled = cancelled
manage-card =
    <b>{ $title }</b>
    { $dates }
    { $place }

    State: <b>{ $state }</b>
    { $held } of { $seats } seats taken
    Admission: { $admission }
manage-preview = Look and publish
manage-look = Participants' card
manage-edit = Change it
manage-promises = Promises
manage-feedback = What they thought
manage-test = Test before and after
manage-board = Participants' board
manage-copy = Copy to a new one
manage-papers = Papers
manage-drop = Throw draft away
manage-back = ‹ Back
manage-card-button = Open the draft
manage-instead = Begin another
manage-move-open = Publish
manage-move-selecting = Close enrolment
manage-move-running = Begin now
manage-move-closed = Close the training
manage-move-archived = Archive
manage-preview-title = <i>This is how artisans will see it:</i>
manage-question-open = Publish <b>{ $title }</b>? All artisans will see it at /pelatihan.
manage-question-selecting = Close the enrolment of <b>{ $title }</b>? Artisans can no longer apply. It can be opened again before the first day.
manage-question-running = Say that <b>{ $title }</b> has begun?
manage-question-closed = Close <b>{ $title }</b>? After this, presence is corrected with a reason only.
manage-question-archived = Put <b>{ $title }</b> into the archive? It can still be looked at and copied.
manage-moved-open = <b>{ $title }</b> is published. Artisans see it at /pelatihan.
manage-moved-selecting = The enrolment of <b>{ $title }</b> is closed.
manage-moved-running = <b>{ $title }</b> is noted as begun.
manage-moved-closed = <b>{ $title }</b> is closed. Thank you for your work.
manage-moved-archived = <b>{ $title }</b> is archived.
manage-refused-already = That was done before; nothing changed.
manage-refused-otherState = <b>{ $title }</b> is { $state } now, so that step cannot be taken from here.
manage-refused-begun = The first hour of <b>{ $title }</b> is over, so it cannot be opened any more. Change its dates first, or copy it to a new one.
manage-refused-notBegun = <b>{ $title }</b> has not begun. At its first hour this changes by itself.
manage-refused-notEnded = The last day of <b>{ $title }</b> is not over. Close it after its last hour.
manage-drafted = <b>{ $title }</b> is kept as a draft. No artisan sees it yet. Look at it first, then publish it.
manage-unfinished = A training is half made: <b>{ $title }</b>. Go on with it, or throw it away and begin another?
manage-drop-question = Throw the draft <b>{ $title }</b> away? It cannot be brought back.
manage-dropped = The draft is thrown away. Press /kelola to see the others.

board-title =
    <b>Board of { $title }</b>
    { $held } of { $seats } seats taken
board-states = Enrolments: { $states }
board-state = { $state } { $count }
board-lacks = What is missing stands on the buttons; names are shown after a press.
board-complete = Nothing is missing of those who hold a seat.
board-quota = <b>Mind the quota:</b> { $quota }; now { $held }.
board-back = ‹ Board
board-person = { $number }. { $name }, { $kecamatan }
board-lack-title = <b>{ $title }</b>: { $lack } ({ $count })
board-lack-none = Nobody any more.
board-nudge = Remind all ({ $count })
board-nudged-sent = The reminder to { $count } people goes in open hours. Whom it does not reach is in /sampaikan.
board-nudged-already = They were reminded of this today. Try again tomorrow.
board-nudged-nobody = Nobody has to be reminded any more.
board-nudged-over = The training is over, so nobody is reminded.
lack-unsure = Not sure yet
lack-noTelegram = Without Telegram
lack-blocked = Out of reach
lack-paused = Paused notices
lack-noPhone = Without number
lack-oldData = Name not checked
lack-hint-unsure = They hold a seat and did not say yet that they surely come.
lack-hint-noTelegram = Their leader or a coordinator tells them: /sampaikan
lack-hint-blocked = Telegram refused the last message. What they should know is in /sampaikan
lack-hint-paused = They paused notices; changes and cancellations still come.
lack-hint-noPhone = Without a number they cannot be called when something changes.
lack-hint-oldData = They last checked their name and data over 6 months ago.
enrolment-interested = interested
enrolment-waiting = waiting
enrolment-offered = offered
enrolment-accepted = accepted
enrolment-confirmed = coming for sure
enrolment-declined = declined
enrolment-withdrawn = withdrawn
enrolment-released = released
enrolment-notChosen = not chosen
viewed-training-people = looked at the participants of a training

training-nudge =
    { $name }, before <b>{ $training }</b>: { $what }

    If you have questions, please contact: { $contact }
    .whatsapp =
        { $name }, before *{ $training }*: { $what }
        If you have questions, please contact: { $contact }
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, before { $training }: { $what }
letter-label-training-nudge = Reminder: { $training }
nudge-change = Complete my data
nudge-what-unsure = please say whether you will come.
nudge-what-noPhone = please add your phone number, so that we can reach you when something changes.
nudge-what-oldData = please check your name and data once more, since that name stands on the certificate.
manage-photos = Activity photos
