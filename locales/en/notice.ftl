### Codes of notices: genuine or not. And news of the office in three forms: the Telegram message
### (HTML), .whatsapp and .telepon (words to say on the phone) for carriers.

notice-announcement =
    { $name }, there is news from { $office }.

    { $text }
    .whatsapp =
        { $name }, there is news from *{ $office }*.
        { $text }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, there is news from { $office }. { $text }

notice-code-line = Code { $code }, genuine or not: /cek

notice-check-how = Type the code from the end of the notice, for example: K3M-9QX. You can also forward the message here.
notice-check-issued = Code <b>{ $code }</b> is <b>genuine</b>: issued by { $officeName } on { $when }.
notice-check-about = About: <b>{ $about }</b>
notice-check-training =
    { $dates }, { $hours }
    Place: { $place }
    Organiser: { $organiser }
notice-check-valid = Status: <b>valid</b>.
notice-check-corrected = Status: <b>corrected</b>. The plan changed after that message was sent; what stands here is the newest plan.
notice-check-cancelled = Status: <b>cancelled</b>.
notice-check-unknown = This code is not in our records. Do not send money or data; contact { $contact }.
notice-check-tooMany = That was 10 codes that do not fit. Please try again in an hour. If in doubt, do not send money or data; contact { $contact }.

command-cek = Check whether a message is real
### Announcements: writing, choosing who gets them, sending, and what became of them.

command-kabar = Send news to artisans

notice-menu = <b>News for artisans.</b> Write something new, or press the number of a notice below.
notice-menu-line = { $number }. { $title } ({ $state })
notice-untitled = no words
notice-gone = This notice is no longer there. Press /kabar to see the others.
notice-label = News: { $title }

notice-ask-content = Send what it shall say: a text, a photo, a file, or an album.
notice-ask-time = When shall it go? Example: tomorrow 08:00, or 22 August 19:30.
notice-ask-correction = Write the right words in full. Messages already sent will be changed to them.
notice-put-by = Very well, it is kept. Press /kabar to go on.
notice-not-offered = News can be a text, a photo, a file, or an album. Please send one of these.
notice-too-long = This is { $length } characters long, and at most { $limit } fit. Please shorten it and send it again.
notice-time-notAMoment = I did not understand that time. Example: tomorrow 08:00, or 22 August 19:30.
notice-time-past = That time is over. Example: tomorrow 08:00.
notice-time-tooFar = That is more than 60 days ahead. Please choose a nearer time.

notice-draft = <b>This has not been sent.</b> Who shall get it?
notice-everybody = To: all artisans
notice-only = { $part }: { $names }
notice-not = Without { $part }: { $names }
notice-trained-yes = Only who has been to a training
notice-trained-never = Only who has never been to a training
notice-count = By Telegram: <b>{ $telegram }</b>. Without Telegram: <b>{ $without }</b>.
notice-count-silent = { $count } do not get news.
notice-album-unread = An album cannot have the button for having read it.
notice-part-kec = kecamatan
notice-part-kom = community
notice-part-ker = craft
notice-part-pel = training
notice-choose-only = Choose the { $part } that gets it. Nothing chosen means all. Page { $page } of { $pages }.
notice-choose-except = Choose the { $part } that does <b>not</b> get it. Page { $page } of { $pages }.
notice-except = Who shall be left out?
notice-names = <b>Who gets it</b>
notice-name-line = { $number }. { $name } – { $note }
notice-names-none = Nobody.
notice-nameless = (erased)
notice-page = Page { $page } of { $pages }
notice-by-telegram = Telegram
notice-by-hand = no Telegram

notice-no-content = It says nothing yet. Press Change words, then send a text, a photo, or a file.
notice-preview-refused = The preview did not arrive, so it cannot be sent yet. Please try again; if it still fails, change the words.
notice-previewed = <b>This is how it arrives.</b> When shall it go?
notice-preview-stale = It has changed since this preview. Press /kabar, open it, and look at the new preview.
notice-quiet = Those are quiet hours; it starts { $when }.
notice-next-window = Next open hours: { $when }.
notice-tested = A sample was sent to you.
notice-schedule = It goes { $when }. Is that right?
notice-sent-already =
    { $who ->
        [you] You have sent this already.
       *[other] Somebody else of the staff has sent this already.
    }
notice-undo-late = The sending has begun.
notice-discarded = Deleted. Nothing was sent.

notice-signature = – { $signature }
notice-leader = { $name }, leader of { $community }
notice-corrected = ✎ Corrected { $date }, { $time }
notice-please-read = Please read this news from { $signature }. Press <b>I have read it</b> when you have.
notice-was-corrected = News from { $signature } that you have read was just corrected. Please read it once more.
notice-read-thanks = Thank you.
notice-read-sample = This is a sample; those who get it press this button.
notice-read-later = This is being corrected. Please read the new words in a moment.

notice-state = <b>{ $title }</b> – { $state }
notice-state-draft = not sent
notice-state-queued = waits for its time
notice-state-expanding = begins to go out
notice-state-sending = going out
notice-state-paused = paused
notice-state-done = done
notice-state-expired = too late
notice-state-skipped = skipped
notice-state-cancelled = cancelled
notice-starts = Goes out: { $when }
notice-bar = { $bar } { $percent } % ({ $done } of { $total })
notice-pace = { $rate } a second, { $left } left
notice-left-seconds = { $seconds } seconds
notice-left-minutes = { $minutes } minutes

report-title = <b>Report</b>
report-line = { $state }: { $count }
report-read = Read: { $count }
report-doubted = Perhaps arrived twice: { $count }
report-fixes = Correction: { $done } messages changed, { $open } waiting

outcome-ready = waiting
outcome-sending = going out
outcome-sent = sent
outcome-blocked = blocked the bot
outcome-failed = failed
outcome-expired = too late
outcome-cancelled = not sent after all
outcome-superseded = replaced
outcome-unknown = not sure to have arrived
outcome-byHand = to be told by somebody

reason-quietHours = quiet hours
reason-floodWait = Telegram asked to wait
reason-network = network
reason-doubt = Telegram's answer was lost
reason-badMarkup = the words were refused
reason-badFile = file refused
reason-unauthorised = Telegram refused the bot
reason-tooLate = too late
reason-planChanged = the plan changed
reason-noticeCancelled = cancelled
reason-gaveUpSeat = gave up the seat
reason-paused = paused news
reason-erased = data erased
reason-noTelegram = no Telegram yet
reason-unreachable = cannot be reached
reason-blocked = blocked the bot
reason-deactivated = account closed
reason-neverStarted = must press Start
reason-refused = refused by Telegram
reason-noticePaused = paused by staff
reason-waitsForEarlier = waits for a message before
reason-optedOut = wants no news any more
reason-noReminders = wants no reminders
reason-alreadyRead = has read it
reason-notConcerned = does not need it any more
reason-knowsChange = knows of the change
reason-alreadyCorrected = up to date
reason-gone = the message was deleted
reason-roleEnded = the role has ended
reason-unread = not confirmed as read

notice-fix-words-only = A correction changes the words only. Please send just the text, no longer than what fits.
notice-fix-previewed = <b>This is how it reads once corrected.</b> { $count } messages already sent will be changed. Who pressed the button for having read it is told once.
notice-fix-sent = The correction is on its way. Messages not yet sent have the new words.
notice-fix-stale = This correction was sent already, or the notice was corrected again.
notice-unread = <b>Have not said that they read it</b>
notice-untold = <b>Not reached</b>
notice-reminding = Who has not said that they read it is reminded once.
notice-reminded = Those were reminded already. It is done only once.

daily-line =
    <b>{ $date }</b>

    Since { $since }: sent { $sent }, too late { $expired }, not reached { $unreachable }, not sure { $unknown }.
    Not sent yet: { $drafts }. Scheduled: { $scheduled }. Messages waiting: { $waiting }.

    Open /kabar or /tugas to see them.

button-notice-read = ✓ I have read it
button-notice-new = Write news
button-notice-back = ‹ Back
button-notice-kec = Kecamatan
button-notice-kom = Community
button-notice-ker = Craft
button-notice-pel = Training
button-notice-trained = Trained / never
button-notice-except = Without …
button-notice-names = See names
button-notice-content = Change words
button-notice-discard = Delete
button-notice-preview = Next: preview
button-notice-before = ‹ Before
button-notice-after = Next ›
button-notice-test = Try it on me
button-notice-send = Send now
button-notice-at = Set a time
button-notice-at-again = Another time
button-notice-window = Next open hours
button-notice-schedule = Yes, schedule it
button-notice-undo = Take back
button-notice-again = Refresh
button-notice-open = See the notice
button-notice-next = See what is scheduled
button-notice-pause = Pause
button-notice-go-on = Go on
button-notice-cancel = Cancel
button-notice-fix = Correct
button-notice-fix-send = Send the correction
button-notice-unread = Not read yet
button-notice-untold = Not reached
button-notice-remind = Remind who has not

## The report of a notice as a file and as a picture

export-notice = the report of one notice
report-sheet = Notice report
report-sheet-number = No
report-sheet-name = Name
report-sheet-kecamatan = Kecamatan
report-sheet-state = Result
report-sheet-reason = Reason
report-sheet-road = Told by
report-sheet-at = Sent (WIB)
report-sheet-answer = Answer
report-sheet-answeredAt = Answered (WIB)
report-sheet-carrier = To be passed on by
report-sheet-carried = Passing on
report-sheet-by = Noted by
report-sheet-carriedAt = Noted (WIB)
report-sheet-twice = Perhaps twice
report-answer-read = has read it
report-road-carrier = a carrier
report-carried-told = was told
report-carried-notReached = not reached
report-chart = Notice: { $title }
report-chart-note = { $total } recipients, as of { $date }
report-chart-read = – of these, read
report-chart-told = told by a carrier
report-chart-caption = What became of the notice in numbers, without names.
button-notice-sheet = File (XLSX)
button-notice-chart = Chart
