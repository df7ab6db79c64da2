import { PROMISES } from "../src/trainings/training.ts";
import { shorten } from "../src/text.ts";
import { readOwnList, readOwnWords } from "./own-words.ts";
import { type Ask, gone, MOST_SHOWN } from "./questions-when.ts";

/** Which promises there are is ticked; the words of each are then asked for. */
export const promised: Ask = {
  field: "promised",
  step: 6,
  optional: true,
  many: { least: 1, most: PROMISES.length },
  choices: ({ speech }) =>
    PROMISES.map((value) => ({ value, label: speech.plain(`promise-${value}`) })),
  show: ({ answers, speech }) =>
    (answers.promised ?? []).map((one) => speech.plain(`promise-${one}`)).join(", "),
};

const AS_RULED = "ruled";
/** Amounts of money stand on the office's papers, not in messages. */
const MONEY = /\brp\.?\s?\d|\d\s?(?:ribu|juta|rupiah)\b|\d{1,3}(?:\.\d{3})+/i;
const LENGTH = { least: 3, most: 120 };

/** What is promised of each, in the office's words. */
export const promiseWords: readonly Ask[] = PROMISES.map((field): Ask => ({
  field,
  step: 6,
  onlyIf: ({ promised: ticked }) => ticked?.includes(field) ?? false,
  text: "ask-promiseWords",
  hint: "hint-promiseWords",
  values: ({ speech }) => ({ promise: speech.plain(`promise-${field}`) }),
  actions: ({ speech }) => [{ value: AS_RULED, label: speech.plain("promise-as-ruled") }],
  pick: (value, env) =>
    value === AS_RULED
      ? { is: "answer", value: env.speech.plain("promise-as-ruled").toLowerCase() }
      : gone(env),
  read: (typed, env) =>
    MONEY.test(typed)
      ? { is: "say", text: env.speech.html("promise-no-amounts") }
      : readOwnWords(typed, LENGTH, env),
  show: ({ answers }) => shorten(answers[field] ?? "", MOST_SHOWN),
}));

export const bring: Ask = {
  field: "bring",
  step: 7,
  optional: true,
  read: (typed, env) => readOwnList(typed, { least: 2, most: 40, count: 10 }, env),
  show: ({ answers }) => shorten((answers.bring ?? []).join(", "), MOST_SHOWN),
};
