### The ledger of promises: changes of plans, receipts, training cards.


## Changes of a plan

plan-none = none yet
plan-as-ruled = as the rules have it
plan-usual-place = the place of the training
plan-change =
    { $what }
    Before: { $was }
    Now: { $now }
plan-change-hidden =
    { $what }
    The sum has changed, { $now }
plan-what-dates = All days
plan-what-date = Day
plan-what-hours = Hours on { $date }
plan-what-dayPlace = Place on { $date }
plan-what-place = Place
plan-what-gathering = Where and when to gather
plan-what-point = Point on the map
plan-what-travel = Travel
plan-what-bring = What to bring
promise-dates = Dates
promise-hours = Hours
promise-place = Place
promise-gathering = Gathering
promise-point = Point on the map
promise-travel = Travel
promise-bring = What to bring
promise-transport = Transport
promise-lodging = Lodging
promise-meals = Meals
promise-allowance = Allowance
promise-certificate = Certificate
plan-what = What changes in <b>{ $title }</b>? Participants are told only when you press Send the change.
plan-which-day = Which day?
plan-which-promise = Which promise?
plan-ask-date = To which date does { $date } move? Type it, such as: 27 August
plan-ask-dates = On which date is the first day? The others move along. Type it, such as: 29 August
plan-ask-hours = From when until when? Type it, such as: 09:00-15:00
plan-ask-place = Where is it now? Type the name of the place.
plan-ask-gatherPlace = Where do they gather? Type the name of the place.
plan-ask-gatherAt = When do they gather? Type it, such as: 06:30
plan-ask-point = Send its location (attachment, then <b>Location</b>), or type the coordinates, such as: -6.88512, 107.61364
plan-ask-travel = How do they travel now? Type the sentence, such as: bus from the office, back on the last afternoon
plan-ask-bring = What is to be brought now? Type all of it with commas between, such as: pens, spare clothes
plan-ask-promise = { $what }: what is promised now? Type it.
plan-ask-reason = Why is this training cancelled? Type the reason (10–200 letters). Participants will read it.
plan-ask-night = Why must participants be told right now? Type the reason (10–200 letters).
plan-bad-notADate = That is not a date yet. Type it like this: 27 August
plan-bad-noSuchDate = The calendar has no such date. Type it like this: 27 August
plan-bad-notHours = Those are not hours yet. Type begin and end like this: 09:00-15:00
plan-bad-notAPoint = That point is not read yet. Send a location, or type it like this: -6.88512, 107.61364
plan-bad-things = Those are not read yet. Write at most { $count } things of { $least } to { $most } signs, with commas between.
plan-bad-turned = It ends before it begins. Type it like this: 09:00-15:00
plan-bad-notATime = That is not a time yet. Type it like this: 06:30
plan-bad-noSuchTime = There is no such time. Type it like this: 06:30
plan-bad-dayTaken = Another day of the training is on that date. Type another date.
plan-bad-dayPast = That date has passed. Type today or a later date.
plan-bad-hoursTurned = It ends before it begins. Type it like this: 09:00-15:00
plan-bad-short = Too short, { $least } letters at least. Please type it again.
plan-bad-long = Too long, { $most } letters at most. Please type it shorter.
plan-preview = This letter goes to { $count } people who had been told the old plan. Please check it:
plan-preview-night = Sent right now. Reason: { $reason }
plan-preview-name = (name)
plan-night = These are quiet hours, and what is affected first begins { $start }. Send now, or wait until { $open }?
plan-night-only = These are quiet hours, and what is affected first begins { $start }. There are no open hours before. Send now?
plan-sent = The change of <b>{ $title }</b> holds now and is being sent to { $count } people. Who has not read it stands in the ledger of promises.
plan-cancelled = <b>{ $title }</b> is cancelled. The letter is being sent to { $count } people, and no reminder will come any more.
plan-nothing = Nothing has changed, so nothing is sent.
plan-overtaken = Somebody else has just changed <b>{ $title }</b>, so your change was not sent. Please look at the plan in the ledger of promises, and change it again if need be.
plan-discarded = The change is thrown away. Nothing was sent.
plan-put-by = All right, the question is closed. What was written is kept for an hour.
plan-not-open = <b>{ $title }</b> is not open yet, is over, or is cancelled, so its plan is not changed here.
button-plan-date = Day
button-plan-hours = Hours
button-plan-place = Place
button-plan-gathering = Gathering
button-plan-point = Point on the map
button-plan-travel = Travel
button-plan-bring = What to bring
button-plan-bring-nothing = Nothing to bring
button-plan-promise = Promises
button-plan-cancel = Cancel the training
button-plan-ledger = Ledger of promises
button-plan-all-days = All days
button-plan-back = Back
button-plan-drop = No longer promised
button-plan-send = Send the change
button-plan-send-cancel = Send the cancellation
button-plan-more = Change something else
button-plan-discard = Throw it away
button-plan-wake = Send right now
button-plan-wait = Wait for open hours
button-plan-open = Change day or place
button-plan-unread = Not read yet
button-plan-remind = Remind only these
button-plan-receipts = Travel money
button-plan-ask-receipts = Ask the others
button-promise-read = I have read it
button-my-card = My training card
button-receipt-yes = Received
button-receipt-no = Not yet
promise-read-thanks = Thank you, noted: { $at }.

## The ledger of promises

ledger-title =
    <b>Promises: { $title }</b>
    Plan { $version }
ledger-line = { $what }: { $now }
ledger-line-changed = { $what }: { $now } (since plan { $version }, changed { $changes } times)
ledger-reading = Change of plan { $version }: { $read } have read it, { $unread } have not, { $byHand } by carriers.
ledger-unchanged = This plan never changed.
ledger-unread-title = <b>Have not read the change</b>
ledger-nobody = Nobody.
ledger-person = { $number }. { $name }: { $note }
ledger-reminded = { $count } people who have not read it are reminded now.
ledger-reminded-today = They were reminded today. Please try again tomorrow.
receipts-title =
    <b>Travel money: { $title }</b>
    Received: { $received }. Open: { $open }.
receipt-received = received, { $at }
receipt-notYet = not yet, { $at }
receipt-silent = no answer yet
receipts-asked = { $count } people are being asked by the bot. Their answers stand in Travel money.
receipts-asked-today = They were asked today. Please try again tomorrow.
receipt-thanks-received = Thank you. We note that you have received the travel money for <b>{ $title }</b>. If this is wrong, please contact: { $contact }
receipt-thanks-notYet = All right, we note that the travel money for <b>{ $title }</b> has not come. The coordinators can see it. When it has, press the button below, or contact: { $contact }

## My training card

living-title =
    <b>{ $title }</b>
    Card of { $name }
living-interested = State: interested, waiting for the choice
living-waiting = State: on the waiting list
living-waiting-number = State: number { $number } on the waiting list
living-offered = State: offered a seat, waiting for your answer
living-accepted = State: taking part
living-confirmed = State: sure to come
living-declined = State: cannot come. Thank you for telling us.
living-withdrawn = State: gave the seat up. Thank you for telling us.
living-released = State: the seat went to somebody else.
living-notChosen = State: not chosen this time.
living-not-enrolled = This card holds no more.
living-cancelled = This training is CANCELLED. The reason: { $reason }
living-over = This training is over. Thank you for taking part.
living-next = Next: { $when }, { $hours }
living-today = today, { $when }
living-tomorrow = tomorrow, { $when }
living-day = Day { $day } of { $days }
living-place = Place: { $place }
living-gathering = Gathering: { $place }, { $time }
living-bring = Bring: { $bring }
living-pack = Pack tonight: { $bring }
living-contact = Questions: { $contact }
living-none = You are not enrolled in this training.
living-soon = The card will come soon.
living-here = This is your card. It is always up to date.
living-bring-list =
    <b>What to bring to { $title }</b>
    { $list }
living-bring-none = Nothing need be brought to <b>{ $title }</b>.
living-calendar = The dates of <b>{ $title }</b>. Open this file to keep them in the calendar of your phone.
calendar-day = { $title }, day { $day } of { $days }
button-card-bring = What to bring
button-card-calendar = Save to calendar
button-card-map = Map
