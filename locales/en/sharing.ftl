### Getok tular: sessions in which participants pass on what they learnt.

command-berbagi = Sharing sessions

## /berbagi

sharing-none = You have not planned a sharing session yet.
sharing-own = <b>Your sharing sessions</b>
sharing-state-planned = Planned
sharing-state-held = Held, waiting for the leader's word
sharing-state-confirmed = Held
sharing-state-cancelled = Cancelled
sharing-facts =
    <b>{ $topic }</b> ({ $craft })
    { $when }
    Place: { $place }
    Coming: { $guests } of { $seats } people
button-sharing-own = See my session
button-sharing-plan = Plan a session
button-sharing-allow = I want to share
button-sharing-near = Near by: { $date }
button-sharing-reach = Reach of sharing

## Planning

ask-topic = What would you like to share? Choose, or type it in your own words.
field-topic = Topic
hint-topic = Press one of the buttons, or type a few words, for example: making brooches.
ask-craft = For makers of which craft?
field-craft = For makers of
hint-craft = Press one of the buttons, or type its number.
ask-seats = For how many people?
field-seats = People
hint-seats = Press one of the buttons, or type a number, for example: 8.
ask-place = Where is it? Type a place that is easy to find, for example: Balai Desa Sukamaju.
field-place = Place
hint-place = Type the name of the place, for example: Balai Desa Sukamaju.
ask-date = On which date?
field-date = Date
hint-date = Press one of the buttons, or type a date, for example: 27 September.
ask-time = When does it begin?
field-time = Begins
hint-time = Press one of the buttons, or type a time, for example: 09.00.
sharing-count-how = Type just the number, from { $least } to { $most }, for example: 8.
sharing-date-how = That does not read as a date. Type for example: 27 September, or 27-9-2025.
sharing-date-range = Choose a date from the day after tomorrow to ten months from now, so that invitations arrive in time.
sharing-time-how = That does not read as a time. Type for example: 09.00, or 2 pm.
sharing-saved = Your plan is kept. To go on: /berbagi
sharing-promised = Thank you! The plan is noted, and makers near by are invited.
sharing-cancel-question = Do you want to cancel the session <b>{ $topic }</b>? We will tell those who said that they come.
button-sharing-cancel = Cancel the session
button-sharing-cancel-yes = Yes, cancel it
button-sharing-keep = Keep it
sharing-cancelled = The session is cancelled, and those who would come are told. You may always plan another: /berbagi

## Invitation

sharing-invited =
    { $name }, there is a sharing session near by: <b>{ $topic }</b>.

    { $when }
    Place: { $place }

    It is free, from makers for makers. Would you like to come?
    .whatsapp =
        { $name }, there is a sharing session near by: *{ $topic }*.
        { $when }
        Place: { $place }
        It is free, from makers for makers.
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, there is a sharing session { $topic }, { $when }, at { $place }. Would you like to come?
letter-label-sharing-invited = Invitation to share: { $topic }
sharing-off =
    { $name }, the sharing session <b>{ $topic }</b> on { $when } is cancelled. We are sorry; you need not come.
    .whatsapp =
        { $name }, the sharing session *{ $topic }* on { $when } at { $place } is cancelled. You need not come.
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, the sharing session { $topic } on { $when } at { $place } is cancelled. You need not come.
letter-label-sharing-off = Session cancelled: { $topic }
button-sharing-join = I will come
button-sharing-see = Have a look
button-sharing-leave = I cannot come
sharing-by = Taught by: { $name }
sharing-comes = You are noted as coming. See you there!
sharing-full = We are sorry, this session is full. Other sessions: /berbagi
sharing-gone = This session is over or cancelled. Other sessions: /berbagi

## After the session

sharing-how =
    { $name }, how was the sharing session <b>{ $topic }</b> on { $when }?

    Just a little: how many people, one picture if there is one, and one sentence.
    .whatsapp =
        { $name }, how was the sharing session *{ $topic }* on { $when } at { $place }? How many men and women came?
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, how was the sharing session { $topic } on { $when } at { $place }? How many men and women came?
letter-label-sharing-how = How a session was: { $topic }
button-sharing-tell = Tell how it was
button-sharing-notyet = Plan another
sharing-too-early = It has not taken place yet. Please tell us afterwards.
ask-women = How many <b>women</b> came? Type the number.
field-women = Women
hint-women = Type the number, for example: 7. If none came, type 0.
ask-men = How many <b>men</b> came? Type the number.
field-men = Men
hint-men = Type the number, for example: 3. If none came, type 0.
ask-shared-photo = Is there a picture? Choose one without faces, or whose people agreed. You may skip this.
hint-shared-photo = Send one picture, or press <b>Skip</b>.
ask-sentence = Tell in one sentence what came of it.
field-sentence = In a sentence
hint-sentence = Type a sentence, for example: Everybody took a brooch home.
sharing-thanks =
    { $count ->
        [one] Thank you! You reached { $count } person. We ask your leader to confirm it.
       *[other] Thank you! You reached { $count } people. We ask your leader to confirm it.
    }

sharing-to-confirm =
    A member of your community held a sharing session: <b>{ $topic }</b>, { $when }, at { $place }.

    Please say whether it took place.
    .whatsapp =
        { $name }, please say in the bot whether the sharing session *{ $topic }*, { $when }, at { $place } took place.
        Code { $code }, check it at { $bot }.
    .telepon = { $name }, did the sharing session { $topic }, { $when }, at { $place } take place?
letter-label-sharing-to-confirm = Word on a session: { $topic }
button-sharing-check = Look and confirm
sharing-check = <b>{ $name }</b> tells of this sharing session:
sharing-heads =
    Came: { $women } women, { $men } men
    “{ $sentence }”
button-sharing-true = ✓ It took place
button-sharing-untrue = Not right yet
sharing-confirmed = Thank you, the session is confirmed.
sharing-put-back = All right. Its teacher can tell it again by /berbagi.
sharing-checked = This session was confirmed already, or not told of yet.
sharing-task = Sharing sessions that wait for a word: <b>{ $count }</b>

## Reach, for coordinators

sharing-reach =
    <b>Reach of sharing</b>
    Willing to share: { $pioneers } people
    Sessions: { $planned } planned, { $held } held ({ $confirmed } confirmed by leaders)
    People reached: <b>{ $people }</b>
sharing-reach-line = { $kecamatan }: { $people } people in { $sessions } sessions ({ $pioneers } willing)
