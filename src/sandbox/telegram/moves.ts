import { type Core, type Due, nowMs } from "./core.ts";
import { settle } from "./settle.ts";

export interface Move {
  now: string;
  passed: { at: string; label: string }[];
  upcoming: { at: string; label: string }[];
}

/**
 * Moves the clock forward without jumping over anything due: rest, go to the earliest due moment,
 * tick, rest, and so on, then the target. Else the move itself would make reminders late.
 */
export async function moveTo(core: Core, target: Date): Promise<Move> {
  const passed: Due[] = [];
  const seen = new Set<string>();
  await settle(core);
  for (;;) {
    const due = (await core.hooks.upcoming()).filter((one) => !seen.has(keyOf(one)));
    const retry = core.sender?.nextRetryAt();
    const moments = due.map(({ at }) => at.getTime());
    if (retry !== undefined && retry > nowMs(core)) moments.push(retry);
    const next = Math.min(...moments);
    if (!(next <= target.getTime())) break;
    goTo(core, next);
    const reached = due.filter(({ at }) => at.getTime() === next);
    for (const one of reached) seen.add(keyOf(one));
    passed.push(...reached);
    await pass(core, reached);
  }
  goTo(core, target.getTime());
  await pass(core, []);
  return tellMove(core, passed);
}

/** To the next due thing. @throws Error when nothing is due. */
export async function moveToNext(core: Core): Promise<Move> {
  await settle(core);
  const due = await core.hooks.upcoming();
  if (due.length === 0) throw new Error("nothing is due");
  const next = Math.min(...due.map(({ at }) => at.getTime()));
  return moveTo(core, new Date(Math.max(next, nowMs(core))));
}

async function pass(core: Core, reached: Due[]): Promise<void> {
  for (const one of reached) core.events.emit("passed", shown(one));
  core.sender?.pump();
  await core.hooks.tick();
  await settle(core);
}

function goTo(core: Core, ms: number): void {
  if (ms > nowMs(core)) core.clock.set(new Date(ms));
}

async function tellMove(core: Core, passed: Due[]): Promise<Move> {
  const { now, upcoming } = await tellClock(core);
  return { now, passed: passed.map(shown), upcoming };
}

/** The clock as the page shows it. */
export async function readClock(core: Core) {
  const upcoming = (await core.hooks.upcoming()).toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  return {
    now: core.clock.now().toISOString(),
    frozen: core.clock.isFrozen(),
    upcoming: upcoming.map(shown),
  };
}

/** Reads the clock and tells the page. */
export async function tellClock(core: Core) {
  const clock = await readClock(core);
  core.events.emit("clock", clock);
  return clock;
}

const keyOf = ({ at, label }: Due) => `${at.getTime()} ${label}`;
const shown = ({ at, label }: Due) => ({ at: at.toISOString(), label });
