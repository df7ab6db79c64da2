import { addDays, instantOf, localDate } from "../../src/dates.ts";
import { runsDue } from "../../src/notices/plan-reminders.ts";
import { clear, type Facts } from "../../src/notices/guard.ts";
import { isMeant } from "../../src/trainings/reminder-audience.ts";
import { type Reminder, remindersOf } from "../../src/trainings/reminder-rules.ts";
import { REAL, type Steps } from "./reminder-week.ts";

const HOUR_MS = 3_600_000;
const later = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR_MS);

/** Faults that somebody could make: each replaces one step of the program. */
export const PLANTED: Record<string, Partial<Steps>> = {
  "the dead time is not looked at": {
    clear: (facts, delivery, now, calendar) =>
      clear(facts, { notAfter: later(delivery.notAfter, 24) }, now, calendar),
  },
  "an old plan is not told from the new one": {
    clear: guardWith(({ notice, training, ...rest }) => {
      const isOpen = notice && training && training.state !== "cancelled";
      const same = isOpen ? { ...notice, planVersion: training.planVersion } : notice;
      return { ...rest, notice: same, training };
    }),
  },
  "a cancellation is not looked at": {
    clear: guardWith(({ notice, training, ...rest }) => {
      if (!notice || training?.state !== "cancelled") return { ...rest, notice, training };
      const same = { ...notice, planVersion: training.planVersion };
      return { ...rest, notice: same, training: { ...training, state: "open" } };
    }),
  },
  "the eve is 24 hours before the start": {
    remindersOf: rulesWith((one) => {
      if (one.rule !== "H-1") return one;
      const start = instantOf(one.day.date, one.day.from);
      return { ...one, dueAt: later(start, -24), notAfter: later(start, -1) };
    }),
  },
  "H-7 on a Sunday or holiday goes later": {
    remindersOf: rulesWith((one) => {
      const date = addDays(one.day.date, -7);
      const moved = one.rule === "H-7" && localDate(one.dueAt) < date;
      return moved ? { ...one, dueAt: instantOf(addDays(date, 1), "09:00") } : one;
    }),
  },
  "a run is new each day": { runKey: ({ id, asOf }) => `${id}:${localDate(asOf)}` },
  "a run is the same in every plan": { runKey: ({ rule }) => rule },
  "all that is due goes, not the latest": {
    runsDue: (training, reminders, now) =>
      runsDue(training, reminders, now).map((run) => ({
        ...run,
        state: now < run.notAfter ? "queued" : run.state,
      })),
  },
  "who confirmed is asked again": {
    isMeant: (to, attendee) => isMeant(to === "unsure" ? "going" : to, attendee),
    clear: guardWith((facts) => ({ ...facts, attendee: { ...facts.attendee, state: "accepted" } })),
  },
  "an offer counts as a yes": {
    isMeant: (to, attendee) => (to === "present" ? isMeant(to, attendee) : attendee.holdsSeat),
    clear: guardWith((facts) => ({ ...facts, attendee: { ...facts.attendee, state: "accepted" } })),
  },
  "who paused gets it": {
    clear: guardWith((facts) => ({
      ...facts,
      contact: facts.contact && { ...facts.contact, noticesPaused: false },
    })),
  },
  "quiet hours are not heeded": {
    clear(facts, delivery, now, calendar) {
      const checked = clear(facts, delivery, now, calendar);
      const open = "change" in checked ? checked.change.nextAt : undefined;
      return open ? clear(facts, delivery, open, calendar) : checked;
    },
  },
  "the gathering is forgotten": {
    remindersOf: ({ days }, calendar) => remindersOf({ days }, calendar),
  },
  "the seat is not asked for at the call": {
    clear: guardWith((facts) => ({
      ...facts,
      attendee: { holdsSeat: true, state: "accepted", wasPresent: true },
    })),
  },
  "who knows of the change hears it again": { knows: () => false },
  "what is due while the process is down is let go": {
    runsDue: (training, reminders, now) =>
      runsDue(training, reminders, now).map((run) => {
        const due = reminders.find(({ rule }) => rule === run.rule)?.dueAt ?? now;
        return later(due, 0.5) < now ? { ...run, state: "skipped" as const } : run;
      }),
  },
};

export const withFault = (fault: Partial<Steps>): Steps => ({ ...REAL, ...fault });

function guardWith(change: (facts: Facts) => Facts): typeof clear {
  return (facts, delivery, now, calendar) => clear(change(facts), delivery, now, calendar);
}

function rulesWith(change: (one: Reminder) => Reminder): typeof remindersOf {
  return (plan, calendar) => {
    const all = remindersOf(plan, calendar).map(change);
    return all.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  };
}
