import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { ExportRequest } from "./export.ts";
import { type ExportDocument, exportSchema } from "./export-schema.ts";

/** Lists that were asked for, and what became of them. */
export function createExports(connection: Connection, cipher: FieldCipher) {
  const exports = modelOf(connection, "Export", exportSchema, "exports");
  const place = (record: string) => ({ collection: "exports", record, field: "why" });

  function read({ _id: id, kind, value, why, ...rest }: ExportDocument): ExportRequest {
    return {
      id,
      ...rest,
      filter: kind === "all" ? { kind } : { kind, value },
      ...(why && {
        why: JSON.parse(cipher.open(place(id), why)) as NonNullable<ExportRequest["why"]>,
      }),
    };
  }

  const find = async (filter: Record<string, unknown>) => {
    const found = await exports.findOne(filter).sort({ askedAt: -1 }).lean<ExportDocument>();
    return found ? read(found) : undefined;
  };

  return {
    /** Twice by the same update is once. */
    async ask({ id, filter, why: _, ...rest }: ExportRequest): Promise<void> {
      const { kind } = filter;
      const value = "value" in filter ? filter.value : "";
      const fresh = { ...rest, kind, value, why: "" };
      await exports.updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
    },

    byId: (id: string) => find({ _id: id }),

    /** The newest one whose reason this person was asked for. */
    asked: (by: number, now: Date) => find({ by, state: "asking", until: operators({ $gt: now }) }),

    /** Nobody waits for the reason any more. */
    async dropAsked(by: number): Promise<void> {
      await exports.deleteMany({ by, state: "asking" });
    },

    /** How many this person asked for since then, with a reason. */
    countSince: (by: number, since: Date): Promise<number> =>
      exports.countDocuments({
        by,
        askedAt: operators({ $gte: since }),
        state: operators({ $in: ["waiting", "approved", "sent"] }),
      }),

    /** Keeps the reason; false when it was given before, or is no longer waited for. */
    async reason(
      id: string,
      why: NonNullable<ExportRequest["why"]>,
      next: { state: "waiting" | "approved"; until: Date },
    ): Promise<boolean> {
      const done = await exports.updateOne(
        { _id: id, state: "asking" },
        { $set: { ...next, why: cipher.seal(place(id), JSON.stringify(why)) } },
      );
      return done.matchedCount === 1;
    },

    /** One decision, by somebody else, in time; false when it is too late for it. */
    async decide(
      id: string,
      state: "approved" | "refused",
      { by, at }: { by: number; at: Date },
    ): Promise<boolean> {
      const done = await exports.updateOne(
        {
          _id: id,
          state: "waiting",
          until: operators({ $gt: at }),
          by: operators({ $ne: by }),
        },
        { $set: { state, decidedBy: by, decidedAt: at } },
      );
      return done.matchedCount === 1;
    },

    /** What was approved cannot be made any more. */
    async refuse(id: string): Promise<void> {
      await exports.updateOne(
        { _id: id, state: operators({ $in: ["waiting", "approved"] }) },
        { $set: { state: "refused" } },
      );
    },

    async sent(id: string): Promise<void> {
      await exports.updateOne({ _id: id, state: "approved" }, { $set: { state: "sent" } });
    },
  };
}
