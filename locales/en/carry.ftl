### Carriers: passing notices on to artisans whom Telegram does not reach.

command-sampaikan = Messages to pass on

carry-list-title =
    <b>To be passed on: { $count } messages</b>
    Telegram does not reach these people. Choose a name to see what to say.
carry-list-entry =
    { $number }. <b>{ $name }</b>, { $kecamatan }
    { $what }
    By { $until }
carry-list-none = There is nothing for you to pass on. Thank you.
carry-with-leaders = { $count } more are being passed on by community leaders.
carry-tried = Not reached yet: tried by the { $who }, { $when }.
carry-late = <b>Its time is over.</b>
carry-everybody = Artisans

carry-card =
    <b>{ $name }</b>, { $kecamatan }
    { $what }
    By { $until }
    { $why }
carry-why-noTelegram = Does not use Telegram yet.
carry-why-unreachable = Telegram does not reach them.
carry-why-blocked = Has blocked this bot.
carry-why-deactivated = The Telegram account is gone.
carry-why-neverStarted = Has not pressed Start in this bot yet.
carry-why-refused = Telegram refused the message.
carry-why-badMarkup = Telegram refused the message.
carry-why-tooLate = Could not be sent by Telegram in time.
carry-why-quietHours = Quiet hours held it back until its time was over.
carry-why-badFile = Telegram refused the file.
carry-why-doubt = It may not have arrived by Telegram.
carry-why-unread = Has the message but has not pressed I have read it.
carry-number = Phone: { $number }
carry-no-number = The phone number cannot be shown. Tell them in person, or through somebody they know.
carry-words =
    <b>On the phone, say:</b>
    <blockquote>{ $telepon }</blockquote>
carry-whatsapp =
    <b>By WhatsApp:</b>
    <blockquote>{ $whatsapp }</blockquote>

button-carry-wa = Send by WhatsApp
button-carry-wa-text = Text for WhatsApp
button-carry-group = Text for a group
button-carry-told = ✓ Told
button-carry-no = ✗ Not reached
button-carry-list = See the list
button-carry-report = Report { $code }

carry-told = Noted: <b>{ $name }</b> knows. How did you tell them?
button-carry-road-whatsapp = WhatsApp
button-carry-road-phone = Phone
button-carry-road-inPerson = In person
carry-answer = What does <b>{ $name }</b> say?
button-carry-said-read = ✓ Has read it
button-carry-said-none = No answer yet
carry-thanks = Thank you. Everything has been passed on.
carry-thanks-more = Thank you. There are { $count } more.
carry-not-reached-leader = Noted: { $name } was not reached. A coordinator will go on.
carry-not-reached-coordinator = Noted: { $name } was not reached. The name stays on the list.
carry-not-reached-late = Noted: { $name } was not reached in time.

carry-is-told = { $name } was told by the { $who }, { $when }.
carry-is-telegram = { $name } can be reached by Telegram now, so the bot sends the message.
carry-is-read = { $name } pressed I have read it, so nothing is left to pass on.
carry-is-reachable = { $name } can be reached by Telegram now, so the bot sends the message.
carry-is-closed = { $name } was not reached in time. Noted by the { $who }, { $when }.
carry-is-moot = This need not be passed on to { $name } any more.
carry-is-late = Its time is over, so a coordinator goes on with { $name }. Thank you.

carry-asked = There are <b>{ $count } messages</b> to pass on to artisans whom Telegram does not reach, by { $until }. Thank you for your help.
carry-asked-late = <b>{ $count } messages</b> were not passed on in time. Please have a look.

carry-report-title =
    <b>Passed on, code { $code }</b>
    { $what }
carry-report-waiting = <b>No answer yet: { $count }</b>
carry-report-notReached = <b>Not reached: { $count }</b>
carry-report-told = <b>Told: { $count }</b>
carry-report-moot = <b>No longer needed: { $count }</b>
carry-report-names =
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
carry-report-gone = Data erased since: { $count }

viewed-carry-list = saw the name on the list of messages to pass on
viewed-carry-show = opened the data to pass a notice on
viewed-carry-number = saw the phone number to pass a notice on
viewed-carry-report = saw the name in the report of a notice
