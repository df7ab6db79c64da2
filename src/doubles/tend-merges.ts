import type { Services } from "../services.ts";
import { resumeMerge } from "./merge.ts";
import { type MergeServices, undoableSince } from "./merge-services.ts";
import { tellMerged } from "./tell-merged.ts";
import { undoMerge } from "./undo-merge.ts";

/** Takes up merges that died half way, and words that were not told. For the jobs; repeatable. */
export async function finishMerges(services: MergeServices): Promise<void> {
  const { merges } = services;
  for (const { id, state } of await merges.unfinished()) {
    if (state === "undoing") await undoMerge(id, services);
    else await resumeMerge(id, services);
  }
  for (const merge of await merges.untold()) await tellMerged(merge, services);
}

/** Erases the old values of merges that can no longer be undone. For retention; repeatable. */
export async function closeMerges({
  clock,
  merges,
  unitedRecords,
}: Pick<Services, "clock" | "merges" | "unitedRecords">): Promise<number> {
  const old = await merges.doneBefore(undoableSince(clock.now()));
  for (const { id, survivor, loser } of old) {
    await unitedRecords.strip(loser, survivor);
    await merges.close(id);
  }
  return old.length;
}
