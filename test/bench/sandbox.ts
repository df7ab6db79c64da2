import { Api } from "grammy";
import { connectDatabase } from "../../src/database.ts";
import { type Figure, memoryMb, report } from "./figures.ts";
import { serve, serveMongo } from "./served.ts";

const IN_FLIGHT = 20;
const SENDS = 6_000;
const UPDATES = 10_000;
const INSERTS = 6_000;
const LOOKUPS = 6_000;
/** The median of so many rounds counts. */
const ROUNDS = 3;
const SMALL = 1_000;
const LARGE = 100_000;
const SEED = 1;

/** How fast the stand-in and the embedded database are, each in a process of its own. */
const figures = [...(await measureStandin()), ...(await measureMongo())];
report(figures, { seed: SEED, json: process.argv.includes("--json") });

async function measureStandin(): Promise<Figure[]> {
  type Place = { url: string; token: string; ids: number[]; startMs: number };
  const standin = await serve<Place>("serve-standin.ts", "200", String(UPDATES));
  const { url, token, ids, startMs } = standin.told;
  const api = new Api(token, { apiRoot: url });
  const send = (index: number) => api.sendMessage(ids[index % ids.length] ?? 0, `baris ${index}`);
  await inParallel(500, send);
  const sends = await perSecond(SENDS, () => inParallel(SENDS, send));

  const fetchAll = async () => {
    let offset = 0;
    for (let got = 0; got < UPDATES;) {
      const batch = await api.getUpdates({ offset, limit: 100, timeout: 10 });
      got += batch.length;
      offset = (batch.at(-1)?.update_id ?? 0) + 1;
    }
  };
  const updates = await perSecond(UPDATES, fetchAll);
  await standin.stop();
  return [
    { name: "standin.start", value: Math.round(startMs), unit: "ms", atMost: 300 },
    { name: "standin.sends", value: sends, unit: "/s", atLeast: 2_000 },
    { name: "standin.updates", value: updates, unit: "/s", atLeast: 5_000 },
  ];
}

async function measureMongo(): Promise<Figure[]> {
  const { pid, told, stop } = await serveMongo();
  const connection = await connectDatabase(told.uri);
  const rows = connection.collection<{ _id: string; phone: string; note: string }>("rows");
  await rows.createIndex({ phone: 1 }, { unique: true });
  const row = (index: number) => ({
    _id: `row:${index}`,
    phone: `p${index}`,
    note: "x".repeat(500),
  });
  const fill = async (from: number, to: number) => {
    for (let at = from; at < to; at += 500) {
      const batch = Array.from({ length: Math.min(500, to - at) }, (_, index) => row(at + index));
      await rows.insertMany(batch, { ordered: false });
    }
  };
  const lookups = (count: number, by: "_id" | "phone") =>
    perSecond(LOOKUPS, () =>
      inParallel(LOOKUPS, async (index) => {
        const at = (index * 7_919) % count;
        const found = await rows.findOne(by === "_id" ? { _id: `row:${at}` } : { phone: `p${at}` });
        if (!found) throw new Error(`row ${at} was not found`);
      }),
    );

  const bothLookups = async (count: number) => {
    // The first round of each after a change warms up and is not counted.
    for (const by of ["_id", "phone"] as const) await lookups(count, by);
    const rounds = { id: [] as number[], key: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.id.push(await lookups(count, "_id"));
      rounds.key.push(await lookups(count, "phone"));
    }
    return { id: median(rounds.id), key: median(rounds.key) };
  };

  await fill(0, SMALL);
  const small = await bothLookups(SMALL);
  const inserts = await perSecond(INSERTS, () =>
    inParallel(INSERTS, (index) => rows.insertOne(row(SMALL + index))),
  );
  await fill(SMALL + INSERTS, LARGE);
  const large = await bothLookups(LARGE);
  const memory = await memoryMb(pid);
  await connection.close();
  await stop();
  const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
  return [
    { name: "mongo.start", value: Math.round(told.startMs), unit: "ms", atMost: 300 },
    { name: "mongo.inserts", value: inserts, unit: "/s", atLeast: 3_000 },
    { name: "mongo.lookups.id", value: large.id, unit: "/s", atLeast: 5_000 },
    { name: "mongo.lookups.key", value: large.key, unit: "/s", atLeast: 5_000 },
    { name: "mongo.growth.id", value: ratio(small.id, large.id), unit: "×", atMost: 1.5 },
    { name: "mongo.growth.key", value: ratio(small.key, large.key), unit: "×", atMost: 1.5 },
    { name: "mongo.memory", value: memory, unit: "MB" },
  ];
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function inParallel(count: number, work: (index: number) => Promise<unknown>) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round((count / (performance.now() - begun)) * 1_000);
}
