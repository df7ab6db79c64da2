import {
  type Answers,
  CHANNELS,
  type DetailField,
  NIB,
  SEXES,
  TURNOVERS,
  WORKERS,
} from "../src/artisans/answers.ts";
import { readBirthYear, readNib, readShopLink, readYears } from "../src/artisans/read-detail.ts";
import { WORDS } from "../src/artisans/read-words.ts";
import { localDate } from "../src/dates.ts";
import type { Reading as Read } from "../src/text.ts";
import { readOwnList, readOwnWords } from "./own-words.ts";
import type { Env, Question, Reading } from "./questions.ts";

type Ask = Question<Answers>;
type AnswersEnv = Env<Answers>;

/** What may be told about one's work at any time. All of it may be skipped and taken back. */
export const details: readonly Ask[] = [
  {
    ...detail("businessName"),
    read: (typed, env) => readOwnWords(typed, WORDS.businessName, env),
  },
  {
    ...detail("products"),
    read: (typed, env) => readOwnList(typed, WORDS.products, env),
  },
  {
    ...detail("photo"),
    readPhoto: (photo) => ({ is: "answer", value: photo }),
    show: ({ speech }) => speech.plain("photo-there"),
  },
  {
    ...detail("shopLink"),
    read: (typed, env) => told(readShopLink(typed), "shopLink", env),
  },
  { ...listed("channels", CHANNELS), many: { least: 1, most: CHANNELS.length } },
  listed("workers", WORKERS),
  {
    ...detail("yearsInCraft"),
    read: (typed, env) => told(readYears(typed), "yearsInCraft", env),
    show: ({ answers, speech }) =>
      speech.plain("years", { years: String(answers.yearsInCraft ?? 0) }),
  },
  listed("turnover", TURNOVERS),
  { ...listed("nib", NIB), reopens: ["nibNumber"] },
  {
    ...detail("nibNumber"),
    onlyIf: ({ nib }) => nib === "yes",
    read: (typed, env) => told(readNib(typed), "nibNumber", env),
  },
  listed("sex", SEXES),
  {
    ...detail("birthYear"),
    read: (typed, env) => {
      const thisYear = Number(localDate(env.services.clock.now()).slice(0, 4));
      return told(readBirthYear(typed, thisYear), "birthYear", env);
    },
  },
  {
    ...detail("teach"),
    read: (typed, env) => readOwnList(typed, WORDS.teach, env),
  },
];

function detail(field: DetailField): Ask {
  return {
    field,
    optional: true,
    show: (env) => valuesOf(field, env).join(", "),
  };
}

function valuesOf(field: DetailField, { answers }: AnswersEnv): string[] {
  const answer: unknown = answers[field];
  return [answer ?? []].flat().map((value) => `${value as string | number}`);
}

/** One of a few answers, whose words are `detail-<field>-1`, `…-2`, in their order. */
function listed(field: DetailField, values: readonly string[]): Ask {
  const word = (value: string, { speech }: AnswersEnv) =>
    speech.plain(`detail-${field}-${values.indexOf(value) + 1}`);
  return {
    ...detail(field),
    choices: (env) => values.map((value) => ({ value, label: word(value, env) })),
    show: (env) =>
      valuesOf(field, env)
        .map((value) => word(value, env))
        .join(", "),
  };
}

function told<Value>(
  read: Read<Value, string>,
  field: DetailField,
  { speech }: AnswersEnv,
): Reading {
  return read.ok
    ? { is: "answer", value: read.value }
    : { is: "say", text: speech.html(`detail-${field}-${read.reason}`) };
}
