import type { Connection, mongo } from "mongoose";
import { newCode } from "../codes.ts";
import { isDuplicateKey, operators } from "../database.ts";
import type { NewNotice, Notice, NoticeState } from "./notice.ts";
import { NOTICE_CODE_LENGTH } from "./notice-code.ts";
import { type NoticeDocument, noticeSchema } from "./notice-schema.ts";

export type Notices = ReturnType<typeof createNoticeRepository>;

/** A notice whose recipients this process lists. The fence tells it from whoever takes over. */
export interface NoticeInHand {
  notice: Notice;
  fence: number;
}

const NEVER = new Date(0);
const LEASE_MS = 60_000;

/** Notices and how far the listing of their recipients has come. */
export function createNoticeRepository(connection: Connection, owner: string) {
  const notices = connection.model("Notice", noticeSchema, "notices");
  const inState = async (...states: NoticeState[]): Promise<Notice[]> => {
    const found = await notices
      .find({ state: operators({ $in: states }) })
      .sort({ asOf: 1, _id: 1 })
      .lean();
    return found.map(readNotice);
  };

  return {
    async byId(id: string): Promise<Notice | undefined> {
      const found = await notices.findById(id).lean();
      return found ? readNotice(found) : undefined;
    },

    /** Those of these ids that exist. */
    async known(ids: readonly string[]): Promise<Set<string>> {
      const found = await notices.distinct("_id", { _id: operators({ $in: ids }) });
      return new Set(found);
    },

    /** False when it is there already: another process, or this one before, did it. */
    async add({ id, ...notice }: NewNotice): Promise<boolean> {
      const fresh = { listed: 0, until: NEVER, fence: 0 };
      return withFreshCode(async (code) => {
        await notices.create({ _id: id, code, ...notice, ...fresh });
      });
    },

    awaitingExpansion: () => inState("queued", "expanding"),

    beingSent: () => inState("sending"),

    /** Takes the listing in hand for a minute; undefined while another process has it. */
    async takeExpansion(id: string, now: Date): Promise<NoticeInHand | undefined> {
      const taken = await notices
        .findOneAndUpdate(
          {
            _id: id,
            state: operators({ $in: ["queued", "expanding"] }),
            until: operators({ $lte: now }),
          },
          {
            $set: { state: "expanding", owner, until: new Date(now.getTime() + LEASE_MS) },
            $inc: { fence: 1 },
          },
          { returnDocument: "after" },
        )
        .lean();
      return taken ? { notice: readNotice(taken), fence: taken.fence } : undefined;
    },

    /** False when somebody else has taken it meanwhile. */
    async moveCursor(
      { notice, fence }: NoticeInHand,
      cursor: string,
      listed: number,
      now: Date,
    ): Promise<boolean> {
      const until = new Date(now.getTime() + LEASE_MS);
      const { matchedCount } = await notices.updateOne(
        { _id: notice.id, fence },
        { $set: { cursor, listed, until } },
      );
      return matchedCount === 1;
    },

    /** The listing is over: all are listed, or there is nothing to send any more. */
    async endExpansion(
      { notice, fence }: NoticeInHand,
      state: "sending" | "cancelled",
    ): Promise<void> {
      await notices.updateOne({ _id: notice.id, fence }, { $set: { state, until: NEVER } });
    },

    /** Every delivery has come to its end. */
    async finish(id: string): Promise<void> {
      await notices.updateOne({ _id: id, state: "sending" }, { $set: { state: "done" } });
    },
  };
}

/** The notice as everybody but its lister knows it. */
export function readNotice({
  _id,
  owner: _owner,
  until: _until,
  fence: _fence,
  ...notice
}: NoticeDocument) {
  return { id: _id, ...notice } satisfies Notice;
}

/** Draws until the code is no other notice's; false when the document is there already. */
export async function withFreshCode(write: (code: string) => Promise<void>): Promise<boolean> {
  try {
    await write(newCode(NOTICE_CODE_LENGTH));
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const taken = (error as mongo.MongoServerError)["keyPattern"] as object;
    return "code" in taken ? withFreshCode(write) : false;
  }
}
