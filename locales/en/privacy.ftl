### Rights over one's own data: to see, pause and erase them, and permissions.

command-datasaya = See all data about me
command-jeda = Pause notices
command-berhenti = Stop and withdraw consent
command-hapus = Erase my data

## Pause

paused =
    All right, notices are paused. We send no more invitations and reminders.

    If a training of yours is changed or cancelled, we still tell you.
pause-over = All right, notices go on as before.
button-pause = Pause notices
button-pause-end = Go on with notices

## Stop and erase

leave-question =
    <b>Erase all your data?</b>

    From then on there are no messages, and your seats in trainings to come are given up. For 7 days you can still take it back. After that all data are erased and cannot come back.

    If you only want some quiet, pause instead.
leave-question-draft =
    <b>Erase your answers?</b>

    All saved answers are erased at once and cannot come back.
button-leave-yes = Yes, erase
button-leave-no = No, keep them
button-leave-undo = Do not erase
leave-not = All right, nothing is erased.
leaving =
    Your data will be erased on <b>{ $when }</b>. From now on we send no messages.

    Changed your mind? Press the button below before that time.
leaving-seats = Your seat is given up in: { $titles }.
leave-undone = All right, your data will not be erased. A seat that was given up can be taken again by /pelatihan while there is one.
leave-dropped = Your answers are erased. Thank you; you may begin again at any time with /daftar.
leave-unknown = We keep no registration of yours, so there is nothing to erase.

## Forms left open

draft-nudge = Your registration is saved and nearly done. Shall we go on now?
draft-dropped = Your registration was left for 7 days, so we have erased your answers. You may begin again at any time.

## The end of data

erased = All your data are now erased from our records. This is the last message. Thank you; you may register again at any time with /daftar.
erased-silent = We have not heard from you for long, so all your data are now erased from our records. This is the last message. You may register again at any time with /daftar.
silent-warning =
    We have not heard from you for long. If it stays so, we erase your data on <b>{ $when }</b>.

    Do you want to stay registered? Just press this button.
button-still-here = I am still here
still-here = Thank you. Your data stay.

## All my data

mydata-title = <b>All that we keep about you</b>
mydata-person = <b>You and your business</b>
mydata-consents = <b>Consent and permissions</b>
mydata-given = yes, { $date } (text { $version })
mydata-draft = A <b>form</b> that was not sent is in the file.
mydata-trainings = <b>Trainings</b>
mydata-messages = <b>Messages we sent</b>
mydata-views = <b>Who looked at your data</b>
mydata-none = None yet.
mydata-line = • { $line }
mydata-more = … and { $more } more, see the file.
mydata-end = All of it is in the file below. To change: /ubah. To pause: /jeda. To erase: /hapus.
mydata-nothing = We keep no registration of yours. There is only the language you chose and notes of the talk, for 30 days at most. To register: /daftar.

delivery-ready = waiting
delivery-sending = being sent
delivery-sent = sent
delivery-blocked = bot blocked
delivery-failed = failed
delivery-expired = too late
delivery-cancelled = cancelled
delivery-superseded = replaced
delivery-unknown = not certain
delivery-byHand = by the office

## A changed consent

consent-again = <b>Our consent text has changed.</b> Please read it, then choose.
consent-again-thanks = Thank you. Your consent is noted. Please go on.
consent-again-refused = All right. Without consent we may not keep your data any longer. Erase them now? To see them: /datasaya.
button-leave = Erase my data

## More permissions

ticks-title = <b>More permissions.</b> Each may be given or not, and changed at any time with the same button.
tick-news = <b>Training news:</b> I want to receive news of trainings and exhibitions.
tick-phoneToLeader = <b>Number to leader:</b> my community leader may see my phone number.
tick-catalogue = <b>Catalogue:</b> my business name and pictures of my work may appear in the catalogue.
tick-pionir = <b>Sharing skills:</b> I may be asked to share what I know.
button-ticks = Permissions
button-tick-news = Training news
button-tick-phoneToLeader = Number to leader
button-tick-catalogue = Catalogue
button-tick-pionir = Sharing skills
