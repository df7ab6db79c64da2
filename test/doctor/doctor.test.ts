import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createAdjustableClock, systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { examine } from "../../src/doctor/examine.ts";
import { type Finding, showFinding } from "../../src/doctor/finding.ts";
import { judgeServer } from "../../src/doctor/look-at-database.ts";
import { THIS_MACHINE } from "../../src/doctor/look-at-machine.ts";
import { createLog } from "../../src/log.ts";
import { startProgram } from "../../src/program.ts";
import { projectRoot } from "../../src/root.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

const KEY = "5a".repeat(32);
const MACHINE = { ...THIS_MACHINE, leastFree: 1 };
/** What must never be printed. */
const SECRETS = ["sanggar-demo", KEY, "rahasia-sekali"];

let standin: Standin;
let database: TestDatabase;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  standin = await createStandin({ clock: createAdjustableClock() });
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "sanggar-doctor-"));
  env = {
    ...{ BOT_TOKEN: standin.token, BOT_API_ROOT: standin.url, MONGODB_URI: database.uri },
    ...{ DATA_DIR: folder, FIELD_KEYS: `k1=${KEY}`, BACKUP_PASSPHRASE: "rahasia-sekali-itu-ya" },
    ...{ PRIVACY_CONTACT: "Ibu Contoh, 0254-000000", DATA_PLACE: "Jakarta" },
  };
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.report);
  const { config } = read;
  const log = createLog("silent");
  const parts = { config, uri: database.uri, clock: systemClock, log, onFatal: () => undefined };
  await (await startProgram(parts)).stop();
}, 60_000);
afterAll(async () => {
  await standin.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

const look = async (given = {}, { clock = systemClock, machine = {} } = {}): Promise<Finding[]> =>
  examine({ ...env, ...given }, clock, { ...MACHINE, ...machine });

/** What is wrong, as it is printed. */
function faultsOf(findings: Finding[]): string[] {
  const printed = findings.map(showFinding).join("\n");
  for (const secret of SECRETS) expect(printed).not.toContain(secret);
  return findings
    .filter(({ is }) => is === "fault")
    .map(({ what, says, remedy }) => {
      expect(remedy).toMatch(/\w{3}/);
      return `${what}: ${says}`;
    });
}

const collection = (name: string) => database.connection.collection<{ _id: string }>(name);

/** Changes the database for one test. */
async function spoilt(change: () => Promise<unknown>, mend: () => Promise<unknown>) {
  await change();
  onTestFinished(async () => void (await mend()));
}

const ask = (method: string, query = "") =>
  fetch(`${standin.url}/bot${standin.token}/${method}${query}`);

describe("npm run doctor", () => {
  it("finds no fault in an office that is well set up, and looks at everything", async () => {
    const findings = await look();
    expect(faultsOf(findings)).toEqual([]);
    expect(findings.map(({ what, is }) => `${what} ${is}`)).toEqual(
      ["configuration ok", "Node.js ok", "time zone ok", "fonts ok", "data folder ok"].concat(
        ["disk ok", "Telegram ok", "webhook ok", "database ok", "indexes ok", "field keys ok"],
        ["restore ok", "settings note", "clock ok", "backup note"],
      ),
    );
  });

  it.each<[string, object, RegExp]>([
    ["a variable of another shape", { PORT: "99999" }, /^configuration: PORT: /],
    [
      "what only production asks for",
      { NODE_ENV: "production", BOT_API_ROOT: undefined },
      /^configuration: BOT_TOKEN: is the demo's/,
    ],
    [
      "a webhook that nobody can post to",
      { INTAKE: "webhook", WEBHOOK_URL: "https://bot.example/hook" },
      /^configuration: WEBHOOK_SECRET: is needed/,
    ],
    [
      "a token that was withdrawn",
      { BOT_TOKEN: "7000000001:other-demo" },
      /^Telegram: .*BOT_TOKEN/,
    ],
    ["no way to Telegram", { BOT_API_ROOT: "http://127.0.0.1:1" }, /^Telegram: .*does not answer/],
    [
      "a database that is away",
      { MONGODB_URI: "mongodb://127.0.0.1:1/x" },
      /^database: MongoDB does/,
    ],
    ["another field key", { FIELD_KEYS: `k1=${"0f".repeat(32)}` }, /^field keys: .*cannot read/],
    [
      "a folder that cannot be written to",
      { DATA_DIR: join(import.meta.filename, "data") },
      /^data folder: .*cannot be written to \(ENOTDIR\)/,
    ],
  ])("names %s, and only that", async (_, given, says) => {
    const faults = faultsOf(await look(given));
    expect(faults).toEqual([expect.stringMatching(says)]);
  });

  it.each<[string, object, RegExp]>([
    ["an old Node.js", { node: "18.20.0" }, /^Node\.js: 18\.20\.0 is too old/],
    ["a full disk", { leastFree: Infinity }, /^disk: only/],
    ["a font that is gone", { fonts: { bold: "/nowhere.ttf" } }, /^fonts: .*nowhere/],
  ])("names %s, and only that", async (_, machine, says) => {
    expect(faultsOf(await look({}, { machine }))).toEqual([expect.stringMatching(says)]);
  });

  it("names a clock that is two minutes behind, and only that", async () => {
    const clock = createAdjustableClock(new Date(systemClock.now().getTime() - 120_000));
    expect(faultsOf(await look({}, { clock }))).toEqual([
      expect.stringMatching(
        /^clock: it is 1(19|20|21) s behind telegram, 1(19|20|21) s behind database/,
      ),
    ]);
  });

  it("names a webhook that is set although the bot polls, and only that", async () => {
    await spoilt(
      () => ask("setWebhook", `?url=${encodeURIComponent("http://127.0.0.1:9/hook")}`),
      () => ask("deleteWebhook"),
    );
    expect(faultsOf(await look())).toEqual(["webhook: one is set, but INTAKE is poll."]);
  });

  it("names indexes that are missing or other than they should be, and only those", async () => {
    const artisans = collection("artisans");
    const wanted = (await artisans.indexes()).filter(({ name }) => name !== "_id_");
    const unique = wanted.find((one) => one.unique);
    const other = wanted.find((one) => !one.unique);
    if (!unique?.name || !other?.name) throw new Error("artisans have no such indexes");
    const [key, gone] = [unique.key, other.name];
    await spoilt(
      async () => {
        await artisans.dropIndex(unique.name ?? "");
        await artisans.createIndex(key, { name: "other" });
        await artisans.dropIndex(gone);
      },
      async () => {
        await artisans.dropIndex("other");
        for (const { key: own, name, unique: only, sparse } of [unique, other])
          await artisans.createIndex(own, {
            name,
            ...(only && { unique: only }),
            ...(sparse && { sparse }),
          } as never);
      },
    );
    const [says, ...more] = faultsOf(await look());
    expect(more).toEqual([]);
    expect(says).toMatch(/^indexes: artisans\.\w+ \((missing|other options)\), artisans\.\w+ \(/);
  });

  it("names settings that keep registration closed, and only those", async () => {
    const set = (privacyContact: string) =>
      collection("settings").updateOne({ _id: "settings:office" }, { $set: { privacyContact } });
    await spoilt(
      () => set(""),
      () => set("Ibu Contoh"),
    );
    expect(faultsOf(await look())).toEqual([expect.stringMatching(/^settings: .*nobody can/)]);
  });

  it("names a restore that was not finished, and only that", async () => {
    await spoilt(
      () => collection("restores").insertOne({ _id: "restore" }),
      () => collection("restores").deleteOne({ _id: "restore" }),
    );
    expect(faultsOf(await look())).toEqual(["restore: one was not finished."]);
  });

  it.each([
    [{ version: "7.0.0", isWritablePrimary: true }, /no replica set/],
    [{ version: "4.4.1", setName: "rs0", isWritablePrimary: true }, /4\.4\.1 is too old/],
    [{ version: "7.0.0", setName: "rs0", isWritablePrimary: false }, /no primary/],
  ])("judges a server that says %o", (facts, says) => {
    expect(judgeServer(facts).says).toMatch(says);
  });

  it("names all faults of a wholly broken set-up, and none hides another", async () => {
    const faults = faultsOf(
      await look(
        { PORT: "x", FIELD_KEYS: "short", MONGODB_URI: "mongodb://127.0.0.1:1/x" },
        { machine: { node: "18.0.0" } },
      ),
    );
    expect(faults.map((one) => one.split(":")[0])).toEqual([
      "configuration",
      "configuration",
      "Node.js",
      "database",
    ]);
  });

  it("says when the newest backup was made", async () => {
    await mkdir(join(folder, "backups"));
    const today = systemClock.now().toISOString().slice(0, 10);
    await writeFile(join(folder, "backups", `sanggar-${today}T000000Z.backup`), "");
    expect((await look()).at(-1)).toMatchObject({ what: "backup", is: "ok" });
  });

  it("as a program it exits with 1, and prints no secret", async () => {
    const command = ["--import", "tsx", "src/doctor/doctor.ts"];
    const ended = await promisify(execFile)(process.execPath, command, {
      cwd: projectRoot,
      env: { PATH: process.env["PATH"], ...env, BOT_TOKEN: "7000000001:other-demo" },
    }).catch((error: unknown) => error as { code: number; stdout: string; stderr: string });
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toMatch(/^FAULT {2}Telegram: it does not know BOT_TOKEN\.\n {9}Copy/m);
    expect(ended.stdout).toContain("Faults: 1.");
    for (const secret of [...SECRETS, "other-demo"]) expect(ended.stdout).not.toContain(secret);
  });
});
