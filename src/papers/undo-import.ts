import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { recordOf } from "../artisans/record.ts";
import { permitOf } from "../bot/gate.ts";
import { flagDoubles } from "../doubles/flag-doubles.ts";
import type { Services } from "../services.ts";
import type { Import, ImportRow, RowPlan, RowState } from "./import.ts";
import { changeRecord, type SaveServices } from "./save-import.ts";

export type UndoServices = SaveServices & Pick<Services, "communities" | "heldSeats">;

const PAGE = 25;

/**
 * Takes back what an import added and changed, row by row; it may end after any of them and be
 * begun again. What somebody claimed, changed or enrolled since stays. True: this call came to
 * the end of it.
 */
export async function undoRows(
  { id, by, until }: Import,
  { most = Infinity, signal }: { most?: number; signal?: AbortSignal },
  services: UndoServices,
): Promise<boolean> {
  const { imports } = services;
  for (let done = 0; done < most;) {
    const rows = await imports.rowsOf(id, "saved", PAGE);
    if (!rows.length) return imports.undone(id);
    for (const row of rows) {
      if (signal?.aborted || done >= most) return false;
      await imports.settleRow(row.id, await undoRow(row, by, services), until);
      done += 1;
    }
  }
  return false;
}

async function undoRow(row: ImportRow, by: number, services: UndoServices): Promise<RowState> {
  const { artisan, plan } = row;
  if (plan.does === "change") {
    const back = { before: plan.after, after: plan.before };
    const outcome = await changeRecord(artisan, back, { by, detail: "undo" }, services);
    return outcome === "saved" ? "undone" : "kept";
  }
  return takeAway(artisan, plan, by, services);
}

async function takeAway(
  artisan: string,
  plan: Extract<RowPlan, { does: "add" }>,
  by: number,
  services: UndoServices,
): Promise<RowState> {
  const { audit, claims, importedRecords } = services;
  const standing = await standingOf(by, services);
  const as = permitOf(standing, "import.run", { artisans: [artisan] }, "private");
  const line = { who: by, as: as ?? "anyone", what: "import.run", whom: [artisan] } as const;
  const rest = { detail: "undo", from: "private", result: as ? "allowed" : "refused" } as const;
  await audit.write({ ...line, ...rest });
  if (!as) return "kept";
  const seen = await importedRecords.look(artisan);
  if (seen) {
    const untouched = isAsSaved(seen.artisan, plan) && !(await isNeeded(artisan, services));
    if (!untouched || !(await importedRecords.takeAway(seen))) return "kept";
  }
  await claims.drop(artisan);
  await flagDoubles(artisan, services);
  return "undone";
}

/** A seat, or a community to lead, came with the record since. */
async function isNeeded(
  artisan: string,
  { communities, heldSeats }: UndoServices,
): Promise<boolean> {
  if ((await heldSeats.of(artisan)).length) return true;
  return (await communities.ledBy(artisan)).length > 0;
}

/** What comes with a record besides its answers, and no person has touched. */
const BESIDES = new Set([
  ...["id", "state", "language", "registrar", "registeredAt", "activeAt", "confirmedAt", "check"],
]);

function isAsSaved(artisan: Artisan, { answers }: Extract<RowPlan, { does: "add" }>): boolean {
  const saved = recordOf({ ...answers, consent: artisan.consent });
  const told = Object.entries(artisan).filter(
    ([name, value]) => !BESIDES.has(name) && value !== undefined,
  );
  return canonical(told) === canonical(Object.entries(saved ?? {}));
}

function canonical(entries: readonly [string, unknown][]): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
