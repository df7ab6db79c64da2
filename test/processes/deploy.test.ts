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
import { confirmNotice } from "../reliability/notice.ts";
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
    from: "log, recent, tries: 0,",
    to: 'tone: "warm", log, recent, tries: 0,',
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
  { file: "src/notices/notice.ts", from: '"daily",\n]', to: '"daily",\n  "greeting" as never,\n]' },
  {
    file: "src/notices/recipients.ts",
    from: 'case "announcement":',
    to: 'case "announcement": case "greeting" as never:',
  },
  {
    file: "src/notices/prepare.ts",
    from: 'case "announcement":',
    to: 'case "announcement": case "greeting" as never:',
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

it("a newer build beside an older one: what was begun on either goes on, and nothing is lost or doubled", async () => {
  const [siti, rina, tuti, wati] = ["Siti", "Rina", "Tuti", "Wati"].map((name) =>
    world.person(name),
  ) as [TestPerson, TestPerson, TestPerson, TestPerson];
  for (const { id } of [rina, tuti]) await addArtisan({ services }, { telegram: id });
  await services.trainings.add(firstTraining);

  const first = await start(older, 0);
  say(siti, "/daftar");
  await sees(siti, "Sebelum mulai");
  press(siti, "Saya setuju");
  await sees(siti, "18 tahun");
  say(rina, "/pelatihan");
  await until(() => last(rina)?.reply_markup);
  say(tuti, "/ubah");
  await until(() => last(tuti)?.reply_markup);

  // Both are there: half of what comes in is stored by the older one, and done by the newer one.
  const second = await start(newer, 1);
  await until(() => first.says("stands by"));

  // A dialogue of an older number: the draft knows the answers, one press and it goes on.
  press(siti, "Ya");
  await sees(siti, "Lanjut");
  press(siti, "Lanjutkan isian");
  await sees(siti, "18 tahun");
  press(siti, "Ya");
  await sees(siti, "nama lengkap");

  // A dialogue whose number is the same in both goes on as if nothing had been.
  const fields = last(tuti)?.reply_markup;
  const label = fields && "inline_keyboard" in fields ? fields.inline_keyboard[0]?.[0]?.text : "";
  const before = last(tuti);
  press(tuti, label ?? "");
  await until(() => JSON.stringify(last(tuti)) !== JSON.stringify(before), 30_000);
  await until(async () => (await services.inbox.open(10)).length === 0);
  expect(last(tuti)?.text).not.toContain("Lanjut");

  // A keyboard of the older build, then one that only the newer knows.
  press(rina, "1. Pelatihan Bros dan A…");
  await until(() => last(rina)?.text?.includes("UTC Dago"));
  press(rina, "Ikut");
  await until(() => world.copies(rina, "Terima kasih") > 0, 30_000);

  // A notice of a kind that is news to the older build.
  const notice = await confirmNotice([wati], "Selamat pagi", services);
  const notices = database.connection.collection<{ _id: string; state: string }>("notices");
  await notices.updateOne({ _id: notice }, { $set: { kind: "greeting" } });
  const isSent = async () => {
    const rows = await database.connection.collection("deliveries").find({ notice }).toArray();
    return rows.length > 0 && rows.every(({ state }) => state === "sent");
  };
  await until(isSent, 30_000);

  // The newer one is taken back: the older works again, with fields there that it does not know.
  second.kill("SIGTERM");
  await second.ended;
  await until(() => first.says("works again"), 30_000);
  await notices.updateOne(
    { _id: notice },
    { $set: { state: "queued", isListed: false, cursor: "", listed: 0 } },
  );
  say(siti, "Siti Aminah");
  await sees(siti, "Lanjut");
  press(siti, "Lanjutkan isian");
  await sees(siti, "nama lengkap");
  say(siti, "Siti Aminah");
  await sees(siti, "kecamatan");

  await until(async () => (await services.inbox.open(10)).length === 0);
  const draft = await services.drafts.read(siti.id);
  expect(draft?.answers).toMatchObject({ adult: true, name: "Siti Aminah" });
  // Of a kind that is news to it: the older has not touched it, the newer lists it when it is back.
  expect(await notices.findOne({ _id: notice })).toMatchObject({ state: "queued" });
  await start(newer, 1);
  await until(async () => (await notices.findOne({ _id: notice }))?.state === "done", 30_000);
  expect(await isSent()).toBe(true);
  expect(world.copies(wati, "Selamat pagi")).toBe(1);
  expect(
    members.flatMap(({ lines }) => lines).filter((line) => line.includes('"alarm":true')),
  ).toEqual([]);
  expect(standin.control.unanswered()).toEqual([]);
}, 120_000);
