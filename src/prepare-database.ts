import { randomUUID } from "node:crypto";
import type mongoose from "mongoose";
import { type Connection, Schema } from "mongoose";
import { declaredOn, ensureCollection, modelOf, SCHEMA_OPTIONS } from "./database.ts";

type IndexDescription = mongoose.mongo.IndexDescription;

const CLAIMS = 50;

const probeSchema = new Schema(
  { _id: { type: String, required: true }, owner: { type: Number, default: null } },
  SCHEMA_OPTIONS,
);

/** `_id` is a build that has made the database ready. */
const preparationSchema = new Schema({ _id: { type: String, required: true } }, SCHEMA_OPTIONS);

/**
 * Makes every collection and index the repositories declared, then proves that one document has
 * one winner. Throws when either fails: without them no claim and no unique key can be trusted.
 */
export async function prepareDatabase(connection: Connection): Promise<void> {
  await Promise.all(
    declaredOn(connection).map(async ({ collection, schema }) => {
      const indexes = schema.indexes().map(([key, options]) => ({ key, ...options }));
      // One command for all of a collection, which it makes as well: a start has some forty.
      if (indexes.length)
        await connection.collection(collection).createIndexes(indexes as IndexDescription[]);
      else await ensureCollection(connection, collection);
    }),
  );
  await proveOneWinner(connection);
}

/**
 * Which builds have made the database ready, with all that their repositories declare: the next
 * start of such a build need not wait for that, and may do it again behind the first answers.
 * Sources that run unbuilt ("") are never taken for the same.
 */
export function createPreparations(connection: Connection) {
  const preparations = modelOf(connection, "Preparation", preparationSchema, "preparations");
  return {
    isDoneBy: async (build: string): Promise<boolean> =>
      build !== "" && (await preparations.exists({ _id: build })) !== null,

    async note(build: string): Promise<void> {
      if (build === "") return;
      await preparations.updateOne(
        { _id: build },
        { $setOnInsert: { _id: build } },
        { upsert: true },
      );
    },
  };
}

/** Fifty parallel claims of one document must have exactly one winner. */
export async function proveOneWinner(connection: Connection): Promise<void> {
  const probes = modelOf(connection, "Probe", probeSchema, "probes");
  const _id = `probe:${randomUUID()}`;
  await probes.create({ _id });
  const claims = await Promise.all(
    Array.from({ length: CLAIMS }, (_, owner) =>
      probes.updateOne({ _id, owner: null }, { $set: { owner } }),
    ),
  );
  await probes.deleteOne({ _id });
  const winners = claims.filter((claim) => claim.modifiedCount === 1).length;
  if (winners !== 1) {
    throw new Error(`the database let ${winners} of ${CLAIMS} claims of one document win`);
  }
}
