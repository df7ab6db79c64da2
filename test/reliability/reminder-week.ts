import { seedCalendar } from "../../seeds/holidays.ts";
import { addDays, instantOf } from "../../src/dates.ts";
import { clear, type Facts } from "../../src/notices/guard.ts";
import type { Notice } from "../../src/notices/notice.ts";
import { runsDue } from "../../src/notices/plan-reminders.ts";
import type { OfficeCalendar } from "../../src/notices/quiet-hours.ts";
import type { EnrolmentState } from "../../src/trainings/enrolment.ts";
import { isMeant } from "../../src/trainings/reminder-audience.ts";
import { type Reminder, remindersOf } from "../../src/trainings/reminder-rules.ts";
import type { Training, TrainingDay } from "../../src/trainings/training.ts";
import { seededChance } from "./chance.ts";

/** What happened to a training and its people, as everybody could see it. */
export type Event = { at: Date } & (
  | { is: "planned"; days: TrainingDay[]; gathering: Training["gathering"] }
  | { is: "cancelled" }
  | { is: "person"; who: string; state: EnrolmentState | "none" | "paused" | "unpaused" }
  | { is: "present"; who: string }
  | { is: "told"; who: readonly string[]; date: string }
  | { is: "down"; until: Date }
);

/** A message that went out. */
export interface Sent {
  at: Date;
  who: string;
  rule: string;
  /** The date it spoke of. */
  about: string;
}

export interface History {
  seed: number;
  events: Event[];
  sent: Sent[];
  calendar: OfficeCalendar;
  until: Date;
}

/** The steps that a planted fault replaces; all of them are those of the program. */
export interface Steps {
  remindersOf: typeof remindersOf;
  runsDue: typeof runsDue;
  clear: typeof clear;
  isMeant: typeof isMeant;
  /** The same run again has the same id. */
  runKey: (run: { id: string; rule: string; asOf: Date }) => string;
  /** Who a letter told of the change, as the guard reads it. */
  knows: (told: readonly string[], who: string) => boolean;
}

export const REAL: Steps = {
  ...{ remindersOf, runsDue, clear, isMeant },
  runKey: ({ id }) => id,
  knows: (told, who) => told.includes(who),
};

interface Row {
  run: Notice;
  rule: string;
  who: string;
  nextAt: Date;
  waited: boolean;
}

const MINUTE_MS = 60_000;
const PEOPLE = ["ani", "budi", "cici", "dedi"];

/** One training from before its plan to after its last day, with all that can come between. */
export function liveThrough(seed: number, steps: Steps): History {
  const chance = seededChance(seed);
  const upTo = (most: number) => Math.floor(chance() * most);
  const pick = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;
  const hour = () =>
    pick(["07:00", "07:30", "08:00", "09:00", "10:00", "10:30", "13:00", "14:30", "19:45"]);
  const daysFrom = (start: string): TrainingDay[] =>
    Array.from({ length: 1 + upTo(3) }, (_, index) => ({
      ...{ date: addDays(start, index), from: hour(), until: "20:15" },
    }));

  const calendar = seedCalendar;
  const start = addDays("2026-01-05", upTo(330));
  const events: Event[] = [];
  const sent: Sent[] = [];
  const runs = new Map<string, Notice>();
  let rows: Row[] = [];
  const states = new Map<string, EnrolmentState>();
  const paused = new Set<string>();
  const present = new Set<string>();
  let told: readonly string[] = [];
  const everTold = new Set<string>();
  const gather = (): Training["gathering"] =>
    chance() < 0.4
      ? { place: "halaman", at: pick(["06:00", "07:30", "08:30", "11:00"]) }
      : undefined;
  const firstPlan = instantOf(addDays(start, -pick([12, 9, 7, 6, 3, 2, 1])), "08:00");
  let now = new Date(firstPlan.getTime() + upTo(600) * MINUTE_MS);
  let training = planOf(daysFrom(start), gather(), 1, now);
  const planned = () =>
    events.push({
      ...{ at: now, is: "planned", days: training.days, gathering: training.gathering },
    });
  planned();
  const join = (who: string, state: EnrolmentState | "none") => {
    const holders = training.seatHolders.filter((one) => one !== who);
    if (state === "none") states.delete(who);
    else states.set(who, state);
    const holds = ["offered", "accepted", "confirmed"].includes(state);
    training = { ...training, seatHolders: holds ? [...holders, who] : holders };
    events.push({ at: now, is: "person", who, state });
  };
  PEOPLE.slice(0, 3).forEach((who) => join(who, pick(["accepted", "accepted", "offered"])));

  const replan = () => {
    const days = daysFrom(addDays(training.days[0]?.date ?? start, pick([-2, -1, 0, 1, 2, 5])));
    const { seatHolders, planVersion } = training;
    training = { ...planOf(days, gather(), planVersion + 1, now), seatHolders };
    planned();
    told = [...everTold];
    if (told.length) events.push({ at: now, is: "told", who: told, date: days[0]?.date ?? "" });
  };
  const happens = () => {
    const what = chance();
    const who = pick(PEOPLE);
    const ended = now >= instantOf(training.days.at(-1)?.date ?? start, "20:15");
    const isOver = ended || training.state === "cancelled";
    if (what < 0.2) return isOver ? undefined : replan();
    if (what < 0.22) {
      if (isOver) return;
      training = { ...training, state: "cancelled", planVersion: training.planVersion + 1 };
      events.push({ at: now, is: "cancelled" });
    } else if (what < 0.6) join(who, pick(["accepted", "confirmed", "withdrawn", "offered"]));
    else if (what < 0.75) {
      const isPaused = paused.has(who);
      if (isPaused) paused.delete(who);
      else paused.add(who);
      events.push({ at: now, is: "person", who, state: isPaused ? "unpaused" : "paused" });
    } else if (now >= instantOf(training.days[0]?.date ?? start, "09:00")) {
      present.add(who);
      events.push({ at: now, is: "present", who });
    }
  };

  /** Dates are dear to work out; they change with the plan alone. */
  let worked: { days: TrainingDay[]; reminders: Reminder[] } | undefined;
  const remindersNow = (): Reminder[] => {
    if (training.state === "cancelled") return [];
    if (worked?.days !== training.days)
      worked = { days: training.days, reminders: steps.remindersOf(training, calendar) };
    return worked.reminders;
  };

  /** The three jobs of a tick, as the program does them. */
  const tick = () => {
    const reminders = remindersNow();
    for (const run of steps.runsDue(training, reminders, now)) {
      const id = steps.runKey(run);
      if (runs.has(id)) continue;
      const notice = { ...run, startAt: new Date(0), cursor: "" } as unknown as Notice;
      runs.set(id, notice);
      if (run.state !== "queued") continue;
      const reminder = reminders.find(({ rule }) => rule === run.rule);
      const all = reminder?.to === "present" ? [...present] : training.seatHolders;
      const meant = all.filter((who) => reminder && steps.isMeant(reminder.to, attendee(who)));
      rows.push(
        ...meant.map((who) => ({ run: notice, rule: run.rule, who, nextAt: now, waited: false })),
      );
    }
    rows = rows.flatMap((row) => {
      // The queue, a flood, a weak line: some wait for the next tick and for what comes between.
      if (row.nextAt > now) return [row];
      if (!row.waited && chance() < 0.3) return [{ ...row, waited: true }];
      return attempt(row);
    });
  };
  const attendee = (who: string) => ({
    holdsSeat: training.seatHolders.includes(who),
    state: states.get(who),
    wasPresent: present.has(who),
  });
  const attempt = (row: Row): Row[] => {
    const { who, run } = row;
    const contact = {
      ...{ id: who, name: who, language: "id", chat: 1, reachable: true, news: true },
      noticesPaused: paused.has(who),
    } as Facts["contact"];
    const facts = { notice: run, training, contact, attendee: attendee(who) };
    const knowsChange = steps.knows(told, who);
    const { notAfter } = run;
    const checked = steps.clear(
      { ...facts, knowsChange },
      { artisan: who, notAfter } as never,
      now,
      calendar,
    );
    if ("change" in checked) {
      const { state, nextAt = now } = checked.change;
      return state === "ready" ? [{ ...row, nextAt }] : [];
    }
    const about = checked.go.reminder.day.date;
    sent.push({ at: now, who, rule: row.rule, about });
    everTold.add(who);
    return [];
  };

  const until = instantOf(addDays(start, 8), "12:00");
  while (now < until) {
    tick();
    // Whoever acts does so between two ticks.
    now = new Date(now.getTime() + 1_000);
    const isEventful = chance() < 0.03;
    if (isEventful) happens();
    const isDown = chance() < 0.01;
    const minutes = isDown ? 60 + upTo(20 * 60) : 10 + upTo(10);
    const next = new Date(now.getTime() + minutes * MINUTE_MS);
    if (isDown) events.push({ at: now, is: "down", until: next });
    now = next;
    // A clock that steps back a little, and is set right again.
    if (!isEventful && chance() < 0.01) {
      now = new Date(now.getTime() - 2 * MINUTE_MS);
      tick();
    }
  }
  return { seed, events, sent, calendar, until };
}

function planOf(
  days: TrainingDay[],
  gathering: Training["gathering"],
  planVersion: number,
  plannedAt: Date,
): Training {
  return {
    ...{ id: "t", title: "T", state: "open", days, place: "Aula", hostCity: "Kota", organiser: "" },
    ...{ partners: [], seats: 9, seatHolders: [], bring: [], contact: "", planVersion, plannedAt },
    ...{ invented: true, ...(gathering && { gathering }) },
  };
}
