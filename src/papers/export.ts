import type { ListFilter } from "../artisans/artisan-list-repository.ts";
import { cleanText, graphemes, type Reading } from "../text.ts";
import type { SheetFormat } from "./spreadsheet.ts";

/**
 * asking: its reason is waited for. waiting: a second person is. approved: it is to be made.
 * refused: by the second person, or there was none. sent: it is with the one who asked.
 */
export const EXPORT_STATES = ["asking", "waiting", "approved", "refused", "sent"] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Whom a list is of: artisans, or those a notice went to, by its handle. */
export type ExportFilter = ListFilter | { kind: "notice"; value: string };

/** A list of people that somebody asked for. */
export interface ExportRequest {
  /** By the update that asked, so that a repeated update asks once. */
  id: string;
  /** Telegram's id of who asked. */
  by: number;
  format: SheetFormat;
  filter: ExportFilter;
  /** How many people it was of when it was asked for. */
  count: number;
  state: ExportState;
  askedAt: Date;
  /** When the question, or the wait for a second person, is over. */
  until: Date;
  /** The reason in words, and by which name Telegram knows who gave it. */
  why?: { reason: string; name: string };
  decidedBy?: number;
  decidedAt?: Date;
}

const HOUR_MS = 3_600_000;
export const EXPORT_LIMITS = {
  aDay: 5,
  /** A list of more people needs a second person; the owner may set another number. */
  secondOver: 50,
  reasonMs: HOUR_MS,
  secondMs: 24 * HOUR_MS,
} as const;

const REASON = { least: 10, most: 200 };

/** Reads why a list is needed: 10 to 200 signs. */
export function readReason(typed: string): Reading<string, "tooShort" | "tooLong"> {
  const value = cleanText(typed);
  const length = graphemes(value);
  if (length < REASON.least) return { ok: false, reason: "tooShort" };
  return length > REASON.most ? { ok: false, reason: "tooLong" } : { ok: true, value };
}

/** "kecamatan:36.04.19" for a line of the audit. */
export function filterLine(filter: ExportFilter): string {
  return filter.kind === "all" ? "all" : `${filter.kind}:${filter.value}`;
}
