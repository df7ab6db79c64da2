### Taking over a record that somebody else registered, by a code or a mobile number.

claim-offer = Did a community leader or the office register you before? Use the code they gave you, and you need not fill in the form again.
button-claim = I have a code
claim-how = Type the code, for example: 7K3M-9QXP. Or press the button below to share your mobile number.
claim-question = <b>{ $name }</b>, { $kecamatan }: is this you?
button-claim-yes = Yes, that is me
button-claim-no = No
claim-code-fits = The code fits.
claim-number-fits = That number is on our list.
claim-no-number = That number fits no single record that waits for its owner. Press /daftar to register, or type the code of your community leader.
claim-not-me = All right, nothing was changed. Press /daftar to register yourself.
claim-unknown = That code does not fit or is no longer valid. Please check it, for example: 7K3M-9QXP, or ask for a new code where you were registered.
claim-tooMany = That was 5 codes that did not fit. Try again in an hour, or ask for help where you were registered.
claim-registrar = This code is for the person you registered. Please give it to them.
claim-gone = This is no longer valid. Type the code once more, or press /bantuan.
claim-taken = That record already belongs to another account. If that is wrong, contact whoever registered you, or the office.
claim-double = You already have a record of your own. Staff will merge the two, and you will be told.
claim-agreed = Thank you, { $name }. This record is yours now. Please check it.
claim-refused = All right, that record is no longer connected to your account, and whoever registered you is told. What would you like?
button-claim-erase = Delete that record
button-claim-office = Talk to the office
claim-erasing = All right. That record is not used from now on, and is deleted within 7 days.
claim-office = Please contact { $officeName }. Data-protection officer: { $privacyContact }.

claim-registrar-claimed = <b>{ $name }</b>, whom you registered, has taken over the record. If it was somebody else, press the button below within 7 days.
claim-registrar-refused = <b>{ $name }</b>, whom you registered, does not agree to being listed. The record was taken off that account.
button-claim-disown = Not that person
claim-disowned = The record was taken off that account, and the coordinators are told. Thank you for checking.
claim-disown-late = More than 7 days have passed, or the record was taken off already. Contact a coordinator if something is still wrong.
claim-lost = The record you took over was taken off your account, as whoever registered it says there was a mistake. If it is yours, contact the office.
claim-coordinator = <b>Please check:</b> the record of { $name }, { $kecamatan } was taken by the wrong person, says whoever registered it. It was taken off that account.
