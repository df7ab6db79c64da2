import type { Update } from "grammy/types";

export const GROUP = { id: -1_001_234_567_890, type: "supergroup", title: "Perajin" } as const;

type Chance = () => number;
type Part = Record<string, unknown>;

/** Every kind of update of the Bot API. */
export const KINDS = [
  ...["message", "edited_message", "callback_query", "my_chat_member", "channel_post"],
  ...["edited_channel_post", "business_connection", "business_message"],
  ...["edited_business_message", "deleted_business_messages", "message_reaction"],
  ...["message_reaction_count", "inline_query", "chosen_inline_result", "shipping_query"],
  ...["pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "chat_member"],
  ...["chat_join_request", "chat_boost", "removed_chat_boost"],
];

/** The four that are asked for, four times as likely as the others together. */
const ASKED_FOR = KINDS.slice(0, 4);

const WORDS = [
  ...["/start", "/daftar", "/batal", "/cancel", "/bantuan", "/profil", "/pelatihan", "/bahasa"],
  ...["/ubah", "/tentang", "/start i_abc", "/daftar@other_bot", "/", "/xyz", "//", "batal", "menu"],
  ...["ya", "tidak", "1", "0", "99", "kembali", "lewati", "Siti Aminah", "Petir", "0812 3456 7890"],
  ...["3604195508900001", "3604-1955-0890-0001", "<b>x</b>", "</b>&amp;<", "{{x}}", "$where"],
  ...["constructor", "__proto__", "\u202eabc", "\u0000", "\ud800", "👩‍👩‍👧‍👦", "ꦗꦮ", "a".repeat(4_096)],
  ...[" ", "\n\n", "https://t.me/x", "%s%n", "=1+1", "'; --", "(a+)+$", "٣", "𝟛", "i̇"],
];

const PRESSES = [
  ...[
    "register",
    "resume",
    "profile",
    "trainings",
    "training.join:x",
    "training.leave:x",
    "language:en",
  ],
  ...[
    "language:xx",
    "late:batal",
    "ask:name:x",
    "ask:consent:yes",
    "ask:review:send",
    "ask:::",
    ":",
  ],
  ...["ask:name:~back", "ask:crafts:+x", "ask:desa:~page.9", "x".repeat(64), "__proto__", "ask:a"],
];

const FILE = { file_id: "f", file_unique_id: "u", width: 1, height: 1, duration: 1 };

/** What a message may hold besides a text. */
const CONTENTS: Part[] = [
  { photo: [FILE], caption: "3604195508900001" },
  { photo: [FILE], media_group_id: "1" },
  { document: { ...FILE, file_name: "KTP 3604195508900001.pdf" } },
  ...["sticker", "voice", "video", "video_note", "animation", "audio"].map((one) => ({
    [one]: FILE,
  })),
  { contact: { phone_number: "6281234567890", first_name: "X" } },
  { contact: { phone_number: "", first_name: "" } },
  { location: { latitude: 91, longitude: -181 } },
  { venue: { location: { latitude: 0, longitude: 0 }, title: "T", address: "A" } },
  { dice: { emoji: "🎲", value: 6 } },
  { poll: { id: "1", question: "?", options: [], total_voter_count: 0, is_closed: false } },
  { game: { title: "G", description: "", photo: [FILE] } },
  { story: { chat: GROUP, id: 1 } },
  { pinned_message: { message_id: 1, date: 0, chat: GROUP } },
  { new_chat_members: [{ id: 1, is_bot: true, first_name: "B" }] },
  { left_chat_member: { id: 1, is_bot: false, first_name: "B" } },
  { message_auto_delete_timer_changed: { message_auto_delete_time: 1 } },
  { web_app_data: { data: "{", button_text: "" } },
  { users_shared: { request_id: 1, users: [{ user_id: 1 }] } },
  { successful_payment: { currency: "IDR", total_amount: 1, invoice_payload: "x" } },
  { group_chat_created: true },
  { migrate_to_chat_id: -1 },
  { passport_data: { data: [], credentials: { data: "", hash: "", secret: "" } } },
  {},
];

export interface Fuzzed {
  update: Update;
  kind: string;
  isPrivate: boolean;
}

/** One update of a person, of any kind, with anything in it. */
export function fuzzUpdate(update_id: number, person: number, now: Date, chance: Chance): Fuzzed {
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const isPrivate = chance() < 0.8;
  const from = {
    id: person,
    is_bot: false,
    first_name: "Rina <b>",
    language_code: one(["id", "xx"]),
  };
  const chat = isPrivate ? { id: person, type: "private", first_name: "Rina" } : GROUP;
  // Up to three hours old.
  const date = Math.floor(now.getTime() / 1_000 - (chance() < 0.5 ? chance() * 10_800 : 0));
  const base = { message_id: Math.ceil(chance() * 1e6), date, chat, from };
  const kind = chance() < 0.8 ? one(ASKED_FOR) : one(KINDS);
  return { update: { update_id, [kind]: body() }, kind, isPrivate };

  function body(): Part {
    switch (kind) {
      case "edited_message":
        return { ...message(), edit_date: date };
      case "callback_query":
        return press();
      case "my_chat_member":
        return member();
      case "message":
      default:
        return { ...message(), id: String(update_id), query: "", offset: "", user: from };
    }
  }

  function message(): Part {
    const extra = chance() < 0.2 ? { reply_to_message: { ...base, text: one(WORDS) } } : {};
    if (chance() < 0.4) return { ...base, ...extra, ...one(CONTENTS) };
    const text = chance() < 0.7 ? one(WORDS) : noise();
    const isCommand = text.startsWith("/");
    const length = isCommand ? text.split(/[\s@]/)[0]?.length : Math.floor(chance() * 5_000);
    const type = isCommand ? "bot_command" : one(["bold", "url", "mention", "text_link", "new"]);
    return { ...base, ...extra, text, entities: [{ type, offset: 0, length }] };
  }

  function noise(): string {
    const signs = Array.from({ length: Math.ceil(chance() * 40) }, () =>
      Math.floor(chance() * 0x3_000),
    );
    return String.fromCodePoint(...signs.map((code) => code + 32));
  }

  function press(): Part {
    const query = { id: `q${update_id}`, from, chat_instance: "1" };
    const data = chance() < 0.9 ? { data: one(PRESSES) } : { game_short_name: "g" };
    if (chance() < 0.1) return { ...query, ...data, inline_message_id: "i" };
    const seen = chance() < 0.2 ? { chat, message_id: 1, date: 0 } : { ...base, text: "x" };
    return { ...query, ...data, message: seen };
  }

  function member(): Part {
    const status = (value: string) => ({ user: from, status: value });
    const states = ["member", "kicked", "left", "administrator", "restricted"];
    const [old_chat_member, new_chat_member] = [status(one(states)), status(one(states))];
    return { chat, from, date, old_chat_member, new_chat_member };
  }
}
