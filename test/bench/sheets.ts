import type { Figure } from "./figures.ts";
import { memoryMb } from "./figures.ts";
import { serve, serveMongo } from "./served.ts";

const SIZES = [1_000, 100_000] as const;
/** What the export of the largest list may take over the idle process. */
const MOST_MB = 200;
const EVERY_MS = 20;

interface Exporter {
  rows: number;
  ms: number;
  bytes: number;
}

/**
 * How long the list of all artisans takes from the press to its last byte, and how much memory:
 * a process of its own streams it from the embedded database, which is another process.
 */
export async function sheets(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const rows of SIZES) {
    const mongo = await serveMongo();
    try {
      figures.push(...(await measure(rows, mongo.told.uri)));
    } finally {
      await mongo.stop();
    }
  }
  return figures;
}

async function measure(rows: number, uri: string): Promise<Figure[]> {
  await (await serve<object>("serve-sheets.ts", "fill", uri, String(rows))).stop();
  const exporter = await serve<{ url: string }>("serve-sheets.ts", "export", uri);
  try {
    const idle = await memoryMb(exporter.pid);
    let peak = idle;
    const look = () => void memoryMb(exporter.pid).then((mb) => (peak = Math.max(peak, mb)));
    const timer = setInterval(look, EVERY_MS);
    const answer = await fetch(exporter.told.url);
    const told = (await answer.json()) as Exporter;
    clearInterval(timer);
    if (told.rows !== rows) throw new Error(`${told.rows} rows instead of ${rows}`);
    const name = `members.export.${rows}`;
    return [
      { name: `${name}.time`, value: Math.round(told.ms), unit: "ms" },
      { name: `${name}.file`, value: Math.round(told.bytes / 1_000), unit: "kB" },
      { name: `${name}.memory`, value: peak - idle, unit: "MB over idle", atMost: MOST_MB },
    ];
  } finally {
    await exporter.stop();
  }
}
