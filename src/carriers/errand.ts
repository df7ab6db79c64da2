import type { CarriedPerson } from "../artisans/carried-person.ts";
import { instantOf } from "../dates.ts";
import { needsCarrier, wasNeverSent } from "../notices/carried.ts";
import type { Delivery } from "../notices/delivery.ts";
import type { Notice } from "../notices/notice.ts";
import type { Subject } from "../notices/notice-words.ts";

/** One notice to be passed on to one person. */
export interface Errand {
  delivery: Delivery;
  notice: Notice & { code: string };
  /** Undefined: what it spoke of holds no more. */
  subject: Subject | undefined;
  person: CarriedPerson;
}

/**
 * open: somebody has to pass it on. read: its person says so. telegram: the bot does or did, or can by now. told. closed: not
 * reached, and its time is over. moot: there is nothing to pass on any more.
 */
export type ErrandState = "open" | "telegram" | "read" | "reachable" | "told" | "closed" | "moot";

/** An errand that somebody has to run. */
export type OpenErrand = Errand & { subject: Subject };

/** The code by which what is passed on can be checked: of a repeat or a correction, the first one's. */
export function spokenCode({ subject, notice }: OpenErrand): string {
  return (subject.is === "announcement" ? subject.notice.code : undefined) ?? notice.code;
}

/** Who passes it on. */
export type Carrier = "leader" | "coordinator";

/** Accounts that lead a community now and can be written to. */
export type Leaders = ReadonlyMap<string, readonly number[]>;

export function errandState({ delivery, notice, subject, person }: Errand, now: Date): ErrandState {
  const { carried } = delivery;
  if (carried?.state === "told") return "told";
  if (!needsCarrier(delivery.state)) return "telegram";
  if (delivery.readAt) return "read";
  if (!subject || notice.state === "cancelled" || person.silent) return "moot";
  if (delivery.state === "expired" && !isStillUseful(subject, now)) return "moot";
  if (isLate(delivery, now)) return carried ? "closed" : "open";
  return person.reachable && wasNeverSent(delivery) ? "reachable" : "open";
}

/** What expired of a reminder can still be said until the day it speaks of has begun. */
function isStillUseful(subject: Subject, now: Date): boolean {
  if (subject.is !== "reminder") return true;
  const { date, from } = subject.reminder.day;
  return now < instantOf(date, from);
}

export function isOpen(errand: Errand, now: Date): errand is OpenErrand {
  return errandState(errand, now) === "open";
}

/** Its leader had the time until then; now it is the coordinators'. */
export function isLate({ notAfter }: Pick<Delivery, "notAfter">, now: Date): boolean {
  return now >= notAfter;
}

/**
 * The leader of the person's community, where the number may be seen or there is none to see; else
 * the coordinators, who also get what a carrier tried in vain and what is late.
 */
export function carrierOf({ delivery, person }: Errand, leaders: Leaders, now: Date): Carrier {
  if (isLate(delivery, now) || delivery.carried) return "coordinator";
  const led = person.community !== undefined && leaders.get(person.community)?.length;
  return led && (person.phoneToLeader || !person.hasPhone) ? "leader" : "coordinator";
}
