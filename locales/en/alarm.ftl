# Alarms to owners about how the program runs. Once for each event.

alarm-inbox =
    ⚠️ <b>Messages are not answered</b>
    One has waited for { $minutes } minutes.

    What to do: ask the technician to see whether the program runs, and to start it again. No message is lost; all are answered then.
alarm-parked =
    ⚠️ <b>Some messages could not be answered</b>
    After five tries { $count } were set aside. Their people were told so and asked to write again.

    What to do: ask the technician to read the program's log (“update parked”). They are deleted after 48 hours.
alarm-delivery =
    ⚠️ <b>Notices are late</b>
    One should have left { $minutes } minutes ago.

    What to do: open /kabar and see what was not sent. If it is about today, call the people. Ask the technician to check the connection to Telegram.
alarm-tick =
    ⚠️ <b>Regular work stands still</b>
    Reminders were not looked at for { $minutes } minutes.

    What to do: ask the technician to start the program again. What waits is done as soon as it runs.
alarm-disk =
    ⚠️ <b>The disk is almost full</b>
    { $percent } per cent are left. Once it is full, no registration can be kept.

    What to do: ask the technician to make room today.
alarm-webhook =
    ⚠️ <b>Telegram has trouble reaching the program</b>
    Telegram says: { $reason }

    What to do: ask the technician to check the server's address and certificate. Telegram keeps people's messages for 24 hours at most.
alarm-clock =
    ⚠️ <b>The server's clock is wrong</b>
    It differs from the database's by { $seconds } seconds. Reminders may leave at the wrong time.

    What to do: ask the technician to set the server's clock.
alarm-registered =
    ⚠️ <b>Unusually many people registered today</b>
    { $count } since midnight.

    What to do: if there was no event for it, look at /perajin. Somebody may be registering false names; community leaders can decline them.
alarm-token =
    ⚠️ <b>Telegram refuses the bot's token</b>
    Some messages were refused because the token is not valid.

    What to do: ask the technician to get a new one from @BotFather and to set it. What waits leaves then.
alarm-conflict =
    ⚠️ <b>Another program uses this bot</b>
    It fetches messages with the same token.

    What to do: if it is not the office's, the token has leaked. Change it at @BotFather now (/revoke), and ask the technician to set the new one.
alarm-database =
    ⚠️ <b>The connection to the database keeps breaking</b>
    { $count } times within ten minutes. No data are lost, but answers are slow.

    What to do: ask the technician to check the database server and its network.
alarm-refused =
    ⚠️ <b>Many attempts were refused</b>
    { $count } times within ten minutes somebody tried what they may not do. All of it was refused.

    What to do: ask the data-protection officer to look at the audit. If one person keeps trying, check their role in /peran.
alarm-fault =
    ⚠️ <b>Something is wrong inside the program</b>
    { $count } times within ten minutes.

    What to do: ask the technician to read the lines marked “alarm” in the program's log, and to report them to its makers.
alarm-audit =
    ⚠️ <b>The audit is not whole</b>
    Its chain is broken at line { $number }: a line was changed or is missing.

    What to do: delete nothing. Call the data-protection officer now, and ask the technician to keep a copy of the database. Somebody may have been at the data.
