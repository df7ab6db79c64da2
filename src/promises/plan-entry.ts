import type { Plan } from "./plan.ts";

/**
 * One change of a plan as the ledger of promises keeps it. It is written before the plan's number
 * rises, so that the letter about it can be written again by whoever finds it unwritten.
 */
export interface PlanEntry {
  /** `plan:<training>:<version>:<handle>`; the training names the one that came into force. */
  id: string;
  training: string;
  /** The number of the plan it makes. */
  version: number;
  before: Plan;
  after: Plan;
  /** Telegram's id of the coordinator. */
  by: number;
  at: Date;
  /** Why people are told although it is night. */
  night?: string;
  /** Who had been told of the plan before; gone once the letter names them. */
  told: string[];
  /** begun: nothing holds yet. told: the letter is written. */
  state: "begun" | "told";
  /** Until then who has not read the letter is called. */
  notAfter: Date;
}

export function entryId(training: string, version: number, handle: string): string {
  return `plan:${training}:${version}:${handle}`;
}

/** The letter about this plan of the training. */
export function changeId(training: string, version: number): string {
  return `change:${training}:${version}`;
}
