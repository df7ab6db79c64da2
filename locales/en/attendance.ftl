### Attendance: room, tick, card, receipt, objection.

command-hadir = Record attendance
command-kartu = My participant card

attend-none = There is no training day to record yet. A day appears here on its date.
attend-list = <b>Attendance</b>
    Choose the day.
attend-day =
    <b>{ $training }</b>
    { $when }
    Present: { $present } of { $holders } participants
attend-status-never = The room has not been opened.
attend-status-open = The room is open.
attend-status-uncounted = The room is closed. The number of people is not filled in yet.
attend-status-even = Counted { $counted } people: it fits.
attend-status-fewer = Counted { $counted } people, recorded { $present }. Some are not recorded yet; both numbers are kept.
attend-status-toCheck = <b>To be checked:</b> counted { $counted } people, recorded { $present }. Look at the list, cancel what is wrong, or write why.
attend-status-settled = Counted { $counted } people, recorded { $present }: checked.
attend-holders =
    <b>{ $training }</b>, { $when }
    Present { $present } of { $holders }. Tap a name to mark it; tap a name with ✓ to look at it or cancel.
attend-holders-none = There is nobody you can mark at <b>{ $training }</b>, { $when }.
attend-person = <b>{ $name }</b>, { $when }
attend-mark = { $road } ({ $who }), { $when } { $reason }
attend-mark-voided = Cancelled: { $road } ({ $who }), { $when } { $reason } – { $why }
attend-road-code = room code
attend-road-tick = tick
attend-road-card = participant card
attend-road-paper = paper sheet, entered later
attend-undone = Cancelled by who marked it
attend-late = More than 24 hours have passed. Why is <b>{ $name }</b> marked only now?
attend-late-leader = More than 24 hours have passed. Please ask a coordinator.
attend-stopped = All right. What is recorded stays.

attend-room =
    <b>{ $training }</b>, { $when }
    Room code: <b>{ $code }</b>

    Type this code to the bot. It changes every minute.
    Present: { $present } of { $holders }
attend-room-qr = Point the phone camera at this picture, or type the code. Both change by themselves every minute.
attend-room-over = The room is closed. This code and picture hold no more.
attend-room-elsewhere = The room code is now shown in another message.
attend-room-not-today = A room can be opened on its own date only.
attend-room-noRoom = No room of a training of yours is open now. If you are at the training, please ask the staff.
attend-room-wrong = That code does not hold now. Look at the six digits shown in the room and type them once more.
attend-room-resting = That was wrong five times. Please wait ten minutes, or ask the staff to mark you.
attend-room-closed = This room is closed. If you are present, please ask the staff to mark you.
attend-room-otherDay = This code is for another day, so it does not hold today.
attend-room-notHolder = You are not listed as a participant of this training. If that is wrong, contact { $contact }.
attend-entered = Thank you, { $name }. Your presence at <b>{ $training }</b>, { $when }, is recorded.
attend-entered-already = { $name }, you are recorded as present at <b>{ $training }</b>, { $when }.

attend-ask-count = The room is closed. How many people are present, counted by eye? Example: 18
attend-ask-settle = Why are more recorded than were counted? Please write it briefly.
attend-ask-late = Please write the reason. Example: no signal, signed on paper.
attend-ask-void = Why is the mark cancelled? Please write it briefly.
attend-ask-disputeVoid = Why is the mark cancelled? Please write it briefly.
attend-ask-disputeKept = Why does the mark stay? Please write it briefly.
attend-count-how = Please type the number only, at most 999. Example: 18

presence-receipt =
    { $name }, your presence at <b>{ $training }</b>, { $when }, was recorded by the staff. If that is wrong, press the button below within 7 days.
    .whatsapp =
        { $name }, your presence at *{ $training }*, { $when }, was recorded by the staff.
        Code { $code }, to be checked at { $bot }.
    .telepon = { $name }, your presence at { $training }, { $when }, is recorded. Is that right?
presence-voided =
    { $name }, your objection was accepted: the mark of presence at <b>{ $training }</b>, { $when }, is cancelled. Questions: { $contact }
    .whatsapp =
        { $name }, your objection was accepted: the mark of presence at *{ $training }*, { $when }, is cancelled. Questions: { $contact }
        Code { $code }, to be checked at { $bot }.
    .telepon = { $name }, your objection was accepted. The mark of presence at { $training }, { $when }, is cancelled.
presence-kept =
    { $name }, your objection was looked into: the mark of presence at <b>{ $training }</b>, { $when }, stays. Questions: { $contact }
    .whatsapp =
        { $name }, your objection was looked into: the mark of presence at *{ $training }*, { $when }, stays. Questions: { $contact }
        Code { $code }, to be checked at { $bot }.
    .telepon = { $name }, your objection was looked into. The mark of presence at { $training }, { $when }, stays.
letter-label-presence-receipt = Receipt of presence: { $training }
letter-label-presence-voided = Presence cancelled: { $training }
letter-label-presence-kept = Presence stays: { $training }

attend-objection-open = Thank you for telling us. A coordinator will look into it, and you will hear from us.
attend-objection-voided = A coordinator has cancelled that mark.
attend-objection-kept = A coordinator looked into it: the mark stays. If it is still wrong, please contact the staff.
attend-objection-late = More than 7 days have passed. If it is still wrong, please contact the staff.
attend-dispute =
    <b>{ $name }</b> says that the mark of presence is wrong.
    { $training }, { $when }
attend-dispute-none = This objection is settled.
attend-settled-voided = The mark is cancelled. Its person will be told.
attend-settled-kept = The mark stays. Its person will be told.
tasks-disputes = <b>Objections to marks of presence: { $count }</b>
tasks-days = <b>Training days to be checked: { $count }</b>

attend-card = Your participant card. Show it to the staff at the training; it holds neither name nor number.
attend-card-unknown = This card is not in our records.
attend-card-registered = This card is registered.
attend-card-ask = Mark as present? <b>{ $name }</b>
attend-card-no-training = <b>{ $name }</b> is not listed as a participant of a training today.
attend-card-marked = <b>{ $name }</b> is marked as present.

button-presence-wrong = This is wrong
button-room-open = Open the room
button-room-show = Show the code
button-room-qr = QR picture
button-room-close = Close the room
button-room-count = Fill in the number
button-room-settle = I have checked it
button-attend-list = Attendance list
button-attend-days = All days
button-attend-day = Check the day
button-attend-back = Back
button-attend-undo = Cancel my mark
button-attend-void = Cancel, with a reason
button-attend-paper = From the paper sheet
button-attend-late = Another reason
button-dispute-open = Look into it
button-dispute-void = Cancel the mark
button-dispute-keep = The mark is right

viewed-presence-list = looked at the attendance list
viewed-presence-show = looked at marks of presence
viewed-presence-settle = looked into an objection
viewed-card-mark = opened the participant card
