### Greetings, help and general answers.

greeting-pagi = Good morning
greeting-siang = Good afternoon
greeting-sore = Good afternoon
greeting-malam = Good evening

start-new =
    { $part }. I am <b>Sanggar</b>, the bot of { $officeName } for craft artisans.

    Here you can register as an artisan, join trainings, and be reminded before a training day.

    Press the button below to begin.
start-draft =
    { $part }. Your registration is still kept at { $officeName }.

    Press <b>Continue the form</b> to go on from the last question.
start-artisan =
    { $part }, { $name }. You are registered as an artisan.

    Please choose:

button-register = Register as an artisan
button-continue = Continue the form
button-trainings = See trainings
button-profile = See my data
button-change = Change my data
button-complete = Complete my data
button-photo = See the photo

help =
    <b>What you can do here</b>

    /daftar – register, or continue the form
    /profil – see your data
    /pelatihan – see and join trainings
    /datasaya, /jeda, /hapus – see all data, pause notices, erase data
    /cek – check whether a message is real
    /batal – stop filling in; answers are kept
    /bahasa – change the language
    /tentang – who runs this bot

    Questions can be answered by button, number or word. If you are unsure, visit { $officeName } during office hours.
about =
    <b>Sanggar</b> is run by { $officeName } for the registration and training of artisans in { KABUPATEN() }.

    List of kecamatan and desa: { $decree }. { $attribution }

cancelled = All right, the form is put aside. Your answers are kept for 7 days. Press /daftar to continue.
nothing-to-cancel = Nothing is being filled in. Press /bantuan to see what you can do.

language-name = English
language-which = Which language would you like?
language-chosen = All right, I will speak English.

edit-not-taken = I do not read changed messages again. Please send the right answer as a new message.
button-gone = This button is no longer valid.
command-unknown = I do not know that command. Press /bantuan to see what you can do.
not-understood = Sorry, I did not understand that. Press /bantuan to see what you can do.
continue-offer = Your registration is kept and not yet sent. Continue?
private-only = I answer in private chats: { $link }

update-delayed = Sorry, your answer has arrived but is delayed by a fault. I will try again shortly.
update-givenUp = Sorry, your last message could not be processed. The staff have been told. Please send it once more.

command-daftar = Register as an artisan
command-pelatihan = See and join trainings
command-profil = See my data
command-ubah = Change my data
command-bantuan = Help
command-batal = Stop filling in
command-bahasa = Change the language
command-tentang = About this bot
