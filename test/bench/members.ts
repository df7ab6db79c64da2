import type { Connection } from "mongoose";
import { createArtisanRepository } from "../../src/artisans/artisan-repository.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { createMembers } from "../../src/artisans/member-repository.ts";
import { rankNames } from "../../src/artisans/name-search.ts";
import { connectDatabase, isDatabaseAway, isOnlyDuplicateKeys } from "../../src/database.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { serangPlaces } from "../../src/places/serang.ts";
import { createHeldSeats } from "../../src/trainings/held-seats-repository.ts";
import { type Figure, memoryMb } from "./figures.ts";
import { figureOf, inRounds, ratios, sideBySide } from "./rounds.ts";
import { serveMongo } from "./served.ts";

const SIZES = { small: 1_000, large: 100_000 };
const ROW = 9;
/** So many of each in a round. */
const TIMES = 40;
const BATCH = 500;

/** At most so many times slower among 100,000 than among 1,000. */
const AT_MOST = { page: 2, deep: 2, search: 5, detail: 2 };
type Work = keyof typeof AT_MOST;
const WORKS = Object.keys(AT_MOST) as Work[];

/**
 * The first page of all members, a page from the middle, a search with a slip in it and one member
 * in detail, among 1,000 and among 100,000 of the embedded database, side by side.
 */
export async function members(): Promise<Figure[]> {
  const mongo = await serveMongo();
  const before = await memoryMb(mongo.pid);
  const small = await office(mongo.told.uri, "small", SIZES.small);
  const large = await office(mongo.told.uri, "large", SIZES.large);
  const memory = await memoryMb(mongo.pid);
  const figures: Figure[] = [];
  for (const work of WORKS) {
    const beside = sideBySide({
      small: () => small.timeOf(work),
      large: () => large.timeOf(work),
    });
    await beside(0);
    const { values, noisy } = await inRounds(beside, [mongo.pid]);
    const name = `members.${work}`;
    figures.push(
      figureOf({ name: `${name}.1000`, unit: "ms", digits: 2, noisy }, values.small),
      figureOf({ name: `${name}.100000`, unit: "ms", digits: 2, noisy }, values.large),
      figureOf(
        { name: `${name}.growth`, unit: "×", digits: 2, noisy, atMost: AT_MOST[work] },
        ratios(values.large, values.small),
      ),
      { name: `${name}.commands`, value: await large.commandsOf(work), unit: "", atMost: 4 },
    );
  }
  figures.push({
    name: "members.read",
    value: await large.readForAPage(),
    unit: "documents",
    atMost: ROW,
  });
  figures.push({ name: "members.memory", value: memory - before, unit: "MB" });
  await small.close();
  await large.close();
  await mongo.stop();
  return figures;
}

async function office(uri: string, database: string, count: number) {
  const address = new URL(uri);
  address.pathname = `/${database}`;
  address.searchParams.set("monitorCommands", "true");
  const connection = await connectDatabase(address.href);
  const cipher = createFieldCipher([{ id: "bench", hex: "5a".repeat(32) }]);
  const artisans = createArtisanRepository(connection, cipher);
  const list = createMembers(connection, cipher);
  const seats = createHeldSeats(connection);
  await prepareDatabase(connection);
  await fill(connection, artisans.stored, count);

  let commands = 0;
  connection.getClient().on("commandStarted", () => (commands += 1));
  const at = (run: number) => `bench-${(run * 7_919) % count}`;
  const works: Record<Work, (run: number) => Promise<unknown>> = {
    page: () => list.list({}, undefined, ROW),
    deep: (run) => list.list({}, { row: at(run), to: "next" }, ROW),
    search: async (run) => {
      const typed = withSlip(nameOf((run * 7_919) % count));
      const found = rankNames(typed, await list.candidates(typed, {}));
      if (!found.length) throw new Error("a name was not found");
    },
    detail: (run) => Promise.all([artisans.byId(at(run)), seats.of(at(run))]),
  };
  let run = 0;
  return {
    /** Milliseconds of one, on the average. */
    async timeOf(work: Work): Promise<number> {
      const begun = performance.now();
      for (let time = 0; time < TIMES; time += 1) await works[work]((run += 1));
      return (performance.now() - begun) / TIMES;
    },
    /** The most commands that one of some takes. */
    async commandsOf(work: Work): Promise<number> {
      let most = 0;
      for (let time = 0; time < TIMES; time += 1) {
        commands = 0;
        await works[work]((run += 1));
        most = Math.max(most, commands);
      }
      return most;
    },
    /** How many documents the database reads for the first page. */
    async readForAPage(): Promise<number> {
      const { executionStats } = (await connection
        .collection("artisans")
        .find({ state: { $nin: ["merged", "declined"] } })
        .sort({ name: 1, _id: 1 })
        .limit(ROW)
        .explain("executionStats")) as { executionStats: { totalDocsExamined: number } };
      return executionStats.totalDocsExamined;
    },
    close: () => connection.close(),
  };
}

type Stored = ReturnType<typeof createArtisanRepository>["stored"];

/** So many artisans, each with these fields as well. */
export async function fill(
  connection: Connection,
  stored: Stored,
  count: number,
  more: object = {},
): Promise<void> {
  const rows = connection.collection<{ _id: string }>("artisans");
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => {
      const { id: _id, ...fields } = artisan(from + at);
      return { _id, ...stored(_id, fields), confirmedAt: fields.registeredAt, by: 0, ...more };
    });
    const write = () => rows.insertMany(batch, { ordered: false, ignoreUndefined: true });
    // On a busy machine the database may be thought dead meanwhile: what is there stays.
    await write().catch((error: Error) => (isDatabaseAway(error) ? again(write) : fail(error)));
  }
}

const FIRST = "Siti Sri Nur Dewi Eti Rina Wulan Sumi Asep Ujang Muhammad Ahmad Abdul Tri".split(
  " ",
);
const HEADS = "Ma Su Ra Sya Ha Fa Wi Ka Ye De Ju Ro La Ni Ba Tu Gu Ar Um In".split(" ");
const MIDDLES = "ri li ro ha mi si na la di wa yu ti ka ju su bi ra fi ni da".split(" ");
const ENDS = "ah ati udin in ana anto iyah awan ono asih am un etin ari is".split(" ");
const PLACES = serangPlaces().kecamatan();

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const word = (at: number) =>
  pick(HEADS, at) + pick(MIDDLES, Math.floor(at / 20)) + pick(ENDS, Math.floor(at / 400));

/** Some 84,000 names, so that among 100,000 people few bear the same. */
const fail = (error: Error) => Promise.reject(error);

async function again(write: () => Promise<unknown>): Promise<void> {
  await write().catch((error: unknown) => {
    if (!isOnlyDuplicateKeys(error)) throw error;
  });
}

export function nameOf(at: number): string {
  const mixed = (at * 48_271) % 2_147_483_647;
  return `${pick(FIRST, mixed)} ${word(mixed)} ${word(Math.floor(mixed / 6_007))}`;
}

/** One letter inside the last word is another. */
export function withSlip(name: string): string {
  return `${name.slice(0, -3)}${name.at(-3) === "e" ? "i" : "e"}${name.slice(-2)}`;
}

function artisan(at: number): Artisan {
  const when = new Date(Date.UTC(2025, 0, 1) + at * 60_000);
  return {
    id: `bench-${at}`,
    state: at % 10 ? "active" : "pending",
    telegram: 7_000_000_000 + at,
    language: "id",
    name: nameOf(at),
    kecamatan: pick(PLACES, at).code,
    community: `community-${at % 200}`,
    crafts: ["rajut"],
    mainCraft: "rajut",
    consent: { version: "1", at: when.toISOString(), update: at },
    registeredAt: when,
    activeAt: when,
  };
}
