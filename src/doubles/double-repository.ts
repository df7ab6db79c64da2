import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf } from "../database.ts";
import { type Double, doubleId, handleOf, pairOf, type Side } from "./double.ts";
import { type DoubleDocument, doubleSchema } from "./double-schema.ts";
import type { Likeness } from "./same-person.ts";

/** A pair as a card showed it: it is changed only while it is still so. */
export type SeenDouble = Pick<Double, "id" | "version">;

export function createDoubleRepository(connection: Connection) {
  const doubles = modelOf(connection, "Double", doubleSchema, "doubles");
  const read = ({ _id: id, ...rest }: DoubleDocument): Double => ({ id, ...rest });

  /** One step of an open pair; false when it is no longer as it was seen. */
  const step = async ({ id, version }: SeenDouble, set: Record<string, unknown>) => {
    const update = { $set: set, $inc: { version: 1 } };
    return (
      (await doubles.updateOne({ _id: id, state: "open", version }, update)).matchedCount === 1
    );
  };

  return {
    /** Raises the question, or tells anew what speaks for it. What was decided stays. */
    async flag(
      one: string,
      other: string,
      found: Likeness & { claimed?: true },
      now: Date,
    ): Promise<Double | undefined> {
      const id = doubleId(one, other);
      const fresh = {
        handle: handleOf(id),
        artisans: pairOf(one, other),
        state: "open",
        foundAt: now,
        choices: {},
        version: 0,
      };
      const put = () =>
        doubles.updateOne({ _id: id }, { $set: found, $setOnInsert: fresh }, { upsert: true });
      await put().catch((error: unknown) => {
        // Two workers found it at once: it is there now.
        if (!isDuplicateKey(error)) throw error;
        return put();
      });
      return this.byId(id);
    },

    async byId(id: string): Promise<Double | undefined> {
      const found = await doubles.findOne({ _id: id }).lean<DoubleDocument>();
      return found ? read(found) : undefined;
    },

    async byHandle(handle: string): Promise<Double | undefined> {
      const found = await doubles.findOne({ handle }).lean<DoubleDocument>();
      return found ? read(found) : undefined;
    },

    countOpen: () => doubles.countDocuments({ state: "open" }),

    /** Those that wait, the likeliest first. */
    async open(limit: number): Promise<Double[]> {
      const found = await doubles
        .find({ state: "open" })
        .sort({ weight: -1, _id: 1 })
        .limit(limit)
        .lean<DoubleDocument[]>();
      return found.map(read);
    },

    async openOf(artisan: string): Promise<Double[]> {
      const found = await doubles
        .find({ artisans: artisan, state: "open" })
        .lean<DoubleDocument[]>();
      return found.map(read);
    },

    /** Takes the question back: nothing speaks for it any more. */
    async withdraw(id: string): Promise<void> {
      await doubles.deleteOne({ _id: id, state: "open" });
    },

    pick: (seen: SeenDouble, field: string, side: Side) =>
      step(seen, { [`choices.${field}`]: side }),

    /** Begins the picking anew. */
    restart: (seen: SeenDouble) => step(seen, { choices: {} }),

    /** Two people after all; the question is not raised again. */
    different: (seen: SeenDouble, decidedBy: number, decidedAt: Date) =>
      step(seen, { state: "different", decidedBy, decidedAt }),

    /** Repeatable, by the merge that united them. */
    async merged(id: string, decidedBy: number, decidedAt: Date): Promise<void> {
      await doubles.updateOne(
        { _id: id, state: "open" },
        { $set: { state: "merged", decidedBy, decidedAt }, $inc: { version: 1 } },
      );
    },

    /** The merge was taken back: the question is open again. */
    async reopen(id: string): Promise<void> {
      await doubles.updateOne(
        { _id: id, state: "merged" },
        { $set: { state: "open", choices: {} }, $inc: { version: 1 } },
      );
    },
  };
}
