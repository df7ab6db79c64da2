import { letPass } from "../bot/telegram-errors.ts";
import type { Services } from "../services.ts";
import { cleanText } from "../text.ts";

/** What Telegram tells of an account. */
export interface Profile {
  first_name?: string | undefined;
  last_name?: string | undefined;
  username?: string | undefined;
}

interface Asked {
  getChat(chat: number): Promise<Profile>;
}

/**
 * How an account is called: by its record, else by what it calls itself in Telegram, which is
 * asked now and kept nowhere.
 */
export async function nameOf(
  telegram: number,
  api: Asked,
  { artisans }: Pick<Services, "artisans">,
): Promise<string> {
  const record = await artisans.byTelegram(telegram);
  if (record) return record.name;
  return profileName(await profileOf(telegram, api), telegram);
}

/** What Telegram tells of an account now; nothing of one it does not know. */
export async function profileOf(telegram: number, api: Asked): Promise<Profile> {
  return (await letPass(api.getChat(telegram), "neverStarted", "refused", "doubtful")) ?? {};
}

const MOST = 60;

/** Never empty, in one line, without signs that turn the line around. */
export function profileName({ first_name = "", last_name = "" }: Profile, id: number): string {
  const name = cleanText(`${first_name} ${last_name}`);
  return name === "" ? `ID ${id}` : [...name].slice(0, MOST).join("");
}
