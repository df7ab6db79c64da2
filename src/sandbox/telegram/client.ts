import type { Message, Update } from "grammy/types";

import type { FaultRule } from "./faults.ts";
import type { GroupInput } from "./groups.ts";
import type { Standin } from "./index.ts";
import { createEyes, type Eyes, type Seen } from "./seen.ts";
import type { Call } from "./state.ts";

export type { Seen } from "./seen.ts";

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

/** A person in their chat with the bot; in a group the same acts go to the group. */
export type TestPerson = Actor & {
  in(group: { id: number }): Actor;
};
type Actor = ReturnType<typeof createActor>;
export type TestGroup = ReturnType<typeof createGroup>;
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
  const eyes = createEyes(standin);
  return {
    /** A person; who of that id exists already is taken over. */
    person(first_name: string, { id = newId(), ...options }: PersonOptions = {}): TestPerson {
      control.putPerson({ id, first_name, started: true, ...options });
      const actor = createActor(standin, eyes, { person: id });
      return { ...actor, in: ({ id: group }) => createActor(standin, eyes, { person: id, group }) };
    },
    /** A group of all people so far, or of those given; the bot is in it unless told otherwise. */
    group(title: string, options: Partial<GroupInput> = {}) {
      const members = control.people().map(({ id }) => id);
      const { id } = control.putGroup({ title, members, ...options });
      return createGroup(standin, eyes, id);
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
    /** How many messages of the bot with that text lie in the chat of a person, or in a group. */
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

function createGroup(standin: Standin, eyes: Eyes, id: number) {
  const { control } = standin;
  const set = (bot: NonNullable<GroupInput["bot"]>) => () =>
    eyes.act(() => control.member({ group: id, bot }), id);
  return {
    id,
    addsBot: set("member"),
    mutesBot: set("muted"),
    kicksBot: set("kicked"),
    /** The bot goes by itself, or its ban is lifted. */
    losesBot: set("left"),
    /** A basic group becomes a supergroup; gives the new one. */
    upgrades: async () => {
      const { id: next } = control.upgrade({ group: id });
      await control.settle();
      return createGroup(standin, eyes, next);
    },
    /** What the bot has said since somebody last looked. */
    sees: () => eyes.look(id),
  };
}

function createActor({ control }: Standin, eyes: Eyes, actor: { person: number; group?: number }) {
  const { person: id, group: chat = id } = actor;
  /** Does something and gives what the person sees when the bot is at rest. */
  const act = (does: () => unknown) => eyes.act(does, chat, id);

  return {
    id,
    says: (text: string, options: { replyTo?: number } = {}) =>
      act(() =>
        control.say({
          ...actor,
          text,
          ...(options.replyTo !== undefined && { reply_to: options.replyTo }),
        }),
      ),
    /** Presses Start, with the payload of a deep link. */
    starts: (payload = "") => act(() => control.start({ person: id, payload })),
    /** An inline button: by label the newest message that shows it, else a stale one by its data. */
    presses: (press: Press) =>
      act(() => {
        if (typeof press === "string") return control.press({ ...actor, label: press });
        const { messageId: message_id, data, expired = false } = press;
        return control.press({ ...actor, message_id, data, expired });
      }),
    /** A button of the reply keyboard. */
    taps: (label: string) => act(() => control.tap({ ...actor, label })),
    sharesContact: () => act(() => control.say({ ...actor, contact: true })),
    /** Someone else's contact, known to Telegram or just a number with a name. */
    sharesContactOf: (other: { id: number } | { phone_number: string; first_name: string }) =>
      act(() => {
        if ("phone_number" in other) return control.say({ ...actor, contact: other });
        const { first_name, phone } = control.person(other.id);
        const phone_number = (phone ?? "628000000000").replace(/\D/g, "");
        const contact = { phone_number, first_name, user_id: other.id };
        return control.say({ ...actor, contact });
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
        return control.upload({ ...actor, kind: "document", file_name, base64, ...words });
      }),
    sendsLocation: (latitude: number, longitude: number) =>
      act(() => control.say({ ...actor, location: { latitude, longitude } })),
    sendsSticker: () => act(() => sendFile("sticker", "sticker.webp")),
    sendsVoice: () => act(() => sendFile("voice", "voice.ogg")),
    edits: (messageId: number, text: string) =>
      act(() => control.edit({ ...actor, message_id: messageId, text })),
    blocks: () => act(() => control.block({ person: id })),
    unblocks: () => act(() => control.unblock({ person: id })),
    /** What has come since they last looked; `screen` below is everything. */
    sees: (): Promise<Seen> => eyes.look(chat, id),
    screen: () => control.screen(id),
    /** The newest message this person wrote, for `edits` and replies. */
    lastOwn(): Message {
      const own = control.messages(chat).findLast(({ from }) => from?.id === id);
      if (!own) throw new Error("nothing was written yet");
      return own;
    },
  };

  function sendPhoto({ name = "photo.png", bytes = tinyPng, caption }: Photo, group?: string) {
    control.upload({
      ...actor,
      kind: "photo",
      file_name: name,
      base64: bytes.toString("base64"),
      ...(caption !== undefined && { caption }),
      ...(group !== undefined && { media_group_id: group }),
    });
  }

  function sendFile(kind: "sticker" | "voice", file_name: string) {
    return control.upload({ ...actor, kind, file_name, base64: tinyPng.toString("base64") });
  }
}
