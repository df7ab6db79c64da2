### Certificates: made by the office, seen by their owner, checked by anybody.

command-sertifikat = My training certificates

certificate-making = Preparing the certificates…
certificate-made = Certificates of <b>{ $title }</b>: { $count }, to print on both sides. { $without } of those present have none, or none yet.
certificate-without = { $name }: { $why }
certificate-none = Nobody can have a certificate of <b>{ $title }</b> yet.
certificate-because-notClosed = the training is not closed
certificate-because-openDispute = an objection is not settled
certificate-because-dayToCheck = a day needs a check
certificate-because-belowThreshold = present on less than 80% of the days
certificate-because-erased = the data were erased
certificate-caption = One file to print. Number, signature and stamp stay with the office.
certificate-own-none = There is no certificate in your name yet. Certificates are made once a training is closed, for those present on at least 80% of its days.
certificate-own-caption = Certificate of <b>{ $title }</b>. Its code is { $code }: anybody can check it with /cek { $code }.

certificate-check = Certificate { $code } was issued by <b>{ $officeName }</b> to <b>{ $name }</b>.
certificate-check-what = { $title }, { $days } days ({ $dates }), { $hours } lesson hours.
certificate-check-nameless = (name erased)
certificate-check-valid = This certificate is <b>valid</b>.
certificate-check-replaced = This certificate was <b>replaced</b> by a later one.
certificate-check-revoked = This certificate was <b>revoked</b>.

certificate-check-revoked-on = This certificate was <b>revoked</b> on { $date }.
button-certificate-list = Withdraw or reissue
certificate-list = Certificates of <b>{ $title }</b>. Press a name to withdraw or reissue one. A ✗ marks one that is not valid.
certificate-list-none = There is no certificate of <b>{ $title }</b> yet. Make them with the button Certificates first.
certificate-one =
    <b>{ $name }</b>, code { $code }.
    { $state ->
        [valid] This certificate is valid.
        [replaced] This certificate was replaced.
       *[revoked] This certificate was revoked.
    }
button-certificate-end = Withdraw it
button-certificate-again = Reissue it
certificate-why = Why is the certificate of <b>{ $name }</b> withdrawn?
button-certificate-why-name = The name is wrong
button-certificate-why-presence = Presence is wrong
button-certificate-why-twice = It was issued twice
button-certificate-why-asked = Its person asked for it
certificate-ended = The certificate is withdrawn, and its person will be told. Please ask for the paper back.
certificate-ended-before = This certificate was not valid before either.
certificate-again-made = There is a new certificate with a new code, and its person will be told. Print it with the button Certificates.
certificate-again-below = Not yet: the presence on record does not suffice. Please check the attendance first.
certificate-again-holds = This person has a certificate that is valid.
certificate-withdrawn =
    { $name }, we are sorry: your certificate of <b>{ $training }</b> with the code { $certificate } is withdrawn and no longer valid. Questions: { $contact }.
    .whatsapp =
        { $name }, we are sorry: your certificate of *{ $training }* with the code { $certificate } is withdrawn and no longer valid. Questions: { $contact }.
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, your certificate of { $training } with the code { $certificate } is withdrawn and no longer valid. Questions: { $contact }.
letter-label-certificate-withdrawn = Certificate withdrawn
certificate-again =
    { $name }, your new certificate of <b>{ $training }</b> is here, its code is { $certificate }. Get it with /sertifikat.
    .whatsapp =
        { $name }, your new certificate of *{ $training }* is here, its code is { $certificate }. Questions: { $contact }.
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, your new certificate of { $training } is here. Questions: { $contact }.
letter-label-certificate-again = New certificate
certificate-zip-none = The certificates of <b>{ $title }</b> have not been made. Press Certificates first.
certificate-zip-caption = { $count } certificates, a file each. <b>Personal data:</b> send them to their owners only.
certificate-zip-made = The certificates of <b>{ $title }</b>, one by one, are ready: { $count } files.
