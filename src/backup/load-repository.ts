import type { Connection } from "mongoose";
import mongoose from "mongoose";
import { ensureCollection, isOnlyDuplicateKeys } from "../database.ts";
import type { Kept } from "../privacy/sealed-values.ts";
import { letGo } from "./order.ts";
import type { IndexFacts } from "./records.ts";

const { BSON } = mongoose.mongo;

/** Puts documents back just as they were, and says what is there. */
export function createLoad(connection: Connection) {
  const { db } = connection;
  if (!db) throw new Error("the database is not connected");

  return {
    /** A document as the program knows it. Throws where the bytes are none. */
    read: (bytes: Uint8Array): Kept => BSON.deserialize(bytes) as Kept,

    /** Writes documents that are not there yet, in nobody's hand; numbers stay of their kind. */
    async write(name: string, documents: readonly Uint8Array[]): Promise<void> {
      const kept = documents.map((bytes) =>
        letGo(name, BSON.deserialize(bytes, { promoteValues: false, promoteBuffers: false })),
      );
      if (!kept.length) return;
      await db
        .collection(name)
        .insertMany(kept, { ordered: false })
        .catch((error: unknown) => {
          if (!isOnlyDuplicateKeys(error)) throw error;
        });
    },

    /** Throws where two documents do not bear it. */
    async index(name: string, indexes: readonly IndexFacts[]): Promise<void> {
      const wanted = indexes.map(({ v: _, ...index }) => index);
      if (wanted.length) await db.collection(name).createIndexes(wanted as never);
      else await ensureCollection(connection, name);
    },

    count: (name: string): Promise<number> => db.collection(name).countDocuments({}),

    /** The collections with documents, but for what says how far a restore is. */
    async filled(): Promise<string[]> {
      const filled: string[] = [];
      for (const name of await names())
        if (await db.collection(name).findOne({})) filled.push(name);
      return filled;
    },

    /** Removes all but what says how far a restore is. */
    async empty(): Promise<void> {
      for (const name of await names()) await db.collection(name).drop();
    },

    /** Whether a process of the bot holds a right at this moment. */
    async isInUse(now: Date): Promise<boolean> {
      return (await db.collection("leases").findOne({ until: { $gt: now } })) !== null;
    },
  };

  async function names(): Promise<string[]> {
    const found = await db?.listCollections({}, { nameOnly: true }).toArray();
    return (found ?? []).map((one) => one.name).filter((name) => name !== "restores");
  }
}
