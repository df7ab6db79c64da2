### Completing and changing one's data: all of it may be skipped or removed again.

change-saved = All right. All changes are kept. Press /ubah to change more.
photo-there = there is one
photo-gone = That photo can no longer be shown. Send a new one with /ubah.
years =
    { $years ->
        [0] less than a year
        [1] 1 year
       *[other] { $years } years
    }

field-businessName = Business name
field-products = Products
field-photo = Photo of your work
field-shopLink = Online shop
field-channels = Ways of selling
field-workers = Workers
field-yearsInCraft = Years of work
field-turnover = Monthly turnover
field-nib = NIB
field-nibNumber = NIB number
field-sex = Sex
field-birthYear = Year of birth
field-teach = Can teach

hint-businessName = Type the name of your business, for example: Bros Melati. You may also skip it.
hint-products = Type your products, for example: brooches, bracelets. You may also skip this.
hint-photo = Send one photo of your work with the attachment button, as a photo and not as a file. You may also skip this.
hint-shopLink = Type for example: @brosmelati or shopee.co.id/brosmelati. You may also skip it.
hint-channels = Choose buttons, several if you like, then press <b>Done</b>. You may also skip this.
hint-workers = Choose a button, or type its number. You may also skip this.
hint-yearsInCraft = Type digits only, for example: 5. You may also skip this.
hint-turnover = Choose a button, or type its number. You may also skip this.
hint-nib = Choose a button, or type its number. You may also skip this.
hint-nibNumber = Type the 13 digits, for example: 1234567890123. You may also skip this.
hint-sex = Choose a button, or type its number. You may also skip this.
hint-birthYear = Type four digits, for example: 1985. You may also skip this.
hint-teach = Type what you could teach, for example: beadwork. You may also skip this.

ask-businessName = What is the name of your business?
ask-products = What do you make? At most 5, with commas between, for example: brooches, bracelets.
ask-photo = Send one photo of your work, so that staff can see it.
ask-shopLink = Where is your shop on the internet? Type for example: @brosmelati or shopee.co.id/brosmelati.
ask-channels = How do you sell? You may choose several.
ask-workers = How many people work in your business?
ask-yearsInCraft = For how many years have you done this craft?
ask-turnover = What is your turnover in a month, roughly?
ask-nib = Does your business have a NIB (business registration number)?
ask-nibNumber = What is the NIB? It has 13 digits.
ask-sex = What is your sex? It stands on attendance sheets.
ask-birthYear = In which year were you born? For example: 1985.
ask-teach = What could you teach other artisans? At most 3, with commas between.

detail-channels-1 = At home
detail-channels-2 = Market
detail-channels-3 = In other shops
detail-channels-4 = Exhibitions
detail-channels-5 = WhatsApp
detail-channels-6 = Social media
detail-channels-7 = Online shop
detail-channels-8 = Orders from offices

detail-workers-1 = Alone
detail-workers-2 = 2–4 people
detail-workers-3 = 5–19 people
detail-workers-4 = 20 people or more

detail-turnover-1 = Below 1 million
detail-turnover-2 = 1–3 million
detail-turnover-3 = 3–5 million
detail-turnover-4 = 5–10 million
detail-turnover-5 = 10–25 million
detail-turnover-6 = Over 25 million
detail-turnover-7 = Rather not say

detail-nib-1 = Yes
detail-nib-2 = Not yet
detail-nib-3 = Do not know

detail-sex-1 = Male
detail-sex-2 = Female
detail-sex-3 = Rather not say

detail-shopLink-notALink = That is not the address of a shop. Type for example: @brosmelati or shopee.co.id/brosmelati, or press Skip.
detail-shopLink-tooLong = That address is too long. Type at most 100 letters, for example: @brosmelati.
detail-yearsInCraft-notANumber = Type the years in digits, for example: 5, or press Skip.
detail-yearsInCraft-tooMany = That is too long. Type 0 to 80, for example: 5.
detail-nibNumber-notANib = A NIB has 13 digits. Please check, for example: 1234567890123, or press Skip.
detail-birthYear-notAYear = That is not a year of birth. Type four digits, for example: 1985, or press Skip.
detail-birthYear-tooYoung = By that year you are under 18. Please check, for example: 1985, or press Skip.
own-words-tooMany = At most { $count }, with commas between. Type the most important ones again.
