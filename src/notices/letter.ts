import { type Language, LANGUAGES, type Speech, type Texts } from "../bot/language.ts";
import type { EnrolmentState } from "../trainings/enrolment.ts";
import type { Urgency } from "./quiet-hours.ts";

/**
 * The Fluent messages of letters, each with its forms `.whatsapp` and `.telepon`. `name`, `code` and
 * `bot` are filled in for each reader.
 */
export const LETTER_MESSAGES = [
  "training-changed",
  "silent-asked",
  "presence-receipt",
  "presence-voided",
  "presence-kept",
  "training-nudge",
  "seat-offered",
  "seat-proposed",
  "offer-lapsed",
  "not-chosen",
  "sharing-invited",
  "sharing-to-confirm",
  "sharing-how",
  "sharing-off",
  "training-cancelled",
  "training-unread",
  "money-receipt",
  "certificate-withdrawn",
  "certificate-again",
] as const;
export type LetterMessage = (typeof LETTER_MESSAGES)[number];

/** When it may go, as the quiet hours have it; anyTime: to who has just done something. */
export const URGENCIES = ["today", "reminder", "announcement", "anyTime"] as const satisfies (
  Urgency | "anyTime"
)[];

/** A button under a letter; its label is a Fluent key, so that everybody reads their language. */
export interface LetterButton {
  label: string;
  press: string;
}

/**
 * What the program itself writes to named people: an offer, a change, a question. Frozen when it
 * is made; whether it still holds is asked right before each call.
 */
export interface Letter {
  message: LetterMessage;
  /** What the message speaks of, as it reads in each language. Names of others never stand here. */
  values: Record<Language, Record<string, string>>;
  buttons: LetterButton[][];
  urgency: (typeof URGENCIES)[number];
  /** Goes to those only whose enrolment is in one of these states at the call. */
  whileIn?: EnrolmentState[];
  /** Superseded as soon as the training has another plan. */
  ofThisPlan?: boolean;
  /** The letter that it must not overtake. */
  follows?: string;
  /** Goes also to who paused notices, and about a training that was cancelled. */
  always?: boolean;
}

/** The values of a letter in every language. */
export function inEveryLanguage(
  texts: Texts,
  valuesIn: (speech: Speech) => Record<string, string>,
): Letter["values"] {
  const all = LANGUAGES.map((language) => [language, valuesIn(texts[language])] as const);
  return Object.fromEntries(all) as Letter["values"];
}
