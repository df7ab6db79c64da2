import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { Import, ImportRow, ImportState, RowCounts, RowPlan, RowState } from "./import.ts";
import {
  type ImportDocument,
  type ImportRowDocument,
  importRowSchema,
  importSchema,
} from "./import-schema.ts";

/** Sheets that came in, and what each of their rows does. */
export function createImports(connection: Connection, cipher: FieldCipher) {
  const imports = modelOf(connection, "Import", importSchema, "imports");
  const rows = modelOf(connection, "ImportRow", importRowSchema, "importRows");
  const place = (record: string) => ({ collection: "importRows", record, field: "plan" });

  const read = ({ _id: id, ...rest }: ImportDocument): Import => ({ id, ...rest });
  const readRow = ({ _id: id, plan, until: _, ...rest }: ImportRowDocument): ImportRow => ({
    id,
    ...rest,
    plan: readPlan(cipher.open(place(id), plan)),
  });

  const step = async (
    filter: { _id: string; state: ImportState } & Record<string, unknown>,
    set: Partial<ImportDocument>,
  ): Promise<boolean> => (await imports.updateOne(filter, { $set: set })).matchedCount === 1;

  return {
    /** Keeps a row of a preview; what a repeated update reads anew changes nothing. */
    async keepRow(row: Omit<ImportRow, "id" | "state">, until: Date): Promise<void> {
      const _id = `${row.import}:${row.row}`;
      const plan = cipher.seal(place(_id), written(row.plan));
      const fresh = { ...row, plan, state: "waiting", until };
      await rows.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
    },

    /** Comes after its rows: what has a preview is whole. */
    async keep({ id, ...rest }: Import): Promise<void> {
      await imports.updateOne({ _id: id }, { $setOnInsert: rest }, { upsert: true });
    },

    async byId(id: string): Promise<Import | undefined> {
      const found = await imports.findOne({ _id: id }).lean<ImportDocument>();
      return found ? read(found) : undefined;
    },

    /** Those that stopped half way. */
    async unfinished(): Promise<Import[]> {
      const state = operators({ $in: ["saving" as const, "undoing" as const] });
      return (await imports.find({ state }).sort({ at: 1 }).lean<ImportDocument[]>()).map(read);
    },

    /** Begins to save; false when the preview is over, or was saved before. */
    save: (id: string, now: Date, until: Date) =>
      step(
        { _id: id, state: "preview", until: operators({ $gt: now }) },
        { state: "saving", until },
      ),
    saved: (id: string) => step({ _id: id, state: "saving" }, { state: "done" }),
    /** Begins to take it back; false when it is too late for it. */
    undo: (id: string, now: Date) =>
      step({ _id: id, state: "done", until: operators({ $gt: now }) }, { state: "undoing" }),
    undone: (id: string) => step({ _id: id, state: "undoing" }, { state: "undone" }),

    /** Forgets a preview that is not wanted. */
    async drop(id: string): Promise<void> {
      await imports.deleteOne({ _id: id, state: "preview" });
      await rows.deleteMany({ import: id, state: "waiting" });
    },

    /** The next rows in that state, in the order of the sheet. */
    async rowsOf(id: string, state: RowState, limit: number): Promise<ImportRow[]> {
      const found = await rows
        .find({ import: id, state })
        .sort({ row: 1 })
        .limit(limit)
        .lean<ImportRowDocument[]>();
      return found.map(readRow);
    },

    async settleRow(id: string, state: RowState, until: Date): Promise<void> {
      await rows.updateOne({ _id: id }, { $set: { state, until } });
    },

    async count(id: string): Promise<RowCounts> {
      const counts: RowCounts = {};
      for (const state of ["waiting", "saved", "skipped", "undone", "kept"] as const)
        counts[state] = await rows.countDocuments({ import: id, state });
      return counts;
    },
  };
}

/** JSON has no undefined, by which a change takes a field away; records have no null. */
function written(plan: RowPlan): string {
  return JSON.stringify(plan, (_, value: unknown) => (value === undefined ? null : value));
}

function readPlan(text: string): RowPlan {
  const plan = JSON.parse(text) as RowPlan;
  if (plan.does === "add") return plan;
  const [before, after] = [plan.before, plan.after].map((change) =>
    Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? undefined])),
  );
  return { does: "change", before: before ?? {}, after: after ?? {} };
}
