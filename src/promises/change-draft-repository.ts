import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { type ChangeDraft, DRAFT_MS } from "./change-draft.ts";
import { changeDraftSchema } from "./change-draft-schema.ts";

/** The changes that coordinators are writing. */
export function createChangeDrafts(connection: Connection, clock: Clock) {
  const drafts = modelOf(connection, "ChangeDraft", changeDraftSchema, "changeDrafts");
  const idOf = (telegram: number) => `planDraft:${telegram}`;

  return {
    async read(telegram: number): Promise<ChangeDraft | undefined> {
      const found = await drafts
        .findOne({ _id: idOf(telegram), until: operators({ $gt: clock.now() }) })
        .select({ _id: 0, until: 0 })
        .lean<ChangeDraft>();
      return found ?? undefined;
    },

    /** What was there before is put away. */
    async put(telegram: number, draft: ChangeDraft): Promise<void> {
      const gone = (["asks", "about", "night"] as const).filter((one) => draft[one] === undefined);
      const kept = Object.entries(draft).filter(([, value]) => value !== undefined);
      const until = new Date(clock.now().getTime() + DRAFT_MS);
      await drafts.updateOne(
        { _id: idOf(telegram) },
        {
          $set: { ...Object.fromEntries(kept), until },
          ...(gone.length && { $unset: Object.fromEntries(gone.map((one) => [one, 1])) }),
        },
        { upsert: true },
      );
    },

    /** What was written stays, and nothing typed is taken for it. False: nothing was asked. */
    async stopAsking(telegram: number): Promise<boolean> {
      const { modifiedCount } = await drafts.updateOne(
        { _id: idOf(telegram), asks: operators({ $exists: true }) },
        { $unset: { asks: 1 } },
      );
      return modifiedCount === 1;
    },

    async clear(telegram: number): Promise<void> {
      await drafts.deleteOne({ _id: idOf(telegram) });
    },
  };
}
