import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";

export interface Figure {
  /** Dotted, such as "demo.ready". */
  name: string;
  value: number;
  unit: string;
  atLeast?: number;
  atMost?: number;
  /** The least and the most of its rounds, of which the value is the median. */
  range?: [least: number, most: number];
  /** Other programs took their share of the machine while it was measured, again and again. */
  noisy?: boolean;
}

/**
 * Prints one line a figure, or with `--json` one object of the same names, and the seed, the Node
 * version and the cores. The exit code is 1 when a bound is missed.
 */
export function report(
  figures: readonly Figure[],
  { seed, json }: { seed: number; json: boolean },
) {
  const machine = { seed, node: process.version, cores: availableParallelism() };
  const missed = figures.filter(
    ({ value, atLeast = -Infinity, atMost = Infinity }) => value < atLeast || value > atMost,
  );
  if (json) {
    const values = figures.map(({ name, value }) => [name, value]);
    process.stdout.write(`${JSON.stringify({ ...machine, ...Object.fromEntries(values) })}\n`);
  } else {
    process.stdout.write(`seed ${machine.seed}, Node ${machine.node}, ${machine.cores} cores\n`);
    for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
  }
  for (const { name, value, atLeast, atMost } of missed) {
    const bound = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
    process.stderr.write(`${name}: ${value}, but should be ${bound}\n`);
  }
  if (missed.length) process.exitCode = 1;
}

function lineOf({ name, value, unit, range, noisy }: Figure): string {
  const spread = range ? ` [${range.join("–")}]` : "";
  return `${name}: ${value} ${unit}${spread}${noisy ? ", noisy" : ""}`;
}

/** Resident memory of a process, as Linux counts it. */
export async function memoryMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024);
}
