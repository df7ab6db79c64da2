import type { BotContext } from "../src/bot/context.ts";
import { sendSurvey } from "../src/feedback/send-survey.ts";
import {
  COMMENT,
  INCOME,
  MOST_TEST_QUESTIONS,
  RATINGS,
  SHARED,
  type SurveyAnswers,
  type SurveyForm,
} from "../src/feedback/survey.ts";
import { readName } from "../src/artisans/read-name.ts";
import type { Services } from "../src/services.ts";
import { inDraft, writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import { readOwnWords } from "./own-words.ts";
import type { Env, Question, Questions, Reading } from "./questions.ts";
import type { Script } from "./script.ts";

/** Raise the number when questions, their readers or their order change. */
export const SURVEY = "survey.1";

type Form = SurveyAnswers & { review?: never };
type Ask = Question<Form>;

const inForms =
  (...forms: SurveyForm[]) =>
  ({ form }: Form) =>
    form !== undefined && forms.includes(form);

/** What the draft rests on; it is given when the form is opened. */
const form: Ask = { field: "form", onlyIf: () => false, final: true };

const ratings = RATINGS.map((rating): Ask => {
  const field = `rate-${rating}` as const;
  return {
    field,
    unnumbered: true,
    onlyIf: inForms("feedback"),
    choices: ({ speech }) =>
      ["1", "2", "3", "4", "5"].map((value) => ({ value, label: speech.plain(`rate-${value}`) })),
    read: (typed, env) => readRating(typed, env),
    show: ({ answers, speech }) => speech.plain(`rate-${answers[field] ?? ""}`),
  };
});

function readRating(typed: string, { speech }: Env<Form>): Reading {
  const [number = ""] = /^[1-5]$/.exec(typed.trim()) ?? [];
  return number === ""
    ? { is: "say", text: speech.html("survey-rate-how") }
    : { is: "answer", value: number };
}

const comment: Ask = {
  field: "comment",
  optional: true,
  onlyIf: inForms("feedback"),
  read: (typed, env) => readOwnWords(typed, COMMENT, env),
  show: ({ answers }) => answers.comment ?? "",
};

/** The name as it stands in the record is one tap; another is typed. */
const certificateName: Ask = {
  field: "certificateName",
  onlyIf: inForms("feedback"),
  values: async ({ answers, services }) => ({ name: await nameOf(answers, services) }),
  unnumbered: true,
  choices: ({ speech }) => [{ value: "right", label: speech.plain("survey-name-right") }],
  pick: async (_, { answers, services }) => ({
    is: "answer",
    value: await nameOf(answers, services),
  }),
  read: (typed, { speech }) => {
    const read = readName(typed);
    return read.ok
      ? { is: "answer", value: read.value.name }
      : { is: "say", text: speech.html(`name-${read.reason}`) };
  },
  show: ({ answers }) => answers.certificateName ?? "",
};

async function nameOf({ artisan = "" }: Form, { artisans }: Services): Promise<string> {
  return (await artisans.byId(artisan))?.name ?? "";
}

const test = Array.from({ length: MOST_TEST_QUESTIONS }, (_, index): Ask => {
  const field = `answer${index + 1}` as "answer1";
  const questionOf = async ({ answers, services }: Env<Form>) =>
    (await services.surveys.quizOf(answers.training ?? ""))?.questions[index];
  return {
    field,
    text: "ask-test",
    hint: "hint-test",
    unnumbered: true,
    onlyIf: ({ form: asked, questions = 0 }) =>
      (asked === "before" || asked === "after") && index < questions,
    values: async (env) => ({
      number: String(index + 1),
      question: (await questionOf(env))?.text ?? "",
    }),
    details: async (env) =>
      env.speech.html("survey-choices", {
        choices: ((await questionOf(env))?.choices ?? [])
          .map((choice, at) => `${letter(at)}. ${choice}`)
          .join("\n"),
      }),
    choices: async (env) =>
      ((await questionOf(env))?.choices ?? []).map((_choice, at) => ({
        value: String(at),
        label: letter(at),
      })),
    read: async (typed, env) => {
      const count = (await questionOf(env))?.choices.length ?? 0;
      const at = "ABCDE".slice(0, count).indexOf(typed.trim().toUpperCase());
      return typed.trim().length === 1 && at >= 0
        ? { is: "answer", value: String(at) }
        : { is: "say", text: env.speech.html("hint-test") };
    },
    show: ({ answers }) => letter(Number(answers[field])),
  };
});

const letter = (at: number) => "ABCDE".charAt(at);

const listed = (
  field: "shared" | "product" | "buyer" | "income",
  values: readonly string[],
  onlyIf: (answers: Form) => boolean,
): Ask => ({
  field,
  onlyIf,
  choices: ({ speech }) =>
    values.map((value) => ({ value, label: speech.plain(`survey-${field}-${value}`) })),
  show: ({ answers, speech }) => speech.plain(`survey-${field}-${answers[field] ?? ""}`),
});

const questions: Questions<Form> = [
  form,
  ...ratings,
  comment,
  certificateName,
  ...test,
  listed("shared", SHARED, (answers) => inForms("month", "quarter")(answers) && !!answers.pionir),
  listed("product", ["yes", "no"], inForms("quarter")),
  listed("buyer", ["yes", "no"], inForms("quarter")),
  listed("income", INCOME, inForms("quarter")),
];

/** What is asked of a participant around and after a training. */
export function surveyScript(services: Services): Script<Form> {
  const { surveyDrafts: drafts } = services;
  return {
    id: SURVEY,
    questions: [...questions, reviewQuestion(questions, "send")],

    async load(ctx) {
      const draft = await drafts.read(ctx.person);
      return draft && { ...draft, answers: { ...draft.answers, artisan: draft.artisan } };
    },

    async keep(ctx, { field, value, reopened, stillOpen }) {
      const open = { reopened: reopened as (keyof SurveyAnswers)[], stillOpen };
      await drafts.keep(writerOf(ctx), field as keyof SurveyAnswers, value, open);
    },

    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("survey-saved"),
    finish: (ctx) => sendSurvey(ctx, services),
  };
}

/** Opens a form at its first question; one that was begun goes on where it stopped. */
export async function beginSurvey(
  ctx: BotContext,
  artisan: string,
  answers: SurveyAnswers,
  { surveyDrafts: drafts }: Services,
): Promise<void> {
  const begun = await drafts.read(ctx.person);
  const { form: asked, training } = begun?.answers ?? {};
  if (begun && (asked !== answers.form || training !== answers.training))
    await drafts.drop(writerOf(ctx));
  await drafts.open(writerOf(ctx), answers, { artisan });
}
