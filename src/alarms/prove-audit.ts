import { localDate, localTime } from "../dates.ts";
import type { Services } from "../services.ts";

export type ProveServices = Pick<Services, "alarms" | "auditProof" | "clock" | "jobRuns" | "log">;

/** After the sweep, which takes the oldest lines. */
const FROM = "03:00";
/** Longer than a day, so that a chain that stays broken is told of once. */
const HOLD_MS = 30 * 3_600_000;

/** Proves the chain of the audit once a local date, in one process. */
export async function proveAudit(services: ProveServices): Promise<void> {
  const { alarms, auditProof, clock, jobRuns, log } = services;
  const now = clock.now();
  const date = localDate(now);
  if (localTime(now) < FROM || !(await jobRuns.take("prove-audit", date, now))) return;
  let done = false;
  try {
    const verdict = await auditProof.verify();
    if (!verdict.ok) {
      log.alarm("audit broken", { number: verdict.number, reason: verdict.reason });
      const values = { number: String(verdict.number) };
      await alarms.ring("audit", values, now, new Date(now.getTime() + HOLD_MS));
    }
    done = true;
  } finally {
    await jobRuns.end("prove-audit", date, done ? "done" : "running");
  }
}
