import type { Connection } from "mongoose";
import { isDuplicateKey, operators } from "../database.ts";
import { CHECK_TRIES } from "./notice-code.ts";
import { checkerSchema } from "./notice-code-schema.ts";
import type { Notice } from "./notice.ts";
import { readNotice, withFreshCode } from "./notice-repository.ts";
import { type NoticeDocument, noticeSchema } from "./notice-schema.ts";

export type NoticeCodes = ReturnType<typeof createNoticeCodes>;

/** Codes of notices, and who tried which. */
export function createNoticeCodes(connection: Connection) {
  const notices = connection.model("Notice", noticeSchema, "notices");
  const checkers = connection.model("Checker", checkerSchema, "checkers");
  const idOf = (telegram: number) => `checker:${telegram}`;

  return {
    /** Gives a notice that has none a code; one that it has stays. */
    async give(id: string): Promise<void> {
      await withFreshCode(async (code) => {
        await notices.updateOne(
          { _id: id, code: operators({ $exists: false }) },
          { $set: { code } },
        );
      });
    },

    async byCode(code: string): Promise<Notice | undefined> {
      const found = await notices.findOne({ code }).lean<NoticeDocument>();
      return found ? readNotice(found) : undefined;
    },

    /** Takes one of the tries of this hour; false when they are used up. */
    async takeTry(telegram: number, now: Date): Promise<boolean> {
      const _id = idOf(telegram);
      const { most, withinMs } = CHECK_TRIES;
      const taken = await checkers.updateOne(
        { _id, until: operators({ $gt: now }), tries: operators({ $lt: most }) },
        { $inc: { tries: 1 } },
      );
      if (taken.matchedCount === 1) return true;
      try {
        await checkers.updateOne(
          { _id, until: operators({ $lte: now }) },
          { $set: { tries: 1, until: new Date(now.getTime() + withinMs) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // The hour is not over: no document with this id matched.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** A code that fits was no wrong one. */
    async giveBackTry(telegram: number): Promise<void> {
      await checkers.updateOne(
        { _id: idOf(telegram), tries: operators({ $gt: 0 }) },
        { $inc: { tries: -1 } },
      );
    },
  };
}
