import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { draftSchema } from "./draft-schema.ts";

/** A form that nobody goes on with. */
export interface IdleDraft {
  id: string;
  chat: number;
  /** Of a talk about changes all answers are in the record: nothing is lost with it. */
  kind: "draft" | "change";
}

const NEVER = new Date(0);

/** Forms that were left open: to be reminded of once, and dropped when they ran out. */
export function createIdleDrafts(connection: Connection) {
  const drafts = modelOf(connection, "Draft", draftSchema, "drafts");

  const idle = async (filter: Record<string, unknown>, limit: number): Promise<IdleDraft[]> => {
    const found = await drafts
      .find(filter)
      .select("_id")
      .sort({ expiresAt: 1, _id: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    return found.map(({ _id: id }) => {
      const [kind, chat] = id.split(":");
      return { id, kind: kind === "draft" ? "draft" : "change", chat: Number(chat) };
    });
  };

  return {
    /** Alive, to run out by then, and not reminded of. */
    toNudge: ({ now, runsOutBy }: { now: Date; runsOutBy: Date }, limit: number) =>
      idle(
        {
          expiresAt: operators({ $gt: now, $lte: runsOutBy }),
          nudgedAt: operators({ $lte: NEVER }),
        },
        limit,
      ),

    /** False when another process did it, or the person went on meanwhile. */
    async markNudged(id: string, runsOutBy: Date, now: Date): Promise<boolean> {
      const { matchedCount } = await drafts.updateOne(
        {
          _id: id,
          expiresAt: operators({ $lte: runsOutBy }),
          nudgedAt: operators({ $lte: NEVER }),
        },
        { $set: { nudgedAt: now } },
      );
      return matchedCount === 1;
    },

    runOut: (now: Date, limit: number) => idle({ expiresAt: operators({ $lte: now }) }, limit),

    /** False when it is gone, or was begun anew. */
    async drop(id: string, now: Date): Promise<boolean> {
      const done = await drafts.deleteOne({ _id: id, expiresAt: operators({ $lte: now }) });
      return done.deletedCount === 1;
    },
  };
}
