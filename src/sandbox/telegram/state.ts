import type { BotCommand, Message, ReplyKeyboardMarkup, Update, UserFromGetMe } from "grammy/types";

/** Where messages lie: a person's private chat, or a group. */
interface Place {
  id: number;
  /** Has the bot ever seen it? Else a call answers `chat not found`. */
  known: boolean;
  messages: Map<number, Entry>;
  keyboard: ReplyKeyboardMarkup | null;
}

/** A person with their private chat; ids lie above 2^32 so that a 32-bit slip shows. */
export interface Person extends Place {
  first_name: string;
  last_name?: string;
  username?: string;
  language_code: string;
  phone?: string;
  /** A label for the page such as "ketua komunitas"; Telegram knows nothing of it. */
  role?: string;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  toast: { text: string; alert: boolean } | null;
}

/** A group of people; ids lie below 0, those of supergroups below -10^12. [BA] */
export interface Group extends Place {
  title: string;
  kind: "group" | "supergroup";
  /** Ids of people; the first one owns it. */
  members: number[];
  bot: "member" | "muted" | "left" | "kicked";
  /** A supergroup counts its own messages, a basic group together with the private chats. */
  nextMessageId: number;
  /** The supergroup it was upgraded to. */
  movedTo?: number;
}

export type Room = Person | Group;

/** What a message holds apart from who wrote it, where and when. */
export type Content = Omit<Partial<Message>, "message_id" | "from" | "chat" | "date">;

export interface Entry {
  message: Message;
  fromBot: boolean;
  /** Sent with a reply keyboard, its removal or a forced reply: such a message is never edited. */
  fixed: boolean;
  /** Written in a group where the bot did not hear of it. */
  unseen?: true;
}

export interface Queued {
  update: Update;
  /** The queue it stands in: what has one key comes one after another. */
  key: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Redelivered: handed out once, past the confirmed offset. */
  again?: boolean;
}

export interface Query {
  person: number;
  /** Seconds since 1970; after `queryLifeS` an answer comes too late. */
  date: number;
  expired: boolean;
  answered: boolean;
}

export interface StoredFile {
  id: string;
  uniqueId: string;
  kind: "document" | "photo" | "voice" | "sticker";
  name: string;
  type: string;
  bytes: Buffer;
  width?: number;
  height?: number;
  /** Another bot took over: the id is worth nothing any more. */
  dead?: boolean;
}

export interface Call {
  id: number;
  at: string;
  method: string;
  /** The person or group it met, by id. */
  person?: number;
  params: Record<string, unknown>;
  status: number;
  /** How long it took, in real milliseconds. */
  ms: number;
  error?: string;
  fault?: string;
  message_ids?: number[];
}

export interface Webhook {
  url: string;
  secret: string;
  maxConnections: number;
  lastError?: { date: number; message: string };
  goneSince?: number;
}

/** Observations rather than facts, hence settings. [standin 13] */
export interface Settings {
  callbackBytes: number;
  inlineButtons: number;
  markupBytes: number;
  queryLifeS: number;
  /** Slow answers to hasty polls, as on the real server. [BA process_get_updates_query] */
  throttle: boolean;
  /** The longest wait for the bot to come to rest, in real milliseconds. */
  settleMs: number;
}

/** All that `dump` and `load` carry. */
export interface State {
  random: number;
  bot: UserFromGetMe;
  people: Map<number, Person>;
  groups: Map<number, Group>;
  nextMessageId: number;
  nextUpdateId: number;
  queue: Queued[];
  /** Every update of this run, for `redeliver`; the oldest go. */
  past: Queued[];
  allowed: string[] | null;
  files: Map<string, StoredFile>;
  links: Map<string, { file: string; until: number }>;
  commands: Map<string, BotCommand[]>;
  words: Map<string, string>;
  queries: Map<string, Query>;
  webhook: Webhook | null;
  settings: Settings;
}

export const defaultSettings: Settings = {
  callbackBytes: 64,
  inlineButtons: 100,
  markupBytes: 10_240,
  queryLifeS: 60,
  throttle: false,
  settleMs: 10_000,
};

/** A world without people. One seed gives the same ids and random faults again. */
export function createState(token: string, seed: number): State {
  const state: State = {
    random: seed >>> 0,
    bot: createBot(Number(token.split(":")[0])),
    people: new Map(),
    groups: new Map(),
    nextMessageId: 1,
    nextUpdateId: 0,
    queue: [],
    past: [],
    allowed: null,
    files: new Map(),
    links: new Map(),
    commands: new Map(),
    words: new Map(),
    queries: new Map(),
    webhook: null,
    settings: { ...defaultSettings },
  };
  state.nextUpdateId = 100_000_000 + Math.floor(nextRandom(state) * 800_000_000);
  return state;
}

function createBot(id: number): UserFromGetMe {
  return {
    id,
    is_bot: true,
    first_name: "Sanggar",
    username: "sanggar_demo_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
    can_manage_bots: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    supports_join_request_queries: false,
  };
}

/** The next number of [0, 1) by mulberry32, a public-domain generator of 32 bits of state. */
export function nextRandom(state: State): number {
  state.random = (state.random + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state.random ^ (state.random >>> 15), state.random | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** The state as JSON; maps keep their kind, bytes are base64. */
export function dumpState(state: State): string {
  const files = [...state.files.values()].map((file) => ({
    ...file,
    bytes: file.bytes.toString("base64"),
  }));
  const pack = (_key: string, value: unknown) =>
    value instanceof Map ? { $map: [...(value as Map<unknown, unknown>)] } : value;
  return JSON.stringify({ ...state, files }, pack);
}

/** Reads a dump; what an older one does not have stays as in `fresh`. */
export function loadState(text: string, fresh: State): State {
  const unpack = (_key: string, value: { $map?: [unknown, unknown][] } | null) =>
    value?.$map ? new Map(value.$map) : value;
  const loaded = JSON.parse(text, unpack) as State & { files: (StoredFile & { bytes: string })[] };
  const files = loaded.files.map((file): [string, StoredFile] => [
    file.id,
    { ...file, bytes: Buffer.from(file.bytes, "base64") },
  ]);
  return { ...fresh, ...loaded, files: new Map(files) };
}
