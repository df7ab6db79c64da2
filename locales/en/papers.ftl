### Papers: the list of artisans going out and coming in.

command-berkas = The list of artisans as a file

papers = <b>Papers</b>. What would you like today?
button-paper-list = Download the list
button-paper-import = Bring in a sheet
button-paper-blank = Ask for a blank sheet

## Going out

export-whom = Which artisans?
button-export-all = All artisans
button-export-kecamatan = By kecamatan
button-export-craft = By kind of craft
button-export-community = By community
export-all = All artisans
export-which-kecamatan = Which kecamatan?
export-which-craft = Which craft?
export-which-community = Which community?
export-no-communities = No community is known yet. Press /berkas to choose another list.
export-nobody = { $whom }: no artisan is known yet. Press /berkas to choose another list.
export-form = { $whom }: <b>{ $count } artisans</b>. In which form?
button-export-xlsx = Excel (XLSX)
button-export-csv = CSV
export-reason = What is this list for? Type the reason, 10 to 200 letters, for example: invitation to the brooch training of 22 August. The reason, the number and who downloads it are noted.
export-reason-tooShort = That reason is too short. Type at least 10 letters, for example: invitation to the brooch training.
export-reason-tooLong = That reason is too long. Type 200 letters at most, for example: invitation to the brooch training.
export-tooManyToday = You have downloaded { $most } lists today, and that is the limit. Please try again tomorrow.
export-nobodyElse = A list this long needs a second person's consent, but there is no other coordinator or administrator yet. Ask the administrator to add staff, or choose a shorter list with /berkas.
export-gone = That request no longer waits for a reason. Press /berkas to begin again.
export-waiting =
    { $count ->
        [0] The request is noted, but none of the other staff can be reached now. Try again later with /berkas.
       *[other] The request is noted. A list this long needs a second person's consent: { $count } of the staff were asked. The file comes here once it is given, within 24 hours.
    }
export-second =
    <b>Consent to a list of artisans</b>

    { $who } asks for a list: { $whom }, { $count } artisans.
    Reason: { $reason }

    Do you consent? The file goes only to who asked, and your decision is noted.
button-export-approve = Consent
button-export-refuse = Refuse
export-you-approved = You consented. The file was sent to who asked.
export-you-refused = The request was refused. Who asked has been told.
export-refused = The request for a list of artisans was refused by another member of staff. Talk to them first; you may ask again with /berkas.
export-late = This request was decided already, or its time is over. Nothing is sent now.
export-notAllowed = Who asked is no longer a coordinator. Nothing was sent.
export-caption = List of { $count } artisans. <b>Personal data:</b> use it only for the reason given, do not pass it on, delete it when done.

## The sheet

sheet-name = Daftar perajin
sheet-number = No
sheet-code = Kode
sheet-consent-lisan = lisan
sheet-consent-tertulis = tertulis
sheet-consent-bot = lewat bot
