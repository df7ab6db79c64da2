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
viewed-role-list = looked at the list of roles
viewed-feedback-help = looked at a wish for help with sharing
viewed-sharing-confirm = looked at a sharing session
viewed-community-show = looked at the leaders of a community
viewed-member-check = checked the membership
viewed-record-check = checked the registration
viewed-member-list = looked at the list of members
viewed-member-search = searched for names
viewed-member-show = looked at the card
viewed-phone-show = looked at the phone number
viewed-export-run = downloaded the list of artisans
viewed-paper-make = made papers of a training
viewed-paper-phones = made papers of a training with phone numbers
viewed-paper-leader = made the report of a community leader
viewed-paper-catalogue = made the artisan catalogue
viewed-artisanCard-make = made artisan cards
viewed-certificate-issue = made certificates
viewed-certificate-list = looked at the list of certificates
viewed-certificate-end = withdrew or reissued a certificate
viewed-claim-code = made a claim code
viewed-import-run = checked a sheet of artisans
viewed-notice-names = looked at data to send news
viewed-notice-report = looked at who got or has not read news
viewed-promise-unread = saw who has not read a change of a training
viewed-promise-receipts = saw who received travel money
