import type { Connection, mongo } from "mongoose";
import { newCode } from "../codes.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import {
  type NewNotice,
  type Notice,
  NOTICE_KINDS,
  type NoticeState,
  type Progress,
  type Upload,
} from "./notice.ts";
import { NOTICE_CODE_LENGTH } from "./notice-code.ts";
import { type NoticeDocument, noticeSchema } from "./notice-schema.ts";

/** Where a newer build was taken back, its own kinds wait for it to come again. */
const KNOWN = operators({ $in: NOTICE_KINDS });
const UNKNOWN = operators({ $nin: NOTICE_KINDS });

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
  const notices = modelOf(connection, "Notice", noticeSchema, "notices");
  const inState = async (...states: NoticeState[]): Promise<Notice[]> => {
    const found = await notices
      .find({ state: operators({ $in: states }) })
      .sort({ asOf: 1, _id: 1 })
      .lean<NoticeDocument[]>();
    return found.map(readNotice);
  };
  const toList = (now: Date) => ({
    kind: KNOWN,
    state: operators({ $in: ["queued", "expanding"] as const }),
    startAt: operators({ $lte: now }),
  });
  const step = async (filter: { _id: string } & Record<string, unknown>, set: object) =>
    (await notices.updateOne(filter, { $set: set })).matchedCount === 1;

  return {
    async byId(id: string): Promise<Notice | undefined> {
      const found = await notices.findById(id).lean<NoticeDocument>();
      return found ? readNotice(found) : undefined;
    },

    /** All about one training, in the order of sending. */
    async ofTraining(training: string): Promise<Notice[]> {
      const found = await notices
        .find({ training })
        .sort({ startAt: 1, _id: 1 })
        .lean<NoticeDocument[]>();
      return found.map(readNotice);
    },

    /** Those of these ids that exist. */
    async known(ids: readonly string[]): Promise<Set<string>> {
      const found = await notices.distinct("_id", { _id: operators({ $in: ids }) });
      return new Set(found);
    },

    /** False when it is there already: another process, or this one before, did it. */
    async add({ id, ...notice }: NewNotice): Promise<boolean> {
      const fresh = { startAt: NEVER, revision: 0, version: 0 };
      const unlisted = { listed: 0, isListed: false, until: NEVER, fence: 0 };
      return withFreshCode(async (code) => {
        await notices.create({ _id: id, code, ...fresh, ...notice, ...unlisted });
      });
    },

    /** Those whose time has come, oldest first. */
    async awaitingExpansion(now: Date): Promise<Notice[]> {
      const found = await notices
        .find(toList(now))
        .sort({ asOf: 1, _id: 1 })
        .lean<NoticeDocument[]>();
      return found.map(readNotice);
    },

    /** Reminders that expired before anybody saw them, first seen since then and not listed yet. */
    async expiredUnlisted(since: Date): Promise<Notice[]> {
      const found = await notices
        .find({ kind: KNOWN, state: "expired", isListed: false, asOf: operators({ $gte: since }) })
        .sort({ asOf: 1, _id: 1 })
        .lean<NoticeDocument[]>();
      return found.map(readNotice);
    },

    listedExpired: (id: string, listed: number): Promise<boolean> =>
      step({ _id: id, state: "expired" }, { listed, isListed: true, cursor: "" }),

    isAnyToList: async (now: Date) => (await notices.exists(toList(now))) !== null,

    /** Confirmed for later, soonest first. */
    scheduled: async (now: Date): Promise<Notice[]> =>
      (await inState("queued"))
        .filter(({ startAt }) => startAt > now)
        .sort((a, b) => a.startAt.getTime() - b.startAt.getTime()),

    beingSent: () => inState("sending", "paused"),

    /** Ids of those whose deliveries wait: until somebody goes on, or a build knows their kind. */
    heldIds: (): Promise<string[]> =>
      notices.distinct("_id", { $or: [{ state: "paused" }, { state: "sending", kind: UNKNOWN }] }),

    /** Takes the listing in hand for a minute; undefined while another process has it. */
    async takeExpansion(id: string, now: Date): Promise<NoticeInHand | undefined> {
      const taken = await notices
        .findOneAndUpdate(
          { _id: id, ...toList(now), until: operators({ $lte: now }) },
          {
            $set: { state: "expanding", owner, until: new Date(now.getTime() + LEASE_MS) },
            $inc: { fence: 1 },
          },
          { returnDocument: "after" },
        )
        .lean<NoticeDocument>();
      return taken ? { notice: readNotice(taken), fence: taken.fence } : undefined;
    },

    /** False when somebody else has taken it meanwhile, or it was paused or cancelled. */
    moveCursor: (
      { notice, fence }: NoticeInHand,
      cursor: string,
      listed: number,
      now: Date,
    ): Promise<boolean> =>
      step(
        { _id: notice.id, fence, state: "expanding" },
        { cursor, listed, until: new Date(now.getTime() + LEASE_MS) },
      ),

    /** Lets the listing go: not yet, another tick will take it. */
    async putBack({ notice, fence }: NoticeInHand): Promise<void> {
      await step({ _id: notice.id, fence, state: "expanding" }, { state: "queued", until: NEVER });
    },

    /** The listing is over: all are listed, or there is nothing to send any more. */
    async endExpansion(
      { notice, fence }: NoticeInHand,
      state: "sending" | "cancelled",
    ): Promise<void> {
      const isListed = state === "sending";
      await step(
        { _id: notice.id, fence, state: "expanding" },
        { state, isListed, until: NEVER, ...(isListed && { cursor: "" }) },
      );
    },

    /** Every delivery has come to its end. False: it was done already, or is not listed. */
    finish: (id: string): Promise<boolean> =>
      step(
        { _id: id, state: operators({ $in: ["sending", "paused"] }), isListed: true },
        { state: "done" },
      ),

    /** The right to upload its files again; false when another has taken it since it was seen. */
    takeUpload: (id: string, seen: Upload | undefined, mine: Upload): Promise<boolean> =>
      step(
        seen
          ? { _id: id, "upload.at": seen.at, "upload.tries": seen.tries }
          : { _id: id, upload: operators({ $exists: false }) },
        { upload: mine },
      ),

    /** What came of the upload that is still this one. */
    setUpload: (id: string, mine: Upload, upload: Upload): Promise<boolean> =>
      step({ _id: id, "upload.at": mine.at, "upload.tries": mine.tries }, { upload }),

    /** Those whose progress is shown somewhere. */
    async withProgress(): Promise<Notice[]> {
      const found = await notices.find({ "progress.open": true }).lean<NoticeDocument[]>();
      return found.map(readNotice);
    },

    /** The right to edit the progress message now; false while it was edited just before. */
    takeProgress: (id: string, before: Date, now: Date): Promise<boolean> =>
      step(
        { _id: id, "progress.open": true, "progress.at": operators({ $lte: before }) },
        { "progress.at": now },
      ),

    /** It will not change any more, or is gone. */
    async closeProgress(id: string): Promise<void> {
      await step({ _id: id, "progress.open": true }, { "progress.open": false });
    },

    /** Shows it in this message from now on. */
    async showIn(id: string, progress: Progress): Promise<void> {
      await notices.updateOne({ _id: id }, { $set: { progress } });
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
