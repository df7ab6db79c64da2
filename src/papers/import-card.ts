import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import type { ImportCounts, RowCounts } from "./import.ts";
import { headerOf, type SheetField } from "./member-sheet.ts";
import type { PlannedRow } from "./plan-import.ts";
import type { Complaint } from "./read-member.ts";
import { type Cell, cellName, type Column } from "./spreadsheet.ts";

const button = (label: string, action: string, ...args: string[]): Button[] => [
  { label, press: packPress(action, ...args) },
];

/** Remarks that are said in the message; all of them stand in a file when there are more. */
export const SAID = 6;
const VALUE_SIGNS = 40;

/** What the sheet would do, before anything is written. */
export function previewCard(
  speech: Speech,
  { id, counts, remarks }: { id: string; counts: ImportCounts; remarks: readonly Remark[] },
): Card {
  const toSave = counts.fresh + counts.changed;
  return {
    text: joinHtml([
      speech.html("import-preview", { ...counts }),
      ...remarks.slice(0, SAID).map((remark) => sayRemark(remark, speech)),
      ...(remarks.length > SAID
        ? [speech.html("import-more", { count: remarks.length - SAID })]
        : []),
      speech.html(toSave ? "import-save-question" : "import-nothing"),
    ]),
    buttons: toSave
      ? [
          button(speech.plain("button-import-save", { count: toSave }), "import.save", id),
          button(speech.plain("button-import-drop"), "import.drop", id),
        ]
      : [],
  };
}

export function savedCard(speech: Speech, id: string, { saved = 0, skipped = 0 }: RowCounts): Card {
  return {
    text: speech.html("import-saved", { saved, skipped }),
    buttons: saved
      ? [
          button(speech.plain("button-import-codes"), "import.codes", id),
          button(speech.plain("button-import-undo"), "import.undo", id),
        ]
      : [],
  };
}

export function undoneCard(speech: Speech, { undone = 0, kept = 0 }: RowCounts): Card {
  return { text: speech.html("import-undone", { undone, kept }) };
}

/** What is to be said of a row. */
export interface Remark {
  row: number;
  /** "B5", where it is about one cell. */
  cell: string;
  field: SheetField;
  value: string;
  what: Html;
  example: string;
}

/** Row by row: what is wrong and what is doubtful, with a good example. */
export function remarksOf(rows: readonly PlannedRow[], speech: Speech): Remark[] {
  return rows.flatMap((row) => {
    if (row.kind === "wrong") {
      const placed = row.complaints.map((one) => complaintOf(one, row, speech));
      return placed.sort((a, b) => (row.places[a.field] ?? 0) - (row.places[b.field] ?? 0));
    }
    return row.kind === "doubtful" ? [doubtOf(row, speech)] : [];
  });
}

function complaintOf({ field, reason, value }: Complaint, row: PlannedRow, speech: Speech): Remark {
  return {
    ...placeOf(row, field),
    value,
    what: speech.html(`sheet-wrong-${reason}`),
    example: speech.plain(`sheet-example-${field}`),
  };
}

function doubtOf(row: Extract<PlannedRow, { kind: "doubtful" }>, speech: Speech): Remark {
  const { doubt } = row;
  const values = {
    code: doubt.is === "alike" ? doubt.code : "",
    row: doubt.is === "alikeRow" ? String(doubt.row) : "",
  };
  return {
    ...placeOf(row, "name"),
    value: "",
    what: speech.html(`sheet-doubt-${doubt.is}`, values),
    example: "",
  };
}

function placeOf({ row, places }: PlannedRow, field: SheetField) {
  const place = places[field];
  return { row, field, cell: place === undefined ? "" : cellName(place, row) };
}

function sayRemark(remark: Remark, speech: Speech): Html {
  const { row, cell, field, value, what, example } = remark;
  const where = speech.html("sheet-where", {
    place: cell || String(row),
    column: headerOf(field, speech),
  });
  const given = value === "" ? [] : [speech.html("sheet-given", { value: cut(value) })];
  const good = example === "" ? [] : [speech.html("sheet-good", { example })];
  return joinHtml([where, ...given, what, ...good], " ");
}

function cut(value: string): string {
  const signs = Array.from(value);
  return signs.length > VALUE_SIGNS ? `${signs.slice(0, VALUE_SIGNS).join("")}…` : value;
}

const REMARK_WIDTHS = { cell: 8, column: 20, value: 30, what: 60, example: 24 } as const;

/** The columns of the file that holds all remarks. */
export function remarkColumns(speech: Speech): Column[] {
  return Object.entries(REMARK_WIDTHS).map(([name, width]) => ({
    header: speech.plain(`remark-${name}`),
    width,
  }));
}

/** A row of that file. */
export function remarkRow(
  { cell, row, field, value, what, example }: Remark,
  speech: Speech,
): Cell[] {
  return [cell || String(row), headerOf(field, speech), value, plain(what), example];
}

function plain(html: Html): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
