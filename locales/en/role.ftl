### Roles and invitations: who holds what, inviting, confirming, ending.

command-peran = Roles: who holds what
help-own = <b>For your role</b>
help-own-line = /{ $command } – { $what }
list-number = { $number }.

## The list of roles

role-list = <b>Roles in force</b>
role-line = { $number }. <b>{ $name }</b> – { $role }, until { $until }
role-line-configured = { $number }. <b>{ $name }</b> – admin, by the settings of the server
role-list-leaders = Coordinators look after community leaders in /komunitas.
button-invite = Invite somebody
button-invitations = Waiting: { $count }
role-card =
    <b>{ $name }</b>
    Role: { $role }
    Since { $since }, until { $until }
button-role-renew = Renew for 12 months
button-role-end = End the role
button-role-list = Back to the list
role-end-question = End the role { $role } of <b>{ $name }</b>? From then on they cannot use it any more.
button-role-end-yes = Yes, end it
button-role-end-no = No, keep it
role-ended = The role { $role } of <b>{ $name }</b> has ended.
role-last-owner = This is the last admin, so the role cannot be ended. Invite another admin first, then try again.
role-ended-told = Your role as { $role } has ended. Thank you for your help. If this is a mistake, contact the office.
role-lapses = Your role as <b>{ $role }</b> ends on { $date }. If you still serve in it, ask an owner to renew it before that day.
role-lapses-renew = A role as <b>{ $role }</b> ends on { $date }. Press /peran to renew it, or let it end.
leader-lapses = Your role as leader of <b>{ $community }</b> ends on { $date }. If you still lead it, ask a coordinator to renew it before that day.
leader-lapses-renew = The role of a leader of <b>{ $community }</b> ends on { $date }. Press /komunitas to renew it, or to invite another leader.

## Inviting

invite-which = Invite for which role?
button-invite-coordinator = Coordinator
button-invite-owner = Admin
button-invite-privacyOfficer = Data-protection officer
invite-made =
    The invitation for the role <b>{ $role }</b> is ready. Pass the message below on to that person only.

    When the link is opened, you will be asked to confirm who opened it. Before that the role does not begin.
invite-link = Invitation to be <b>{ $role }</b>. Open this link, or scan the code with the phone's camera: { $link } For one person, until { $until }.
invite-link-leader = Invitation to be <b>{ $role }</b> of { $community }. Open this link, or scan the code with the phone's camera: { $link } For one person, until { $until }.
button-invite-drop = Take it back
invite-tooMany = 20 invitations were made today. Please go on tomorrow.
invite-waiting = <b>Invitations waiting</b>
invite-waiting-none = No invitation is waiting.
invite-waiting-open = { $role }: not opened yet, good until { $until }
invite-waiting-used = { $role }: opened, its maker has to confirm
button-invite-drop-number = Take back { $number }
button-invite-who = Who is { $number }?

## Who opens an invitation

invite-wait = Thank you. The invitation to be { $role } has arrived. Please wait: whoever invited you confirms first that it is you. I will let you know.
invite-unknown = This invitation is not valid: it was used, is too old, or was taken back. Ask for a new one.
invite-own = This invitation is for somebody else. Pass the link on to them.
invite-noRecord = A community leader has to be a registered artisan first. Press /daftar and choose the community, then open this invitation again.
invite-phone = This invitation is for the owner of one mobile number, and that number is not proven to be yours yet. Press /ubah, choose the number, then <b>Share my number</b>. After that open this invitation once more. If the number has changed, ask for a new invitation.
invite-otherPhone = The number in the record is now another than the one that was invited, so the role was not given. If it is the right person, make a new invitation with the number of now.
invite-elsewhere = This invitation is for members of another community than the one in your record. If you are a member, correct it with /ubah first, then open this invitation again.
invite-begun = Congratulations, { $name }. Your role as <b>{ $role }</b> is in force until { $until }. Press /bantuan to see what you can do.
invite-not-given = Your invitation could not be confirmed, so the role was not given. If this is a mistake, contact whoever invited you.

## Who confirms

invite-opened = <b>{ $name }</b> ({ $username }) opened the invitation to be <b>{ $role }</b>.
invite-opened-community = Community: { $community }
invite-question = Is this the person you invited? If in doubt, call them first.
button-invite-yes = Yes, { $name }
button-invite-no = Somebody else
invite-confirmed = All right. <b>{ $name }</b> is { $role } now, until { $until }.
invite-late = This invitation is done, taken back, or too old. If it is still needed, make a new one.
invite-refused = All right, the role was not given, and the invitation is no longer valid.
invite-revoked = All right, the invitation was taken back and is no longer valid.

## The first admin

owner-begun = You are the first admin now. Press /peran to invite coordinators and other admins.
owner-unknown = That code does not fit or is no longer valid. Ask whoever installed this bot for a new one.
