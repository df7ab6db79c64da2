import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { Sharing } from "./sharing.ts";
import { type SharingDocument, sharingSchema } from "./sharing-schema.ts";

/** What a session turned out to be. */
export type Held = Pick<Sharing, "men" | "women" | "photo" | "sentence">;

export function createSharings(connection: Connection) {
  const sharings = modelOf(connection, "Sharing", sharingSchema, "sharings");
  const found = async (filter: Record<string, unknown>): Promise<Sharing[]> =>
    (await sharings.find(filter).sort({ date: 1, _id: 1 }).lean<SharingDocument[]>()).map(read);
  const step = async (filter: { _id: string } & Record<string, unknown>, set: object) =>
    (await sharings.updateOne(filter, { $set: set })).modifiedCount === 1;

  return {
    async byId(id: string): Promise<Sharing | undefined> {
      const one = await sharings.findById(id).lean<SharingDocument>();
      return one ? read(one) : undefined;
    },

    /** False when it is there already. */
    async add({ id, ...sharing }: Omit<Sharing, "guests" | "state">): Promise<boolean> {
      try {
        await sharings.create({ _id: id, ...sharing, state: "planned", guests: [] });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    ofPioneer: (artisan: string): Promise<Sharing[]> => found({ artisan }),
    all: (): Promise<Sharing[]> => found({}),

    /** Promised, and to come on this local date or later. */
    planned: (today: string): Promise<Sharing[]> =>
      found({ state: "planned", date: operators({ $gte: today }) }),

    /** Promised for a local date before this one, and nothing told of it. */
    untold: (today: string): Promise<Sharing[]> =>
      found({ state: "planned", date: operators({ $lt: today }) }),

    toConfirm: (): Promise<Sharing[]> => found({ state: "held" }),

    /** A place for a guest, in one atomic step; full: there is none, gone: it is over. */
    async join({ id, seats }: Sharing, guest: string): Promise<"joined" | "full" | "gone"> {
      const { matchedCount } = await sharings.updateOne(
        {
          _id: id,
          state: "planned",
          $or: [{ guests: guest }, { [`guests.${seats - 1}`]: operators({ $exists: false }) }],
        },
        { $addToSet: { guests: guest } },
      );
      if (matchedCount === 1) return "joined";
      return (await sharings.exists({ _id: id, state: "planned" })) ? "full" : "gone";
    },

    async leave(id: string, guest: string): Promise<void> {
      await sharings.updateOne({ _id: id }, { $pull: { guests: guest } });
    },

    /** False when it was told before, or cancelled. */
    tellHeld: (id: string, held: Held, at: Date): Promise<boolean> =>
      step({ _id: id, state: "planned" }, { ...held, state: "held", heldAt: at }),

    confirm: (id: string, by: number, at: Date): Promise<boolean> =>
      step({ _id: id, state: "held" }, { state: "confirmed", confirmedBy: by, confirmedAt: at }),

    /** It was not as told: its pioneer may tell again. */
    async putBack(id: string): Promise<boolean> {
      const { modifiedCount } = await sharings.updateOne(
        { _id: id, state: "held" },
        {
          $set: { state: "planned" },
          $unset: { men: 1, women: 1, photo: 1, sentence: 1, heldAt: 1 },
        },
      );
      return modifiedCount === 1;
    },

    cancel: (id: string): Promise<boolean> =>
      step({ _id: id, state: "planned" }, { state: "cancelled" }),
  };
}

function read({ _id, ...sharing }: SharingDocument): Sharing {
  return { id: _id, ...sharing };
}
