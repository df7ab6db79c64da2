import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Notice } from "./notice.ts";
import { readNotice, withFreshCode } from "./notice-repository.ts";
import { type NoticeDocument, noticeSchema } from "./notice-schema.ts";

export type NoticeCodes = ReturnType<typeof createNoticeCodes>;

/** Codes of notices. */
export function createNoticeCodes(connection: Connection) {
  const notices = modelOf(connection, "Notice", noticeSchema, "notices");

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
  };
}
