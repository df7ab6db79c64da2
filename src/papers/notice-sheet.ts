import { carrierOf, type Carrier, isOpen } from "../carriers/errand.ts";
import { leadersNow, noticeErrands } from "../carriers/errands.ts";
import { localDate, localTime } from "../dates.ts";
import type { Carried } from "../notices/carried.ts";
import { handleOf, type Notice } from "../notices/notice.ts";
import { reportOf, type ReportRow } from "../notices/report.ts";
import type { Speech } from "../bot/language.ts";
import type { Services } from "../services.ts";
import { filterLine } from "./export.ts";
import { fileName } from "./file-name.ts";
import type { Paper } from "./list-of-artisans.ts";
import { type Cell, type SheetFormat, writeSheet } from "./spreadsheet.ts";

/** The columns of the report of a notice, with their widths. */
const WIDTHS = {
  number: 6,
  name: 32,
  kecamatan: 24,
  state: 20,
  reason: 28,
  road: 18,
  at: 18,
  answer: 16,
  answeredAt: 18,
  carrier: 20,
  carried: 20,
  by: 34,
  carriedAt: 18,
  twice: 18,
} as const;
type Field = keyof typeof WIDTHS;
const FIELDS = Object.keys(WIDTHS) as Field[];

/** People whose names are in memory at one time. */
const PAGE = 250;
/** Ids in one line of the audit. */
const LINE = 2_000;

/** What a row needs besides itself. */
interface RowEnv {
  speech: Speech;
  /** Who has to pass it on, of those nobody has told. */
  waiting: ReadonlyMap<string, Carrier>;
  /** Names of those who passed it on, by Telegram's id. */
  names: ReadonlyMap<number, string>;
}

/**
 * What became of a notice, person by person, as a stream: everybody it was meant for stands in it
 * once. Whom it is of is written in the audit before its first byte.
 */
export async function sheetOfNotice(
  { by, format, notice }: { by: number; format: SheetFormat; notice: Notice },
  services: Services,
): Promise<Paper & { count: number }> {
  const { audit, clock, texts } = services;
  const { rows } = await reportOf(notice, services);
  const filter = filterLine({ kind: "notice", value: handleOf(notice.id) });
  const detail = `${filter} ${format} ${rows.length}`;
  const line = { who: by, as: "coordinator", what: "export.run", from: "private" } as const;
  for (let at = 0; at === 0 || at < rows.length; at += LINE) {
    const whom = rows.slice(at, at + LINE).map(({ artisan }) => artisan);
    await audit.write({ ...line, whom, detail, result: "allowed" });
  }
  // Papers of the office are Indonesian.
  const speech = texts.id;
  const columns = FIELDS.map((field) => ({
    header: speech.plain(`report-sheet-${field}`),
    width: WIDTHS[field],
  }));
  const env = {
    speech,
    waiting: await waitingOf(notice, services),
    names: await namesOfCarriers(rows, services),
  };
  const bytes = writeSheet(format, {
    ...{ name: speech.plain("report-sheet"), columns },
    rows: cellsOf(rows, env, services),
  });
  const date = localDate(clock.now());
  const name = fileName({ paper: "notice", date, ending: format });
  return { name, count: rows.length, bytes };
}

async function waitingOf(notice: Notice, services: Services): Promise<Map<string, Carrier>> {
  const now = services.clock.now();
  const leaders = await leadersNow(services);
  const open = (await noticeErrands(notice, services)).filter((errand) => isOpen(errand, now));
  return new Map(open.map((errand) => [errand.person.id, carrierOf(errand, leaders, now)]));
}

async function namesOfCarriers(
  rows: readonly ReportRow[],
  { artisans }: Services,
): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const by of new Set(rows.flatMap(({ carried }) => carried?.by ?? []))) {
    const record = await artisans.byTelegram(by);
    if (record) names.set(by, record.name);
  }
  return names;
}

async function* cellsOf(
  rows: readonly ReportRow[],
  env: RowEnv,
  { audiences, places }: Services,
): AsyncGenerator<Cell[]> {
  for (let at = 0; at < rows.length; at += PAGE) {
    const page = rows.slice(at, at + PAGE);
    const people = await audiences.named(page.map(({ artisan }) => artisan));
    for (const [index, row] of page.entries()) {
      const person = people.get(row.artisan);
      const cells: Record<Field, Cell> = {
        number: at + index + 1,
        name: person?.name ?? env.speech.plain("notice-nameless"),
        kecamatan: person ? places.showKecamatan(person.kecamatan) : "",
        ...whatBecame(row, env),
        ...whoCarried(row, env),
      };
      yield FIELDS.map((field) => cells[field]);
    }
  }
}

function whatBecame(row: ReportRow, { speech }: RowEnv) {
  const { state, reason, sentAt, readAt, doubts, carried } = row;
  const answer = readAt ? "read" : carried?.answer;
  return {
    state: speech.plain(`outcome-${state}`),
    reason: reason === undefined || state === "sent" ? "" : speech.plain(`reason-${reason}`),
    road: roadOf(row, speech),
    at: moment(sentAt),
    answer: answer ? speech.plain(`report-answer-${answer}`) : "",
    answeredAt: moment(readAt ?? carried?.answeredAt),
    twice: state === "sent" && doubts > 0 ? speech.plain("ask-yes") : "",
  };
}

function roadOf({ state, carried }: ReportRow, speech: Speech): string {
  if (state === "sent") return "Telegram";
  if (carried?.state !== "told") return "";
  const { road } = carried;
  return speech.plain(road ? `button-carry-road-${road}` : "report-road-carrier");
}

function whoCarried({ artisan, carried }: ReportRow, { speech, waiting, names }: RowEnv) {
  const waits = waiting.get(artisan);
  const who = (as: Carried["as"], by: number) =>
    [speech.plain(`role-${as}`), names.get(by)].filter(Boolean).join(" ");
  return {
    carrier: waits ? speech.plain(`role-${waits}`) : "",
    carried: carried ? speech.plain(`report-carried-${carried.state}`) : "",
    by: carried ? who(carried.as, carried.by) : "",
    carriedAt: moment(carried?.at),
  };
}

/** "2025-08-14 09:00" in WIB, which sorts. */
const moment = (at: Date | undefined) => (at ? `${localDate(at)} ${localTime(at)}` : "");
