import { readFile } from "node:fs/promises";
import { StartRefused } from "../start-refused.ts";
import type { CraftRow } from "./craft-table.ts";
import { chooseCrafts } from "./crafts.ts";
import { createPlaces, type Places, type RegionTable } from "./places.ts";
import { serangPlaces } from "./serang.ts";

/** A table of another office: its kabupaten, and its crafts where they are not ours. */
type OfficeTable = RegionTable & { crafts?: readonly CraftRow[] };

/**
 * The kabupaten this process serves; without a file that of Serang. The file has the form of
 * `seeds/serang-regions.json`, and may hold `crafts`.
 * @throws StartRefused when it cannot be read
 */
export async function loadPlaces(path: string | undefined): Promise<Places> {
  if (path === undefined) return serangPlaces();
  const table = await readTable(path);
  if (table.crafts) chooseCrafts(table.crafts);
  return createPlaces(table);
}

async function readTable(path: string): Promise<OfficeTable> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new StartRefused(`REGIONS_FILE: ${path} cannot be read.`);
  });
  try {
    const table = JSON.parse(text) as Partial<OfficeTable>;
    const { kabupaten, kecamatan = [] } = table;
    const isWhole =
      typeof kabupaten?.name === "string" &&
      kecamatan.length > 0 &&
      kecamatan.every(({ code, name, desa }) => code && name && Array.isArray(desa)) &&
      (table.crafts ?? []).every(({ key, id, en, words }) => key && id && en && words);
    if (!isWhole) throw new Error("not whole");
    return { legal_basis: "", licence: "", sources: [], ...table } as OfficeTable;
  } catch {
    throw new StartRefused(`REGIONS_FILE: ${path} is not a table like seeds/serang-regions.json.`);
  }
}
