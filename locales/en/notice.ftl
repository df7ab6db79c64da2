### Codes of notices: genuine or not. And news of the office in three forms: the Telegram message
### (HTML), .whatsapp and .telepon (words to say on the phone) for carriers.

notice-announcement =
    { $name }, there is news from { $office }.

    { $text }
    .whatsapp =
        { $name }, there is news from *{ $office }*.
        { $text }
        Code { $code }, can be checked at { $bot }.
    .telepon = { $name }, there is news from { $office }. { $text }

notice-code-line = Code { $code }, genuine or not: /cek

notice-check-how = Type the code from the end of the notice, for example: K3M-9QX. You can also forward the message here.
notice-check-issued = Code <b>{ $code }</b> is <b>genuine</b>: issued by { $officeName } on { $when }.
notice-check-about = About: <b>{ $about }</b>
notice-check-training =
    { $dates }, { $hours }
    Place: { $place }
    Organiser: { $organiser }
notice-check-valid = Status: <b>valid</b>.
notice-check-corrected = Status: <b>corrected</b>. The plan changed after that message was sent; what stands here is the newest plan.
notice-check-cancelled = Status: <b>cancelled</b>.
notice-check-unknown = This code is not in our records. Do not send money or data; contact { $contact }.
notice-check-tooMany = That was 10 codes that do not fit. Please try again in an hour. If in doubt, do not send money or data; contact { $contact }.

command-cek = Check whether a message is real
