### Double records: checking, merging, taking it back.

command-tugas = What waits to be checked

tasks-none = Nothing waits at the moment. Thank you.
tasks-doubles = <b>Pairs of records that may be one person: { $count }</b>. Let us check them one by one.
button-check = Check
button-check-next = Check the next

double-title = <b>Is this the same person?</b>
double-reason-phone = The same mobile number.
double-reason-name = A close name in the same kecamatan.
double-reason-claimed = The owner of one record asked for the other.
double-record = <b>Record { $number }</b>
double-registered = Registered: { $date }
double-telegram = Telegram: yes
double-no-telegram = Telegram: not yet
double-gone = This pair needs no more checking. Press /tugas to see what waits.
double-stale = This card is out of date. Press /tugas to open the newest.
double-different = Noted: these are two different people.
double-later = All right, this pair waits for now.
button-double-same = The same person
button-double-different = Not the same person
button-double-later = Later

field-account = Telegram account
merge-question = Which one is used for <b>{ $field }</b>?
merge-value = { $number }. { $value }
button-merge-account = Account { $number }
merge-account = account of record { $number }, last active { $date }
merge-summary = <b>The records will become one like this.</b> Is it right?
merge-other-account = The other Telegram account will be told kindly.
button-merge-do = Merge
button-merge-again = Pick anew
merge-done = <b>The records are merged.</b> Trainings were united too. If it was a mistake, it can be taken back for 30 days.
merge-inUse = This record is in use, or its owner has asked to be erased. Try again by /tugas.
merge-notReady = Something has to be picked, as the record has just changed. Press /tugas.
button-merge-undo = Take the merge back
unmerge-done =
    { $seatsLost ->
        [0] The merge was taken back. Both records are as they were.
       *[other] The merge was taken back and both records are there again. Training seats that could not be given back, as they were given up or taken: { $seatsLost }.
    }
unmerge-tooLate = This merge can no longer be taken back: it is over 30 days old, or was taken back already.
unmerge-later = This record was merged again since. Take the newer merge back first.
unmerge-inUse = This record is in use or was merged into another. Try again later.

merge-told-kept = You were listed twice among the artisans. Staff have merged the two records. Please check them.
unmerge-told = The office has taken the uniting of your two records back. The record you had is linked to this Telegram account again.
merge-told-other = You were listed twice among the artisans, and staff have merged the records. They now belong to your other Telegram account. If that is wrong, contact the office; it can be taken back for 30 days.
