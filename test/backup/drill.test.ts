import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { createDump } from "../../src/backup/dump-repository.ts";
import { readBackupKey } from "../../src/backup/backup-key.ts";
import { makeBackup } from "../../src/backup/make-backup.ts";
import { restoreInto } from "../../src/backup/restore-into.ts";
import { createLog } from "../../src/log.ts";
import { eraseEverywhere } from "../../src/privacy/erase.ts";
import { coordinator, drafted, pass, reader } from "../notices/kabar.ts";
import { wib } from "../notices/office.ts";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const FIELD_KEYS = [{ id: "test", hex: "5a".repeat(32) }];
const SECRET = { file: await keyFile() };

/** Everything that is stored, without what only processes hold. */
async function allOf({ connection }: TestSanggar) {
  const names = (await connection.listCollections()).map(({ name }) => name).sort();
  const rows = names
    .filter((name) => !["leases", "preparations", "probes", "restores"].includes(name))
    .map(async (name) => [
      name,
      await connection.collection(name).find().sort({ _id: 1 }).toArray(),
    ]);
  return Object.fromEntries(await Promise.all(rows)) as Record<string, Record<string, unknown>[]>;
}

async function keyFile(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-key-"));
  afterAll(() => rm(dir, { recursive: true }));
  const path = join(dir, "backup.key");
  await writeFile(path, `${"b7".repeat(32)}\n`);
  return path;
}

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-backup-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

async function backUp({ clock, connection }: TestSanggar): Promise<string> {
  const path = join(await folder(), "one.backup");
  const key = await readBackupKey(SECRET);
  await makeBackup({ dump: createDump(connection), key, path, madeAt: clock.now() });
  return path;
}

const restore = (path: string, { clock, dataDir, uri }: TestSanggar, tell = (_: string) => {}) =>
  restoreInto(
    { path, replace: false, withoutErasures: false, old: false },
    {
      config: { backupKey: SECRET, dataDir, fieldKeys: FIELD_KEYS },
      ...{ uri, clock, log: createLog("silent"), tell },
    },
  );

const ENDS = ["checking", "writing", "people", "trainings", "deliveries", "audit"].concat([
  "indexes",
  "erasures",
  "listing",
]);

/** Ends it at each of these, the first time it is said, until it gets through. */
async function restoreWithEnds(path: string, sanggar: TestSanggar) {
  const endedAt = new Set<string>();
  for (;;) {
    try {
      const restored = await restore(path, sanggar, (line) => {
        if (endedAt.has(line) || !ENDS.includes(line)) return;
        endedAt.add(line);
        throw new Error("ended here");
      });
      return { ends: endedAt.size, restored };
    } catch (error) {
      if (!(error instanceof Error && error.message === "ended here")) throw error;
    }
  }
}

const H7 = "Pelatihan Bros";

it("the office loses its database in the middle of a day, and the backup of the morning goes on", async () => {
  const sanggar = await openSanggar({ now: wib("2025-08-14 16:00") });
  onTestFinished(() => sanggar.close());
  const { connection, services, world } = sanggar;
  await services.trainings.add(firstTraining);
  const bagus = await coordinator(sanggar);
  const { person: rina, artisan: rinas } = await reader(sanggar, "Rina");
  const { person: sumi, artisan: sumis } = await reader(sanggar, "Sumi");
  for (const person of [rina, sumi]) {
    await person.says("/pelatihan");
    await person.presses("1. Pelatihan Bros dan A…");
    await person.presses("Ikut");
  }
  const { person: tini } = await askedFor("kecamatan", sanggar);
  // Confirmed and not yet out, and one that waits for the morning after next.
  await drafted(bagus, "Bahan tiba besok pagi.");
  await bagus.presses("Kirim sekarang");
  await sanggar.services.leases.take("poll", 60_000);

  const path = await backUp(sanggar);

  const before = await allOf(sanggar);

  await pass(sanggar, 11);
  expect(world.copies(rina, "Bahan tiba besok pagi.")).toBe(1);
  await tini.says("Petir");
  await sanggar.world.moveTo(wib("2025-08-15 10:00"));
  const reminded = world.copies(rina, H7);
  await eraseEverywhere({ artisan: sumis.id, chat: sumi.id }, sanggar.services);
  await connection.dropDatabase();
  sanggar.clock.set(wib("2025-08-15 11:00"));

  const { ends, restored } = await restoreWithEnds(path, sanggar);
  expect(ends).toBe(ENDS.length);
  expect(restored).toMatchObject({ erased: 0, audit: { ok: true } });

  // What was, but for Sumi, and for deliveries that nobody can know of.
  const after = await allOf(sanggar);
  // The proof that she had agreed stays for a year, without her name.
  expect(JSON.stringify({ ...after, consents: [] })).not.toContain(sumis.id);
  expect(JSON.stringify(after)).not.toContain(String(sumi.id));
  for (const name of ["artisans", "drafts", "roles", "settings", "enrolments"]) {
    const kept = (before[name] ?? []).filter((one) => !JSON.stringify(one).includes(sumis.id));
    const others = (after[name] ?? []).filter(({ _id }) => !String(_id).includes("gone-"));
    expect(others, name).toEqual(kept);
  }
  expect(await connection.collection("leases").countDocuments()).toBe(0);
  const indexes = await connection.collection("artisans").indexes();
  expect(indexes.some(({ unique }) => unique)).toBe(true);

  // Tini goes on where she was in the morning.
  expect((await tini.says("Anyer")).text).toMatch(/desa/i);

  // Nothing that was due since then goes out again by itself; it is listed for people.
  await world.moveTo(wib("2025-08-16 10:00"));
  expect(world.copies(rina, "Bahan tiba besok pagi.")).toBe(1);
  expect(world.copies(rina, H7)).toBe(reminded);
  const doubtful = await connection
    .collection("deliveries")
    .find({ artisan: rinas.id, state: "unknown" })
    .toArray();
  expect(doubtful.map(({ reason }) => String(reason))).toEqual(["doubt", "doubt"]);
  expect((await bagus.says("/sampaikan")).text).toContain("Perlu disampaikan");

  // And what comes due later goes out as ever.
  await world.moveTo(wib("2025-08-19 12:00"));
  expect(world.copies(rina, H7)).toBeGreaterThan(reminded);
}, 60_000);
