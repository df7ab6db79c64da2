import type { Artisan } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";
import { applyMerge } from "./apply-merge.ts";
import type { Double } from "./double.ts";
import { changeOfSurvivor, draftOf } from "./merge-fields.ts";
import type { Merge, MergePlan } from "./merge-repository.ts";
import type { MergeServices } from "./merge-services.ts";
import { tellMerged } from "./tell-merged.ts";

export type MergeOutcome =
  | { ok: true; merge: Merge }
  /** notReady: a pick is open. inUse: a record is in other hands, leaving, or gone. */
  | { ok: false; reason: "notReady" | "inUse" };

/**
 * Unites the two records of a pair as it was picked. What is to be done is written down first with
 * all old values, and each step can be done again: `finishMerges` takes up what died half way.
 */
export async function mergeRecords(
  { id: double, handle, version, artisans: ids, choices }: Double,
  by: number,
  services: MergeServices,
): Promise<MergeOutcome> {
  const id = mergeId(handle, version);
  if (await services.merges.byId(id)) return resumeMerge(id, services);
  const pair = await pairRecords(ids, services);
  const draft = pair && draftOf(pair, choices);
  if (!draft || draft.open.length) return { ok: false, reason: pair ? "notReady" : "inUse" };
  const survivor = pair[draft.survivor].id;
  const loser = pair[draft.survivor === "a" ? "b" : "a"].id;
  await services.merges.begin({ id, double, survivor, loser, by, at: services.clock.now() });
  return resumeMerge(id, services);
}

/** The merge that the confirmation of this look of the pair makes. */
export const mergeId = (handle: string, version: number): string => `merge:${handle}.${version}`;

/** Both records, while both are there to be united. */
export async function pairRecords(
  [one, other]: Double["artisans"],
  { artisans }: Pick<Services, "artisans">,
): Promise<{ a: Artisan; b: Artisan } | undefined> {
  const [a, b] = await Promise.all([artisans.byId(one), artisans.byId(other)]);
  if (!a || !b || a.state === "merged" || b.state === "merged") return undefined;
  return a.leaving || b.leaving ? undefined : { a, b };
}

/** Goes on where the merge stands. */
export async function resumeMerge(id: string, services: MergeServices): Promise<MergeOutcome> {
  const merge = await services.merges.byId(id);
  switch (merge?.state) {
    case "begun":
      await plan(merge, services);
      return resumeMerge(id, services);
    case "planned":
      await applyMerge(merge, services);
      return resumeMerge(id, services);
    case "done":
      await tellMerged(merge, services);
      return { ok: true, merge };
    default:
      return { ok: false, reason: "inUse" };
  }
}

/** Takes both records in hand and writes down what is to be done; else the merge is void. */
async function plan(merge: Merge, services: MergeServices): Promise<void> {
  const { id, survivor, loser } = merge;
  const { merges, unitedRecords } = services;
  const taken = (await unitedRecords.take(survivor, id)) && (await unitedRecords.take(loser, id));
  const made = taken ? await planOf(merge, services) : undefined;
  if (made) return void (await merges.plan(id, made));
  for (const record of [survivor, loser]) await unitedRecords.letGo(record, id);
  await merges.drop(id);
}

async function planOf(
  { id, double, survivor, loser }: Merge,
  services: MergeServices,
): Promise<MergePlan | undefined> {
  const { artisans, communities, doubles, unitedMarks, unitedRecords, unitedSeats } = services;
  const { unitedRows: others } = services;
  const pair = await doubles.byId(double);
  if (pair?.state !== "open" || mergeId(pair.handle, pair.version) !== id) return undefined;
  const records = await pairRecords(pair.artisans, services);
  const draft = records && draftOf(records, pair.choices);
  const [stays, goes] = [await unitedRecords.read(survivor), await unitedRecords.read(loser)];
  if (!draft || draft.open.length || !stays || !goes) return undefined;
  if (records[draft.survivor].id !== survivor) return undefined;
  const adopted = artisans.stored(survivor, changeOfSurvivor(records, draft));
  // Another account counts its versions from elsewhere: the fence begins anew.
  const fenced = "telegram" in adopted ? { ...adopted, by: 0 } : adopted;
  const held = await unitedSeats.heldBy(loser);
  const own = await unitedSeats.heldBy(survivor);
  const waits = await unitedSeats.waitedFor(loser);
  const known = [...own, ...(await unitedSeats.waitedFor(survivor))];
  const rows = [survivor, loser].map((one) => unitedSeats.enrolmentsOf(one));
  const led = await communities.ledBy(loser);
  return {
    survivor: stays,
    loser: goes,
    adopted: Object.fromEntries(Object.entries(fenced).filter(([, value]) => value !== undefined)),
    taken: Object.keys(fenced).filter((name) => fenced[name] === undefined),
    seats: held,
    sharedSeats: held.filter((training) => own.includes(training)),
    ...{ waits, sharedWaits: waits.filter((training) => known.includes(training)) },
    enrolments: (await Promise.all(rows)).flat(),
    presence: await unitedMarks.of(loser),
    rows: await others.plan({ survivor, loser }, accountsOf(stays, goes)),
    leads: led.map((community) => ({ community: community.id, before: community.leaders })),
  };
}

const accountsOf = (...records: { telegram?: number }[]): number[] =>
  records.flatMap(({ telegram }) => telegram ?? []);
