import { createHash } from "node:crypto";
import type { Reason } from "./same-person.ts";

export const DOUBLE_STATES = ["open", "different", "merged"] as const;
export type DoubleState = (typeof DOUBLE_STATES)[number];

/** Which of the two records: by their ids, in order. */
export type Side = "a" | "b";

/** Two records that may be of one person. The program asks; a coordinator decides. */
export interface Double {
  /** `double:<id>:<id>`, sorted. */
  id: string;
  /** Stands for the pair on buttons, which have 64 bytes. It grants nothing. */
  handle: string;
  artisans: [a: string, b: string];
  state: DoubleState;
  reasons: readonly Reason[];
  weight: number;
  /** Somebody with a record of their own wanted to claim the other one. */
  claimed?: boolean;
  foundAt: Date;
  /** What was picked so far, by field. */
  choices: Record<string, Side>;
  /** Rises with each step: a button of an older card does nothing. */
  version: number;
  decidedBy?: number;
  decidedAt?: Date;
}

export function pairOf(one: string, other: string): [a: string, b: string] {
  return one < other ? [one, other] : [other, one];
}

export function doubleId(one: string, other: string): string {
  return ["double", ...pairOf(one, other)].join(":");
}

export function handleOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 12);
}
