import { localDate, localTime } from "../dates.ts";
import type { Services } from "../services.ts";
import { closeMerges } from "../doubles/tend-merges.ts";
import { HOLDINGS } from "./holdings.ts";
import { daysBefore, monthsBefore } from "./retention.ts";

export type SweepServices = Pick<
  Services,
  | "auditProof"
  | "clock"
  | "erasures"
  | "holdings"
  | "jobRuns"
  | "log"
  | "merges"
  | "settings"
  | "unitedRecords"
>;

/** Local time from which a night's sweep may begin; after a stop it is caught up by day. */
const FROM = "02:00";

/**
 * Lets go what is old enough and needs no word, once a local date. Told to stop it ends between
 * two pages, and the next tick goes on.
 */
export async function sweepNightly(services: SweepServices, signal?: AbortSignal): Promise<void> {
  const { clock, jobRuns } = services;
  const now = clock.now();
  const date = localDate(now);
  if (localTime(now) < FROM || !(await jobRuns.take("sweep", date, now))) return;
  let done = false;
  try {
    await sweepAll(services, now, signal);
    done = !signal?.aborted;
  } finally {
    await jobRuns.end("sweep", date, done ? "done" : "running");
  }
}

async function sweepAll(services: SweepServices, now: Date, signal?: AbortSignal): Promise<void> {
  const { auditProof, erasures, holdings, log, settings } = services;
  const figures = await settings.retention();
  for (const holding of HOLDINGS) {
    const swept = await holdings.sweep(holding, { now, figures }, signal);
    if (swept) log.info("swept", { collection: holding.collection, swept });
  }
  await closeMerges(services);
  await auditProof.prune(monthsBefore(now, figures.auditMonths));
  await erasures.prune(daysBefore(now, figures.erasureListDays));
}
