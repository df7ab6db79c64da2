import { showDate, showDatesInLetter, showHours } from "../dates.ts";
import type { Frame } from "./origin.ts";
import { type Block, writePdf } from "./pdf.ts";
import { facts, grid, text, title, together } from "./pdf-blocks.ts";

export interface TimetableSession {
  /** Local times "HH:MM", where they are settled. */
  from?: string;
  until?: string;
  topic: string;
  trainer?: string;
  /** Lesson hours. */
  jp?: number;
}

export interface TimetableDay {
  /** Local date and hours. */
  date: string;
  from: string;
  until: string;
  /** Where it differs from the training's. */
  place?: string;
  sessions: readonly TimetableSession[];
}

export interface Timetable extends Frame {
  training: string;
  place: string;
  days: readonly TimetableDay[];
  /** What to bring. */
  bring: readonly string[];
  /** Where and when (local "HH:MM") those from afar gather on the first day. */
  gathering?: { place: string; at: string };
  contact?: string;
}

/** The timetable of a training, a table a day. */
export function timetablePdf(timetable: Timetable): Promise<Buffer> {
  const { letterhead, origin, training, days } = timetable;
  return writePdf({
    ...{ letterhead, origin, title: `Jadwal ${training}` },
    content: [
      title("JADWAL", training),
      facts(aboutTraining(timetable)),
      ...days.flatMap(dayBlock),
    ],
  });
}

function aboutTraining({ days, place, bring, gathering, contact }: Timetable) {
  const jp = days.flatMap(({ sessions }) => sessions).reduce((sum, one) => sum + (one.jp ?? 0), 0);
  const rows: (readonly [string, string])[] = [
    ["Hari/tanggal", showDatesInLetter(days.map(({ date }) => date))],
    ["Tempat", place],
    ...(jp ? [["Jumlah", `${jp} JP (jam pelajaran)`] as const] : []),
    ...(gathering ? [["Berkumpul", `${gathering.place}, ${hour(gathering.at)} WIB`] as const] : []),
    ...(bring.length ? [["Dibawa", bring.join(", ")] as const] : []),
    ...(contact ? [["Kontak", contact] as const] : []),
  ];
  return rows;
}

const hour = (time: string) => time.replace(":", ".");

function dayBlock({ date, from, until, place, sessions }: TimetableDay, at: number): Block[] {
  const where = place ? `, ${place}` : "";
  const head = `Hari ke-${at + 1}: ${showDate(date)}, ${showHours(from, until)}${where}`;
  const rows = sessions.map(({ topic, trainer = "", jp, ...times }) => [
    ...[spanOf(times), topic, trainer, jp === undefined ? "" : String(jp)],
  ]);
  const above = text(head, { bold: true, above: 4, below: 4 });
  if (!rows.length) return [above, text("Materi menyusul.", { faint: true, below: 8 })];
  return [together(above, grid(COLUMNS, rows))];
}

const COLUMNS = [
  { head: "Pukul", width: 74, align: "center" },
  { head: "Materi", width: "*" },
  { head: "Pemateri", width: 150 },
  { head: "JP", width: 28, align: "center" },
] as const;

function spanOf({ from, until }: Pick<TimetableSession, "from" | "until">): string {
  return from ? `${hour(from)}${until ? `–${hour(until)}` : ""}` : "";
}
