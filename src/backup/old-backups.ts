import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Shorter than the list of erasures is kept. */
const KEPT_DAYS = 35;
const DAY_MS = 86_400_000;
const NAME = /^sanggar-(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\d)Z\.backup(\.part)?$/;

/** "sanggar-2025-08-14T020000Z.backup": in the order of time, and a name on every system. */
export function nameOf(madeAt: Date): string {
  return `sanggar-${madeAt.toISOString().slice(0, 19).replaceAll(":", "")}Z.backup`;
}

/** Removes backups that are too old, and what is left of one that was killed; answers which. */
export async function letOldGo(folder: string, now: Date): Promise<string[]> {
  const found = (await readdir(folder)).filter((name) => {
    const [, day, hours, minutes, seconds, part] = NAME.exec(name) ?? [];
    if (day === undefined) return false;
    const age = now.getTime() - Date.parse(`${day}${hours}:${minutes}:${seconds}Z`);
    return age > (part ? 1 : KEPT_DAYS) * DAY_MS;
  });
  for (const name of found) await rm(join(folder, name));
  return found;
}
