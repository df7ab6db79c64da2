import { createMembers } from "../../src/artisans/member-repository.ts";
import { rankNames } from "../../src/artisans/name-search.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { connectDatabase } from "../../src/database.ts";
import { createJobs } from "../../src/jobs/jobs.ts";
import { createLog } from "../../src/log.ts";
import { expandNotices } from "../../src/notices/expand.ts";
import { LANES } from "../../src/notices/notice.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { openFieldCipher } from "../../src/privacy/key-repository.ts";
import { createServices } from "../../src/services.ts";
import { memoryMb } from "./figures.ts";
import { fill, nameOf, withSlip } from "./members.ts";

/** What the program takes among so many artisans, in a process of its own: one line of JSON. */
const [uri = "", many = "0", hex = ""] = process.argv.slice(2);
const count = Number(many);
const NEWS = { news: { version: "1", at: "2025-08-01T02:00:00.000Z", update: 1 } };
const ROW = 9;
const TIMES = 7;

const clock = createAdjustableClock(new Date("2025-08-14T10:00:00+07:00"));
clock.freeze(true);
const connection = await connectDatabase(uri);
const cipher = await openFieldCipher(connection, [{ id: "bench", hex }]);
const log = createLog("error", { write: (line) => void process.stderr.write(line) });
const apiIn = () => {
  throw new Error("nothing is sent here");
};
const services = createServices({ connection, cipher, clock, log, apiIn, owner: "bench" });
await prepareDatabase(connection);
await services.settings.seed({ officeName: "Dinas", privacyContact: "Ibu", dataPlace: "Jakarta" });
await fill(connection, services.artisans.stored, count, { ticks: NEWS, state: "active" });
const members = createMembers(connection, cipher);
const jobs = createJobs(services, { inFlight: 8 });
const name = (run: number) => withSlip(nameOf((run * 7_919) % count));

/** The median of some, in milliseconds; the first is not counted. */
async function timeOf(work: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await work(1);
  for (let run = 2; run < TIMES + 2; run += 1) {
    const begun = performance.now();
    await work(run);
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[TIMES >> 1] ?? 0;
}

const tick = await timeOf(() => jobs.tick());
const page = await timeOf(() => members.list({}, undefined, ROW));
const search = await timeOf(async (run) => {
  if (!rankNames(name(run), await members.candidates(name(run), {})).length)
    throw new Error("a name was not found");
});
const now = clock.now();
await services.notices.add({
  ...{ id: "notice:growth", kind: "announcement", planVersion: 0, lane: LANES.broadcast },
  ...{ state: "queued", asOf: now, notAfter: new Date(now.getTime() + 86_400_000) },
  content: { text: "Bahan tiba besok.", marks: [], files: [] },
});
const begun = performance.now();
await expandNotices(services);
const expand = performance.now() - begun;
const listed = await services.deliveries.countOf("notice:growth");
if (listed !== count) throw new Error(`${listed} of ${count} were listed`);
const memory = await memoryMb(process.pid);
await connection.close();
process.stdout.write(`${JSON.stringify({ tick, page, search, expand, memory })}\n`);
process.stdin.once("end", () => process.exit()).resume();
