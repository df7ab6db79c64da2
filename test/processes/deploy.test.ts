import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Api } from "grammy";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createLog } from "../../src/log.ts";
import { createWorld, type TestPerson, type World } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { createServices, type Services } from "../../src/services.ts";
import { until } from "../intake/processes.ts";
import { cipher } from "../reliability/config-at.ts";
import { runningClock } from "../reliability/running-clock.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { addArtisan } from "../support/records.ts";
import { type Build, type Change, makeBuild } from "./build.ts";
import type { Balancer } from "./balancer.ts";
import { type Member, startMember } from "./fleet.ts";
import { environment, openDoor } from "./place.ts";

/** What a next build may well bring: of each something that this one knows nothing of. */
const NEXT: Change[] = [
  { file: "scenes/registration.ts", from: '"registration.2"', to: '"registration.99"' },
  {
    file: "src/artisans/draft-schema.ts",
    from: 'asking: { type: String, default: "" },',
    to: 'asking: { type: String, default: "" }, tone: String,',
  },
  {
    file: "src/artisans/draft-repository.ts",
    from: "{ $set: { ...set, by: version,",
    to: '{ $set: { ...set, tone: "warm", by: version,',
  },
  {
    file: "src/intake/person-schema.ts",
    from: "wants: String,",
    to: "wants: String, tone: String,",
  },
  {
    file: "src/intake/person-state.ts",
    from: "{ $set: { log, recent,",
    to: '{ $set: { tone: "warm", log, recent,',
  },
  {
    file: "src/trainings/training-card.ts",
    from: '"training-join": "training.join"',
    to: '"training-join": "training.seat"',
  },
  {
    file: "src/trainings/training-commands.ts",
    from: "/^training\\.join:/",
    to: "/^training\\.(join|seat):/",
  },
];

const PACE = { real: Date.now(), bot: Date.parse("2025-08-14T09:00:00+07:00"), speed: 1 };

let older: Build;
let newer: Build;
let database: TestDatabase;
let standin: Standin;
let world: World;
let dataDir: string;
let services: Services;
let door: { balancer: Balancer; environments: Record<string, string>[] };
const members: Member[] = [];
beforeAll(async () => {
  [older, newer] = await Promise.all([makeBuild("2025-08-13"), makeBuild("2025-08-14", NEXT)]);
}, 60_000);
beforeEach(async () => {
  database = await openTestDatabase();
  const clock = runningClock(PACE);
  standin = await createStandin({
    clock: { ...clock, freeze: () => undefined, set: () => undefined, isFrozen: () => false },
  });
  world = createWorld(standin);
  dataDir = await mkdtemp(join(tmpdir(), "sanggar-deploy-"));
  const api = new Api(standin.token, { apiRoot: standin.url });
  const log = createLog("error", { write: () => undefined });
  const { connection } = database;
  const parts = { connection, cipher, clock, log, owner: "judge" };
  services = createServices({ ...parts, apiIn: () => api });
  await prepareDatabase(connection);
  door = await openDoor(standin, 2);
});
afterEach(async () => {
  for (const member of members) member.kill("SIGKILL");
  await Promise.all(members.splice(0).map(({ ended }) => ended));
  await door.balancer.close();
  await standin.stop();
  await database.drop();
  await rm(dataDir, { recursive: true });
});
afterAll(() => Promise.all([older.remove(), newer.remove()]));

async function start(build: Build, at: number): Promise<Member> {
  const shared = environment(standin, database.uri, dataDir);
  const env = { ...shared, ...door.environments[at], PACE: JSON.stringify(PACE) };
  const member = startMember(build.paced, env);
  members.push(member);
  await until(() => member.isUp(), 30_000);
  return member;
}

const last = ({ id }: TestPerson) =>
  standin.control.messages(id).findLast(({ from }) => from?.is_bot);
const sees = (person: TestPerson, words: string) =>
  until(() => last(person)?.text?.includes(words), 30_000).catch(() => {
    throw new Error(`"${words}" was not said, but: ${last(person)?.text}`);
  });
const say = ({ id }: TestPerson, text: string) => standin.control.say({ person: id, text });
const press = ({ id }: TestPerson, label: string) => standin.control.press({ person: id, label });

it("beside a newer build the older one stands by: its forms and keyboards go on with the newer", async () => {
  const [siti, rina] = ["Siti", "Rina"].map((name) => world.person(name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  await addArtisan({ services }, { telegram: rina.id });
  await services.trainings.add(firstTraining);

  const first = await start(older, 0);
  say(siti, "/daftar");
  await sees(siti, "Sebelum mulai");
  press(siti, "Saya setuju");
  await sees(siti, "18 tahun");
  say(rina, "/pelatihan");
  await until(() => last(rina)?.reply_markup);

  // Both are there: half of what comes in is stored by the older one, and done by the newer one.
  await start(newer, 1);
  await until(() => first.says("stands by"));

  // A dialogue of an older number: the draft knows the answers, one press and it goes on.
  press(siti, "Ya");
  await sees(siti, "Lanjut");
  press(siti, "Lanjutkan isian");
  await sees(siti, "18 tahun");
  press(siti, "Ya");
  await sees(siti, "nama lengkap");

  // A keyboard of the older build, then one that only the newer knows.
  press(rina, "1. Pelatihan Bros dan A…");
  await until(() => last(rina)?.text?.includes("UTC Dago"));
  press(rina, "Ikut");
  await until(() => world.copies(rina, "Terima kasih") > 0, 30_000);

  await until(async () => (await services.inbox.open(10)).length === 0);
  const draft = await services.drafts.read(siti.id);
  expect(draft?.answers).toMatchObject({ adult: true });
  const lines = members.flatMap((member) => member.lines);
  expect(lines.filter((line) => line.includes('"alarm":true'))).toEqual([]);
  expect(standin.control.unanswered()).toEqual([]);
}, 120_000);
