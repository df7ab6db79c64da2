import { claimLink } from "../claims/behalf-card.ts";
import { giveCode } from "../claims/on-behalf.ts";
import type { Speech } from "../bot/language.ts";
import type { Services } from "../services.ts";
import { IMPORT_LIMITS } from "./import.ts";
import { headerOf } from "./member-sheet.ts";
import { type Cell, writeSheet } from "./spreadsheet.ts";

type CodeServices = Pick<Services, "artisans" | "claimedRecords" | "claims" | "clock" | "imports">;

/** Ids of the people whom an import added, and whom nobody has claimed. */
export async function unclaimedOf(
  id: string,
  { claimedRecords, imports }: CodeServices,
): Promise<string[]> {
  const rows = await imports.rowsOf(id, "saved", IMPORT_LIMITS.rows);
  const added = rows.filter(({ plan }) => plan.does === "add").map(({ artisan }) => artisan);
  const open: string[] = [];
  for (const one of added) if (await claimedRecords.isUnclaimed(one)) open.push(one);
  return open;
}

/** A sheet to be printed: a new code for each of these people, with the link it stands in. */
export function codeSheet(
  ids: readonly string[],
  { registrar, bot, speech }: { registrar: number; bot: string; speech: Speech },
  services: CodeServices & Pick<Services, "places">,
): AsyncIterable<Uint8Array> {
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const id of ids) {
      const artisan = await services.artisans.byId(id);
      if (!artisan) continue;
      const given = await giveCode(id, registrar, services);
      if (!given.ok) continue;
      const place = services.places.showKecamatan(artisan.kecamatan);
      yield [artisan.name, place, given.code, claimLink(bot, given.code)];
    }
  }
  const columns = [
    { header: headerOf("name", speech), width: 32 },
    { header: headerOf("kecamatan", speech), width: 24 },
    { header: speech.plain("sheet-claim-code"), width: 14 },
    { header: speech.plain("sheet-claim-link"), width: 40 },
  ];
  return writeSheet("xlsx", { name: speech.plain("sheet-claim-codes"), columns, rows: rows() });
}
