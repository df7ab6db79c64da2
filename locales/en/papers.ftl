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
sheet-where = <b>{ $place }</b> ({ $column }):
sheet-given = “{ $value }” –
sheet-good = Example: { $example }.

sheet-wrong-missing = not filled in.
sheet-wrong-name = a name has letters, points, commas and apostrophes only.
sheet-wrong-kecamatan = there is no such kecamatan in { KABUPATEN() }.
sheet-wrong-outside = that is outside { KABUPATEN() }.
sheet-wrong-desa = there is no such desa in this kecamatan.
sheet-wrong-craft = that kind of craft is not in the list.
sheet-wrong-tooMany = too many things in one cell.
sheet-wrong-otherCraft = the craft “Lainnya” needs its name.
sheet-wrong-mainCraft = the main craft must be one of the crafts.
sheet-wrong-phone = that is no Indonesian mobile number.
sheet-wrong-landline = that is a home or office line, no mobile number.
sheet-wrong-foreign = that is a foreign number.
sheet-wrong-noPhone = filled in only where there is a phone number.
sheet-wrong-yesNo = write Ya or Tidak.
sheet-wrong-adult = registration is for 18 years and over.
sheet-wrong-year = that is no year of birth.
sheet-wrong-young = by that year the person is under 18.
sheet-wrong-years = write the number of years, 0 to 80.
sheet-wrong-link = that does not look like the address of a shop.
sheet-wrong-nib = a NIB has 13 digits.
sheet-wrong-choice = there is no such choice.
sheet-wrong-words = too short, too long, or with an internet address.
sheet-wrong-consent = write how the person agreed: lisan (spoken) or tertulis (written).
sheet-wrong-code = there is no such code. Leave it empty for somebody new.
sheet-wrong-twice = another row has this code already.

sheet-example-name = Siti Aminah
sheet-example-sex = P
sheet-example-birthYear = 1985
sheet-example-adult = Ya
sheet-example-kecamatan = Petir
sheet-example-desa = Cirangkong
sheet-example-community = Manik Melati
sheet-example-crafts = Rajut & makrame; Batik (tulis, cap)
sheet-example-mainCraft = Rajut & makrame
sheet-example-craftOther = Lukis kaca
sheet-example-phone = 0812-3456-7890
sheet-example-whatsapp = Ya
sheet-example-businessName = Bros Melati
sheet-example-products = bros; gelang
sheet-example-shopLink = @brosmelati
sheet-example-channels = Pasar; WhatsApp
sheet-example-workers = 2–4 orang
sheet-example-yearsInCraft = 5
sheet-example-turnover = 1–3 juta
sheet-example-nib = Sudah
sheet-example-nibNumber = 1234567890123
sheet-example-teach = merangkai manik
sheet-example-consent = lisan
sheet-example-code = (empty)

sheet-doubt-claimed = the person keeps this record now, so a sheet does not change it.
sheet-doubt-alike = like the record with code { $code }. Write that code in the column Kode if it is the same person, or BARU if it is another.
sheet-doubt-alikeRow = like row { $row }. Delete one of them if it is the same person, or write BARU in the column Kode.

remark-name = Remarks
remark-cell = Cell
remark-column = Column
remark-value = Content
remark-what = Remark
remark-example = Example

## Coming in

import-how = Fill in this sheet, one person a row, and send it back here as a file (XLSX or CSV). Read the consent text out to the person first, then write <b>lisan</b> (spoken) or <b>tertulis</b> (written) in the column Persetujuan. An empty cell changes nothing. Nothing is saved before you press Save.
import-preview =
    <b>The sheet was looked through. Nothing is saved yet.</b>
    New: { $fresh }
    Changed: { $changed }
    Same: { $same }
    Doubtful: { $doubtful }
    Wrong: { $wrong }
import-more = … and { $count } more remarks in the file of remarks.
import-save-question = New and changed rows can be saved now; doubtful and wrong ones are passed over.
import-nothing = No row needs to be saved. Mend the sheet if need be, and send it again.
button-import-save = ✓ Save ({ $count })
button-import-drop = Do not save
button-import-codes = Claim codes (print)
import-codes = Claim codes for <b>{ $count }</b> people, to be printed and handed to each. They are good for 14 days and can be used once; earlier codes are worth nothing any more. Do not pass them on in groups.
import-codes-none = Everybody of this sheet keeps their own record already, so there is no code to make.
sheet-claim-codes = Kode klaim
sheet-claim-code = Kode
sheet-claim-link = Tautan
button-import-undo = Take the import back
import-dropped = The sheet was not saved.
import-late = This was looked through more than a day ago. Send the sheet once more.
import-goes-on = Still going on. You will hear when it is done.
import-saved =
    { $skipped ->
        [0] <b>Saved: { $saved } rows.</b> If that was wrong, the import can be taken back for 7 days.
       *[other] <b>Saved: { $saved } rows.</b> Passed over: { $skipped }, as their data changed since. If that was wrong, the import can be taken back for 7 days.
    }
import-undone =
    { $kept ->
        [0] <b>The import was taken back:</b> { $undone } rows are as they were.
       *[other] <b>The import was taken back:</b> { $undone } rows. Kept: { $kept }, as somebody holds or changed them since.
    }
import-undo-late = This import is more than 7 days old and can no longer be taken back.
import-empty = The sheet is empty. Press /berkas, ask for a blank sheet, fill it in and send it again.
import-tooBig = The file is too big. Send { $megabytes } MB at most; split it into several sheets.
import-tooMany = The sheet is too long. Send { $rows } rows at most; split it into several sheets.
import-encrypted = The file has a password. Save it without one and send it again.
import-oldExcel = That is the old form of Excel (.xls). Save it as .xlsx or .csv and send it again.
import-notASheet = The file cannot be read as a sheet. Send an XLSX or CSV file, or ask for a blank sheet with /berkas.
import-headers = These columns are missing: { $missing }. They must be named as in the blank sheet from /berkas.

## Catalogue and form

button-paper-form = Paper form
button-paper-catalogue = Artisan catalogue
catalogue-which = The catalogue has business names and product photos of <b>{ $count }</b> artisans who allowed it, without names of people and without numbers. In which form?
catalogue-none = No artisan has allowed to be in the catalogue yet. They can in /profil, Extra permissions.
button-catalogue-pdf = PDF to print
button-catalogue-png = Pictures (PNG)
button-catalogue-more = Next pages
catalogue-making = Preparing the catalogue and fetching its photos…
catalogue-made = The catalogue is ready: { $count } businesses.
catalogue-pages = Pages { $first } to { $last } of { $pages } of the catalogue were sent.
catalogue-caption = Artisan catalogue. Only those who allowed it are in it; they may take that back, so use the latest.
paper-form-caption = An empty form for people without a phone. Read the consent text out first. Once it is filled in, enter it with /daftarkan, then keep the paper at the office.

## Artisan cards

button-kartu-own = Artisan card
button-kartu-print = To print (PDF)
button-kartu-sheet = Members' cards
button-paper-leader = Report of new leader
kartu-own = Your artisan card. Staff scan its code at a training; it holds no personal data.
kartu-of = Artisan card of <b>{ $name }</b>. Give it to that person only.
kartu-own-unchecked = The artisan card is made once your data have been checked. For trainings the code of /kartu works already.
kartu-unchecked = The data of this person have not been checked yet, so there is no card yet.
kartu-making = Preparing { $count } cards…
kartu-sheet = { $count } cards, ten a sheet of A4. Print in true size (100%), then cut. <b>Personal data:</b> do not pass on, delete when done.
kartu-made =
    { $without ->
        [0] { $count } cards are ready.
       *[other] { $count } cards are ready. { $without } people have none: their data are not checked yet, or were erased.
    }
kartu-sheet-none = Nobody's data have been checked yet, so there are no cards to make.
