import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filterCases } from "./filters.ts";
import { pipelineCases } from "./pipelines.ts";
import { updateCases } from "./updates.ts";

/** Case id → the MongoDB versions on which it has passed. */
type Proven = Record<string, string[]>;

const tables = { filter: filterCases, update: updateCases, pipeline: pipelineCases };

/** The ids of all cases, `<table>: <title>`; refusals are the sandbox's own and need no proof. */
export const caseIds: string[] = Object.entries(tables).flatMap(([table, cases]) =>
  cases.map(([title]) => `${table}: ${title}`),
);

/** What `proven.json` says: it is written by hand after a run with MONGODB_URI. */
export async function readProven(): Promise<Proven> {
  const text = await readFile(join(import.meta.dirname, "proven.json"), "utf8");
  return JSON.parse(text) as Proven;
}
