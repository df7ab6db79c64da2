import type { Frame } from "./origin.ts";
import { type Block, type Column, LINE, words } from "./pdf.ts";

/** The name of a paper, with what it is of below it. */
export function title(text: string, ...under: string[]): Block {
  return {
    stack: [
      { ...words(text), style: "title" },
      ...under.map((line) => ({ ...words(line), style: "under" })),
    ],
    margin: [0, 0, 0, 10],
  };
}

export interface TextLook {
  bold?: boolean;
  faint?: boolean;
  align?: "left" | "center" | "right";
  /** In points. */
  size?: number;
  color?: string;
  above?: number;
  below?: number;
}

export function text(value: string, look: TextLook = {}): Block {
  const style = [...(look.bold ? ["strong"] : []), ...(look.faint ? ["faint"] : [])];
  return {
    ...words(value),
    style,
    ...(look.size !== undefined && { fontSize: look.size }),
    ...(look.color !== undefined && { color: look.color }),
    alignment: look.align ?? "left",
    margin: [0, look.above ?? 0, 0, look.below ?? 0],
  };
}

/** A sentence or more across the page, as in a letter. */
export function paragraph(value: string): Block {
  return { ...words(value), lineHeight: 1.15, margin: [0, 0, 0, 7] };
}

/** Where somebody writes with a pen. */
export const TO_FILL = "…………………………………";

/** "Tempat : UTC Dago Hotel": names and values below one another; a value may have several lines. */
export function facts(
  rows: readonly (readonly [name: string, value: string | readonly string[]])[],
  { width = 92, indent = 0 } = {},
): Block {
  const body = rows.map(([name, value]) => [
    words(name),
    { text: ":" },
    { stack: [value].flat().map(words) },
  ]);
  return {
    table: { widths: [width, 4, "*"], body, dontBreakRows: true },
    layout: PLAIN,
    margin: [indent, 0, 0, 8],
  };
}

const PLAIN = {
  ...{ hLineWidth: () => 0, vLineWidth: () => 0 },
  ...{
    paddingLeft: () => 0,
    paddingRight: () => 4,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
};

export interface GridColumn {
  head: string;
  /** In points, or the rest of the page. */
  width: number | "*";
  align?: "left" | "right" | "center";
  /** So many columns stand under this head, and the next ones have none. */
  span?: number;
  /** No line between it and the column to the right. */
  open?: boolean;
}

const ALIGNED = { left: "cell", right: "number", center: "middle" } as const;

/**
 * A table with lines, whose head stands on every page; `height` is the least of a row, in points,
 * and tight rows are a third lower.
 */
export function grid(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  { height = 0, tight = false } = {},
): Block {
  const styles = columns.map(({ align = "left" }) => ALIGNED[align]);
  // Only where a line is missing: a cell with lines of its own is drawn far slower.
  const borders = columns.map(({ open }, at) => bordersOf(columns[at - 1]?.open, open));
  const head = columns.map(({ head, span = 1 }) => ({
    ...{ ...words(head), style: "head", colSpan: span },
  }));
  const body = rows.map((row) =>
    columns.map((_, at) => ({
      ...words(row[at] ?? ""),
      style: styles[at] ?? "cell",
      ...borders[at],
    })),
  );
  return {
    table: {
      ...{ headerRows: 1, dontBreakRows: true, widths: columns.map(({ width }) => width) },
      heights: (row: number) => (row === 0 ? 0 : height),
      body: [head, ...body],
    },
    layout: tight ? { ...LINED, ...TIGHT } : LINED,
    ...(tight && { lineHeight: 0.9 }),
    margin: [0, 0, 0, 8],
  };
}

function bordersOf(openLeft = false, openRight = false) {
  type Borders = [left: boolean, top: boolean, right: boolean, bottom: boolean];
  const border: Borders = [!openLeft, true, !openRight, true];
  return openLeft || openRight ? { border } : {};
}

const LINED = {
  ...{
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    hLineColor: () => LINE,
    vLineColor: () => LINE,
  },
  ...{ paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 3, paddingBottom: () => 3 },
};

const TIGHT = { paddingTop: () => 0.6, paddingBottom: () => 0.6 };

export interface Signer {
  /** "Kepala Dinas", "Yang menyerahkan". */
  role: string;
  /** Left to fill where it is not known. */
  name?: string;
  /** A line above the role, such as "Serang, …". */
  above?: string;
  /** A line for the number of an official. */
  withNip?: boolean;
  /** The number itself; left to fill where it is not known. */
  nip?: string;
}

/** Places to sign, next to one another and never torn between two pages; one stands on the right. */
export function signatures(signers: readonly Signer[]): Block {
  const some = signers.length === 1 ? [undefined, ...signers] : signers;
  return {
    columns: some.map((signer): Column => (signer ? signature(signer) : { text: "", width: "*" })),
    ...{ columnGap: 24, unbreakable: true, margin: [0, 14, 0, 0] },
  };
}

/** Who signs for the office, beside whoever made the paper; nobody where none is named. */
export function knownTo({ signer }: Pick<Frame, "signer">): Signer[] {
  return signer?.name === undefined ? [] : [{ ...signer, above: "Mengetahui,", withNip: true }];
}

/** A place to sign for one. */
export function signature({ role, name, above, withNip, nip }: Signer): Column & object {
  const centred = (value: string, look: TextLook = {}) => text(value, { align: "center", ...look });
  return {
    width: "*",
    stack: [
      centred(above ?? " "),
      centred(role, { below: 54 }),
      centred(name || TO_FILL, { bold: name !== undefined }),
      ...(withNip ? [centred(`NIP. ${nip ?? TO_FILL}`)] : []),
    ],
  };
}

/** One under the other, on one page. */
export function together(...blocks: Block[]): Block {
  return { stack: blocks, unbreakable: true };
}
