import { standingOf } from "../src/access/standing.ts";
import type { BotContext } from "../src/bot/context.ts";
import { permitOf } from "../src/bot/gate.ts";
import { QUIZ_LIMITS, type QuizAnswers, readQuizQuestion } from "../src/feedback/quiz.ts";
import type { Services } from "../src/services.ts";
import { inDraft, writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import type { Question, Questions } from "./questions.ts";
import type { Script } from "./script.ts";

/** Raise the number when questions, their readers or their order change. */
export const QUIZ = "quiz.1";

type Form = QuizAnswers & { review?: never };

const [leastChoices, mostChoices] = QUIZ_LIMITS.choices;

const asked = ([1, 2, 3, 4, 5] as const).map((number): Question<Form> => {
  const field = `question${number}` as const;
  return {
    field,
    text: "ask-quiz",
    hint: "hint-quiz",
    optional: number > 3,
    values: () => ({ number: String(number) }),
    read: (typed, { speech }) => {
      const read = readQuizQuestion(typed);
      if (read.ok) return { is: "answer", value: read.value };
      const values = { least: leastChoices, most: mostChoices };
      return { is: "say", text: speech.html(`quiz-${read.reason}`, values) };
    },
    show: ({ answers }) => answers[field]?.text ?? "",
  };
});

const questions: Questions<Form> = [
  { field: "training", onlyIf: () => false, final: true },
  ...asked,
];

/** The office writes the test that is taken before and after a training. */
export function quizScript(services: Services): Script<Form> {
  const { quizDrafts: drafts } = services;
  return {
    id: QUIZ,
    questions: [...questions, reviewQuestion(questions, "send")],
    async load(ctx) {
      const standing = await standingOf(ctx.person, services);
      if (!permitOf(standing, "feedback.quiz", undefined, "private")) return undefined;
      return drafts.read(ctx.person);
    },
    async keep(ctx, { field, value, reopened, stillOpen }) {
      const open = { reopened: reopened as (keyof QuizAnswers)[], stillOpen };
      await drafts.keep(writerOf(ctx), field as keyof QuizAnswers, value, open);
    },
    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("quiz-saved"),
    async finish(ctx) {
      const draft = await drafts.read(ctx.person);
      const { training, ...answers } = draft?.answers ?? {};
      if (training === undefined) return ctx.speech.html("ask-over");
      const written = asked.flatMap(({ field }) => answers[field as keyof typeof answers] ?? []);
      const isSet = await services.surveys.setQuiz({ training, questions: written });
      if (isSet) await services.trainings.noteTest(training);
      await drafts.drop(writerOf(ctx));
      const values = { count: String(written.length) };
      return ctx.speech.html(isSet ? "quiz-set" : "quiz-taken", values);
    },
  };
}

/** Opens the writing of a test; what was written for another training is put away. */
export async function beginQuiz(
  ctx: BotContext,
  training: string,
  { quizDrafts: drafts, surveys }: Services,
): Promise<void> {
  const begun = await drafts.read(ctx.person);
  if (begun && begun.answers.training !== training) await drafts.drop(writerOf(ctx));
  const known = (await surveys.quizOf(training))?.questions ?? [];
  const fields = known.map((question, index) => [`question${index + 1}`, question] as const);
  await drafts.open(writerOf(ctx), { training, ...Object.fromEntries(fields) });
}
