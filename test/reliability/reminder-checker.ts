import type { Event, History, Sent } from "./reminder-week.ts";

/**
 * What was promised of reminders, computed anew from the words of the promise: nothing of the
 * program is used, and its way to count dates and hours is not either. WIB is UTC+7 all year.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;
const ENOUGH = 45 * MINUTE;

export type Fault = { what: string; who: string; rule: string; at: string; seed: number };

interface Plan {
  from: number;
  until: number;
  days: { date: string; from: string }[];
  gathering: string | undefined;
  told: readonly string[];
}

interface Promise_ {
  rule: string;
  due: number;
  dead: number;
  to: "going" | "unsure" | "present";
  about: string;
}

const local = (date: string, time: string) => Date.parse(`${date}T${time}:00Z`) - 7 * 60 * MINUTE;
const dateOf = (at: number) => new Date(at + 7 * 60 * MINUTE).toISOString().slice(0, 10);
const timeOf = (at: number) => new Date(at + 7 * 60 * MINUTE).toISOString().slice(11, 16);
const plus = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The faults of a history; none where the promise was kept. */
export function faultsOf(history: History): Fault[] {
  const { seed, calendar } = history;
  const holidays = new Map(calendar.holidays.map((one) => [one.date, one.silent === true]));
  const plans = plansOf(history);
  const faults: Fault[] = [];
  const blame = (what: string, { who, rule }: { who: string; rule: string }, at: number) =>
    faults.push({ what, who, rule, at: `${dateOf(at)} ${timeOf(at)}`, seed });
  const people = peopleAt(history.events);

  for (const one of history.sent) judge(one);
  for (const plan of plans) missedOf(plan);
  return faults;

  function judge(one: Sent): void {
    const at = one.at.getTime();
    const plan = plans.find(({ from, until }) => from <= at && at < until);
    if (!plan) return void blame("after cancel", one, at);
    const promises = promisesOf(plan);
    const promise = promises.find(({ rule }) => rule === one.rule);
    if (!promise || promise.about !== one.about) return void blame("stale: plan", one, at);
    if (at >= promise.dead) blame("stale: too late", one, at);
    const isWhollyQuiet =
      firstStretch(promise.due, promise.dead, one.rule, () => true) === undefined;
    if (at < promise.due && !isWhollyQuiet) blame("too early", one, at);
    if (isQuiet(at, one.rule)) blame("quiet hours", one, at);
    if (!people(at).isMeant(one.who, promise.to)) blame("wrong person", one, at);
    if (plan.told.includes(one.who) && promise.due <= plan.from) blame("told twice", one, at);
    const next = promises.find(({ due }) => due > promise.due && due <= plan.from);
    if (next && plan.from < next.dead) blame("not the latest", one, at);
    const same = history.sent.filter(
      (other) =>
        other.who === one.who && other.rule === one.rule && inPlan(other.at.getTime(), plan),
    );
    if (same[0] !== one) blame("twice", one, at);
  }

  function missedOf(plan: Plan): void {
    const promises = promisesOf(plan);
    promises.forEach((promise, index) => {
      const from = Math.max(promise.due, plan.from);
      const next = promises[index + 1]?.due ?? Infinity;
      const until = Math.min(promise.dead, next, plan.until, history.until.getTime());
      const done = firstStretch(from, until, promise.rule, isUp);
      if (done === undefined) return;
      for (const who of ["ani", "budi", "cici", "dedi"]) {
        if (plan.told.includes(who) && promise.due <= plan.from) continue;
        if (!people(from).isMeant(who, promise.to)) continue;
        if (history.events.some((one) => touches(one, who, from, done))) continue;
        const got = history.sent.some(
          (one) =>
            one.who === who &&
            one.rule === promise.rule &&
            one.at.getTime() >= from - 5 * MINUTE &&
            one.at.getTime() <= done,
        );
        if (!got) blame("missed", { who, rule: promise.rule }, done);
      }
    });
  }

  /** The end of the first stretch in which it is long enough open, and the process up. */
  function firstStretch(
    from: number,
    until: number,
    rule: string,
    up: (at: number) => boolean,
  ): number | undefined {
    let since = from;
    for (let at = from; at < until; at += 5 * MINUTE) {
      if (isQuiet(at, rule) || !up(at)) since = at + 5 * MINUTE;
      else if (at - since >= ENOUGH) return at;
    }
    return undefined;
  }

  function isUp(at: number): boolean {
    return !history.events.some(
      (one) => one.is === "down" && one.at.getTime() <= at && at <= one.until.getTime(),
    );
  }

  function isQuiet(at: number, rule: string): boolean {
    const [date, time] = [dateOf(at), timeOf(at)];
    if (holidays.get(date)) return true;
    const isFriday = weekdayOf(date) === 5;
    const within = (from: string, until: string) => from <= time && time < until;
    const fasting = calendar.ramadan.some((one) => one.from <= date && date <= one.until);
    return (
      within("00:00", rule.startsWith("hari") ? "06:00" : "07:00") ||
      (isFriday ? within("11:00", "13:30") : within("11:30", "13:00")) ||
      within("17:30", "19:30") ||
      within(fasting ? "16:30" : "20:30", "24:00")
    );
  }

  /** Earliest first. */
  function promisesOf({ days, gathering }: Plan): Promise_[] {
    const first = days[0]?.date ?? "";
    const last = days.at(-1)?.date ?? "";
    let week = plus(first, -7);
    while (weekdayOf(week) === 0 || holidays.has(week)) week = plus(week, -1);
    const made = (
      rule: string,
      to: Promise_["to"],
      about: string,
      due: number,
      dead: number,
    ): Promise_[] => [{ rule, to, about, due, dead }];
    const at = (day: string, days: number, time: string) => local(plus(day, days), time);
    return [
      ...made("H-7", "going", first, local(week, "09:00"), at(first, -6, "20:30")),
      ...made("H-3", "unsure", first, at(first, -3, "09:00"), at(first, -2, "20:30")),
      ...(gathering === undefined
        ? []
        : made("H-2", "going", first, at(first, -2, "16:00"), at(first, -1, "12:00"))),
      ...made("H-1", "going", first, at(first, -1, "16:00"), local(first, "00:00")),
      ...days.flatMap(({ date, from }, index) => {
        const away = index === 0 ? gathering : undefined;
        const begins = away !== undefined && away < from ? away : from;
        if (begins < "07:30") return [];
        const dead = local(date, begins) - 30 * MINUTE;
        const early = local(date, "06:30");
        const late = local(date, "08:00");
        const due =
          away === undefined
            ? begins > "10:00"
              ? late
              : early
            : Math.max(early, local(date, begins) - 120 * MINUTE);
        return made(`hari-${index + 1}`, "going", date, due, dead);
      }),
      ...made("H+1", "present", last, at(last, 1, "09:00"), at(last, 7, "20:30")),
    ];
  }
}

const inPlan = (at: number, { from, until }: Plan) => from <= at && at < until;

function touches(one: Event, who: string, from: number, until: number): boolean {
  const at = one.at.getTime();
  if (at < from || at > until) return false;
  return (one.is === "person" || one.is === "present") && one.who === who;
}

function plansOf({ events, until }: History): Plan[] {
  const plans: Plan[] = [];
  for (const one of events) {
    const at = one.at.getTime();
    const open = plans.at(-1);
    if (one.is === "cancelled" || one.is === "planned") {
      if (open && open.until === Infinity) open.until = at;
    }
    if (one.is === "planned") {
      const gathering = one.gathering?.at;
      plans.push({ from: at, until: Infinity, days: one.days, gathering, told: [] });
    }
    if (one.is === "told" && open) open.told = one.who;
  }
  const last = plans.at(-1);
  if (last && last.until === Infinity) last.until = until.getTime() + DAY;
  return plans;
}

/** How people stood at a moment: the last word of each. */
function peopleAt(events: readonly Event[]) {
  return (at: number) => ({
    isMeant(who: string, to: Promise_["to"]): boolean {
      let [state, paused, present] = ["none", false, false];
      for (const one of events) {
        if (one.at.getTime() > at) break;
        if (one.is === "present" && one.who === who) present = true;
        if (one.is !== "person" || one.who !== who) continue;
        if (one.state === "paused" || one.state === "unpaused") paused = one.state === "paused";
        else state = one.state;
      }
      if (paused) return false;
      if (to === "present") return present;
      return state === "accepted" || (to === "going" && state === "confirmed");
    },
  });
}
