### Papers of one training: attendance, participants, letters and reports.

berkas-menu = Papers for <b>{ $title }</b>. Which one?
berkas-menu-unclosed = Papers for <b>{ $title }</b>. Certificates can be made once the training is closed on its card. Which one?
button-berkas-days = Attendance sheet
button-berkas-list = Participants
button-berkas-invitation = Invitation
button-berkas-timetable = Timetable (PDF)
button-berkas-end = Official report
button-berkas-certificates = Certificates
button-berkas-spj = Accountability (ZIP)
button-berkas-back = Back to the training
button-berkas-menu = Other papers

berkas-which-day = The attendance sheet of which day?
berkas-day = Attendance on <b>{ $date }</b>, without phone numbers. Empty for signing, or filled from the records?
berkas-day-phones = Attendance on <b>{ $date }</b>, <b>with phone numbers</b>. Empty for signing, or filled from the records? Each person can see that the number was downloaded.
button-berkas-empty-pdf = Empty, PDF
button-berkas-empty-xlsx = Empty, Excel
button-berkas-filled-pdf = Filled, PDF
button-berkas-filled-xlsx = Filled, Excel
button-berkas-phones = With phone numbers
button-berkas-noPhones = Without phones
berkas-day-not-yet = That day has not come, so its sheet is not filled yet. Choose the empty one for signing.
berkas-day-to-check = Attendance of that day <b>needs a check</b>: its room is not closed and counted, or more are present than were counted. Settle it with /hadir first, then ask again.

berkas-list = Participants, without phone numbers. In which form?
berkas-list-phones = Participants, <b>with phone numbers</b>. In which form? Each person can see that the number was downloaded.
button-berkas-pdf = PDF
button-berkas-xlsx = Excel (XLSX)
berkas-too-many-phones = That many phone numbers need a reason and a second person. Ask with /berkas, Download the list of artisans.

berkas-caption = A draft from the data of now. Number, signature and stamp stay with the office.
berkas-caption-people = { $count } people. <b>Personal data:</b> use it for this training only, do not pass it on, delete it when done.
berkas-making = Preparing the accountability file…
berkas-spj-made = The Paket SPJ of <b>{ $title }</b> is ready. Photos sent through the button Activity photos are in its folder foto. Counts and hashes of its files are in MANIFES.txt.

button-berkas-cards = Participants' cards
button-berkas-tools = Handover of tools
button-berkas-chart = Attendance chart
button-berkas-cert-zip = One by one (ZIP)
berkas-chart = Attendance per day, <b>{ $title }</b>.
berkas-chart-none = No day has begun yet, so there is no chart. Try again after the first day has begun.

## Handover of tools

tools-ask =
    Write the tools that are handed over, one a line: name, number and unit, then their state. For example:

    Brooch pliers, 20 pieces, good
    Bead sets, 12 boxes

    The names of who gives and who takes are written by hand later.
button-tools-empty = Empty, filled by hand
tools-wrong-none = There is no tool in that message. Write one a line, for example: Brooch pliers, 20 pieces, good.
tools-wrong-tooMany = Too many lines. Send at most { $most } tools, and the rest in a report of its own.
tools-wrong-line = This line could not be read: “{ $line }”. Write name, number and unit, for example: Brooch pliers, 20 pieces, good. Send the whole list again.
paper-stopped = All right, never mind. Photos that were sent stay kept.

## Activity photos

photo-which-day = Activity photos of <b>{ $title }</b>: { $count } kept. Photos of which day do you want to send?
photo-no-day = <b>{ $title }</b> has not begun, so there are no activity photos yet.
photo-day = Send photos of <b>{ $date }</b> here, one or several at once. A caption may stand below a photo. Kept for that day: <b>{ $count }</b>. These photos go into the Paket SPJ.
photo-done = Activity photos of <b>{ $title }</b>: { $count } kept. All go into the Paket SPJ.
button-photo-undo = Delete my last photo
button-photo-days = Another day
button-photo-done = Done
button-photo-back = Back to the training
photo-too-many = That day has { $most } photos, which is the limit. This one was not kept. Delete one first, then send it again.
photo-wrong-tooBig = That photo is larger than { $megabytes } MB, so it was not kept. Send it as an ordinary photo, not as a file.
photo-wrong-gone = That photo could not be fetched from Telegram. Please send it once more.
photo-wrong-notPicture = That file is no photo that can be read, so it was not kept. Send an ordinary photo (JPG or PNG).
