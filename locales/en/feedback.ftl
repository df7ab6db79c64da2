### What participants thought, the test before and after, and questions one and three months later.

## Questions

ask-rate-content = How was the <b>content</b> of the training?
ask-rate-trainer = How was the <b>trainer</b>?
ask-rate-place = How were <b>the place and the food</b>?
ask-rate-time = How was <b>the use of time</b>?
ask-rate-use = How <b>useful</b> is it for your business?
field-rate-content = Content
field-rate-trainer = Trainer
field-rate-place = Place and food
field-rate-time = Time
field-rate-use = Usefulness
hint-rate-content = Press one of the buttons, or type a number from 1 to 5.
hint-rate-trainer = Press one of the buttons, or type a number from 1 to 5.
hint-rate-place = Press one of the buttons, or type a number from 1 to 5.
hint-rate-time = Press one of the buttons, or type a number from 1 to 5.
hint-rate-use = Press one of the buttons, or type a number from 1 to 5.
rate-1 = 1 – poor
rate-2 = 2 – fair
rate-3 = 3 – all right
rate-4 = 4 – good
rate-5 = 5 – very good
survey-rate-how = Type a number from 1 to 5, for example: 4. A 5 is very good.
ask-comment = Is there anything you would like to tell us? Type it in your own words, or skip.
field-comment = Message
hint-comment = Type your message, or press <b>Skip</b>.
ask-certificateName =
    The name on the certificate: <b>{ $name }</b>

    If it is right, press the button. If not, type the right name.
field-certificateName = Certificate name
hint-certificateName = Press <b>It is right</b>, or type the right name, for example: Siti Aminah.
survey-name-right = It is right

ask-test = Question { $number }: <b>{ $question }</b>
survey-choices = { $choices }
field-answer1 = Question 1
field-answer2 = Question 2
field-answer3 = Question 3
field-answer4 = Question 4
field-answer5 = Question 5
hint-test = Press the letter of the answer, or type it, for example: A.

ask-shared = Have you been able to share what you learnt?
field-shared = Sharing
hint-shared = Press one of the buttons above.
survey-shared-yes = Yes
survey-shared-no = Not yet
survey-shared-help = I need help
ask-product = Is there a new product since the training?
field-product = New product
hint-product = Press one of the buttons above.
survey-product-yes = Yes
survey-product-no = Not yet
ask-buyer = Is there a new buyer since the training?
field-buyer = New buyer
hint-buyer = Press one of the buttons above.
survey-buyer-yes = Yes
survey-buyer-no = Not yet
ask-income = Compared with before the training, how is the income from your craft?
field-income = Income
hint-income = Press one of the buttons above.
survey-income-up = Up
survey-income-same = The same
survey-income-down = Down
survey-income-unsaid = I prefer not to say

## Buttons that open them

button-survey-before = Test before it begins
button-survey-feedback = Tell us how it was
button-survey-after = Test after the training
button-survey-month = Answer
button-survey-quarter = Answer

## Where it cannot be opened

survey-not-unknown = This training is no longer in our list. See the others: /pelatihan
survey-not-notTheirs = These questions are for those who were at the training. If you were, please tell the office.
survey-not-notNow = The time for these questions has not come or is over. Thank you for looking in.
survey-not-sent = We have your answers already. Thank you!
survey-not-noTest = This training has no test. There is nothing to fill in.
survey-not-nothing = There is nothing to fill in now. Thank you!

survey-saved = Your answers are kept. To go on, press the button in the earlier message again.
survey-gone = These answers were sent already, or their time is over. Nothing is lost.
survey-thanks-before = Thank you! Your answers are kept. The same questions come again after the training.
survey-thanks-feedback = Thank you for telling us. The name for the certificate is noted.
survey-thanks-after = Thank you, all questions are answered.
survey-thanks-month = Thank you for the news.
survey-thanks-quarter = Thank you for the news. There are no more questions about this training.
survey-result = Right answers: <b>{ $right } of { $of }</b>.
survey-result-both = Right answers: <b>{ $right } of { $of }</b>. Before the training: { $before } of { $of }.

## For coordinators

survey-totals = <b>What participants thought: { $title }</b>
    Answers: { $count }
survey-totals-line = { $label }: <b>{ $mean }</b> of 5
survey-totals-few = Means are shown from five answers on, so that nobody's answer can be guessed.
survey-totals-tests = Test before and after ({ $count } people): { $before } right, then { $after } right.
survey-words = <b>Messages of participants: { $title }</b>
survey-words-line = “{ $words }”
survey-words-none = There are no messages to show yet.
button-survey-words = Read the messages
survey-help-task =
    Asked for help with sharing: <b>{ $count }</b>
button-survey-help = Who asks for help
survey-help =
    <b>{ $name }</b>, { $kecamatan }, asks for help with sharing what they learnt in { $training }.

    Please get in touch.
button-survey-helped = ✓ Helped
survey-help-none = Nobody waits for help any more.

## Writing the test

ask-quiz =
    Type <b>question { $number }</b> in one message: the question in the first line, then one choice a line. Put * before the right answer.
field-question1 = Question 1
field-question2 = Question 2
field-question3 = Question 3
field-question4 = Question 4
field-question5 = Question 5
hint-quiz =
    For example:
    Which glue holds glass beads?
    Paper glue
    { "*" }Hot glue
    Wood glue
quiz-noChoices = There are no choices yet. Write { $least } to { $most } choices, one a line below the question.
quiz-tooManyChoices = Those are too many choices. Write at most { $most }.
quiz-noRight = Put * before the one right answer, for example: *Hot glue
quiz-length = Too long. A question has at most 200 letters, a choice at most 80.
quiz-saved = What you wrote is kept. Open it again from the training's card to go on.
quiz-set = { $count } questions are kept. Participants answer them the day before the training and after it.
quiz-taken = Participants have begun to answer, so the test can no longer be changed. The old one stays ({ $count } new questions were not kept).
