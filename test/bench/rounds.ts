import { readFile } from "node:fs/promises";
import type { Figure } from "./figures.ts";

const ROUNDS = 5;
const REPEATS = 2;
/** Of one core: what other programs may take of a round before it is measured again. */
const OTHERS_MAY_TAKE = 0.1;
/** The kernel counts a core's time in these. */
const TICK_MS = 10;

/** What the rounds measured of each name; values of one round stand at one place. */
export interface Rounds<Name extends string> {
  values: Record<Name, number[]>;
  noisy: boolean;
}

/**
 * A round in which other programs were busy is measured again, at most twice in all; then the
 * figures are noisy. `pids` are processes that belong to what is measured.
 */
export async function inRounds<Name extends string>(
  round: (number: number) => Promise<Record<Name, number>>,
  pids: readonly (number | undefined)[] = [],
  wanted = ROUNDS,
): Promise<Rounds<Name>> {
  const rounds: Record<Name, number>[] = [];
  let repeats = REPEATS;
  let noisy = false;
  while (rounds.length < wanted) {
    const { measured, others } = await besideOthers(pids, () => round(rounds.length));
    if (others > OTHERS_MAY_TAKE && repeats-- > 0) continue;
    noisy ||= others > OTHERS_MAY_TAKE;
    rounds.push(measured);
  }
  const names = Object.keys(rounds[0] ?? {}) as Name[];
  const values = names.map((name) => [name, rounds.map((measured) => measured[name])]);
  return { values: Object.fromEntries(values) as Record<Name, number[]>, noisy };
}

/** A round that measures works one behind the other, every other time in turned order. */
export function sideBySide<Name extends string>(work: Record<Name, () => Promise<number>>) {
  return async (number: number): Promise<Record<Name, number>> => {
    const names = Object.keys(work) as Name[];
    const found: Partial<Record<Name, number>> = {};
    for (const name of number % 2 ? names.toReversed() : names) found[name] = await work[name]();
    return found as Record<Name, number>;
  };
}

/** Runs the work and tells what share of one core other programs took meanwhile. */
async function besideOthers<T>(pids: readonly (number | undefined)[], work: () => Promise<T>) {
  const own = () => sum(["self", ...pids].map(processMs));
  const [busy, mine, begun] = [await machineMs(), await own(), performance.now()];
  const measured = await work();
  const others = (await machineMs()) - busy - ((await own()) - mine);
  return { measured, others: others / (performance.now() - begun) };
}

async function sum(times: Promise<number>[]): Promise<number> {
  return (await Promise.all(times)).reduce((all, one) => all + one, 0);
}

/** Busy time of all cores: everything but idle and waiting for disks. */
async function machineMs(): Promise<number> {
  const [, user, nice, system, , , irq, soft, steal] = (await readFile("/proc/stat", "utf8"))
    .split("\n", 1)
    .flatMap((line) => line.split(/\s+/).map(Number));
  const ticks = [user, nice, system, irq, soft, steal].reduce<number>(
    (all, one = 0) => all + one,
    0,
  );
  return ticks * TICK_MS;
}

/** A process and those of its children that have ended. */
export async function processMs(pid: number | string | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const ticks = stat.split(" ").slice(13, 17).map(Number);
  return ticks.reduce((all, one) => all + one, 0) * TICK_MS;
}

/** The CPU time that the work takes, in µs for each of its `count` parts. */
export async function cpuOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const before = ownMs();
  await work();
  return ((ownMs() - before) * 1_000) / count;
}

function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The median of the rounds and how far they lie apart. */
export function figureOf(
  { name, unit, digits = 0, ...bounds }: Omit<Figure, "value" | "range"> & { digits?: number },
  values: readonly number[],
): Figure {
  const rounded = values.map((value) => Number(value.toFixed(digits))).sort((a, b) => a - b);
  const at = (place: number) => rounded.at(place) ?? 0;
  return { name, value: at(rounded.length >> 1), unit, range: [at(0), at(-1)], ...bounds };
}

/** The ratios of two works, round by round. */
export function ratios(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, at) => value / (b[at] ?? 0));
}
