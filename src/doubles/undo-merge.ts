import { emptied, replaced, unitedRows } from "./apply-merge.ts";
import { flagDoubles } from "./flag-doubles.ts";
import type { Merge } from "./merge-repository.ts";
import { type MergeServices, undoableSince } from "./merge-services.ts";
import { tellUnmerged } from "./tell-merged.ts";

export type UndoOutcome =
  | { ok: true; seatsLost: number }
  /** later: the record took another one in since, which has to be undone first. */
  | { ok: false; reason: "tooLate" | "later" | "inUse" };

/** Gives both records back as they were, for 30 days. What a person changed since stays theirs. */
export async function undoMerge(id: string, services: MergeServices): Promise<UndoOutcome> {
  const { clock, merges } = services;
  const merge = await merges.byId(id);
  const isUndoing = merge?.state === "undoing";
  if (!merge || (merge.state !== "done" && !isUndoing)) return { ok: false, reason: "tooLate" };
  if (!isUndoing && merge.at <= undoableSince(clock.now())) return { ok: false, reason: "tooLate" };
  if (await merges.laterOf(merge.survivor, merge.at)) return { ok: false, reason: "later" };
  await merges.undo(id);
  if (!(await takeBoth(merge, services))) return { ok: false, reason: "inUse" };
  return { ok: true, seatsLost: await unapply(merge, services) };
}

/** Takes both records in hand; once the other record is itself again, that was done before. */
async function takeBoth(
  { id, survivor, loser }: Merge,
  { merges, unitedRecords }: MergeServices,
): Promise<boolean> {
  if ((await unitedRecords.read(loser))?.mergedInto !== survivor) return true;
  const taken =
    (await unitedRecords.take(survivor, id)) &&
    (await unitedRecords.takeMerged(loser, survivor, id));
  if (taken) return true;
  for (const record of [survivor, loser]) await unitedRecords.letGo(record, id);
  await merges.redo(id);
  return false;
}

async function unapply(merge: Merge, services: MergeServices): Promise<number> {
  const { id, survivor, loser, double, plan: done } = merge;
  const { communities, doubles, merges, unitedMarks, unitedRecords, unitedRows: rows } = services;
  const { unitedSeats } = services;
  if (!done) throw new Error(`${id} has no plan`);
  const adopted = { ...emptied(done.taken), ...done.adopted };
  await unitedRecords.giveBack(survivor, done.survivor, adopted, id);
  await unitedRecords.revive(done.loser, id);
  const lost = await returnSeats(merge, services);
  for (const training of done.waits ?? []) {
    const beside = done.sharedWaits?.includes(training) ?? false;
    await unitedSeats.returnWaiting(training, { from: survivor, to: loser }, beside);
  }
  for (const row of unitedRows(merge)) {
    const before = done.enrolments.find(({ _id }) => _id === row._id);
    await (before ? unitedSeats.put(before) : unitedSeats.remove(row._id));
  }
  for (const row of done.enrolments) {
    if (row.artisan !== loser) continue;
    await unitedSeats.put(lost.includes(row.training) ? { ...row, state: "withdrawn" } : row);
  }
  if (done.presence) await unitedMarks.pass(done.presence, survivor, loser);
  for (const step of (done.rows ?? []).toReversed()) await rows.undo(step, merge);
  for (const { community, before } of done.leads)
    await communities.changeLeaders(community, replaced(before, loser, survivor), before);
  await doubles.reopen(double);
  for (const record of [survivor, loser]) await flagDoubles(record, services);
  for (const record of [survivor, loser]) await unitedRecords.letGo(record, id);
  await tellUnmerged(merge, services);
  await merges.undone(id);
  return lost.length;
}

/** Trainings in which no seat could be given back: it was given up, or all are taken. */
async function returnSeats(
  { survivor, loser, plan: done }: Merge,
  { unitedSeats }: MergeServices,
): Promise<string[]> {
  const lost: string[] = [];
  for (const training of done?.seats ?? []) {
    const back = done?.sharedSeats.includes(training)
      ? await unitedSeats.giveSeat(training, loser)
      : (await unitedSeats.pass(training, survivor, loser)) ||
        (await unitedSeats.heldBy(loser)).includes(training);
    if (!back) lost.push(training);
  }
  return lost;
}
