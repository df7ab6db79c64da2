import type { Speech, Values } from "../bot/language.ts";
import { showCode } from "../codes.ts";
import { type Reminder, REMINDER_KINDS } from "../trainings/reminder-rules.ts";
import type { Training } from "../trainings/training.ts";
import { graphemes, shorten } from "../text.ts";
import { titleOf } from "./content.ts";
import { type Letter, LETTER_MESSAGES } from "./letter.ts";
import type { Notice } from "./notice.ts";
import { reminderLabel, reminderValues } from "./reminder-card.ts";

/** The Fluent message of each kind of notice, with its forms `.whatsapp` and `.telepon`. */
export const NOTICE_MESSAGES = [
  ...REMINDER_KINDS.map((kind) => `reminder-${kind}` as const),
  "notice-announcement",
  ...LETTER_MESSAGES,
] as const;
export type NoticeMessage = (typeof NOTICE_MESSAGES)[number];

/** Signs that a text for WhatsApp may have. */
const MOST_WHATSAPP = 700;
/** Two or three sentences. */
const MOST_TELEPON = 400;
/** A value is never cut further down. */
const LEAST_KEPT = 20;

/** What a notice is about, whoever reads it. */
export type Subject =
  | { is: "reminder"; training: Training; reminder: Reminder }
  | { is: "announcement"; notice: Notice }
  | { is: "letter"; letter: Letter; training?: Training };

/** Whom it is said to, and by what it can be checked. */
export interface Said {
  name: string;
  code: string;
  /** The bot's name, such as "@sanggar_bot". */
  bot: string;
}

/** The two forms for people who carry a notice on. */
export interface CarriedWords {
  whatsapp: string;
  telepon: string;
}

/** A notice for somebody who has no Telegram. The day is always written out: it is read later. */
export function carriedWords(
  speech: Speech,
  subject: Subject,
  { name, code, bot }: Said,
): CarriedWords {
  const said = { name, code: showCode(code), bot };
  if (subject.is === "announcement") {
    const { signature: office = "", content } = subject.notice;
    return formsOf(speech, "notice-announcement", { ...said, office, text: content?.text ?? "" });
  }
  if (subject.is === "letter") {
    const { message, values } = subject.letter;
    return formsOf(speech, message, { ...values[speech.language], ...said });
  }
  const { training, reminder } = subject;
  const values = reminderValues(speech, training, reminder, "date");
  return formsOf(speech, `reminder-${reminder.kind}`, { ...values, ...said });
}

/** What the notice is called in lists. */
export function subjectLabel(speech: Speech, subject: Subject): string {
  if (subject.is === "announcement")
    return speech.plain("notice-label", { title: titleOf(subject.notice, 40) });
  if (subject.is === "letter")
    return speech.plain(
      `letter-label-${subject.letter.message}`,
      subject.letter.values[speech.language],
    );
  return reminderLabel(speech, subject.training, subject.reminder);
}

/** Both forms of a message, filled and within their lengths: the longest value gives way. */
export function formsOf(speech: Speech, message: NoticeMessage, values: Values): CarriedWords {
  return {
    whatsapp: fitted(MOST_WHATSAPP, bare(values), (given) =>
      speech.words(`${message}.whatsapp`, given),
    ),
    telepon: fitted(MOST_TELEPON, values, (given) => speech.words(`${message}.telepon`, given)),
  };
}

/** Without the signs that WhatsApp reads as bold, struck out or code. */
function bare(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/[*~`]/g, "") : value,
    ]),
  );
}

function fitted(most: number, values: Values, fill: (values: Values) => string): string {
  const text = fill(values);
  const over = graphemes(text) - most;
  if (over <= 0) return text;
  const lengths = Object.entries(values).map(
    ([name, value]) => [name, String(value).length] as const,
  );
  const [longest] = lengths.sort(([, a], [, b]) => b - a);
  if (!longest || longest[1] <= LEAST_KEPT) return shorten(text, most);
  const [name, length] = longest;
  const cut = shorten(String(values[name]), Math.max(LEAST_KEPT, length - over));
  return fitted(most, { ...values, [name]: cut }, fill);
}
