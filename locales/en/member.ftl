### Members: checks, lists, search, and who cannot be reached.

tasks-checks = <b>{ $count } artisans' records</b> are waiting to be checked by staff.
button-check-record = Check records

check-ask = <b>There is a new member.</b> Do you know this person?
check-many = <b>{ $count } new members of { $community }</b> are waiting to be checked. Let us go one by one; one tap each is enough.
check-none = Nobody is waiting to be checked. Thank you.
check-gone = This record was checked or changed, so there is nothing left to check.
check-decided = Already checked by { $who }: { $what }.
check-you = yourself
check-staff = the staff
check-was-member = a member, yes
check-was-notMember = not a member
check-was-asked = the coordinator was asked
check-was-active = accepted
check-was-returned = sent back to be corrected
check-was-declined = not accepted

check-done-member = <b>{ $name }</b>: yes, one of our members. Thank you.
check-done-notMember = <b>{ $name }</b>: not a member. The staff will check the record.
check-done-asked = <b>{ $name }</b>: we are asking the coordinator.
check-done-active = <b>{ $name }</b> was accepted.
check-done-returned = The record of <b>{ $name }</b> was sent back to be corrected.
check-done-declined = The record of <b>{ $name }</b> was not accepted.

check-why-noCommunity = <b>Has no community of the list yet.</b> Please check.
check-why-noLeader = <b>The community has no leader who could check.</b> Please check.
check-why-silent = <b>The community leader has not answered for 7 days.</b> Please check.
check-why-notMember = <b>The community leader says: not a member.</b> Please check.
check-why-asked = <b>The community leader asks the coordinator.</b> Please check.
check-why-said = The reason: { $why }.

button-check-yes = I know them
button-check-no = Not our member
button-check-ask = Ask first
button-check-begin = Begin checking
button-check-accept = Accept
button-check-return = Send back
button-check-decline = Decline
button-check-back = ‹ Back

check-reason-notMember = Why is <b>{ $name }</b> not a member? The answer is for the staff only.
check-reason-returned = What has to be corrected in the record of <b>{ $name }</b>?
check-reason-declined = Why is the record of <b>{ $name }</b> not accepted?
button-check-notMember-stranger = I do not know them
button-check-notMember-left = They have left
button-check-notMember-another = Of another community
button-check-returned-name = Name is incomplete
button-check-returned-place = Kecamatan or desa
button-check-returned-craft = Kind of craft
button-check-returned-community = Community
button-check-declined-outside = Outside { KAB() }
button-check-declined-untrue = Not true
button-check-declined-double = Registered already

check-told-name = The full name has to be completed.
check-told-place = Kecamatan or desa have to be looked at again.
check-told-craft = The kind of craft has to be looked at again.
check-told-community = The community has to be looked at again.
check-told-outside = Your home is outside { KABUPATEN() }.
check-told-untrue = The record could not be confirmed.
check-told-double = You are registered with another record already.

check-result-member = Good news: the leader of <b>{ $community }</b> says that you are a member. Your registration has been checked.
check-result-notMember = The leader of <b>{ $community }</b> does not recognise you as a member yet. Your registration is kept, and the staff will check it. There is no need to register again.
check-result-active = Good news: your registration has been checked by the staff and accepted.
check-result-returned = Something in your record has to be corrected. { $why } Once changed, it is checked again.
check-result-declined = We are sorry: your registration cannot be accepted yet. { $why } If this is wrong, please visit the office.

state-pending-leader = State: waiting to be checked by the leader of { $community }.
state-reason = Note of the staff: { $why }

## Lists and search

command-anggota = Members of my community
command-perajin = Find artisans
members-title-own = <b>Members of { $community }</b>
members-title-all = <b>All artisans</b>
members-narrowed = <i>Narrowed to: { $filter }</i>
members-none = Nobody fits.
members-how = <i>Type a name to search; the spelling need not be exact.</i>
members-filter = Whom to show?
members-which-kecamatan = Which kecamatan?
members-which-craft = Which craft?
members-found = <b>The closest names:</b>
members-more = <i>There are more. Please type more of the name.</i>
members-not-found = That name was not found. Try a part of it, for example: Syarifuddin.
members-too-many = That was 30 searches in an hour. Try again a little later, or look at the list.
member-line = • { $name } – { $kecamatan } – { $craft }{ $mark }
member-unchecked = {" "}(not checked)
member-far = {" "}(no Telegram)
member-number-closed = Phone: not open to the community leader.
member-road-open = Telegram: can be reached
member-road-blocked = Telegram: bot is blocked
member-road-none = Telegram: none yet
member-trainings = Trainings: { $titles }
member-no-training = Trainings: none yet

button-members-filter = Narrow down
button-members-far = Hard to reach
button-members-before = ‹ Previous
button-members-after = Next ›
button-members-kecamatan = Kecamatan
button-members-craft = Craft
button-members-verified-yes = Checked
button-members-verified-no = Not checked
button-members-reachable-yes = Can be reached
button-members-reachable-no = No Telegram
button-members-trained-yes = Was at a training
button-members-trained-no = Never at one
button-members-show = Show
button-members-clear = Show all
button-members-all = See the list
button-number-show = Show number
button-claim-code = New claim code
button-member-correct = Correct the record

number-coming = One moment …
number-shown =
    <b>{ $name }</b>: { $number }

    This message deletes itself in 15 minutes. Please use it for the community only.

## Hard to reach

far-blocked = <b>Blocked the bot.</b> Messages do not arrive; please find another way.
far-silent = <b>Silent for long</b> (more than 90 days).
far-old = <b>Old data</b> (not looked at by their owner for more than 6 months).
far-how = <i>One tap sends a short greeting, once a week at most.</i>
button-far-blocked = Blocked
button-far-silent = Silent
button-far-old = Old data
nudge-sent = A greeting to <b>{ $name }</b> is on its way.
nudge-later = A greeting to <b>{ $name }</b> goes out once the quiet hours are over.
nudge-twice = <b>{ $name }</b> was greeted this week. Try again next week, or find another way.
nudge-none = <b>{ $name }</b> cannot be greeted by Telegram. Try by phone or in person.
nudge = How are you? It is a while since you looked at your data in the list of artisans. Is everything still right?
button-still-right = Still right
still-right = Thank you. We have noted that your data are right.

## Registering somebody else

command-daftarkan = Register an artisan without Telegram
behalf-read-out = <i>Please read the text above to the person.</i> Do they agree?
behalf-consent-lisan = Agrees, spoken
behalf-consent-tertulis = Agrees, in writing
behalf-consent-no = Does not agree
behalf-hint-consent = Choose one of the buttons: agreed aloud, agreed in writing, or does not agree.
behalf-hint-phone = Type the person's number, for example: 0812 3456 7890. It can also be skipped.
behalf-refused-consent = All right, nothing was noted. Should they change their mind, press /daftarkan.
behalf-refused-age = This registration is for people of 18 and over, so we keep nothing. Thank you.
behalf-adult = Are they 18 years old or over?
behalf-name = What is their full name? It will stand on the certificate.
behalf-kecamatan = In which kecamatan do they live? Choose, or type its name.
behalf-community = Of which artisans' community are they a member?
behalf-communityOther = What is the name of their community?
behalf-crafts = What do they make? Up to 5. Choose or type, for example: anyaman. Then press <b>Done</b>.
behalf-craftOther = Type their craft, for example: glass painting.
behalf-mainCraft = Which is their main craft?
behalf-phone = What is their mobile number? Type it, for example: 0812 3456 7890. It may be skipped.
behalf-saved = All right, the form is kept for 7 days. Press /daftarkan to go on.
behalf-noDraft = That form is gone. Press /daftarkan to begin again.
behalf-incomplete = Something is still to be filled in. Press /daftarkan to go on.
behalf-refused = You can register members of your own community only. Change the community by /daftarkan, or ask a coordinator.
behalf-claimed = The person has taken this record, so only they and coordinators can change it.
behalf-corrected = All right, the record was corrected.
behalf-put-by = What was corrected is kept. To go on, open their card again and press <b>Correct the record</b>.
behalf-done =
    <b>{ $name } is registered.</b> Give them this code: <code>{ $code }</code>

    It is good for 14 days, for one use, and cannot be looked up again.
claim-code-new =
    A new code for <b>{ $name }</b>: <code>{ $code }</code>

    It is good for 14 days and can be used once. The code before it is worth nothing any more.
behalf-text =
    A text to send to this person only, not to a group:

    <blockquote>{ $text }</blockquote>
behalf-whatsapp = We have filled in your registration as an artisan of { KABUPATEN() }. To hold your data yourself on Telegram, open { $link } and press Start, or type the code { $code }. Good for 14 days.
button-behalf-whatsapp = Send by WhatsApp
button-behalf-next = Register another
