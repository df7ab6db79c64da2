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

certificate-zip-none = The certificates of <b>{ $title }</b> have not been made. Press Certificates first.
certificate-zip-caption = { $count } certificates, a file each. <b>Personal data:</b> send them to their owners only.
certificate-zip-made = The certificates of <b>{ $title }</b>, one by one, are ready: { $count } files.
