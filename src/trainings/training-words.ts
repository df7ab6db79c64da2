import type { Speech } from "../bot/language.ts";
import { showHours } from "../dates.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { Eligibility, Quota } from "./training.ts";
import type { Hours } from "./training-answers.ts";

/** One line where all days have the same hours, else a line for each run of days that share them. */
export function hoursWords(speech: Speech, all: readonly Hours[]): string {
  const runs: { first: number; last: number; hours: string }[] = [];
  all.forEach(({ from, until }, index) => {
    const [hours, run] = [showHours(from, until, speech.language), runs.at(-1)];
    if (run?.hours === hours) run.last = index + 1;
    else runs.push({ first: index + 1, last: index + 1, hours });
  });
  if (runs.length === 1) return runs[0]?.hours ?? "";
  const lines = runs.map(({ first, last, hours }) => {
    const span = first === last ? String(first) : `${first}–${last}`;
    return speech.plain("training-card-hours", { days: span, hours });
  });
  return lines.join("\n");
}

/** What places and communities are called. */
export interface Naming {
  places: Pick<Places, "showKecamatan">;
  communities: readonly { id: string; name: string }[];
}

const communityName = (id: string, { communities }: Naming) =>
  communities.find((one) => one.id === id)?.name ?? id;

/** "Kec. Petir, Kec. Anyar · Rajut & makrame": who may apply; empty for everybody. */
export function eligibilityWords(
  { language }: Speech,
  mayApply: Eligibility | undefined,
  naming: Naming,
): string {
  if (!mayApply) return "";
  const parts = [
    mayApply.kecamatan.map((code) => naming.places.showKecamatan(code)),
    mayApply.crafts.map((key) => showCraft(key, language, "short")),
    mayApply.communities.map((id) => communityName(id, naming)),
  ];
  return parts.flatMap((part) => (part.length ? [part.join(", ")] : [])).join(" · ");
}

/** "Manik Melati 2–6", "Kec. Petir paling banyak 4". */
export function quotaWords(speech: Speech, { by, of, least, most }: Quota, naming: Naming): string {
  const name = by === "kecamatan" ? naming.places.showKecamatan(of) : communityName(of, naming);
  if (least === undefined) return speech.plain("quota-most", { name, most: String(most) });
  if (most === undefined) return speech.plain("quota-least", { name, least: String(least) });
  return `${name} ${least === most ? String(least) : `${least}–${most}`}`;
}
