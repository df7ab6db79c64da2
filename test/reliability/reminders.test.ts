import { describe, expect, it } from "vitest";
import { faultsOf } from "./reminder-checker.ts";
import { PLANTED, withFault } from "./reminder-faults.ts";
import { liveThrough, REAL } from "./reminder-week.ts";

/** A run of a night: RELIABILITY=night, and RELIABILITY_SEED to see one again. */
const NIGHT = process.env["RELIABILITY"] === "night";
const SEED = Number(process.env["RELIABILITY_SEED"] ?? 1);
const WEEKS = NIGHT ? 100_000 : 2_000;
/** A fault that nobody sees in so many weeks would be one that the checker does not know. */
const LOOKS = 600;

describe("reminders in random weeks", () => {
  it(`keep their promise in ${WEEKS} of them`, { timeout: NIGHT ? 3_600_000 : 120_000 }, () => {
    const kinds: Record<string, number> = {};
    let sent = 0;
    const faults = Array.from({ length: WEEKS }, (_, index) => {
      const history = liveThrough(SEED * 1_000_003 + index, REAL);
      sent += history.sent.length;
      for (const { is } of history.events) kinds[is] = (kinds[is] ?? 0) + 1;
      return faultsOf(history);
    }).flat();
    process.stdout.write(
      `reminders: seed ${SEED}, ${WEEKS} weeks, ${sent} messages, events ${JSON.stringify(kinds)}, ` +
        `faults ${faults.length}\n`,
    );
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it.each(Object.entries(PLANTED))("tell when %s", { timeout: 60_000 }, (name, fault) => {
    for (let week = 0; week < LOOKS; week += 1) {
      const found = faultsOf(liveThrough(SEED * 7_919 + week, withFault(fault)));
      if (!found.length) continue;
      process.stdout.write(
        `planted: ${name}: found in week ${week + 1} as "${found[0]?.what ?? ""}"\n`,
      );
      return;
    }
    expect.fail(`nobody saw it in ${LOOKS} weeks`);
  });
});
