import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { createArtisanRepository } from "../../src/artisans/artisan-repository.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { CRASH_POINTS } from "../../src/crash.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { CONSENT_VERSION } from "../../src/privacy/consent.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { openTestDatabase } from "../support/database.ts";
import { cipher } from "./config-at.ts";
import { createSupervisor } from "./supervisor.ts";

const NOW = new Date("2025-08-22T10:00:00+07:00");
const PEOPLE = 6;
const FIRST_CHAT = 6_300_000_001;

it("an erasure that dies at any named point, three times each, is brought to its end", async () => {
  const database = await openTestDatabase();
  const clock = createAdjustableClock(NOW);
  const standin = await createStandin({ clock });
  const dataDir = await mkdtemp(join(tmpdir(), "sanggar-erase-"));
  onTestFinished(async () => {
    await standin.stop();
    await database.drop();
    await rm(dataDir, { recursive: true });
  });
  const artisans = createArtisanRepository(database.connection, cipher);
  await prepareDatabase(database.connection);
  for (let at = 0; at < PEOPLE; at += 1) await artisans.add(leaver(at));

  const deaths = CRASH_POINTS.erasure.flatMap((point) =>
    [1, 2, 3].map(() => ({ crash: { point, pass: 1 } })),
  );
  const supervisor = createSupervisor({
    orders() {
      // Each life begins when the lease of the one before is over.
      clock.set(new Date(clock.now().getTime() + 120_000));
      return { api: standin, uri: database.uri, now: clock.now().getTime(), dataDir };
    },
    deaths,
  });
  supervisor.start();
  onTestFinished(() => supervisor.stop());
  const left = () => database.connection.collection("artisans").countDocuments();
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 90_000, interval: 200 });
  await supervisor.stop();

  expect(supervisor.met).toEqual(deaths);
  for (const { name } of await database.connection.listCollections()) {
    const rows = JSON.stringify(await database.connection.collection(name).find().toArray());
    for (let at = 0; at < PEOPLE; at += 1) {
      expect(rows, name).not.toContain(`Pergi ${at}`);
      expect(rows, name).not.toContain(String(FIRST_CHAT + at));
    }
  }
}, 120_000);

/** Asked to be erased eight days ago. */
function leaver(at: number): Artisan {
  const since = new Date("2025-08-14T09:00:00+07:00");
  const consent = { version: CONSENT_VERSION, at: since.toISOString(), update: at };
  return {
    ...{ id: `leaver-${at}`, state: "active", telegram: FIRST_CHAT + at, language: "id" },
    ...{ name: `Pergi ${at}`, kecamatan: "36.04.19", crafts: ["rajut"], mainCraft: "rajut" },
    ...{ consent, registeredAt: since, activeAt: since },
    leaving: { since, eraseAt: new Date("2025-08-21T09:00:00+07:00") },
  };
}
