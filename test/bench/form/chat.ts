import type { ApiClientOptions } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";

/** A machine that others share is now faster, now slower: more rounds, each as short. */
export const ROUNDS = 15;

/** One way to hold a dialogue, measured like the others. */
export interface Way {
  /** Handles one update wholly, as the program's worker would. */
  handle(update: Update): Promise<void>;
  /** What is kept of the chat's dialogue between two updates, as it is written. */
  state(chat: number): string;
}

export const TOKEN = "7000000001:sanggar-demo";

export const ME: UserFromGetMe = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: "Sanggar",
  username: "sanggar_bench_bot",
  can_join_groups: false,
  can_read_all_group_messages: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
} as UserFromGetMe;

/** All numbers have as many digits at the end as at the beginning: bytes are counted. */
let lastUpdate = 500_000_000;
let lastMessage = 100_000;

export function textUpdate(chat: number, text: string): Update {
  const person = { id: chat, first_name: "Siti" };
  return {
    update_id: ++lastUpdate,
    message: {
      message_id: ++lastMessage,
      date: 1_755_136_800,
      chat: { ...person, type: "private" },
      from: { ...person, is_bot: false, language_code: "id" },
      text,
      ...(text.startsWith("/") && {
        entities: [{ type: "bot_command", offset: 0, length: text.length }],
      }),
    },
  };
}

/**
 * Stands where a library hands its finished request to its fetch: what lies below costs every
 * way the same, and would hide what is measured.
 */
export function cannedFetch(): Promise<object> {
  const chat = { id: 1, type: "private", first_name: "Siti" };
  const result = { message_id: ++lastMessage, date: 1_755_136_800, chat, text: "" };
  return Promise.resolve({
    ok: true,
    status: 200,
    json: () => Promise.resolve({ ok: true, result }),
  });
}

export const cannedClient = { fetch: cannedFetch } as unknown as ApiClientOptions;

/** As many chats are worked on at once as the program does; the library rests between its steps. */
const CHATS_AT_ONCE = 32;

/** Lets each chat open the form. */
export async function open(way: Way, chats: readonly number[]): Promise<void> {
  await say(way, chats, ["/daftar"]);
}

/** Lets each chat say these things, one after the other. */
export async function say(way: Way, chats: readonly number[], typed: readonly string[]) {
  const left = [...chats];
  const work = async () => {
    for (let chat = left.pop(); chat !== undefined; chat = left.pop())
      for (const text of typed) await way.handle(textUpdate(chat, text));
  };
  await Promise.all(Array.from({ length: CHATS_AT_ONCE }, work));
}

let lastChat = 5_000_000_000;

/** Chats that nobody used before, so that no round finds what another left. */
export function newChats(count: number): number[] {
  return Array.from({ length: count }, () => ++lastChat);
}
