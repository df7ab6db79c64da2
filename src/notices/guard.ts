import type { Contact } from "../artisans/artisan.ts";
import { type Attendee, isMeant } from "../trainings/reminder-audience.ts";
import { type Reminder, remindersOf } from "../trainings/reminder-rules.ts";
import type { Training } from "../trainings/training.ts";
import type { Delivery, DeliveryChange, DeliveryState, Reason } from "./delivery.ts";
import type { Notice } from "./notice.ts";
import { nextOpen, type OfficeCalendar, type Urgency } from "./quiet-hours.ts";

/** A call may take 20 s and clocks may differ: what could die on the way is not sent. */
const MARGIN_MS = 30_000;

/** Everything a delivery depends on, as it is right before the call. */
export interface Facts {
  notice: Notice | undefined;
  training: Training | undefined;
  contact: Contact | undefined;
  attendee: Attendee;
  /** They were told what changed in this plan, by a letter of its own. */
  knowsChange: boolean;
}

/** Nothing stands against the call. */
export interface Clearance {
  training: Training;
  reminder: Reminder;
  contact: Contact;
  chat: number;
}

/** The last look before the call: all that it needs, or what becomes of the delivery instead. */
export function clear(
  { notice, training, contact, attendee, knowsChange }: Facts,
  { notAfter }: Pick<Delivery, "notAfter">,
  now: Date,
  calendar: OfficeCalendar,
): { go: Clearance } | { change: DeliveryChange } {
  if (!notice || notice.state === "cancelled") return ended("cancelled", "noticeCancelled");
  const reminder = currentReminder(notice, training, calendar);
  if (!training || !reminder) return ended("superseded", "planChanged");
  if (!isMeant(reminder.to, attendee)) return ended("cancelled", whyNotMeant(attendee));
  if (knowsChange && wasDueBefore(reminder, training)) return ended("cancelled", "knowsChange");
  const road = roadTo(contact);
  if (!("chat" in road)) return { change: road };
  const wait = timeHindrance(now, notAfter, reminder.urgency, calendar);
  return wait ? { change: wait } : { go: { training, reminder, ...road } };
}

function whyNotMeant({ holdsSeat, quiet }: Attendee): Reason {
  if (!holdsSeat) return "gaveUpSeat";
  return quiet ? "noReminders" : "notConcerned";
}

/** The reminder a notice is for; undefined when the training has another plan or is cancelled. */
export function currentReminder(
  notice: Notice,
  training: Training | undefined,
  calendar: OfficeCalendar,
): Reminder | undefined {
  if (training?.planVersion !== notice.planVersion || training.state === "cancelled")
    return undefined;
  return remindersIn(training, calendar).find(({ rule }) => rule === notice.rule);
}

/**
 * Was due before this plan was made: whoever was told of the change knows what it says, and is
 * left out of it.
 */
export function wasDueBefore({ dueAt }: Reminder, { plannedAt }: Training): boolean {
  return dueAt <= plannedAt;
}

/** Dates are dear to work out: all whom one reading of the training serves share them. */
const known = new WeakMap<Training, Reminder[]>();

/** A later one of the same plan has come due: by hand nobody need pass on both. */
export function isOvertaken(
  { dueAt }: Reminder,
  training: Training,
  now: Date,
  calendar: OfficeCalendar,
): boolean {
  return remindersIn(training, calendar).some((one) => one.dueAt > dueAt && one.dueAt <= now);
}

function remindersIn(training: Training, calendar: OfficeCalendar): Reminder[] {
  const reminders = known.get(training) ?? remindersOf(training, calendar);
  known.set(training, reminders);
  return reminders;
}

/**
 * The chat to write to, or what becomes of the delivery because there is none. What must always
 * come goes also to who paused notices.
 */
export function roadTo(
  contact: Contact | undefined,
  { always = false }: { always?: boolean | undefined } = {},
): { contact: Contact; chat: number } | DeliveryChange {
  if (!contact) return { state: "cancelled", reason: "erased" };
  if (contact.noticesPaused && !always) return { state: "cancelled", reason: "paused" };
  if (contact.chat === undefined) return { state: "byHand", reason: "noTelegram" };
  if (!contact.reachable) return { state: "byHand", reason: "unreachable" };
  return { contact, chat: contact.chat };
}

/** What the hour makes of a delivery that could go: undefined when it may go now. */
export function timeHindrance(
  now: Date,
  notAfter: Date,
  urgency: Urgency | "anyTime",
  calendar: OfficeCalendar,
): DeliveryChange | undefined {
  const lastCall = new Date(notAfter.getTime() - MARGIN_MS);
  if (now >= lastCall) return { state: "expired", reason: "tooLate" };
  if (urgency === "anyTime") return undefined;
  const open = nextOpen(now, lastCall, urgency, calendar);
  if (!open) return { state: "expired", reason: "quietHours" };
  return open > now ? { state: "ready", reason: "quietHours", nextAt: open } : undefined;
}

/** It comes to its end without a call. */
export function ended(state: DeliveryState, reason: Reason): { change: DeliveryChange } {
  return { change: { state, reason } };
}
