import type { PhotoAnswer } from "../src/artisans/answers.ts";
import type { BotContext } from "../src/bot/context.ts";
import type { Speech } from "../src/bot/language.ts";
import { readPress } from "../src/bot/callback-data.ts";
import { codeIn } from "../src/notices/notice-code.ts";
import type { MapPoint } from "../src/trainings/training.ts";
import { readWord, type Word } from "../src/text.ts";

const CONTROLS = ["back", "skip", "save", "keep", "done"] as const;
export type Control = (typeof CONTROLS)[number];

/** What an update says to the open question, before the question itself is asked. */
export type Heard =
  /** Not meant for the form: commands, other buttons, other kinds of update. */
  | { kind: "pass" }
  /** A button of a question that is no longer the open one. */
  | { kind: "stale" }
  | { kind: "control"; control: Control }
  | { kind: "page"; page: number }
  | { kind: "choice"; value: string }
  | { kind: "text"; text: string }
  | { kind: "contact"; number: string; own: boolean }
  | { kind: "photo"; photo: PhotoAnswer }
  | { kind: "point"; point: MapPoint }
  /** A sticker, a voice message, a picture … */
  | { kind: "other" };

const CONTROL_WORDS: Partial<Record<Word, Control>> = {
  back: "back",
  skip: "skip",
  save: "save",
  cancel: "save",
  keep: "keep",
  done: "done",
};

export function hear(ctx: BotContext, field: string): Heard {
  if (ctx.callbackQuery) return hearPress(ctx.callbackQuery.data ?? "", field);
  const { message } = ctx;
  if (!message) return { kind: "pass" };
  // Forwarded to be checked, not typed as an answer.
  if (message.forward_origin && codeIn(message.text ?? message.caption ?? ""))
    return { kind: "pass" };
  if (message.text !== undefined) return hearText(message.text, ctx.speech);
  if (message.contact) {
    const { phone_number: number, user_id } = message.contact;
    return { kind: "contact", number, own: user_id === message.from.id };
  }
  if (message.location) {
    const { latitude, longitude } = message.location;
    return { kind: "point", point: { latitude, longitude } };
  }
  // Telegram sends several sizes, the largest last.
  const photo = message.photo?.at(-1);
  if (photo) {
    const { file_id: fileId, file_unique_id: uniqueId } = photo;
    return { kind: "photo", photo: { fileId, uniqueId } };
  }
  return { kind: "other" };
}

function hearPress(data: string, field: string): Heard {
  const { action, args } = readPress(data);
  if (action !== "ask") return { kind: "pass" };
  const [asked, value = ""] = args;
  if (asked !== field) return { kind: "stale" };
  if (value.startsWith("~page.")) return { kind: "page", page: Number(value.slice(6)) || 0 };
  const control = CONTROLS.find((one) => value === `~${one}`);
  return control ? { kind: "control", control } : { kind: "choice", value };
}

function hearText(text: string, speech: Speech): Heard {
  if (text.startsWith("/")) return { kind: "pass" };
  const word = readWord(text);
  if (word === "menu" || word === "help") return { kind: "pass" };
  // Beside the button that shares a contact the other buttons are words to tap.
  const tapped = CONTROLS.find((one) => text === speech.plain(`ask-${one}`, { count: 0 }));
  const removed = text === speech.plain("ask-remove") ? "skip" : undefined;
  const control = tapped ?? removed ?? (word && CONTROL_WORDS[word]);
  return control ? { kind: "control", control } : { kind: "text", text };
}
