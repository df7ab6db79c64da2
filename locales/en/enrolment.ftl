### Taking part: interest, choosing participants, offers of seats, and the waiting list.

## Letters, in three forms

seat-offered =
    { $name }, good news: there is a seat for you at <b>{ $training }</b>.

    { $when }, at { $place }.
    What is provided: { $promises }.

    { $until } Questions: { $contact }.
    .whatsapp =
        { $name }, there is a seat for you at *{ $training }*.
        { $when }, at { $place }.
        What is provided: { $promises }.
        { $until } Please answer: coming or not coming. Questions: { $contact }.
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, there is a seat for you at { $training }, { $when }, at { $place }. Will you come?
seat-offered-until = Please answer by { $when }.
seat-offered-soon = Please answer within three days.
letter-label-seat-offered = Offer of a seat: { $training }

seat-proposed =
    { $name }, { $who } to <b>{ $training }</b>.

    { $when }, at { $place }.
    You are noted as interested. If you are not, open the training and press Not interested.
    .whatsapp =
        { $name }, { $who } to *{ $training }*.
        { $when }, at { $place }. If you are not interested, please tell us.
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, { $who } to { $training }, { $when }, at { $place }. If you are not interested, please tell us.
seat-proposed-leader = the leader of your community proposes you
seat-proposed-coordinator = the office invites you
letter-label-seat-proposed = Proposal: { $training }

offer-lapsed =
    { $name }, the time to answer the offer of <b>{ $training }</b> is over, so the seat was offered to the next person.

    That is all right. If you are still interested, press See the training. Questions: { $contact }.
    .whatsapp =
        { $name }, the time to answer the offer of *{ $training }* is over, so the seat was offered to the next person.
        If you are still interested, contact { $contact }.
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, the time to answer the offer of { $training } is over, so the seat was offered to the next person. If you are still interested, contact { $contact }.
letter-label-offer-lapsed = Offer over: { $training }

not-chosen =
    { $name }, thank you for your interest in <b>{ $training }</b>. Sorry, this time there were not enough seats for you.

    This is noted: at the next training those who have waited come earlier. Questions: { $contact }.
    .whatsapp =
        { $name }, thank you for your interest in *{ $training }*. Sorry, this time there were not enough seats.
        This is noted for the next training. Questions: { $contact }.
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, thank you for your interest in { $training }. Sorry, this time there were not enough seats; this is noted for the next training.
letter-label-not-chosen = Not chosen: { $training }

promise-none = place and material of the training

## The card of a training for who is not sure yet

own-offered = <b>There is a seat for you.</b> Please answer: are you coming?
own-offered-until = <b>There is a seat for you.</b> Please answer by { $when }.
own-waiting = You are on the waiting list, <b>number { $number }</b>
own-interested = Your interest is noted
own-notChosen = You were not chosen this time
own-released = The time to answer the offer is over

interest-noted = Thank you. Your interest in <b>{ $title }</b> is noted. The office chooses participants together, and the news will come through this bot.
interest-already = Your interest in <b>{ $title }</b> is already noted. The news will come through this bot.
interest-closed = Sorry, <b>{ $title }</b> takes no more interest. If you have a question, contact { $contact }.
interest-tookBack = Interest in <b>{ $title }</b> was taken back. Press I am interested to note it again.
interest-kecamatan = Sorry, this time <b>{ $title }</b> is for artisans of certain kecamatan. If you have moved, correct it with /ubah, or contact { $contact }.
interest-crafts = Sorry, this time <b>{ $title }</b> is for certain crafts. If you have taken up another craft, correct it with /ubah, or contact { $contact }.
interest-communities = Sorry, this time <b>{ $title }</b> is for members of certain communities. If you have a question, contact { $contact }.
interest-taken-back = All right, your interest in <b>{ $title }</b> is taken back. If you change your mind, press I am interested.
interest-none = No interest in <b>{ $title }</b> is noted.

offer-accepted = Thank you. The seat at <b>{ $title }</b> is yours. Reminders will come through this bot, so there is no need to worry about forgetting.
offer-alreadyAccepted = You have already said that you will come to <b>{ $title }</b>. If you cannot, open the training and press Withdraw.
offer-declined = All right. The seat at <b>{ $title }</b> goes to somebody else. Thank you for telling us.
offer-alreadyDeclined = You have already said that you cannot come to <b>{ $title }</b>.
offer-gone = Sorry, the offer of a seat at <b>{ $title }</b> does not hold any more. Open the training to see what is still possible, or contact { $contact }.
offer-begun = <b>{ $title }</b> has begun, so this offer cannot be answered any more. If you have a question, contact { $contact }.

why-order =
    <b>Why not chosen yet: { $title }</b>

    The suggested order: the craft matches; never took part; longest since the last; kecamatan not reached yet; most often passed over; earliest interest. People of the office choose, and give a reason wherever they leave the order.
why-no-reason = Nobody was put before you out of order. Seats went to those who come earlier in that order.
why-skipped = { $date }, passed over for this reason: { $reason }
why-jumped = { $date }, another artisan was put first for this reason: { $reason }
why-of = <b>{ $name }: why not chosen yet</b>
why-of-training = <b>{ $title }</b>
why-of-none = { $name } is not waiting for any training.

## Proposing, inviting, and answering for others

propose-where = To which training is { $name } proposed?
propose-nowhere = At present no training takes proposals.
propose-noted = { $name } is noted as interested in <b>{ $title }</b>, and will be told.
propose-already = { $name } is already noted for <b>{ $title }</b>.
propose-closed = <b>{ $title }</b> takes no more proposals.
propose-tookBack = { $name } once took back or declined <b>{ $title }</b>. Only they themselves can note interest again.
propose-kecamatan = <b>{ $title }</b> is for certain kecamatan only; that of { $name } is not among them.
propose-crafts = <b>{ $title }</b> is for certain crafts only; those of { $name } are not among them.
propose-communities = <b>{ $title }</b> is for certain communities only; { $name } is not a member.

answer-for-accepted = Noted: { $name } will come to <b>{ $title }</b>.
answer-for-alreadyAccepted = { $name } is already noted as coming to <b>{ $title }</b>.
answer-for-declined = Noted: { $name } cannot come. The seat is free for others.
answer-for-alreadyDeclined = { $name } is already noted as not coming.
answer-for-gone = The offer to { $name } does not hold any more.
answer-for-begun = <b>{ $title }</b> has begun.

## The selection sheet

sheet-head =
    <b>Choosing participants: { $title }</b>
    Seats { $seats }, free { $free }. Offered { $offered }, coming { $going }, waiting { $waiting }.
sheet-phase-choosing = The order is a suggestion. Picking out of order and passing over need a written reason, which the person and their leader can read. Please name nobody else in it.
sheet-phase-phoning = Too close for letters: free seats are filled by phone, in the order of the waiting list.
sheet-phase-none = Nobody can be picked now; it opens when the training is being selected.
sheet-row =
    { $number }. <b>{ $name }</b> – { $kecamatan }, { $community }
    { $facts } · interested { $since }
sheet-no-community = no community
sheet-skipped = <i>Passed over: { $reason }</i>
sheet-offered = <b>{ $title }</b>: have not answered the offer
sheet-offered-none = <b>{ $title }</b>: all offers are answered.
sheet-offered-person = { $name } was offered a seat at <b>{ $title }</b> and has not answered. If they answer by phone, note it here.

fact-craft = craft matches
fact-other-craft = another craft
fact-never = never took part
fact-trained = took part { $count } times in 24 months, last { $last }
fact-new-kecamatan = kecamatan not reached yet
fact-passed = not chosen { $count } times
fact-share = { $count } of this community have a seat
fact-road-telegram = by Telegram
fact-road-blocked = blocked the bot, by a carrier
fact-road-none = no Telegram, by a carrier

quota-tooMany = Note: { $name } has { $has } seats, at most { $wished } were wished.
quota-tooFew = Note: { $name } has { $has } seats, at least { $wished } were wished, and seats are running out.

ask-reason-jump = { $before } people stand before { $name } in the order. Why first? Write 10–200 letters, for example: the only one of Kec. Tanara.
ask-reason-skip = Why is { $name } passed over? Write 10–200 letters, for example: out of town until next month.
reason-tooShort = The reason is too short, at least { $least } letters. For example: out of town until next month.
reason-tooLong = The reason is too long, at most { $most } letters. Please shorten it and send it again.
reason-signs = Please without web addresses, @ or angle brackets. For example: out of town until next month.
choice-stopped = All right, nothing has changed.

chosen-in-order = in order
chosen-offered = <b>{ $name }</b> is offered a seat at <b>{ $title }</b>. Reason: { $reason }.
chosen-accepted = <b>{ $name }</b> has a seat at <b>{ $title }</b>. Reason: { $reason }.
chosen-waiting = The seats of <b>{ $title }</b> are all taken. <b>{ $name }</b> is on the waiting list, number { $number }. Reason: { $reason }.
chosen-skipped = <b>{ $name }</b> is passed over. Reason: { $reason }.
chosen-already = { $name } already has a seat at <b>{ $title }</b>.
chosen-gone = { $name } does not wait for a seat at <b>{ $title }</b> any more.
chosen-closed = The choice of participants of <b>{ $title }</b> is closed.
chosen-full = All seats at <b>{ $title }</b> are taken.

task-choose = <b>{ $title }</b>: { $count } who are interested wait to be chosen, { $free } free seats.
task-phone = <b>{ $title }</b>: { $free } free seats, { $count } waiting. Too close for letters, please phone.

viewed-enrolment-sheet = looked at the selection sheet
viewed-enrolment-choose = chose participants
viewed-enrolment-reasons = read the reasons of a selection

button-offer-yes = I will come
button-offer-no = I cannot come
button-list-leave = Leave the waiting list
button-interest-yes = I am interested
button-interest-no = Not interested
button-why = Why not chosen yet?
button-why-of = Why not chosen yet?
button-propose = Propose for a training
button-sheet = Choose participants
button-sheet-back = Selection sheet
button-offered = Not answered yet
button-pick = Choose
button-pick-phone = Will come (by phone)
button-skip = Pass over
button-member-open = See the record
