import { availableParallelism } from "node:os";

export interface Figure {
  /** Dotted, such as "demo.ready". */
  name: string;
  value: number;
  unit: string;
  /** The most it may be. */
  bound?: number;
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
  const missed = figures.filter(({ value, bound = Infinity }) => value > bound);
  if (json) {
    const values = figures.map(({ name, value }) => [name, value]);
    process.stdout.write(`${JSON.stringify({ ...machine, ...Object.fromEntries(values) })}\n`);
  } else {
    process.stdout.write(`seed ${machine.seed}, Node ${machine.node}, ${machine.cores} cores\n`);
    for (const { name, value, unit } of figures)
      process.stdout.write(`${name}: ${value} ${unit}\n`);
  }
  for (const { name, value, bound } of missed) {
    process.stderr.write(`${name}: ${value} is over its bound of ${bound}\n`);
  }
  if (missed.length) process.exitCode = 1;
}
