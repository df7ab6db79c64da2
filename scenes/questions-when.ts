import { localDate, showDateRange, showHours } from "../src/dates.ts";
import { packDays, readDays, unpackDays } from "../src/trainings/read-days.ts";
import { readHours } from "../src/trainings/read-hours.ts";
import { readProgramme } from "../src/trainings/read-programme.ts";
import { hoursWords } from "../src/trainings/training-words.ts";
import { shorten } from "../src/text.ts";
import type { TrainingAnswers } from "../src/trainings/training-answers.ts";
import type { Env, Question, Reading } from "./questions.ts";

export type TrainingForm = TrainingAnswers & { review?: never };
export type Ask = Question<TrainingForm>;
export type TrainingEnv = Env<TrainingForm>;

/** The longest that an answer is on the card of all answers. */
export const MOST_SHOWN = 150;

export const gone = ({ speech }: TrainingEnv): Reading => ({
  is: "say",
  text: speech.html("ask-gone"),
});

const todayOf = ({ services }: TrainingEnv) => localDate(services.clock.now());
const countOf = ({ answers }: TrainingEnv) => answers.days?.length ?? 1;

/** What is said of the days that were understood, and a button that takes them. */
export const days: Ask = {
  field: "days",
  step: 2,
  pick(value, env) {
    const read = unpackDays(value, todayOf(env));
    return read ? { is: "answer", value: read } : gone(env);
  },
  read(typed, env) {
    const { speech } = env;
    const read = readDays(typed, todayOf(env));
    if (!read.ok) return { is: "say", text: speech.html(`plan-days-${read.reason}`) };
    const dates = showDateRange(read.value, speech.language);
    return {
      is: "unsure",
      text: speech.html("plan-days-meant", { dates, count: String(read.value.length) }),
      choices: [{ value: packDays(read.value), label: speech.plain("plan-days-yes") }],
    };
  },
  show: ({ answers, speech }) => showDateRange(answers.days ?? [], speech.language),
};

const USUAL = [
  { from: "09:00", until: "16:00" },
  { from: "08:00", until: "16:00" },
  { from: "09:00", until: "15:00" },
];

/** "09:00" would end the address of a button: it travels without its colon. */
const packHours = ({ from, until }: (typeof USUAL)[number]) => `${from}-${until}`.replace(/:/g, "");

export const hours: Ask = {
  field: "hours",
  step: 2,
  values: (env) => ({ count: String(countOf(env)) }),
  actions: ({ speech }) =>
    USUAL.map((one) => ({
      value: packHours(one),
      label: showHours(one.from, one.until, speech.language),
    })),
  pick(value, env) {
    const usual = USUAL.find((one) => packHours(one) === value);
    return usual ? { is: "answer", value: [usual] } : gone(env);
  },
  read(typed, env) {
    const read = readHours(typed, countOf(env));
    if (read.ok) return { is: "answer", value: read.value };
    const count = String(countOf(env));
    return { is: "say", text: env.speech.html(`plan-hours-${read.reason}`, { count }) };
  },
  show: ({ answers, speech }) =>
    shorten(hoursWords(speech, answers.hours ?? []).replace(/\n/g, "; "), MOST_SHOWN),
};

export const programme: Ask = {
  field: "programme",
  step: 4,
  optional: true,
  values: (env) => ({ count: String(countOf(env)) }),
  read(typed, env) {
    const read = readProgramme(typed, countOf(env));
    if (read.ok) return { is: "answer", value: read.value };
    const count = String(countOf(env));
    return { is: "say", text: env.speech.html(`plan-programme-${read.reason}`, { count }) };
  },
  show: ({ answers }) =>
    shorten((answers.programme ?? []).map(({ topic = "–" }) => topic).join(" · "), MOST_SHOWN),
};
