import { createHash } from "node:crypto";
import type { Role } from "./role.ts";

/** What was done or shown. The name says it; no content stands in a line. */
export interface AuditEntry {
  /** Telegram's id of who did it; 0: the program by its clock. A line has a token of it. */
  who: number;
  /** As what they did it. */
  as: Role | "anyone" | "program";
  /** An action of the gate's table. */
  what: string;
  /** Ids of the artisans it is about; never a name or a number. */
  whom: readonly string[];
  from: "private" | "group" | "clock" | "console";
  result: "allowed" | "refused";
  /** What was chosen, such as the filter of an export; never a name or a number of a person. */
  detail?: string;
}

export interface AuditLine extends Omit<AuditEntry, "who"> {
  /** Stands for a Telegram account, and leads to it only with the key of the index. */
  who: string;
  /** Runs from 1 without a gap. */
  number: number;
  at: Date;
  /** Hash of the line before; empty for the first. */
  before: string;
  hash: string;
}

export type Verdict =
  | { ok: true; lines: number; last: string }
  | { ok: false; number: number; reason: "missing" | "changed" | "unchained" };

/** The hash of a line: all that stands in it, with the hash of the line before. */
export function hashOf(line: Omit<AuditLine, "hash">): string {
  const { number, at, who, as, what, whom, from, result, before, detail } = line;
  const parts = [number, at.toISOString(), who, as, what, whom, from, result, before];
  if (detail !== undefined) parts.push(detail);
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** What is wrong with a line that should follow the other; undefined: nothing. */
export function breakAfter(
  previous: Pick<AuditLine, "number" | "hash"> | undefined,
  line: AuditLine,
): Extract<Verdict, { ok: false }> | undefined {
  const number = (previous?.number ?? 0) + 1;
  if (line.number !== number) return { ok: false, number, reason: "missing" };
  if (line.hash !== hashOf(line)) return { ok: false, number, reason: "changed" };
  if (line.before !== (previous?.hash ?? "")) return { ok: false, number, reason: "unchained" };
  return undefined;
}
