import type { Answers } from "../artisans/answers.ts";
import type { Registrar } from "../artisans/artisan.ts";
import type { Change } from "../artisans/record.ts";

const DAY_MS = 86_400_000;

export const IMPORT_LIMITS = {
  /** Of the file, in bytes. */
  bytes: 5_000_000,
  rows: 2_000,
  /** How long a preview waits to be saved. */
  previewMs: DAY_MS,
  /** How long a saved import can be taken back. */
  undoMs: 7 * DAY_MS,
} as const;

/** preview: nothing is written yet. saving, undoing: half done, and gone on with by the clock. */
export const IMPORT_STATES = ["preview", "saving", "done", "undoing", "undone"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** How many rows of a sheet are of each kind. */
export interface ImportCounts {
  fresh: number;
  changed: number;
  same: number;
  doubtful: number;
  wrong: number;
}

/** A sheet that came in. Its rows that are to be saved wait apart, sealed. */
export interface Import {
  /** By the update that brought it, so that a repeated update brings it once. */
  id: string;
  /** Telegram's id of the coordinator. */
  by: number;
  state: ImportState;
  counts: ImportCounts;
  at: Date;
  /** When the preview, or the time to take it back, is over. */
  until: Date;
}

/** waiting: to be saved. saved; skipped: it could not be. undone; kept: it was in other hands. */
export const ROW_STATES = ["waiting", "saved", "skipped", "undone", "kept"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a row does: a person is added, or some fields of an unclaimed record are changed. */
export type RowPlan =
  | { does: "add"; answers: Answers; manner: Registrar["manner"] }
  | { does: "change"; before: Change; after: Change };

export interface ImportRow {
  id: string;
  import: string;
  /** As the sheet counts. */
  row: number;
  artisan: string;
  state: RowState;
  plan: RowPlan;
}

/** How many rows came to which end. */
export type RowCounts = Partial<Record<RowState, number>>;
