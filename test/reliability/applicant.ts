import type { Message } from "grammy/types";
import type { Answers } from "../../src/artisans/answers.ts";
import type { Speech } from "../../src/bot/language.ts";
import type { Standin } from "../../src/sandbox/telegram/index.ts";
import { type Asked, FIELDS, GOOD } from "../support/form.ts";

type Step = { press: string } | { say: string };

export interface ApplicantParts {
  standin: Standin;
  speech: Speech;
  id: number;
  /** What this person answers, where it is not what everybody does. */
  own: Partial<Record<Asked, Step & { stored: unknown }>>;
  /** True when this message is edited right after it was sent. */
  edits: () => boolean;
}

export type Applicant = ReturnType<typeof createApplicant>;

/**
 * A person who registers: reads what is on the screen, answers the first copy of a question, and
 * takes no notice of another. A lost question is then a standstill, and a second copy a count.
 */
export function createApplicant({ standin, speech, id, own, edits }: ApplicantParts) {
  const { control } = standin;
  const asked = new Set<Asked>();
  let current: { field: Asked; at: number } | undefined;
  let repeated = 0;
  let isDone = false;
  let lastAct: { again: () => void; isTap: boolean; at: number } | undefined;

  function act(again: () => void, isTap: boolean): void {
    lastAct = { again, isTap, at: performance.now() };
    again();
  }

  /** Called for every message of the bot that is new or edited. */
  function see(message: Message, isNew: boolean): void {
    if (isDone) return;
    const text = message.text ?? "";
    if (text.includes("sudah kami terima")) isDone = true;
    else if (text === speech.plain("update-givenUp")) startAgain();
    else {
      const field = fieldOf(message);
      if (field) meet(field, message, isNew);
    }
  }

  /** What was given up ends the dialogue, not the draft: it goes on where something is missing. */
  function startAgain(): void {
    asked.clear();
    current = undefined;
    say("/daftar");
  }

  function meet(field: Asked, message: Message, isNew: boolean): void {
    if (!asked.has(field)) {
      asked.add(field);
      current = { field, at: 0 };
    } else if (isNew) {
      repeated += 1;
      if (stepsOf(field).length === 1) return;
    }
    if (current?.field === field) goOn(message);
  }

  /** The step that is due, or one before it where the screen fell back, or one after a done one. */
  function goOn(message: Message): void {
    if (!current) return;
    const steps = stepsOf(current.field);
    const labels = labelsOf(message);
    const labelled = ({ press }: { press: string }) => labels.find((one) => one.startsWith(press));
    const isShown = (step: Step) => "say" in step || labelled(step) !== undefined;
    const due = steps.slice(0, current.at + 1).findLastIndex(isShown);
    const at = due === -1 ? steps.findIndex(isShown) : due;
    const step = steps[at];
    if (!step || current.at >= steps.length) return;
    current.at = at + 1;
    if ("say" in step) return say(step.say);
    const label = labelled(step) ?? step.press;
    act(() => control.press({ person: id, label }), true);
  }

  function say(text: string): void {
    let message = 0;
    act(() => (message = control.say({ person: id, text }).message.message_id), false);
    if (edits()) control.edit({ person: id, message_id: message, text: `${text}.` });
  }

  function stepsOf(field: Asked): Step[] {
    const good = own[field] ?? GOOD[field];
    if ("all" in good) return [...good.all];
    if ("photo" in good) throw new Error("no photo is asked for in a registration");
    return [good];
  }

  function fieldOf(message: Message): Asked | undefined {
    const data = (message.reply_markup?.inline_keyboard ?? [])
      .flat()
      .map((button) => ("callback_data" in button ? button.callback_data : ""));
    const named = data.map((one) => /^ask:(\w+)/.exec(one)?.[1]).find(Boolean);
    if (named) return named as Asked;
    // Beside the button that shares a contact there are no others.
    return message.text?.includes(speech.plain("ask-phone")) ? "phone" : undefined;
  }

  const off = control.listen(({ name, data }) => {
    if (name !== "message" && name !== "edit") return;
    const { person, message } = data as { person: number; message: Message };
    if (person !== id || !message.from?.is_bot) return;
    const copy = structuredClone(message);
    setImmediate(() => see(copy, name === "message"));
  });

  return {
    id,
    start: () => say("/daftar"),
    leave: off,
    isDone: () => isDone,
    repeated: () => repeated,
    waitsFor: () => current?.field,
    /** Presses once more what nothing came of: Telegram keeps a tap for 150 s only. */
    nudge(afterMs: number): boolean {
      if (isDone || !lastAct?.isTap || performance.now() - lastAct.at < afterMs) return false;
      try {
        act(lastAct.again, true);
      } catch {
        // The button is gone: the tap was heard after all.
      }
      return true;
    },
    /** What the record must hold, but for the proof of consent. */
    expected(): Partial<Answers> {
      const stored = FIELDS.flatMap((field) => {
        const good = own[field] ?? GOOD[field];
        return "stored" in good && good.stored !== null ? [[field, good.stored] as const] : [];
      });
      return Object.fromEntries(stored.filter(([field]) => field !== "consent"));
    },
  };
}

function labelsOf({ reply_markup }: Message): string[] {
  return (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
}
