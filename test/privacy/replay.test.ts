import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createAdjustableClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { startProgram } from "../../src/program.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { artisanNamed, wib } from "../notices/office.ts";
import { openTestDatabase } from "../support/database.ts";

it("the program erases again, before it takes an update, whom a backup brought back", async () => {
  const clock = createAdjustableClock(wib("2025-08-14 09:00"));
  const database = await openTestDatabase();
  const { uri } = database;
  const standin = await createStandin({ clock });
  const dataDir = await mkdtemp(join(tmpdir(), "sanggar-replay-"));
  onTestFinished(async () => {
    await standin.stop();
    await database.drop();
    await rm(dataDir, { recursive: true });
  });
  const read = readConfig({
    BOT_TOKEN: standin.token,
    BOT_API_ROOT: standin.url,
    DATA_DIR: dataDir,
  });
  if (!read.ok) throw new Error(read.report);
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const onFatal = (reason: string) => {
    throw new Error(reason);
  };
  const start = () => startProgram({ config: read.config, uri, clock, log, onFatal });

  const before = await start();
  const { artisans, erasures } = before.services;
  await artisans.add({ ...artisanNamed("Rina", clock.now()), telegram: 5_000_000_777 });
  await artisans.add(artisanNamed("Sumi", clock.now()));
  await erasures.add({ artisan: "rina", chat: 5_000_000_777 }, wib("2025-08-15 09:00"));
  await before.stop();

  const after = await start();
  expect(await after.services.artisans.byId("rina")).toBeUndefined();
  expect(await after.services.artisans.byId("sumi")).toBeDefined();
  expect(output.join("")).toMatch(/"people":1,"alarm":true,"msg":"erased again"/);
  expect(output.join("")).not.toContain("5000000777");
  await after.stop();
});
