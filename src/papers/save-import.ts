import { standingOf } from "../access/standing.ts";
import { registerOnBehalf } from "../claims/on-behalf.ts";
import { flagDoubles } from "../doubles/flag-doubles.ts";
import { permitOf } from "../bot/gate.ts";
import { crash } from "../crash.ts";
import type { Change } from "../artisans/record.ts";
import { CONSENT_VERSION } from "../privacy/consent.ts";
import type { Services } from "../services.ts";
import { type Import, IMPORT_LIMITS, type ImportRow, type RowState } from "./import.ts";

export type SaveServices = Pick<
  Services,
  | "artisans"
  | "audit"
  | "claimedRecords"
  | "claims"
  | "clock"
  | "doubles"
  | "importedRecords"
  | "imports"
  | "ownerIds"
  | "roles"
>;

const PAGE = 25;

interface Pace {
  /** Rows at most; the clock goes on with the rest. */
  most?: number;
  signal?: AbortSignal;
}

/**
 * Saves the rows that wait, one after the other. It may end after any of them and be begun again:
 * each row can be done twice. True: this call came to the end of it.
 */
export async function saveRows(
  { id, by, at }: Import,
  { most = Infinity, signal }: Pace,
  services: SaveServices,
): Promise<boolean> {
  const { clock, imports } = services;
  for (let done = 0; done < most;) {
    const rows = await imports.rowsOf(id, "waiting", PAGE);
    if (!rows.length) return imports.saved(id);
    for (const row of rows) {
      if (signal?.aborted || done >= most) return false;
      const state = await saveRow(row, { by, at }, services);
      crash("import-row");
      const until = new Date(clock.now().getTime() + IMPORT_LIMITS.undoMs);
      await imports.settleRow(row.id, state, until);
      done += 1;
    }
  }
  return false;
}

async function saveRow(
  row: ImportRow,
  { by, at }: Pick<Import, "by" | "at">,
  services: SaveServices,
): Promise<RowState> {
  if (row.plan.does === "change")
    return changeRecord(row.artisan, row.plan, { by, detail: "save" }, services);
  const { answers, manner } = row.plan;
  // The text was read out before the sheet was sent; the number of its update proves which one.
  const update = Number(row.import.replace(/\D/g, ""));
  const consent = { version: CONSENT_VERSION, at: at.toISOString(), update };
  const made = await registerOnBehalf(
    {
      id: row.artisan,
      answers: { ...answers, consent },
      registrar: { telegram: by, manner },
      language: "id",
    },
    services,
  );
  // Claimed already: it was saved before, and only the note of it was lost.
  return made.ok || made.reason === "claimed" ? "saved" : "skipped";
}

/** Changes fields that are still as they were seen, of a record that nobody has claimed. */
export async function changeRecord(
  artisan: string,
  { before, after }: { before: Change; after: Change },
  { by, detail }: { by: number; detail: string },
  services: SaveServices,
): Promise<"saved" | "skipped"> {
  const { audit, importedRecords } = services;
  const standing = await standingOf(by, services);
  const as = permitOf(standing, "import.run", { artisans: [artisan] }, "private");
  const line = {
    who: by,
    as: as ?? "anyone",
    what: "import.run",
    whom: [artisan],
    detail,
  } as const;
  await audit.write({ ...line, from: "private", result: as ? "allowed" : "refused" });
  const seen = as && (await importedRecords.look(artisan));
  if (!seen) return "skipped";
  if (says(seen.artisan, after)) return "saved";
  if (!says(seen.artisan, before) || !(await importedRecords.correct(seen, after)))
    return "skipped";
  await flagDoubles(artisan, services);
  return "saved";
}

/** Whether the record says exactly this in these fields. */
function says(artisan: object, change: Change): boolean {
  const now = artisan as Record<string, unknown>;
  return Object.entries(change).every(
    ([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value),
  );
}
