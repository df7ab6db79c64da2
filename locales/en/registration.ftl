### Registration of artisans: questions, choices and complaints.

## What all questions share

ask-step = <b>Step { $step } of { $steps }</b>
ask-now = Your answer now: <b>{ $answer }</b>
ask-ticked = Chosen: <b>{ $answer }</b>
ask-keep = ✓ Keep this
ask-back = ‹ Back
ask-skip = Skip
ask-save = Save for later
ask-page-before = ‹ Previous
ask-page-after = Next ({ $page }/{ $pages }) ›
ask-yes = Yes
ask-no = No
ask-skipped = not filled in
ask-share-contact = 📱 Share my number
ask-answered = { $label }: <b>{ $answer }</b>
ask-closed = { $label } ✓
ask-saved = All right, your answers are kept for 7 days. Press /daftar to continue at any time.
ask-stale = That question is over. Please answer the last one.
ask-gone = That choice is no longer there. Choose a button of the last question.
ask-needed = This part is needed. Press <b>Save for later</b> to continue another time.
ask-first = There is no earlier question that can be changed. Answer this one, or press <b>Save for later</b>.
ask-meant = Which one do you mean? Choose, or type again.
ask-otherwise = Sorry, I cannot use that answer.
ask-left = <i>Completing your data: { $left } questions left. All of them may be skipped.</i>
ask-remove = Remove this answer
ask-done = ✓ Done ({ $count })
ask-over = Your record is no longer there. Press /daftar to register.
ask-many-least = Choose at least { $least } first, then press <b>Done</b>.
ask-many-most = At most { $most } choices. Press a ticked one again to take it off.

field-consent = Consent
field-adult = 18 or older
field-name = Name
field-kecamatan = Kecamatan
field-desa = Desa
field-community = Community
field-communityOther = Community name
field-crafts = Craft
field-craftOther = Other craft
field-mainCraft = Main craft
field-phone = Mobile number
field-whatsapp = On WhatsApp
field-review = Check the answers

hint-consent = Choose <b>I agree</b> or <b>I do not agree</b>.
hint-adult = Choose <b>Yes</b> or <b>No</b>.
hint-name = Type your full name in letters, for example: Siti Aminah.
hint-kecamatan = Choose a button, or type the kecamatan, for example: Petir.
hint-desa = Choose a button, or type the desa. You may also skip it.
hint-community = Choose a button, or type its number.
hint-communityOther = Type the name of the community, 3 to 60 letters.
hint-crafts = Choose up to 5 buttons, then press <b>Done</b>. You may also type, for example: weaving.
hint-craftOther = Type the craft in your own words, for example: glass painting.
hint-mainCraft = Choose a button, or type its number.
hint-phone = Press the button that shares your number, or type it, for example: 0812 3456 7890.
hint-whatsapp = Choose <b>Yes</b> or <b>No</b>. You may also skip this.
hint-review = Press the topmost button if all is right, or the button of the part to change.

## 1 Consent

ask-consent =
    <b>Please read this first.</b> This bot belongs to { $officeName }. We record your name, Telegram account, kecamatan, community and craft for invitations to trainings and the register of artisans. Mobile number and details of your business are optional.

    The data rest in { $dataPlace } while you are registered, and are deleted after { $recordMonths } months without activity or whenever you ask. Messages travel through Telegram, a service abroad; do not send identity numbers or photos of identity cards.

    Community leaders and office staff can see your name, kecamatan and craft. You have the right to see, correct and delete your data and to withdraw consent. Data-protection officer: { $privacyContact }.
consent-yes = I agree
consent-no = I do not agree
consent-full = Read all of it
consent-full-text =
    <b>The whole explanation</b>

    <b>Who:</b> { $officeName }. Data-protection officer: { $privacyContact }.
    <b>Basis:</b> { $privacyBasis }.
    <b>What for:</b> invitations to trainings, the register of artisans, and reminders of trainings.
    <b>What is recorded:</b> name, Telegram account, kecamatan, desa, community, craft, and the mobile number if given.
    <b>How long:</b> while registered; deleted after { $recordMonths } months without activity.
    <b>Who sees it:</b> office staff and community leaders; the mobile number only staff.
    <b>Telegram:</b> a service abroad; chats with bots are not end-to-end encrypted.
    <b>Where the data rest:</b> { $dataPlace }.
    <b>Your rights:</b> to see, correct, delay and delete data, and to withdraw consent. Complaints go to the officer above.
consent-refused = All right, nothing was recorded. You may begin again at any time with /daftar.

## 2 Age

ask-adult = Are you 18 years or older?
adult-refused = Thank you. Registration is for people of 18 and over, so nothing was kept. A parent or guardian may ask at the office counter.

## 3 Name

ask-name = What is your full name? It will stand on the certificate.
name-tidy = How shall the name be written on the certificate?
name-empty = I see no letters in that message. Type your full name, for example: Siti Aminah.
name-tooShort = That name is too short. Type your full name, at least 2 letters, for example: Siti Aminah.
name-tooLong = That name is too long. Type at most 80 letters, for example: Siti Aminah.
name-digits = A name has no digits. Type letters only, for example: Siti Aminah.
name-link = A name must not hold an internet address. Type your full name only, for example: Siti Aminah.
name-notLatin = Type the name in Latin letters as on your identity card, for example: Siti Aminah.
name-signs = A name uses letters, full stops, commas and apostrophes only. Type for example: Siti Aminah.

## 4 Kecamatan

ask-kecamatan = Which kecamatan do you live in? Choose, or type its name.
kecamatan-unknown = That kecamatan is not in { KABUPATEN() }. Check the spelling, for example: { EXAMPLE() }, or choose a button.
kecamatan-which = All right. Which kecamatan of { KABUPATEN() }? Type its name, or choose a button above.
kecamatan-by-desa = That is a desa. Do you live in this kecamatan?
kecamatan-twin = Do you mean { KABUPATEN() } or { $city }?
kecamatan-outside = { $city } has an office of its own. Where do you live?
kecamatan-inside-button = { KABUPATEN() }
kecamatan-outside-button = Outside { KAB() }
kecamatan-refused = Thank you. This register is for residents of { KABUPATEN() }. Please ask the office for cooperatives and small businesses where you live. Nothing was kept.

## 5 Desa

ask-desa = Which desa in { $kecamatan }? You may skip this.
desa-unknown = That desa is not in { $here }. Check the spelling, choose a button, or press Skip.
desa-elsewhere = That desa is in { $there }, not in { $here }. Choose another, or press Back to change the kecamatan.

## 6 Community

ask-community = Which community of artisans do you belong to?
community-none = No community yet
community-unlisted = Not in the list
community-unknown = That community is not in the list. Choose a button, or press <b>Not in the list</b>.
ask-communityOther = What is the name of your community?

## 7 Craft

ask-crafts = Which crafts do you make? Up to 5. Choose or type, for example: weaving. Then press <b>Done</b>.
craft-unknown = That craft is not in the list yet. Choose a button, or number 16 (Other) and write it yourself.
ask-craftOther = Write your craft, for example: glass painting.
own-words-tooShort = That is too short. Type at least { $least } letters.
own-words-tooLong = That is too long. Type at most { $most } letters.
own-words-signs = Use letters and digits only, without internet addresses.
ask-mainCraft = Which of them is your main craft?

## 8 Mobile number

ask-phone = What is your mobile number? Press the button below to share it, or type it, for example: 0812 3456 7890. You may skip this, but a number helps us reach you when something changes.
ask-whatsapp = Is that number on WhatsApp too?
phone-someone-else = That contact is not of this Telegram account. Press <b>Share my number</b>, or type your own.
phone-notANumber = That is not a mobile number. Type digits only, for example: 0812 3456 7890, or press Skip.
phone-landline = That is a landline. We need a mobile number, for example: 0812 3456 7890.
phone-foreign = That is a foreign number. We need an Indonesian mobile number, for example: 0812 3456 7890.
phone-tooShort = That number lacks digits. Please check, for example: 0812 3456 7890.
phone-tooLong = That number has too many digits. Please check, for example: 0812 3456 7890.
phone-invalid = That number is not in use in Indonesia. Please check, for example: 0812 3456 7890.

## Check and send

ask-review =
    { $end ->
        [send] <b>Please check.</b> If all is right, press <b>Send</b>.
       *[done] <b>Your data.</b> Press the part you want to change or add.
    }
review-line = { $label }: <b>{ $answer }</b>
review-change = ✎ { $label }
review-add = + { $label }
review-send = ✓ Send
review-done = ✓ Done
review-how =
    { $end ->
        [send] Press <b>Send</b> if all is right, or the part that is wrong.
       *[done] Press the part you want to change, or <b>Done</b>.
    }
registered =
    Thank you, { $name }. <b>We have received your registration</b>; staff will check it.

    You may already see and join trainings. Would you like to tell us about your business now? All of it may be skipped.
registration-noDraft = Your form is no longer there. Press /daftar to begin again.
registration-incomplete = Some parts are not filled in yet. Press /daftar to continue.
registration-alreadyRegistered = You are registered already. Press /profil to see your data.
already-registered = { $name }, you are registered already. Press /profil to see your data, or /pelatihan for trainings.
registration-closed = Registration is not open yet. Please try again later, or ask at the office.
not-registered = You are not registered yet. Press /daftar; it takes a few minutes.

## My data

profile-title = <b>Your data</b>
state-pending = State: waiting to be checked by staff.
state-active = State: checked.
state-returned = State: to be corrected.
state-declined = State: not accepted so far.
