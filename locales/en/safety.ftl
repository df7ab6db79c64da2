### What keeps people and their data safe.

identity-number = You need not send an NIK or any other number of 16 digits. I have deleted that message and stored none of the number. Please answer again without it.

update-tooMany = Your messages come too fast, so I did not read the last ones. Please wait a moment and send them one by one.

update-wait = Telegram is busy. I will try again in a moment.

late-command = Your command { $command } has only reached me now. Do you still want it?
button-late = Yes, do it
