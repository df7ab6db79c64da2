import { cleanLines, normalise, type Reading } from "../text.ts";
import type { Quota } from "./training.ts";

/** A community or kecamatan that a quota may be for. */
export interface QuotaName extends Pick<Quota, "by" | "of"> {
  name: string;
}

export type QuotaProblem = "format" | "unknown" | "backwards" | "overSeats" | "tooMany";

const MOST_QUOTAS = 20;
const AMOUNT =
  /^(.*?)[\s:=]+(?:(min(?:imal)?|paling sedikit|at least)|(maks(?:imal)?|max|paling banyak|at most))?\s*(\d{1,3})(?:\s*[–—-]\s*(\d{1,3}))?$/i;

/**
 * Reads seats for communities and kecamatan: "Manik Melati 2-6, Kec. Petir paling banyak 4". A
 * number alone is both least and most.
 *
 * Reasons: `unknown` no such community or kecamatan; `backwards` least over most; `overSeats` the
 * least together are more than there are seats. `said` names the part that was not understood.
 */
export function readQuotas(
  typed: string,
  { names, seats }: { names: readonly QuotaName[]; seats: number },
):
  | (Reading<Quota[], QuotaProblem> & { ok: true })
  | { ok: false; reason: QuotaProblem; said: string } {
  const items = cleanLines(typed)
    .split(/[,;\n]+/)
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length > MOST_QUOTAS) return { ok: false, reason: "tooMany", said: "" };
  const quotas = new Map<string, Quota>();
  for (const said of items) {
    const read = readOne(said, names);
    if (typeof read === "string") return { ok: false, reason: read, said };
    quotas.set(`${read.by}:${read.of}`, read);
  }
  const value = [...quotas.values()];
  if (!value.length) return { ok: false, reason: "format", said: typed };
  return value.some(({ least = 0 }) => least > seats) || leastOver(value) > seats
    ? { ok: false, reason: "overSeats", said: "" }
    : { ok: true, value };
}

/** Of communities and of kecamatan apart: one seat may count for both. */
function leastOver(quotas: readonly Quota[]): number {
  const sum = (by: Quota["by"]) =>
    quotas.filter((one) => one.by === by).reduce((all, { least = 0 }) => all + least, 0);
  return Math.max(sum("community"), sum("kecamatan"));
}

function readOne(
  said: string,
  names: readonly QuotaName[],
): Quota | "format" | "unknown" | "backwards" {
  const [, name = "", atLeast, atMost, first, second] = AMOUNT.exec(said) ?? [];
  if (first === undefined || (second && (atLeast || atMost))) return "format";
  const found = named(name, names);
  if (!found) return "unknown";
  const { by, of } = found;
  const [low, high] = [Number(first), Number(second ?? first)];
  if (high < low) return "backwards";
  return { by, of, ...(!atMost && { least: low }), ...(!atLeast && { most: high }) };
}

/** "Kec. Petir" is the kecamatan also where a community is called like it. */
function named(typed: string, names: readonly QuotaName[]): QuotaName | undefined {
  const key = normalise(typed);
  const bare = key.replace(/^(?:kec|kecamatan) /, "");
  if (bare !== key)
    return names.find((one) => one.by === "kecamatan" && normalise(one.name) === bare);
  return names.find((one) => normalise(one.name) === key);
}
