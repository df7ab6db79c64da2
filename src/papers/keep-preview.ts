import type { Services } from "../services.ts";
import { IMPORT_LIMITS } from "./import.ts";
import type { PlannedImport } from "./plan-import.ts";

/** Keeps the rows that could be saved, sealed, and then what the sheet would do. Repeatable. */
export async function keepPreview(
  { id, by, planned }: { id: string; by: number; planned: Extract<PlannedImport, { ok: true }> },
  { clock, imports }: Pick<Services, "clock" | "imports">,
): Promise<void> {
  const at = clock.now();
  const until = new Date(at.getTime() + IMPORT_LIMITS.previewMs);
  for (const row of planned.rows) {
    if (row.kind !== "fresh" && row.kind !== "changed") continue;
    const { artisan, plan } = row;
    await imports.keepRow({ import: id, row: row.row, artisan, plan }, until);
  }
  await imports.keep({ id, by, state: "preview", counts: planned.counts, at, until });
}
