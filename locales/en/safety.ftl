### What keeps people and their data safe.

identity-number = You need not send an NIK or any other number of 16 digits. I have deleted that message and stored none of the number. Please answer again without it.
