import { describe, expect, it } from "vitest";
import { localDate } from "../../src/dates.ts";
import { openOffice, type Office, wib } from "./office.ts";

/** Uneven jumps of 4 to 110 minutes; the same ones in every run. */
function* jumps(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield 240 + (state % 6_360);
  }
}

/** Lets a process live until the moment, with a tick after every jump. */
async function live(office: Office, until: string, seconds: Generator<number>): Promise<void> {
  const { jobs } = office.start();
  await jobs.tick();
  while (office.clock.now() < wib(until)) {
    office.pass(seconds.next().value as number);
    await jobs.tick();
  }
  await jobs.stop();
}

const DAYS = ["22", "23", "24", "25", "26"];
const dayTexts = DAYS.map((_, index) => `hari ke-${index + 1} dari 5 berlangsung hari ini`);

/** Some thousand ticks. */
const WALK = { timeout: 120_000 };

describe("from eight days before a training to the day after it", () => {
  it(
    "each participant gets one H-7, H-3, H-2, H-1 and one message each day, none stale",
    WALK,
    async () => {
      const office = await openOffice("2025-08-14 09:10");
      const rina = await office.participant("Rina");
      const sumi = await office.participant("Sumi");
      const asep = await office.participant("Asep");
      const wati = await office.participant("Wati");
      const { trainings } = office.start();
      const leaves = (id: string) => trainings.giveUpSeat(office.training, id, office.clock.now());
      const seconds = jumps(20_250_822);

      await leaves("asep");
      await live(office, "2025-08-14 21:00", seconds);
      office.moveTo("2025-08-15 14:10"); // the first stop lasts from the night to after 09.00 of H-7
      await live(office, "2025-08-18 12:00", seconds);
      await leaves("wati");
      await live(office, "2025-08-21 15:00", seconds);
      office.moveTo("2025-08-21 19:40"); // the second goes over 16.00 of H-1
      await live(office, "2025-08-27 12:00", seconds);

      for (const person of [rina, sumi]) {
        const got = office.inbox(person);
        expect(got).toHaveLength(9);
        for (const at of [0, 1, 2]) expect(got[at]).toContain("dimulai Jumat, 22 Agustus 2025");
        expect(got[1]).toContain("Supaya tempatnya siap");
        expect(got[2]).toContain("Berangkat: halaman kantor");
        expect(got[3]).toContain("dimulai besok, Jumat, 22 Agustus 2025");
        expect(got[3]).toContain("Mohon dibawa: alat tulis");
        dayTexts.forEach((text, index) => expect(got[index + 4]).toContain(text));
      }
      expect(office.inbox(asep)).toEqual([]);
      expect(office.inbox(wati)).toHaveLength(1);
      expect(staleCalls(office)).toEqual([]);
      const silent = office.world.calls("sendMessage").filter(isSilent);
      expect(silent).toHaveLength(8); // days two to five, of two people
      expect(Object.values(await office.runs())).toEqual(Array.from({ length: 10 }, () => "done"));
    },
  );
});

const isSilent = ({ params }: { params: Record<string, unknown> }) =>
  String(params["disable_notification"]) === "true";

/** Calls at which what the message says of its day was not true, or people sleep. */
function staleCalls({ world }: Office): unknown[] {
  return world.calls("sendMessage").filter(({ at, params }) => {
    const date = localDate(new Date(at));
    const text = String(params["text"]);
    const about = text.includes("hari ini") ? date : text.includes("besok") ? "2025-08-22" : "";
    const says = text.match(/(\d\d) Agustus/)?.[1] ?? "";
    const hour = new Date(new Date(at).getTime() + 7 * 3_600_000).getUTCHours();
    const late = text.includes("besok") && date !== "2025-08-21";
    return (about !== "" && !about.endsWith(says)) || late || hour < 6 || hour > 20;
  });
}
