import { expect, it, onTestFinished, vi } from "vitest";
import { createAuditProof } from "../../src/access/audit-proof-repository.ts";
import { createRoleRepository } from "../../src/access/role-repository.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { CRASH_POINTS } from "../../src/crash.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { openTestDatabase } from "../support/database.ts";
import { createSupervisor } from "./supervisor.ts";

const BAGUS = 5_000_100_001;
const NAMES = [
  ...["Siti Aminah", "Rina Wulandari", "Eti Suhaeti", "Dewi Lestari"],
  ...["Asep Hidayat", "Ujang Permana", "Yani Mulyani", "Joko Santoso"],
];
const HEAD = "Nama;Kecamatan;Kerajinan;Nomor HP;18 tahun ke atas;Persetujuan;Kode";
const rowOf = (name: string) => `${name};Petir;Rajut & makrame;;Ya;lisan;`;
const SHEET = [HEAD, ...NAMES.map(rowOf)].join("\n");
const BEAT_MS = 50;
/** So much faster the bot's time goes, so that the lease of a dead process is soon over. */
const SPEED = 20;

const [POINT] = CRASH_POINTS.importing;
/** In the tap itself, and twice in what the next start goes on with: in its third and second row. */
const DEATHS = [1, 3, 2].map((pass) => ({ crash: { point: POINT, pass } }));

it("an import that dies three times between a record and its note goes on, and has everybody once", async () => {
  const { database, control, supervisor } = await office();
  const shown = () => control.messages(BAGUS).map((one) => one.text ?? "");
  const sees = (text: string) =>
    vi.waitFor(() => expect(shown().join("\n")).toContain(text), {
      timeout: 60_000,
      interval: BEAT_MS,
    });
  const base64 = Buffer.from(SHEET).toString("base64");
  control.upload({ person: BAGUS, kind: "document", file_name: "perajin.csv", base64 });
  await sees(`Baru: ${NAMES.length}`);
  control.press({ person: BAGUS, label: `✓ Simpan (${NAMES.length})` });
  await sees(`Tersimpan: ${NAMES.length} baris`);
  // The tap that died is still in hand: its claim has to end before it is handled again.
  const left = () => database.connection.collection("inbox").countDocuments();
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 60_000, interval: 200 });
  await supervisor.stop();

  expect(supervisor.met).toEqual(DEATHS);
  const all = (name: string) => database.connection.collection(name).find().toArray();
  const records = await all("artisans");
  expect(records.map((one) => String(one["name"])).sort()).toEqual([...NAMES].sort());
  expect(await all("imports")).toMatchObject([{ state: "done" }]);
  expect((await all("importRows")).map((row) => String(row["state"]))).toEqual(
    NAMES.map(() => "saved"),
  );
  // Each has one code that counts, and the audit names everybody and is whole.
  expect(await all("claims")).toHaveLength(NAMES.length);
  const written = (await all("audit")).filter(({ what }) => what === "member.register");
  const whom = new Set(written.flatMap((one) => one["whom"] as string[]));
  expect([...whom].sort()).toEqual(records.map(({ _id }) => String(_id)).sort());
  expect(await createAuditProof(database.connection).verify()).toMatchObject({ ok: true });
}, 180_000);

/** A coordinator, and a program that dies as `DEATHS` say. */
async function office() {
  const database = await openTestDatabase();
  const clock = createAdjustableClock(new Date("2025-08-14T09:00:00+07:00"));
  const standin = await createStandin({ clock });
  const supervisor = createSupervisor({
    orders: () => ({ api: standin, uri: database.uri, now: clock.now().getTime() }),
    deaths: DEATHS,
  });
  const beat = setInterval(() => {
    clock.set(new Date(clock.now().getTime() + (SPEED - 1) * BEAT_MS));
    supervisor.tell(clock.now().getTime());
  }, BEAT_MS);
  onTestFinished(async () => {
    clearInterval(beat);
    await supervisor.stop();
    await standin.stop();
    await database.drop();
  });
  await prepareDatabase(database.connection);
  const since = { by: 0, since: new Date("2025-08-01") };
  const roles = createRoleRepository(database.connection);
  await roles.give({ telegram: BAGUS, role: "coordinator" }, since);
  standin.control.putPerson({ id: BAGUS, first_name: "Bagus", started: true });
  supervisor.start();
  await standin.control.botReady(30_000);
  return { database, control: standin.control, supervisor };
}
