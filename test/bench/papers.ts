import { createTexts } from "../../src/bot/language.ts";
import { attendancePdf } from "../../src/papers/attendance-sheet.ts";
import { reachPicture } from "../../src/papers/reach-chart.ts";
import { certificatePdf } from "../../src/papers/certificate.ts";
import { attendance, attendanceRows, certificate, CERTIFICATE_FRAME } from "../papers/samples.ts";
import { type Figure, memoryMb } from "./figures.ts";
import { figureOf, inRounds } from "./rounds.ts";
import { serve } from "./served.ts";

/** The sheet of one day with 500 people, to its last byte; the printer has been loaded before. */
export async function papersAttendance(): Promise<Figure[]> {
  const sheet = attendance({ rows: attendanceRows(500), withPhones: true });
  return timed("papers.attendance.500", 1_000, () => attendancePdf(sheet));
}

/** A hundred certificates with their backs as one file, and one alone. */
export async function papersCertificates(): Promise<Figure[]> {
  const hundred = Array.from({ length: 100 }, (_, at) => certificate(`Perajin Contoh ${at}`, at));
  const print = (some: typeof hundred) => certificatePdf(some, CERTIFICATE_FRAME);
  return [
    ...(await timed("papers.certificates.100", 2_000, () => print(hundred))),
    ...(await timed("papers.certificates.1", 300, () => print(hundred.slice(0, 1)))),
  ];
}

/** A picture of the reach in all 29 kecamatan. */
export async function papersChart(): Promise<Figure[]> {
  const { id } = createTexts();
  const asOf = new Date("2025-08-26T09:00:00Z");
  const places = Array.from({ length: 29 }, (_, at) => ({
    ...{ place: `Kec. Contoh ${at}`, sharers: 3, sessions: at % 5, people: at * 7 },
  }));
  return timed("papers.chart", 150, () => reachPicture(id, { places, asOf }));
}

async function timed(name: string, atMost: number, make: () => Promise<Buffer>) {
  const once = async () => {
    const begun = performance.now();
    const { length } = await make();
    return { time: performance.now() - begun, kB: length / 1_000 };
  };
  await once();
  const { values, noisy } = await inRounds(once);
  return [
    figureOf({ name: `${name}.time`, unit: "ms", noisy, atMost }, values.time),
    { name: `${name}.file`, value: Math.round(values.kB[0] ?? 0), unit: "kB" },
  ];
}

const ROWS = 100_000;
const EVERY_MS = 20;

/** A workbook of 100,000 participants, streamed by a process of its own. */
export async function papersSheet(): Promise<Figure[]> {
  const writer = await serve<{ url: string }>("serve-papers.ts", String(ROWS));
  try {
    const idle = await memoryMb(writer.pid);
    let peak = idle;
    const look = () => void memoryMb(writer.pid).then((mb) => (peak = Math.max(peak, mb)));
    const timer = setInterval(look, EVERY_MS);
    const answer = await fetch(writer.told.url);
    const { ms, bytes } = (await answer.json()) as { ms: number; bytes: number };
    clearInterval(timer);
    const name = `papers.sheet.${ROWS}`;
    return [
      { name: `${name}.time`, value: Math.round(ms), unit: "ms", atMost: 10_000 },
      { name: `${name}.file`, value: Math.round(bytes / 1_000), unit: "kB" },
      { name: `${name}.memory`, value: peak - idle, unit: "MB over idle", atMost: 200 },
    ];
  } finally {
    await writer.stop();
  }
}
