import { type Block, type Column, INK, LINE, words } from "./pdf.ts";

const LABEL = 132;

/** A name, and a line to write on beside it; `hint` stands small under the name. */
export function writeLine(label: string, hint?: string): Block {
  return {
    table: { widths: [LABEL, 4, "*"], body: [[labelOf(label, hint), ":", ""]] },
    layout: {
      ...{ hLineWidth: (at) => (at === 1 ? 0.5 : 0), hLineColor: () => LINE, vLineWidth: () => 0 },
      ...{ paddingLeft: () => 0, paddingTop: () => 10, paddingBottom: () => 1 },
    },
    fontSize: 9.5,
  };
}

/** A name, and boxes to tick beside it, so many in a row. */
export function tickBoxes(label: string, choices: readonly string[], inARow: number): Block {
  return {
    columns: [
      { width: LABEL + 4, ...labelOf(label) },
      { width: 8, text: ":" },
      { width: "*", stack: rowsOf(choices, inARow) },
    ],
    ...{ fontSize: 9.5, margin: [0, 10, 0, 0] },
  };
}

/** A box to tick with a sentence beside it, across the page. */
export function tickBox(sentence: string): Block {
  return {
    ...{ columns: [box(), said(sentence)], columnGap: 5, fontSize: 9.5, margin: [0, 3, 0, 0] },
  };
}

function labelOf(label: string, hint?: string) {
  const name = words(label);
  return {
    stack: hint ? [name, { ...words(hint), style: "faint", fontSize: 7.5 }] : [name],
  };
}

function rowsOf(choices: readonly string[], inARow: number): Block[] {
  const rows = Array.from({ length: Math.ceil(choices.length / inARow) }, (_, at) =>
    choices.slice(at * inARow, (at + 1) * inARow),
  );
  return rows.map((row) => ({
    columns: Array.from({ length: inARow }, (_, at): Column => {
      const choice = row[at];
      if (choice === undefined) return { width: "*", text: "" };
      return { width: "*", columns: [box(), said(choice)], columnGap: 5 };
    }),
    margin: [0, 0, 0, 3] as [number, number, number, number],
  }));
}

/** Drawn, since the font has no such sign. */
function box(): Column {
  const rect = { type: "rect" as const, x: 0, y: 2.5, w: 9, h: 9, lineWidth: 0.8, lineColor: INK };
  return { width: 10, canvas: [rect] };
}

const said = (value: string): Column => ({ width: "*", ...words(value) });
