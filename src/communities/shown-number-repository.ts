import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ShownNumberDocument, shownNumberSchema } from "./member-schema.ts";

/** Numbers that stand readable in chats, and when they go: a restart forgets none. */
export function createShownNumbers(connection: Connection) {
  const shown = modelOf(connection, "ShownNumber", shownNumberSchema, "shownNumbers");

  return {
    /** Before the number stands there. Twice is once. */
    async keep({ chat, message, ...rest }: Omit<ShownNumberDocument, "_id">): Promise<void> {
      await shown.updateOne(
        { _id: `shown:${chat}:${message}` },
        { $set: { chat, message, ...rest } },
        { upsert: true },
      );
    },

    due: (now: Date, limit: number) =>
      shown
        .find({ dueAt: operators({ $lte: now }) })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<ShownNumberDocument[]>(),

    async drop(id: string): Promise<void> {
      await shown.deleteOne({ _id: id });
    },
  };
}
