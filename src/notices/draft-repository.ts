import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Audience } from "./audience.ts";
import type { Content } from "./content.ts";
import { type Awaits, LANES, type Notice, type NoticeState, type Progress } from "./notice.ts";
import { readNotice, withFreshCode } from "./notice-repository.ts";
import { type NoticeDocument, noticeSchema } from "./notice-schema.ts";

export type NoticeDrafts = ReturnType<typeof createNoticeDrafts>;

/** A draft as its card showed it: it is changed only while it is still so. */
export type SeenDraft = Pick<Notice, "id" | "version">;

/** Who began it, for whom it may be, and whose name stands under it. */
export type Begun = Required<Pick<Notice, "id" | "author" | "signature" | "audience">> &
  Pick<Notice, "community">;

/** How it is confirmed. */
export interface Confirmation {
  by: number;
  at: Date;
  startAt: Date;
  notAfter: Date;
  progress: Progress;
}

const NEVER = new Date(0);

/** Announcements while people write, send, hold and correct them. Each step has one winner. */
export function createNoticeDrafts(connection: Connection) {
  const notices = modelOf(connection, "Notice", noticeSchema, "notices");

  const step = async (
    filter: { _id: string } & Record<string, unknown>,
    update: Record<string, unknown>,
  ): Promise<boolean> => (await notices.updateOne(filter, update)).matchedCount === 1;
  const among = (...states: NoticeState[]) => operators({ $in: states });
  const one = async (filter: Record<string, unknown>): Promise<Notice | undefined> => {
    const found = await notices.findOne(filter).sort({ _id: 1 }).lean<NoticeDocument>();
    return found ? readNotice(found) : undefined;
  };
  const edit = ({ id, version }: SeenDraft, set: Record<string, unknown>) =>
    step({ _id: id, state: "draft", version }, { $set: set, $inc: { version: 1 } });

  return {
    /** A new draft, or the same again. */
    async begin({ id, ...begun }: Begun, now: Date): Promise<void> {
      const fresh = { planVersion: 0, listed: 0, isListed: false, revision: 0, version: 0 };
      const times = { asOf: now, startAt: NEVER, notAfter: now, until: NEVER, fence: 0 };
      const kind = { kind: "announcement", lane: LANES.broadcast, state: "draft" } as const;
      const awaits: Awaits = { what: "content", by: begun.author };
      await withFreshCode(async (code) => {
        await notices.create({ _id: id, code, ...kind, ...fresh, ...times, ...begun, awaits });
      });
    },

    /** Announcements, the latest first; with an author only theirs. */
    async latest(limit: number, author?: number): Promise<Notice[]> {
      const found = await notices
        .find({ kind: "announcement", ...(author !== undefined && { author }) })
        .sort({ asOf: -1, _id: 1 })
        .limit(limit)
        .lean<NoticeDocument[]>();
      return found.map(readNotice);
    },

    /** How many have something to say and were never sent. */
    countUnsent: () =>
      notices.countDocuments({ state: "draft", content: operators({ $exists: true }) }),

    /** What this person was asked for. */
    awaitedFrom: (by: number) => one({ "awaits.by": by }),

    /** The draft of which this album is the content. */
    ofAlbum: (author: number, album: string) =>
      one({ author, state: "draft", "content.album": album }),

    ask: (id: string, awaits: Awaits) => step({ _id: id }, { $set: { awaits } }),

    /** Nothing is asked of them any more; false when nothing was. */
    async stopAsking(by: number): Promise<boolean> {
      const asked = await notices.find({ "awaits.by": by }).select("_id").lean<{ _id: string }[]>();
      for (const { _id } of asked) await step({ _id, "awaits.by": by }, { $unset: { awaits: 1 } });
      return asked.length > 0;
    },

    keepContent: (draft: SeenDraft, content: Content) => edit(draft, { content }),
    keepAudience: (draft: SeenDraft, audience: Audience) => edit(draft, { audience }),

    /** Its preview lies before its author. */
    previewed: ({ id, version }: SeenDraft) =>
      step({ _id: id, state: "draft", version }, { $set: { previewed: version } }),

    /** The one step from draft to queued: only what was previewed as it is now. */
    confirm: (
      { id, version }: SeenDraft,
      { by, at, startAt, notAfter, progress }: Confirmation,
    ): Promise<boolean> =>
      step(
        { _id: id, state: "draft", version, previewed: version },
        {
          $set: {
            ...{ state: "queued", asOf: at, startAt, notAfter, progress },
            ...{ confirmedBy: by, confirmedAt: at },
          },
          $unset: { awaits: 1 },
        },
      ),

    /** Back to a draft, while nobody has a delivery. Old buttons do not fit it any more. */
    undo: (id: string): Promise<boolean> =>
      step(
        { _id: id, state: "queued", listed: 0 },
        {
          $set: { state: "draft" },
          $inc: { version: 1 },
          $unset: { confirmedBy: 1, confirmedAt: 1, progress: 1, previewed: 1 },
        },
      ),

    pause: (id: string) =>
      step({ _id: id, state: among("expanding", "sending") }, { $set: { state: "paused" } }),

    /** Goes on where it was paused: with the listing, or with the sending. */
    async goOn(id: string): Promise<boolean> {
      const sending = { $set: { state: "sending" } };
      if (await step({ _id: id, state: "paused", isListed: true }, sending)) return true;
      const listing = { $set: { state: "queued", until: NEVER } };
      return step({ _id: id, state: "paused", isListed: false }, listing);
    },

    cancel: (id: string) =>
      step(
        { _id: id, state: among("queued", "expanding", "sending", "paused") },
        { $set: { state: "cancelled" } },
      ),

    discard: async (id: string): Promise<void> => {
      await notices.deleteOne({ _id: id, state: "draft" });
    },

    /** A correction that waits for its last word. */
    keepPending: (id: string, pending: Content) =>
      step({ _id: id }, { $set: { pending }, $unset: { awaits: 1 } }),

    /** The corrected content takes the place of the one it was written for. Twice is once. */
    correct: (id: string, revision: number, content: Content, at: Date): Promise<boolean> =>
      step(
        { _id: id, revision: revision - 1 },
        { $set: { content, revision, correctedAt: at }, $unset: { pending: 1 } },
      ),
  };
}
