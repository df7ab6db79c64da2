### Communities: the list, the card, leaders, joining.

command-komunitas = Communities and their leaders

community-list = <b>Communities</b>
community-none-yet = There is no community yet. Press <b>New community</b> to add the first one.
community-alarm =
    <b>{ $count } communities have no leader.</b> Please find one soon: without a leader nobody checks new members.
community-line-led = { $number }. { $name }
community-line-alone = { $number }. <b>{ $name }</b> – no leader yet
community-line-closed = { $number }. { $name } – closed
community-leaderless = <b>Please note:</b> the community { $name } has no leader now. Press /komunitas to invite a new one.
community-closed = { $name } (closed)

community-card =
    <b>{ $name }</b>
    { $where }
    Members: { $members }
community-is-closed = This community is closed: it is no longer offered, and its members stay in it until they choose another one with /ubah.
community-leader = Leader: <b>{ $name }</b>, since { $since }, until { $until }
community-no-leader = <b>No leader yet.</b>
community-before = Leader before: { $name }, { $since } to { $until }
community-before-note = Leader before: { $name }, { $since } to { $until }. Note: { $note }
button-community-new = New community
button-community-list = All communities
button-community-share = Link to join
button-community-rename = Rename
button-community-close = Close
button-community-reopen = Open again
button-community-stop = Never mind
button-leader-invite = Invite a leader
button-leader-renew = Renew { $name }
button-leader-end = End { $name }

community-ask-name = What is the name of the new community? Type it, for example: Kriya Lestari.
community-ask-rename = What is its new name? Type it, for example: Kriya Lestari.
community-ask-phone = What is the mobile number of who is to lead? Only the owner of that number can use the invitation. Type it, for example: 0812 3456 7890.
leader-phone-wrong = That is not a whole Indonesian mobile number. Type the number of who is to lead, for example: 0812 3456 7890.
community-where = In which kecamatan is <b>{ $name }</b>? Press a button, or type the kecamatan.
community-where-unknown = I do not know that kecamatan. Press a button, or type for example: Petir.
community-taken = There is a community of that name in the same kecamatan. Type another name, or press /komunitas to see it.
community-save = Keep the community <b>{ $name }</b>, { $where }?
button-community-save = Yes, keep it
community-stopped = All right, nothing was changed.
community-desk-gone = This is over. Press /komunitas to begin again.
community-close-question = Close <b>{ $name }</b>? It is no longer offered to those who register. Its { $members } members stay in it, and it can be opened again.
button-community-close-yes = Yes, close it
button-community-close-no = Never mind
leader-end-question = Why does this leader change? Type a short note, for example: moved away. The note and its date are kept. The role ends as soon as the note is sent.
button-leader-end-yes = End without a note
leader-ended-told = Your role as the leader of { $name } has ended. Thank you for your service. If this is a mistake, contact the office.

## Joining

community-link = Come and join <b>{ $name }</b>. Open this link, or scan the code with the phone's camera: { $link }
join-unknown = The community of this link does not exist or is closed. Ask its leader for a new link.
join-already = You are in the community <b>{ $name }</b> already.
join-question = Join the community <b>{ $name }</b>?
join-question-leave = Join the community <b>{ $name }</b>? You are in { $own } now, and will leave it.
button-join-yes = Yes, join
button-join-no = Never mind
join-not = All right, nothing was changed.
join-done = Thank you. You are in <b>{ $name }</b> now. Its leader checks it first, then you will be told.
join-register = To join <b>{ $name }</b> you need to be registered first. At the question about the community choose that name, or open this link again afterwards.
join-filled = All right, the community <b>{ $name }</b> is filled in in your registration.
