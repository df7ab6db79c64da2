import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type AuditLine, breakAfter, type Verdict } from "./audit-line.ts";
import {
  type AuditDocument,
  type AuditHeadDocument,
  auditHeadSchema,
  auditSchema,
  HEAD,
  readLine,
} from "./audit-schema.ts";

const PAGE = 500;

/** Proves the chain of the audit, and lets its oldest lines go without breaking it. */
export function createAuditProof(connection: Connection) {
  const lines = modelOf(connection, "AuditLine", auditSchema, "audit");
  const heads = modelOf(connection, "AuditHead", auditHeadSchema, "auditHeads");

  return {
    /** Walks the whole chain: one line that was changed or is missing breaks it. */
    async verify(): Promise<Verdict> {
      const head = await heads.findOne({ _id: HEAD }).lean<AuditHeadDocument>();
      let previous: Pick<AuditLine, "number" | "hash"> | undefined = head?.pruned;
      for (;;) {
        const page = await lines
          .find({ _id: operators({ $gt: previous?.number ?? 0 }) })
          .sort({ _id: 1 })
          .limit(PAGE)
          .lean<AuditDocument[]>();
        for (const line of page.map(readLine)) {
          const broken = breakAfter(previous, line);
          if (broken) return broken;
          previous = line;
        }
        if (page.length < PAGE) break;
      }
      const count = previous?.number ?? 0;
      if ((head?.lines ?? 0) > count) return { ok: false, number: count + 1, reason: "missing" };
      return { ok: true, lines: count, last: previous?.hash ?? "" };
    },

    /**
     * Lets go what is older, except for the last line. Where the chain begins is written first, so
     * that a stop half way leaves lines too many, which the next time takes.
     */
    async prune(before: Date): Promise<number> {
      const end = await lines.findOne({}).sort({ _id: -1 }).lean<AuditDocument>();
      const newest = await lines
        .findOne({ at: operators({ $lt: before }), _id: operators({ $lt: end?._id ?? 0 }) })
        .sort({ _id: -1 })
        .lean<AuditDocument>();
      if (!newest) return 0;
      const pruned = { number: newest._id, hash: newest.hash };
      await heads.updateOne({ _id: HEAD }, { $set: { pruned } });
      const done = await lines.deleteMany({ _id: operators({ $lte: newest._id }) });
      return done.deletedCount;
    },
  };
}
