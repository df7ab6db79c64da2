import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createArtisanRepository } from "../../src/artisans/artisan-repository.ts";
import { createAudit } from "../../src/access/audit-repository.ts";
import { restoreInto, type RestoreOptions } from "../../src/backup/restore-into.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createLog } from "../../src/log.ts";
import { openFieldCipher } from "../../src/privacy/key-repository.ts";
import { rotate } from "../../src/privacy/rotate-repository.ts";
import { projectRoot } from "../../src/root.ts";
import { artisanNamed } from "../notices/office.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

const OLD = { id: "k1", hex: "0f".repeat(32) };
const NEW = { id: "k2", hex: "a1".repeat(32) };
const NUMBER = "+6281234567890";
const textOf = (...keys: (typeof OLD)[]) => keys.map(({ id, hex }) => `${id}=${hex}`).join(",");

let office: TestDatabase;
let scratch: TestDatabase;
let folder: string;
let backup: string;

type Ended = { code: number; stdout: string; stderr: string };

const environment = (uri: string, more: Record<string, string>) => ({
  ...{ PATH: process.env["PATH"], BOT_TOKEN: "7000000001:sanggar-demo", MONGODB_URI: uri },
  ...{ DATA_DIR: folder, BACKUP_KEY_FILE: join(folder, "backup.key"), ...more },
});

async function run(args: string[], uri: string, more: Record<string, string>): Promise<Ended> {
  const command = ["--import", "tsx", ...args];
  return promisify(execFile)(process.execPath, command, {
    ...{ cwd: projectRoot, env: environment(uri, more) },
  }).then(
    (ended) => ({ code: 0, ...ended }),
    (error: unknown) => error as Ended,
  );
}

/** The same restore inside this process. */
const restore = (
  options: Partial<RestoreOptions> = {},
  fieldKeys = [OLD],
  clock: Clock = systemClock,
) =>
  restoreInto(
    { path: backup, replace: false, withoutErasures: true, old: false, ...options },
    {
      config: { backupKey: { file: join(folder, "backup.key") }, dataDir: folder, fieldKeys },
      ...{ uri: scratch.uri, clock, log: createLog("silent"), tell: () => undefined },
    },
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sanggar-programs-"));
  await writeFile(join(folder, "backup.key"), "b7".repeat(32));
  [office, scratch] = [await openTestDatabase(), await openTestDatabase()];
  const cipher = await openFieldCipher(office.connection, [OLD]);
  const artisans = createArtisanRepository(office.connection, cipher);
  const audit = createAudit(office.connection, cipher, systemClock);
  await prepareDatabase(office.connection);
  for (let at = 0; at < 40; at += 1) {
    const phone = { number: `+62812345${10_000 + at}`, verified: true };
    await artisans.add({ ...artisanNamed(`Perajin${at}`, systemClock.now()), phone });
  }
  const rina = artisanNamed("Rina", systemClock.now());
  await artisans.add({ ...rina, phone: { number: NUMBER, verified: true } });
  await audit.write({
    who: 1,
    as: "owner",
    what: "x",
    whom: [],
    from: "private",
    result: "allowed",
  });

  const made = await run(["src/backup/backup.ts"], office.uri, { FIELD_KEYS: textOf(OLD) });
  expect(made.stderr).toBe("");
  backup = /^(\S+\.backup): \d+ documents/m.exec(made.stdout)?.[1] ?? made.stdout;
}, 60_000);
afterAll(async () => {
  await office.drop();
  await scratch.drop();
  await rm(folder, { recursive: true });
});

/** The number of Rina as it is sealed in the scratch database. */
async function numberOfRina(...keys: (typeof OLD)[]): Promise<string | undefined> {
  const cipher = await openFieldCipher(scratch.connection, keys);
  const found = await createArtisanRepository(scratch.connection, cipher).byId("rina");
  return found?.phone?.number;
}

describe("npm run backup and restore", { timeout: 60_000 }, () => {
  it("a restore names the list of erasures that is missing, and the key", async () => {
    await expect(restore({ withoutErasures: false })).rejects.toThrow(
      /no list of erasures .* --without-erasures/,
    );
    await expect(restore({}, [NEW])).rejects.toThrow(
      /written with k1\. Put that key behind the others/,
    );
    await expect(restore({}, [{ ...NEW, id: "k1" }])).rejects.toThrow(/FIELD_KEYS/);
    expect(await scratch.connection.listCollections()).toEqual([]);
  });

  it("one that is killed in the middle is gone on with, and the bot does not start before", async () => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "src/backup/restore.ts", backup, "--without-erasures"],
      { cwd: projectRoot, env: environment(scratch.uri, { FIELD_KEYS: textOf(OLD) }) },
    );
    for await (const said of child.stdout) if (String(said).includes("writing")) break;
    child.kill("SIGKILL");
    const bot = await run(["src/main.ts"], scratch.uri, { FIELD_KEYS: textOf(OLD) });
    expect(bot.stderr).toContain("A restore into this database was not finished.");

    const args = ["src/backup/restore.ts", backup, "--without-erasures"];
    const ended = await run(args, scratch.uri, { FIELD_KEYS: textOf(OLD) });
    expect(ended.stderr).toBe("");
    expect(ended.stdout).toMatch(/documents of .* are back/);
    expect(ended.stdout).toMatch(/Audit: 1 lines, unbroken/);
    expect(await scratch.connection.collection("artisans").countDocuments()).toBe(41);
    expect(await numberOfRina(OLD)).toBe(NUMBER);
  });

  it("a backup older than the list of erasures may be is left alone unless it is said so", async () => {
    const clock = { now: () => new Date(systemClock.now().getTime() + 37 * 86_400_000) };
    await expect(restore({ replace: true }, [OLD], clock)).rejects.toThrow(/36 days only.*--old/);
  });

  it("a database that is not empty is left alone unless it is said so", async () => {
    const people = scratch.connection.collection<{ _id: string }>("artisans");
    await people.insertOne({ _id: "later" });
    await expect(restore()).rejects.toThrow(/not empty \(.*artisans.*--replace/);
    expect(await people.findOne({ _id: "later" })).not.toBeNull();

    const leases = scratch.connection.collection<{ _id: string; until: Date }>("leases");
    const until = new Date(systemClock.now().getTime() + 30_000);
    await leases.insertOne({ _id: "lease:poll", until });
    await expect(restore({ replace: true })).rejects.toThrow("The bot runs on this database.");
    await leases.deleteOne({ _id: "lease:poll" });
  });

  it("a backup of an older key comes back under the new one, and is sealed anew", async () => {
    await restore({ replace: true }, [NEW, OLD]);
    const cipher = await openFieldCipher(scratch.connection, [NEW, OLD]);
    for await (const { unreadable, left } of rotate(scratch.connection, cipher))
      expect(unreadable + left).toBe(0);
    expect(await numberOfRina(NEW)).toBe(NUMBER);
  });
});
