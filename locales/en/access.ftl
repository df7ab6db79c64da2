### Roles, permissions, and who looked at data.

gate-refused = This part is for authorised staff only. Press /bantuan to see the choices.

role-artisan = artisan
role-leader = community leader
role-coordinator = coordinator
role-owner = administrator
role-privacyOfficer = privacy officer
role-anyone = bot user
role-program = program

viewed-doubles-show = looked at the data to check for doubles
viewed-record-merge = merged double records
viewed-record-unmerge = took a merge back
viewed-notice-names = looked at data to send news
viewed-notice-report = looked at who got or has not read news
