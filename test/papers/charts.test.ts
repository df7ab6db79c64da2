import { describe, expect, it } from "vitest";
import { createTexts } from "../../src/bot/language.ts";
import { attendancePicture, attendanceText } from "../../src/papers/attendance-chart.ts";
import { columnChart } from "../../src/papers/column-chart.ts";
import { reachPicture, reachText } from "../../src/papers/reach-chart.ts";
import { DATES, TRAINING } from "./samples.ts";

const { id, en } = createTexts();
const AS_OF = new Date("2025-08-26T09:00:00Z");

const ATTENDANCE = {
  ...{ training: TRAINING, asOf: AS_OF },
  days: DATES.map((date, at) => ({ date, present: 20 - at, expected: 20 })),
};

const REACH = {
  asOf: AS_OF,
  places: [
    { place: "Kec. Petir", sharers: 3, sessions: 4, people: 61 },
    { place: "Kec. Bandung, Kab. Serang", sharers: 2, sessions: 0, people: 0 },
    { place: "Kec. Kragilan", sharers: 1, sessions: 2, people: 90 },
  ],
};

/** Width and height, as the head of a PNG tells them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe("charts", () => {
  it("of attendance tell the same numbers as text", () => {
    const lines = String(attendanceText(id, ATTENDANCE)).split("\n");
    expect(lines[0]).toContain(`<b>Kehadiran per hari</b> – ${TRAINING}`);
    expect(lines.slice(1)).toHaveLength(5);
    expect(lines[2]).toBe("Sab, 23 Agu 2025: hadir <b>19</b> dari 20");
    expect(String(attendanceText(en, ATTENDANCE))).toContain("<b>19</b> of 20 present");
  });

  it("of reach tell those with nothing yet first, and the totals", () => {
    const lines = String(reachText(id, REACH)).split("\n");
    expect(lines[0]).toContain("6 pionir, 6 sesi, 151 orang");
    expect(lines.slice(1)).toEqual([
      "Kec. Bandung, Kab. Serang: belum ada sesi, 2 pionir",
      "Kec. Kragilan: <b>90</b> orang, 2 sesi, 1 pionir",
      "Kec. Petir: <b>61</b> orang, 4 sesi, 3 pionir",
    ]);
  });

  it("are PNG, 1440 wide and under 150 kB, also of nothing", async () => {
    const pictures = [
      await attendancePicture(id, ATTENDANCE),
      await attendancePicture(en, { ...ATTENDANCE, days: [] }),
      await reachPicture(id, REACH),
      await reachPicture(id, { ...REACH, places: [] }),
      await columnChart(
        { title: "x", note: "y" },
        Array(12).fill({ label: "Agu\n2025", value: 0 }),
      ),
    ];
    for (const png of pictures) {
      expect(sizeOf(png)[0]).toBe(1440);
      expect(png.length).toBeLessThan(150_000);
    }
  });

  it("are the same picture for the same numbers", async () => {
    const [one, two] = [await reachPicture(id, REACH), await reachPicture(id, REACH)];
    expect(one.equals(two)).toBe(true);
  });
});
