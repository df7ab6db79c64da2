import type { Artisan } from "../../src/artisans/artisan.ts";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import type { TestSanggar } from "../support/sanggar.ts";

export const DAY_MS = 86_400_000;
const PHONE = { number: "+6281234567890", verified: false };
const EMPTIED = ["artisans", "doubles", "merges", "trainings", "enrolments", "communities"];

/** No record, and the first training. */
export async function beginAnew({ connection, services }: TestSanggar): Promise<void> {
  for (const name of EMPTIED) await connection.collection(name).deleteMany({});
  await services.trainings.add(firstTraining);
}

/** A record of Rina's own, and one that her leader made for her before. */
export async function twoOfRina(
  sanggar: TestSanggar,
  own: Partial<Artisan> = {},
  other: Partial<Artisan> = {},
) {
  const rina = sanggar.world.person("Rina");
  const early = new Date(sanggar.clock.now().getTime() - DAY_MS);
  const mine = await addArtisan(sanggar, {
    telegram: rina.id,
    name: "Rina Wulandari",
    phone: PHONE,
    ...own,
  });
  const unclaimed = await addUnclaimed(sanggar, {
    name: "Rina Wulandari",
    ...other,
    registeredAt: early,
  });
  await flagDoubles(mine.id, sanggar.services);
  const [double] = await sanggar.services.doubles.open(1);
  if (!double) throw new Error("no pair was flagged");
  return { rina, mine, other: unclaimed, double };
}

/** Both records hold a seat in one training, the other record in two more; it leads as well. */
export async function enrolled(sanggar: TestSanggar) {
  const { services } = sanggar;
  const pair = await twoOfRina(
    sanggar,
    { state: "pending", ticks: { news: { version: "1", at: "2025", update: 3 } } },
    { phone: { number: "+6281234567890", verified: true }, teach: ["manik"] },
  );
  const now = sanggar.clock.now();
  await services.trainings.add({ ...firstTraining, id: "second" });
  await services.trainings.add({ ...firstTraining, id: "third" });
  for (const training of [firstTraining.id, "second"])
    await services.trainings.takeSeat(training, pair.other.id, now);
  for (const training of [firstTraining.id, "third"])
    await services.trainings.takeSeat(training, pair.mine.id, now);
  await services.trainings.giveUpSeat("third", pair.mine.id, now);
  await services.trainings.takeSeat("third", pair.other.id, now);
  await services.communities.seed({
    id: "anyam-rukun",
    name: "Anyam Rukun",
    kecamatan: [],
    state: "active",
    leaders: [pair.other.id],
    invented: true,
  });
  return pair;
}

/** All that a merge may change, as it is stored. */
export async function stored({ connection }: TestSanggar) {
  const all = (name: string) =>
    connection.collection<{ _id: string }>(name).find({}).sort({ _id: 1 }).toArray();
  return {
    artisans: await all("artisans"),
    trainings: await all("trainings"),
    enrolments: await all("enrolments"),
    communities: await all("communities"),
  };
}
