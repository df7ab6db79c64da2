import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createRoleRepository } from "../../src/access/role-repository.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createNoticeDrafts } from "../../src/notices/draft-repository.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { createSupervisor } from "./supervisor.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const BAGUS = 5_000_100_001;

/** A report may come between a question and its answer. */
const RECENT = 4;

/** A process that dies starts anew within this time, also on a busy machine. */
const within = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 40_000, interval: 50 });

it("C13, C14: a process that dies right after the confirmation leaves one notice, which says so", async () => {
  const clock = createAdjustableClock(new Date("2025-08-14T09:00:00+07:00"));
  const standin = await createStandin({ clock });
  const { control } = standin;
  const roles = createRoleRepository(database.connection);
  const drafts = createNoticeDrafts(database.connection);
  await prepareDatabase(database.connection);
  const since = { by: 0, since: new Date("2025-08-01") };
  await roles.give({ telegram: BAGUS, role: "coordinator" }, since);
  control.putPerson({ id: BAGUS, first_name: "Bagus", started: true });
  const deaths = Array.from({ length: 3 }, () => ({
    crash: { point: "confirmed" as const, pass: 1 },
  }));
  const supervisor = createSupervisor({
    orders: () => ({ api: standin, uri: database.uri, now: clock.now().getTime() }),
    deaths,
  });
  const beat = setInterval(() => {
    clock.set(new Date(clock.now().getTime() + 950));
    supervisor.tell(clock.now().getTime());
  }, 50);
  try {
    supervisor.start();
    await control.botReady(30_000);
    const says = async (text: string, next: string) => {
      control.say({ person: BAGUS, text });
      await sees(next);
    };
    const presses = async (label: string, next: string) => {
      control.press({ person: BAGUS, label });
      await sees(next);
    };
    const sees = (text: string) =>
      within(() =>
        shown()
          .slice(-RECENT)
          .some((one) => one.includes(text)),
      );
    const shown = () => control.messages(BAGUS).map((one) => one.text ?? "");
    for (const [at] of deaths.entries()) {
      const words = `Undangan ke${at}`;
      await says("/kabar", "Kabar untuk perajin");
      await presses("Tulis kabar baru", "Kirim isi kabarnya");
      await says(words, "Kepada siapa?");
      await presses("Lanjut: pratinjau", "Begini kabar itu sampai");
      control.press({ person: BAGUS, label: "Kirim sekarang" });
      await within(() => supervisor.met.length === at + 1);
      await sees(`${words} – `);
      const [newest] = await drafts.latest(1);
      expect(newest?.confirmedBy).toBe(BAGUS);
      expect(newest?.state).not.toBe("draft");
    }
    expect(await drafts.latest(9)).toHaveLength(3);
  } finally {
    clearInterval(beat);
    await supervisor.stop();
    await standin.stop();
  }
}, 150_000);
