### Coming or not: answers of participants, and what leaders and coordinators ask.

command-konfirmasi = Who has not confirmed yet

button-answer-yes = I will come
button-answer-no = I cannot come
button-answer-maybe = I don't know yet
button-answer-no-yes = Yes, I cannot come
button-answer-yes-after-all = No, I will come

answer-really-not =
    { $name }, are you sure that you cannot come to <b>{ $title }</b>? Your seat will be open to another artisan at once.
answer-coming =
    Thank you, { $name }. We noted that you will <b>surely come</b> to <b>{ $title }</b>, from { $date }. See you there!
answer-not-coming =
    All right, { $name }. We noted that you cannot come to <b>{ $title }</b>, and its reminders will stop. Thank you for telling us.
answer-unsure =
    All right, { $name }. We keep your seat in <b>{ $title }</b>. As soon as you know, please tap one of these buttons.
answer-not-yours = { $name }, you are not listed for <b>{ $title }</b>. If this is wrong, contact { $contact }.
answer-full = Sorry, { $name }, your seat in <b>{ $title }</b> has been taken. Please contact { $contact }, so that a way can be found.
answer-over = <b>{ $title }</b> is over, so the answer cannot be changed any more.

## Those who have not answered, name by name

call-card =
    <b>{ $number } of { $count }: { $name }</b>, { $kecamatan }
    { $title }, from { $date }
call-silent = Has not said whether they can come. Please ask, then note the answer here.
call-unsure = Said that they <i>don't know yet</i>. Please ask, then note the answer here.
call-offered = Has not answered the offer of a seat. Please ask, then note the answer here.
call-tried = Tried by { $who } on { $when }, not reached.
call-none = There is nobody to ask now. Thank you!
call-done-coming = ✓ { $name }: will come.
call-done-not-coming = ✓ { $name }: cannot come. The seat is open.
call-done-not-reached = ✓ { $name }: not reached. A coordinator will try as well.
call-stands-confirmed = { $name } is noted as coming already, by { $who }. That holds.
call-stands-withdrawn = { $name } is noted as not coming already, by { $who }. That holds.
call-stands-declined = { $name } has declined the offer already, by { $who }. That holds.
call-stands-other = { $name } need not be asked now; things have changed.
button-call-yes = Will come
button-call-no = Cannot come
button-call-lost = Not reached
button-call-member = See the record
button-call-next = Next person
button-call-list = See who is unsure
tasks-calls = <b>{ $count } people have not confirmed that they come.</b> Please ask them one by one.

silent-asked =
    { $count } people have not confirmed that they come to <b>{ $training }</b>, which starts { $date }.

    Please ask them one by one, by phone or in person. The list is behind this button.
    .whatsapp =
        { $count } people have not confirmed that they come to *{ $training }*, which starts { $date }.
        Please open the bot and type /konfirmasi.
        Code { $code }, can be checked at { $bot }.
    .telepon = { $count } people have not confirmed that they come to { $training }, which starts { $date }. Please open the bot and type /konfirmasi.
letter-label-silent-asked = Not confirmed: { $training }

viewed-answer-list = saw the name on the list of who has not confirmed
viewed-answer-record = noted the answer whether you come
