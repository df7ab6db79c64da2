import { daysAfter } from "../privacy/retention.ts";

/** Who looks at a new record: leaders of the community it names, or coordinators. */
export const CHECKERS = ["leader", "coordinator"] as const;
type Checker = (typeof CHECKERS)[number];

/** Why coordinators have it. */
export const HANDED = ["noCommunity", "noLeader", "silent", "notMember", "asked"] as const;
export type Handed = (typeof HANDED)[number];

/** What came of it; the first three are a leader's. */
export const RESULTS = [
  ...["member", "notMember", "asked"],
  ...["active", "returned", "declined"],
] as const;
export type CheckResult = "member" | "notMember" | "asked" | "active" | "returned" | "declined";

/** What a leader may give as the reason why somebody is no member, as a button. */
export const NOT_MEMBER_REASONS = ["stranger", "left", "another"] as const;
/** What a coordinator may give as the reason, as a button. */
export const RETURN_REASONS = ["name", "place", "craft", "community"] as const;
export const DECLINE_REASONS = ["outside", "untrue", "double"] as const;
export type CheckReason =
  | (typeof NOT_MEMBER_REASONS)[number]
  | (typeof RETURN_REASONS)[number]
  | (typeof DECLINE_REASONS)[number];

/** How far the check of a new record has come, and what came of the last one. */
export interface Check {
  with: Checker;
  /** The community whose leaders were asked. */
  community?: string;
  /** Begun then; a button of an older check does nothing. */
  since: Date;
  /** How many times leaders were asked. */
  asked: number;
  /** When they are asked next, or coordinators take over. */
  dueAt?: Date;
  why?: Handed;
  result?: CheckResult;
  reason?: CheckReason;
  /** Telegram's id of who decided. */
  by?: number;
  at?: Date;
  /** The artisan is still to be told the result, since. */
  untold?: Date;
}

const AGAIN_DAYS = 3;
const OVER_DAYS = 7;

/** The check of a record that is new, corrected, or of somebody who joined the community. */
export function freshCheck(community: string | undefined, now: Date): Check {
  if (community === undefined)
    return { with: "coordinator", since: now, asked: 0, why: "noCommunity" };
  return { with: "leader", community, since: now, asked: 0, dueAt: now };
}

/** What is due of a check that leaders have in hand: asking them (again), or handing it over. */
export function stepOf(
  { since, asked }: Check,
  now: Date,
): { is: "ask"; nextAt: Date } | { is: "handOver" } {
  if (daysAfter(since, OVER_DAYS) <= now) return { is: "handOver" };
  const nextAt = daysAfter(since, asked === 0 ? AGAIN_DAYS : OVER_DAYS);
  // Asked late, as after a night or an outage: the second time is not at once.
  return { is: "ask", nextAt: nextAt > now ? nextAt : daysAfter(since, OVER_DAYS) };
}
