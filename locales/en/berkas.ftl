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
berkas-spj-made = The accountability file of <b>{ $title }</b> is ready. Photos are not in it: add them by hand. Totals and hashes are in MANIFES.txt.
