import type { Answers, Consent } from "../src/artisans/answers.ts";
import { showPhone, readPhone } from "../src/artisans/phone.ts";
import { readName } from "../src/artisans/read-name.ts";
import type { Speech } from "../src/bot/language.ts";
import { CONSENT_VERSION } from "../src/privacy/consent.ts";
import type { Choice, Env, Question, Reading } from "./questions.ts";

type Ask = Question<Answers>;
type AnswersEnv = Env<Answers>;

export const consent: Ask = {
  field: "consent",
  step: 1,
  final: true,
  stays: true,
  unnumbered: true,
  values: async ({ services }) => ({ ...(await services.settings.read()) }),
  choices: ({ speech }) => consentChoices(["yes", "no", "full"], speech),
  pick: pickConsent,
};

function consentChoices(values: string[], speech: Speech): Choice[] {
  return values.map((value) => ({ value, label: speech.plain(`consent-${value}`) }));
}

async function pickConsent(value: string, env: AnswersEnv): Promise<Reading> {
  if (value === "no") return { is: "end", text: env.speech.html("consent-refused") };
  if (value === "full") {
    const settings = await env.services.settings.read();
    const text = env.speech.html("consent-full-text", { ...settings });
    return { is: "unsure", text, choices: consentChoices(["yes", "no"], env.speech) };
  }
  if (value !== "yes") return { is: "say", text: env.speech.html("ask-gone") };
  const given: Consent = {
    version: CONSENT_VERSION,
    at: env.services.clock.now().toISOString(),
    update: env.update,
  };
  return { is: "answer", value: given };
}

export const adult: Ask = {
  field: "adult",
  step: 2,
  final: true,
  unnumbered: true,
  columns: 2,
  choices: ({ speech }) => yesOrNo(speech),
  pick(value, { speech }) {
    if (value === "yes") return { is: "answer", value: true };
    if (value === "no") return { is: "end", text: speech.html("adult-refused") };
    return { is: "say", text: speech.html("ask-gone") };
  },
  show: ({ speech }) => speech.plain("ask-yes"),
};

function yesOrNo(speech: Speech): Choice[] {
  return [
    { value: "yes", label: speech.plain("ask-yes") },
    { value: "no", label: speech.plain("ask-no") },
  ];
}

export const name: Ask = {
  field: "name",
  step: 3,
  read: readTypedName,
  pick: pickName,
  show: ({ answers }) => answers.name ?? "",
};

/** People answer "nama saya Siti Aminah" as well. */
const INTRODUCTION =
  /^\s*(?:perkenalkan,?\s+)?(?:nama(?:\s+(?:saya\s+adalah|saya|lengkap))?|saya)\s*:?\s+(?=\S)/i;

/** A name all in capitals or all small is kept as typed only after the tidy form was offered. */
function readTypedName(typed: string, { speech }: AnswersEnv): Reading {
  const read = readName(typed.replace(INTRODUCTION, ""));
  if (!read.ok) return { is: "say", text: speech.html(`name-${read.reason}`) };
  const { name, tidy } = read.value;
  const choices = [tidy, name].filter((one) => one !== undefined);
  const fits = choices.every((one) => Buffer.byteLength(one) <= NAME_BYTES_IN_A_BUTTON);
  if (!tidy || !fits) return { is: "answer", value: name };
  return {
    is: "unsure",
    text: speech.html("name-tidy"),
    choices: choices.map((value) => ({ value, label: value })),
  };
}

/** What is left of Telegram's 64 bytes beside "ask:name:". */
const NAME_BYTES_IN_A_BUTTON = 55;

function pickName(value: string, { speech }: AnswersEnv): Reading {
  const read = readName(value);
  return read.ok
    ? { is: "answer", value: read.value.name }
    : { is: "say", text: speech.html("ask-gone") };
}

export const phone: Ask = {
  field: "phone",
  step: 8,
  optional: true,
  contact: true,
  read: (typed, env) => readNumber(typed, false, env),
  readContact: ({ number, own }, env) =>
    own
      ? readNumber(number, true, env)
      : { is: "say", text: env.speech.html("phone-someone-else") },
  show: ({ answers }) => (answers.phone ? showPhone(answers.phone.number) : ""),
  reopens: ["whatsapp"],
};

export const whatsapp: Ask = {
  field: "whatsapp",
  step: 8,
  onlyIf: ({ phone: given }) => !!given,
  optional: true,
  unnumbered: true,
  columns: 2,
  choices: ({ speech }) => yesOrNo(speech),
  pick(value, { speech }) {
    if (value !== "yes" && value !== "no") return { is: "say", text: speech.html("ask-gone") };
    return { is: "answer", value: value === "yes" };
  },
  show: ({ answers, speech }) => speech.plain(answers.whatsapp ? "ask-yes" : "ask-no"),
};

/** Clients share contacts with or without the plus. */
function readNumber(typed: string, verified: boolean, { speech }: AnswersEnv): Reading {
  const read = readPhone(verified && /^\d/.test(typed) ? `+${typed}` : typed);
  return read.ok
    ? { is: "answer", value: { number: read.value, verified } }
    : { is: "say", text: speech.html(`phone-${read.reason}`) };
}
