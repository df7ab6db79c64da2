import type { EnrolmentState } from "../trainings/enrolment.ts";
import { flagDoubles } from "./flag-doubles.ts";
import type { Merge } from "./merge-repository.ts";
import type { MergeServices } from "./merge-services.ts";

/** Does what was written down; whatever was done before is done again and changes nothing. */
export async function applyMerge(merge: Merge, services: MergeServices): Promise<void> {
  const { id, survivor, loser, double, by, at, plan } = merge;
  const { communities, doubles, merges, unitedMarks, unitedRecords, unitedRows: rows } = services;
  const { unitedSeats } = services;
  if (!plan) throw new Error(`${id} has no plan`);
  // First the one that goes: account and number can stand in one record only.
  await unitedRecords.retire(loser, survivor, id);
  await unitedRecords.adopt(survivor, { ...emptied(plan.taken), ...plan.adopted }, id);
  for (const training of plan.seats) await unitedSeats.pass(training, loser, survivor);
  for (const training of plan.waits ?? []) await unitedSeats.passWaiting(training, loser, survivor);
  for (const row of unitedRows(merge)) await unitedSeats.put(row);
  for (const { _id, artisan } of plan.enrolments)
    if (artisan === loser) await unitedSeats.remove(_id);
  if (plan.presence) await unitedMarks.pass(plan.presence, loser, survivor);
  for (const step of plan.rows ?? []) await rows.do(step, merge);
  for (const { community, before } of plan.leads)
    await communities.changeLeaders(community, before, replaced(before, loser, survivor));
  await doubles.merged(double, by, at);
  for (const record of [loser, survivor]) await flagDoubles(record, services);
  for (const record of [survivor, loser]) await unitedRecords.letGo(record, id);
  await merges.done(id);
}

export const emptied = (names: readonly string[]): Record<string, undefined> =>
  Object.fromEntries(names.map((name) => [name, undefined]));

export function replaced(list: readonly string[], from: string, to: string): string[] {
  return [...new Set(list.map((one) => (one === from ? to : one)))];
}

/** Of two states of one person in one training the first of these holds. */
const STRENGTH: readonly EnrolmentState[] = [
  ...(["confirmed", "accepted", "offered", "waiting", "interested"] as const),
  ...(["notChosen", "declined", "released", "withdrawn"] as const),
];

/** The enrolments of the record that stays: of a training that both know, the seat counts. */
export function unitedRows({ survivor, loser, plan }: Merge) {
  const rows = plan?.enrolments ?? [];
  const own = new Map(
    rows.filter(({ artisan }) => artisan === survivor).map((row) => [row.training, row]),
  );
  return rows
    .filter(({ artisan }) => artisan === loser)
    .filter(({ training, state }) => {
      const mine = own.get(training);
      return !mine || STRENGTH.indexOf(state) < STRENGTH.indexOf(mine.state);
    })
    .map((row) => ({ ...row, _id: `enr:${row.training}:${survivor}`, artisan: survivor }));
}
