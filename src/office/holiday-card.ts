import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { showShortDate } from "../dates.ts";
import type { YearRows } from "./holiday.ts";
import type { HolidaySheet } from "./holiday-sheet.ts";
import { isPeriod, type ReadHolidays } from "./read-holidays.ts";
import { button, changedLine } from "./settings-card.ts";

/** Complaints that a message names; of more it says how many. */
const SAID = 8;

function lineOf(one: YearRows["rows"][number] | YearRows["ramadan"][number], speech: Speech): Html {
  const day = (date: string) => showShortDate(date, speech.language);
  if (isPeriod(one))
    return speech.html("holiday-ramadan", { from: day(one.from), until: day(one.until) });
  const kind = one.silent ? "silent" : one.kind;
  return speech.html(`holiday-line-${kind}`, { date: day(one.date), name: one.name });
}

/** The holidays of one year, a page at a time. */
export function yearCard(
  speech: Speech,
  year: string,
  shown: {
    rows: YearRows;
    page: string | undefined;
    above: readonly Html[];
    changed: { who: string; at: Date } | undefined;
    /** The list that can be taken back. */
    undo?: string;
  },
): Card {
  const { rows, ramadan } = shown.rows;
  const all = pageOf([...ramadan, ...rows], shown.page);
  const other = (to: number) => String(Number(year) + to);
  return {
    text: joinHtml([
      ...shown.above,
      speech.html("holidays-title", { year, count: rows.length }),
      ...(rows.length || ramadan.length ? [] : [speech.html("holidays-none")]),
      ...all.items.map((one) => lineOf(one, speech)),
      ...(ramadan.length || !rows.length ? [] : [speech.html("holidays-no-ramadan")]),
      changedLine(speech, shown.changed),
    ]),
    buttons: [
      ...turnRow(all, speech, "set.year", year),
      [-1, 1].map((to) => ({
        label: speech.plain("button-setting-year", { year: other(to) }),
        press: packPress("set.year", other(to), "0"),
      })),
      [button(speech, "year-ask", "set.yearAsk", year)],
      ...(shown.undo ? [[button(speech, "year-undo", "set.yearUndo", shown.undo)]] : []),
      [button(speech, "home", "set.home")],
    ],
  };
}

/** What was read of a list, before anything is kept. */
export function sheetCard(
  speech: Speech,
  { id, year, rows }: HolidaySheet,
  read: ReadHolidays,
): Card {
  const { complaints } = read;
  const silent = rows.rows.filter((one) => one.silent).length;
  const lines = complaints.slice(0, SAID).map(({ row, reason }) =>
    speech.html("holidays-row", {
      ...{ row: String(row), problem: speech.plain(`holidays-row-${reason}`, { year }) },
    }),
  );
  const rest = complaints.length - lines.length;
  const isAny = rows.rows.length + rows.ramadan.length > 0;
  return {
    text: joinHtml([
      speech.html("holidays-read", { year, count: rows.rows.length, silent }),
      ...rows.ramadan.map((one) => lineOf(one, speech)),
      ...rows.rows.slice(0, SAID).map((one) => lineOf(one, speech)),
      ...(rows.rows.length > SAID
        ? [speech.html("holidays-more", { count: rows.rows.length - SAID })]
        : []),
      ...lines,
      ...(rest > 0 ? [speech.html("holidays-rows-more", { count: rest })] : []),
      speech.html(isAny ? "holidays-question" : "holidays-nothing", { year }),
    ]),
    buttons: [
      ...(isAny ? [[button(speech, "year-save", "set.yearSave", id)]] : []),
      [button(speech, "no", "set.yearDrop", id)],
    ],
  };
}
