import type { PlanChange } from "./plan.ts";

/** What the coordinator is asked to type. */
export const ASKED = [
  "date",
  "hours",
  "place",
  "gatherPlace",
  "gatherAt",
  "travel",
  "point",
  "bring",
  "promise",
  "reason",
  "night",
] as const;
export type Asked = (typeof ASKED)[number];

/** A change of a plan while a coordinator writes it; one at a time, for an hour. */
export interface ChangeDraft {
  training: string;
  /** The number of the plan it was begun against. */
  version: number;
  handle: string;
  change: PlanChange;
  asks?: Asked | undefined;
  /** Which day, by its date as it was told ("all": every one), which promise, or a place to gather. */
  about?: string | undefined;
  /** Why people are told although it is night. */
  night?: string | undefined;
  /** The update that led here: handled twice it is not read as the next answer. */
  update: number;
}

export const DRAFT_MS = 3_600_000;
/** Signs of a reason that people will read. */
export const REASON = { least: 10, most: 200 };
/** Signs of a place, and of a promise. */
export const WORDS = { least: 3, most: 120 };
/** Signs of a thing to bring, and how many there are at most. */
export const THINGS = { least: 2, most: 40, count: 10 };
