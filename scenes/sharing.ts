import type { BotContext } from "../src/bot/context.ts";
import { addDays, localDate, showDate, showTime } from "../src/dates.ts";
import { CRAFTS, showCraft } from "../src/places/crafts.ts";
import { readDate, readTime } from "../src/read-date.ts";
import { promiseSharing } from "../src/sharing/promise-sharing.ts";
import {
  PLACE,
  SEATS,
  type SharingAnswers,
  suggestedDates,
  TOPIC,
} from "../src/sharing/sharing.ts";
import type { Services } from "../src/services.ts";
import { readOwnWords } from "./own-words.ts";
import type { Env, Question, Questions, Reading } from "./questions.ts";
import { inDraft, writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import type { Script } from "./script.ts";

/** Raise the number when questions, their readers or their order change. */
export const SHARING = "sharing.1";

type Form = SharingAnswers & { review?: never };
type Ask = Question<Form>;

/** A whole number from `least` to `most`. */
export function readCount<Answers>(
  typed: string,
  { least, most }: { least: number; most: number },
  { speech }: Env<Answers>,
): Reading {
  const said = /^(\d{1,4})(?: orang)?$/i.exec(typed.trim())?.[1];
  const value = Number(said);
  return said !== undefined && value >= least && value <= most
    ? { is: "answer", value }
    : { is: "say", text: speech.html("sharing-count-how", { least, most }) };
}

/** What was taught, what the pioneer said they could teach, or words of one's own. */
const topic: Ask = {
  field: "topic",
  choices: async (env) => (await topicsOf(env)).map((label, at) => ({ value: String(at), label })),
  pick: async (value, env) => {
    const picked = (await topicsOf(env))[Number(value)];
    return picked === undefined
      ? { is: "say", text: env.speech.html("ask-gone") }
      : { is: "answer", value: picked };
  },
  read: (typed, env) => readOwnWords(typed, TOPIC, env),
  show: ({ answers }) => answers.topic ?? "",
};

async function topicsOf({ answers, services }: Env<Form>): Promise<string[]> {
  const training = await services.trainings.byId(answers.training ?? "");
  const taught = (training?.days ?? []).flatMap(({ topic: one, sessions }) => [
    ...(one === undefined ? [] : [one]),
    ...(sessions ?? []).map((session) => session.topic),
  ]);
  return [...new Set(taught)];
}

const craft: Ask = {
  field: "craft",
  choices: ({ speech }) =>
    CRAFTS.map(({ key }) => ({ value: key, label: showCraft(key, speech.language, "short") })),
  show: ({ answers, speech }) =>
    answers.craft ? showCraft(answers.craft, speech.language, "short") : "",
};

const seats: Ask = {
  field: "seats",
  // Not a list: a typed 3 is three people, not the third of these.
  actions: () => ["5", "10", "15", "20"].map((value) => ({ value, label: value })),
  pick: (value, env) => readCount(value, SEATS, env),
  read: (typed, env) => readCount(typed, SEATS, env),
  show: ({ answers }) => String(answers.seats ?? ""),
};

const place: Ask = {
  field: "place",
  read: (typed, env) => readOwnWords(typed, PLACE, env),
  show: ({ answers }) => answers.place ?? "",
};

const date: Ask = {
  field: "date",
  unnumbered: true,
  choices: async ({ answers, services, speech }) => {
    const training = await services.trainings.byId(answers.training ?? "");
    const today = localDate(services.clock.now());
    return suggestedDates(training ?? { days: [] }, today).map((value) => ({
      value,
      label: showDate(value, speech.language),
    }));
  },
  pick: (value, env) => soonEnough(value, env),
  read: (typed, env) => {
    const read = readDate(typed, localDate(env.services.clock.now()));
    return read.ok
      ? soonEnough(read.value, env)
      : { is: "say", text: env.speech.html("sharing-date-how") };
  },
  show: ({ answers, speech }) => showDate(answers.date ?? "", speech.language),
};

/** People must be told in time, and a promise of next year is none. */
function soonEnough(value: string, { services, speech }: Env<Form>): Reading {
  const today = localDate(services.clock.now());
  return value > addDays(today, 1) && value < addDays(today, 300)
    ? { is: "answer", value }
    : { is: "say", text: speech.html("sharing-date-range") };
}

const time: Ask = {
  field: "time",
  // Not a list: a typed 3 is an hour.
  actions: ({ speech }) =>
    ["08:00", "09:00", "13:00", "15:30"].map((value) => ({
      value: value.replace(":", ""),
      label: showTime(value, speech.language),
    })),
  pick: (value) => ({ is: "answer", value: `${value.slice(0, 2)}:${value.slice(2)}` }),
  read: (typed, { speech }) => {
    const read = readTime(typed);
    return read.ok
      ? { is: "answer", value: read.value }
      : { is: "say", text: speech.html("sharing-time-how") };
  },
  show: ({ answers, speech }) => showTime(answers.time ?? "", speech.language),
};

const questions: Questions<Form> = [
  { field: "training", onlyIf: () => false, final: true },
  ...[topic, craft, seats, place, date, time],
];

/** A pioneer promises a session, question by question. */
export function sharingScript(services: Services): Script<Form> {
  const { sharingDrafts: drafts } = services;
  return {
    id: SHARING,
    questions: [...questions, reviewQuestion(questions, "send")],
    load: (ctx) => drafts.read(ctx.person),
    async keep(ctx, { field, value, reopened, stillOpen }) {
      const open = { reopened: reopened as (keyof SharingAnswers)[], stillOpen };
      await drafts.keep(writerOf(ctx), field as keyof SharingAnswers, value, open);
    },
    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("sharing-saved"),
    finish: (ctx) => promiseSharing(ctx, services),
  };
}

/** Opens the promise; one that was begun goes on. Its draft carries the id of the session. */
export async function beginSharing(
  ctx: BotContext,
  training: string,
  { sharingDrafts: drafts }: Services,
): Promise<void> {
  await drafts.open(writerOf(ctx), { training });
}
