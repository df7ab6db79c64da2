import type { Services } from "../services.ts";

export type FillServices = Pick<Services, "clock" | "jobRuns" | "recordUpkeep">;

/** Raise it when `nameStarts` says something else: all records are gone through once more. */
const STARTS = "2";

/**
 * Gives records of before what they are found by now: the starts of their names, each two together.
 * Once for a database, in one process; told to stop it ends between two pages, and the next tick
 * goes through them again and writes what is left.
 */
export async function fillNameStarts(services: FillServices, signal?: AbortSignal): Promise<void> {
  const { clock, jobRuns, recordUpkeep } = services;
  if (!(await jobRuns.take("name starts", STARTS, clock.now()))) return;
  let last: string | undefined = "";
  try {
    while (last !== undefined && !signal?.aborted) last = await recordUpkeep.fillStarts(last);
  } finally {
    await jobRuns.end("name starts", STARTS, last === undefined ? "done" : "running");
  }
}
