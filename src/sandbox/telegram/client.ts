import type { InlineKeyboardButton, Message, MessageEntity, Update } from "grammy/types";

import type { FaultRule } from "./faults.ts";
import type { Standin } from "./index.ts";
import { labelOf } from "./keyboards.ts";
import type { Call } from "./state.ts";
import { toHtml } from "./text.ts";

/** One message of the bot as its reader sees it. */
export interface SeenMessage {
  id: number;
  /** Text or caption without formatting. */
  text: string;
  /** The same as Telegram's HTML. */
  html: string;
  entities: MessageEntity[];
  /** Labels of the inline buttons, row after row. */
  buttons: string[];
  message: Message;
}

/** What a person sees once the bot is at rest. */
export interface Seen {
  /** The last new or edited message of the bot, plain; empty when it said nothing. */
  text: string;
  /** All messages that are new or edited since the act began, in the order they came. */
  messages: SeenMessage[];
  /** Labels of the last message's inline buttons; where it has none, of the reply keyboard. */
  buttons: string[];
  /** The rows of the reply keyboard, or null where none is shown. */
  keyboard: string[][] | null;
  toast: string | null;
  alert: string | null;
}

export interface PersonOptions {
  id?: number;
  last_name?: string;
  username?: string;
  language_code?: string;
  phone?: string;
  role?: string;
  /** Default true: they have pressed Start before the test begins, without an update of it. */
  started?: boolean;
  known?: boolean;
}

export type Press = string | { messageId: number; data: string; expired?: boolean };

export interface Photo {
  name?: string;
  bytes?: Buffer;
  caption?: string;
}

export type TestPerson = ReturnType<typeof createPerson>;
export type World = ReturnType<typeof createWorld>;

/** A point of 1 × 1, the smallest PNG there is. */
export const tinyPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const firstId = 5_000_000_001;

/** The people of one test and what goes wrong around them. */
export function createWorld(standin: Standin) {
  const { control } = standin;
  let nextId = firstId + 7_919 * control.people().length;
  const newId = () => (nextId += 7_919);
  const fresh = listenForMessages(standin);
  return {
    /** A person; who of that id exists already is taken over. */
    person(first_name: string, { id = newId(), ...options }: PersonOptions = {}) {
      control.putPerson({ id, first_name, started: true, ...options });
      return createPerson(standin, id, fresh);
    },
    fault: (rule: FaultRule) => control.fault(rule),
    /** Hands an update out once more, past the confirmed offset. */
    async redeliver(update: Update | number): Promise<void> {
      control.redeliver({ update_id: typeof update === "number" ? update : update.update_id });
      await control.settle();
    },
    /** Moves the clock without jumping over anything due; back it is simply set. */
    moveTo: (moment: Date | "next") =>
      control.clock(moment === "next" ? { to: "next" } : { now: moment }),
    /** How many messages of the bot with that text lie in the person's chat. */
    copies: ({ id }: { id: number }, text: string): number =>
      control
        .messages(id)
        .filter(
          ({ from, text: own, caption = "" }) => from?.is_bot && (own ?? caption).includes(text),
        ).length,
    calls: (method?: string): Call[] => control.calls(method === undefined ? {} : { method }),
    violations: () => control.violations(),
    /** The teardown of a test. @throws on a violation, an unanswered tap, a fault never hit. */
    check(): void {
      const problems = [
        ...control.violations().map(({ method, text }) => `violation: ${method}: ${text}`),
        ...control.unanswered().map((id) => `callback query ${id} was never answered`),
        ...control.faults().flatMap(({ hits, id }) => (hits > 0 ? [] : [`${id} was never hit`])),
      ];
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  };
}

/** The messages of the bot that each person has not looked at yet, in the order they came. */
type Fresh = Map<number, Set<number>>;

function listenForMessages({ control }: Standin): Fresh {
  const fresh: Fresh = new Map();
  control.listen(({ name, data }) => {
    if (name !== "message" && name !== "edit") return;
    const { person, message } = data as { person: number; message: Message };
    const ids = fresh.get(person) ?? new Set();
    ids.delete(message.message_id);
    if (message.from?.is_bot) fresh.set(person, ids.add(message.message_id));
  });
  return fresh;
}

function createPerson({ control }: Standin, id: number, fresh: Fresh) {
  /** Does something and gives what the person sees when the bot is at rest. */
  async function act(does: () => unknown): Promise<Seen> {
    fresh.delete(id);
    does();
    await control.settle();
    return look();
  }

  function look(): Seen {
    const { messages, keyboard, toast } = control.screen(id);
    const ids = [...(fresh.get(id) ?? [])];
    fresh.delete(id);
    const seen = ids.flatMap((key) => messages.find((one) => one.message_id === key) ?? []);
    return toSeen(seen.map(seeMessage), keyboard, toast);
  }

  return {
    id,
    says: (text: string, options: { replyTo?: number } = {}) =>
      act(() =>
        control.say({
          person: id,
          text,
          ...(options.replyTo !== undefined && { reply_to: options.replyTo }),
        }),
      ),
    /** Presses Start, with the payload of a deep link. */
    starts: (payload = "") => act(() => control.start({ person: id, payload })),
    /** An inline button: by label the newest message that shows it, else a stale one by its data. */
    presses: (press: Press) =>
      act(() => {
        if (typeof press === "string") return control.press({ person: id, label: press });
        const { messageId: message_id, data, expired = false } = press;
        return control.press({ person: id, message_id, data, expired });
      }),
    /** A button of the reply keyboard. */
    taps: (label: string) => act(() => control.tap({ person: id, label })),
    sharesContact: () => act(() => control.say({ person: id, contact: true })),
    /** Someone else's contact, known to Telegram or just a number with a name. */
    sharesContactOf: (other: { id: number } | { phone_number: string; first_name: string }) =>
      act(() => {
        if ("phone_number" in other) return control.say({ person: id, contact: other });
        const { first_name, phone } = control.person(other.id);
        const phone_number = (phone ?? "628000000000").replace(/\D/g, "");
        const contact = { phone_number, first_name, user_id: other.id };
        return control.say({ person: id, contact });
      }),
    sendsPhoto: (photo: Photo = {}) => act(() => sendPhoto(photo)),
    /** Several photos at once: separate updates with one `media_group_id`. */
    sendsAlbum: (photos: Photo[]) =>
      act(() => {
        const group = String(10 ** 13 + control.seq());
        photos.forEach((photo) => sendPhoto(photo, group));
      }),
    sendsDocument: (file_name: string, bytes: Buffer, caption?: string) =>
      act(() => {
        const words = caption === undefined ? {} : { caption };
        const base64 = bytes.toString("base64");
        return control.upload({ person: id, kind: "document", file_name, base64, ...words });
      }),
    sendsLocation: (latitude: number, longitude: number) =>
      act(() => control.say({ person: id, location: { latitude, longitude } })),
    sendsSticker: () => act(() => sendFile("sticker", "sticker.webp")),
    sendsVoice: () => act(() => sendFile("voice", "voice.ogg")),
    edits: (messageId: number, text: string) =>
      act(() => control.edit({ person: id, message_id: messageId, text })),
    blocks: () => act(() => control.block({ person: id })),
    unblocks: () => act(() => control.unblock({ person: id })),
    /** What has come since they last looked; `screen` below is everything. */
    sees: async (): Promise<Seen> => {
      await control.settle();
      return look();
    },
    screen: () => control.screen(id),
    /** The newest message this person wrote, for `edits` and replies. */
    lastOwn(): Message {
      const own = control.messages(id).findLast(({ from }) => !from?.is_bot);
      if (!own) throw new Error("nothing was written yet");
      return own;
    },
  };

  function sendPhoto({ name = "photo.png", bytes = tinyPng, caption }: Photo, group?: string) {
    control.upload({
      person: id,
      kind: "photo",
      file_name: name,
      base64: bytes.toString("base64"),
      ...(caption !== undefined && { caption }),
      ...(group !== undefined && { media_group_id: group }),
    });
  }

  function sendFile(kind: "sticker" | "voice", file_name: string) {
    return control.upload({ person: id, kind, file_name, base64: tinyPng.toString("base64") });
  }
}

function seeMessage(message: Message): SeenMessage {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  return {
    id: message.message_id,
    text,
    html: toHtml({ text, entities }),
    entities,
    buttons: buttons.map((button: InlineKeyboardButton) => button.text),
    message,
  };
}

function toSeen(
  messages: SeenMessage[],
  shown: { keyboard: Parameters<typeof labelOf>[0][][] } | null,
  toast: { text: string; alert: boolean } | null,
): Seen {
  const last = messages.at(-1);
  const keyboard = shown ? shown.keyboard.map((row) => row.map(labelOf)) : null;
  return {
    text: last?.text ?? "",
    messages,
    buttons: last?.buttons.length ? last.buttons : (keyboard?.flat() ?? []),
    keyboard,
    toast: toast && !toast.alert ? toast.text : null,
    alert: toast?.alert ? toast.text : null,
  };
}
