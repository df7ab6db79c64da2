import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createAdjustableClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { LANES } from "../../src/notices/notice.ts";
import { type Program, startProgram } from "../../src/program.ts";
import { createWorld, tinyPng } from "../../src/sandbox/telegram/client.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { NEWS } from "../notices/kabar.ts";
import { artisanNamed, wib } from "../notices/office.ts";
import { configAt } from "../reliability/config-at.ts";
import { openTestDatabase } from "../support/database.ts";

const FIRST = "7000000001:sanggar-demo";
const RENEWED = "7000000001:renewed-demo";
const OTHER = "7000000002:other-demo";
const TINI = 5_000_000_777;

/** One database, and Telegram as it looks to the bots of some tokens. */
async function openOffice() {
  const clock = createAdjustableClock(wib("2025-08-14 09:00"));
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "sanggar-bot-"));
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const ends: (() => Promise<unknown>)[] = [
    () => database.drop(),
    () => rm(dataDir, { recursive: true }),
  ];
  onTestFinished(async () => {
    for (const end of ends.toReversed()) await end();
  });
  return {
    clock,
    output,
    /** Telegram, with what it knew under another token of the same bot. */
    async telegram(token: string, known?: string) {
      const standin = await createStandin({ clock, token });
      ends.push(() => standin.stop());
      if (known !== undefined) standin.control.load(known);
      return {
        standin,
        world: createWorld(standin),
        /** Whoever acts waits until this program is at rest. */
        follow: ({ jobs, worker }: Program) =>
          standin.setHooks({
            upcoming: () => Promise.resolve([]),
            tick: () => jobs.tick(),
            settle: () => worker.idle(),
          }),
      };
    },
    async starts({ url }: { url: string }, token: string) {
      const config = configAt({ url, token }, dataDir);
      const { uri } = database;
      return startProgram({ config, uri, clock, log, onFatal: () => undefined });
    },
  };
}

/** Tini has agreed to register with the first bot. */
async function registrationBegun() {
  const office = await openOffice();
  const before = await office.telegram(FIRST);
  const first = await office.starts(before.standin, FIRST);
  before.follow(first);
  const tini = before.world.person("Tini", { id: TINI });
  await tini.says("/daftar");
  await tini.presses("Saya setuju");
  return { office, before, first };
}

it("a new token of the same bot: the old one is refused with the way on, and all goes on", async () => {
  const { office, before, first } = await registrationBegun();
  await first.stop();

  const after = await office.telegram(RENEWED, before.standin.control.dump());
  await expect(office.starts(after.standin, FIRST)).rejects.toThrow(
    "Telegram does not know BOT_TOKEN. Ask @BotFather for a new one.",
  );
  const second = await office.starts(after.standin, RENEWED);
  after.follow(second);
  const asked = await after.world.person("Tini", { id: TINI }).presses("Ya");
  await second.stop();
  expect(asked.text).toContain("nama lengkap");
  expect(office.output.join("")).not.toContain("another bot");
});

it("another bot: it says what to do, takes updates of the same numbers, and uploads files again", async () => {
  const { office, first } = await registrationBegun();
  const { artisans, originals } = first.services;
  const now = office.clock.now();
  await artisans.add({ ...artisanNamed("Tini", now), telegram: TINI, ticks: NEWS });
  const id = "notice:poster";
  await originals.keep(id, 1, { name: "", bytes: tinyPng }, now);
  await first.stop();

  const after = await office.telegram(OTHER);
  const second = await office.starts(after.standin, OTHER);
  after.follow(second);
  const alarm = office.output.find((line) => line.includes("another bot")) ?? "";
  expect(JSON.parse(alarm)).toMatchObject({ alarm: true, was: 7_000_000_001, is: 7_000_000_002 });
  expect(alarm).toContain("press Start");
  // Her first updates have the numbers that those to the old bot had.
  const again = after.world.person("Tini", { id: TINI });
  expect((await again.says("/daftar")).text).toContain("sudah terdaftar");

  await second.services.notices.add({
    ...{ id, kind: "announcement", planVersion: 0, lane: LANES.broadcast, state: "queued" },
    ...{ asOf: now, notAfter: new Date(now.getTime() + 86_400_000) },
    content: {
      ...{ text: "Poster pameran", marks: [] },
      files: [{ kind: "photo", fileId: "of-the-old-bot", message: 1 }],
    },
  });
  for (let turn = 0; turn < 3; turn += 1) {
    office.clock.set(new Date(office.clock.now().getTime() + 10_000));
    await second.jobs.tick();
  }
  const photos = after.standin.control.messages(TINI).filter(({ photo }) => photo);
  expect(photos.map(({ caption }) => caption)).toEqual([expect.stringContaining("Poster pameran")]);
  await second.stop();
});
