import { ownersNow } from "../access/owners.ts";
import type { Permit } from "../bot/gate.ts";
import type { Html } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { tell } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import type { SettingChange } from "./setting-change.ts";
import type { Setting, SettingValue } from "./setting-table.ts";

/** What is changed, for the audit and for the list of changes. */
export type Changing = Pick<SettingChange, "key" | "from" | "to">;

/**
 * The line of the audit and who did it, before it is done. Words stand in neither: they may be a
 * name or a number.
 */
export async function noteChange(
  { key, from, to }: Changing,
  { permit, update }: { permit: Permit; update: number },
  { audit, clock, settingChanges }: Services,
): Promise<void> {
  const { telegram: who, action: what, as } = permit;
  const figures = [from, to].filter((one) => typeof one !== "string" || /^[\d:-]+$/.test(one));
  const detail = [key, ...figures.map((one) => String(one ?? "standard"))].join(" ");
  const line = { who, as, what, whom: [], from: "private", result: "allowed" } as const;
  await audit.write({ ...line, detail });
  const values = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const id = `setting:${key}:${update}`;
  await settingChanges.add({ id, key, by: who, at: clock.now(), ...values });
}

/**
 * Sets it, for all processes: each reads it when it needs it. The last write wins.
 * @param to undefined: the standard holds again
 */
export async function changeSetting(
  { key, path }: Setting,
  to: SettingValue | undefined,
  by: { permit: Permit; update: number },
  services: Services,
): Promise<void> {
  const { calendar, settingChanges, settings } = services;
  const from = await settings.given(path);
  const change = { key, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  await noteChange(change, by, services);
  // Handled again after somebody else's change it must not take that back.
  const latest = await settingChanges.latest(key);
  if (latest?.id === `setting:${key}:${by.update}`) await settings.put(path, to);
  await calendar.reread();
}

/** Every other owner hears what holds now. */
export async function tellOwners(
  by: number,
  words: (speech: Speech) => Html,
  services: Services,
): Promise<void> {
  const others = (await ownersNow(services)).filter((one) => one !== by);
  for (const chat of others) {
    const speech = services.texts[(await services.people.languageOf(chat)) ?? "id"];
    await tell(chat, { text: words(speech) }, services);
  }
}
