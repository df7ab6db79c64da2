import { type Api, GrammyError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { everybodysLists, inLanguage } from "./commands.ts";
import { type Language, LANGUAGES, type Texts } from "./language.ts";
import { readRefusal } from "./telegram-errors.ts";

/** One thing that people see of the bot before they write to it. */
interface Trait {
  what: string;
  wanted: string;
  /** As it is at Telegram now, in the form of `wanted`. */
  read: () => Promise<string>;
  write: () => Promise<unknown>;
}

/** What became of a trait; `why` is a sentence. */
export type Became =
  | { what: string; is: "left" | "changed" }
  | { what: string; is: "waiting" | "refused"; why: string };

type Calls = Pick<
  Api,
  | ("getMyName" | "setMyName" | "getMyDescription" | "setMyDescription")
  | ("getMyShortDescription" | "setMyShortDescription" | "getMyCommands" | "setMyCommands")
  | ("getChatMenuButton" | "setChatMenuButton")
>;

/**
 * Makes Telegram show the bot as the texts have it. Telegram allows few such changes a day, so each
 * thing is read first and only what differs is written; what has to wait keeps nothing else from
 * being done. Yields each thing as it ends.
 */
export async function* bringUpToDate(
  api: Calls,
  texts: Texts,
  office: string,
): AsyncGenerator<Became> {
  for (const trait of traitsOf(api, texts, office)) yield await settle(trait);
}

async function settle({ what, wanted, read, write }: Trait): Promise<Became> {
  try {
    if ((await read()) === wanted) return { what, is: "left" };
    await write();
    return { what, is: "changed" };
  } catch (error) {
    const refusal = readRefusal(error);
    if (!refusal) throw error;
    if (refusal.kind === "flood") return { what, is: "waiting", why: waitFor(refusal) };
    return { what, is: "refused", why: reasonOf(error) };
  }
}

function waitFor({ retryAfterMs }: { retryAfterMs: number }): string {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  return `Telegram takes it again in ${minutes} min at the earliest. Run this once more then; what is done stays done.`;
}

/** Telegram's own words: they speak of our own texts here, never of people. */
function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return `Telegram answers: ${error.description}.`;
  return "Telegram does not answer. Run this once more; what is done stays done.";
}

function traitsOf(api: Calls, texts: Texts, office: string): Trait[] {
  return [
    ...LANGUAGES.flatMap((language) => wordsIn(language, api, texts, office)),
    ...everybodysLists(texts).map(({ language, scope, commands }) => ({
      what: `commands (${language})`,
      wanted: JSON.stringify(commands),
      read: async () => JSON.stringify((await api.getMyCommands(scope)).map(commandAsWritten)),
      write: () => api.setMyCommands(commands, scope),
    })),
    {
      what: "menu button",
      wanted: "commands",
      read: async () => (await api.getChatMenuButton()).type,
      write: () => api.setChatMenuButton({ menu_button: { type: "commands" } }),
    },
  ];
}

const commandAsWritten = ({ command, description }: { command: string; description: string }) => ({
  command,
  description,
});

function wordsIn(language: Language, api: Calls, texts: Texts, office: string): Trait[] {
  const scope = inLanguage(language);
  const speech = texts[language];
  const name = speech.plain("bot-name");
  const description = speech.plain("bot-description", { office });
  const short = speech.plain("bot-short-description");
  return [
    {
      what: `name (${language})`,
      wanted: name,
      read: async () => (await api.getMyName(scope)).name,
      write: () => api.setMyName(name, scope),
    },
    {
      what: `description (${language})`,
      wanted: description,
      read: async () => (await api.getMyDescription(scope)).description,
      write: () => api.setMyDescription(description, scope),
    },
    {
      what: `short description (${language})`,
      wanted: short,
      read: async () => (await api.getMyShortDescription(scope)).short_description,
      write: () => api.setMyShortDescription(short, scope),
    },
  ];
}

type Switches = Pick<
  UserFromGetMe,
  "can_join_groups" | "can_read_all_group_messages" | "supports_inline_queries"
>;

/** What only @BotFather can change, as far as it is not so yet. The picture cannot be asked for. */
export function stepsByHand(me: Switches): string[] {
  return [
    ...(me.can_read_all_group_messages
      ? ["/setprivacy, Enable: the bot must not read what people say in groups."]
      : []),
    ...(me.can_join_groups ? ["/setjoingroups, Disable: it serves people one by one."] : []),
    ...(me.supports_inline_queries ? ["/setinline, /empty: nothing answers inline queries."] : []),
    "/setuserpic: a square picture of the office, 512 x 512 at least, if it has none yet.",
  ];
}
