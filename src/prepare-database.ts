import { createHash, randomUUID } from "node:crypto";
import type mongoose from "mongoose";
import { type Connection, Schema } from "mongoose";
import { modelOf, SCHEMA_OPTIONS } from "./database.ts";

type IndexDescription = mongoose.mongo.IndexDescription;

const CLAIMS = 50;

const probeSchema = new Schema(
  { _id: { type: String, required: true }, owner: { type: Number, default: null } },
  SCHEMA_OPTIONS,
);

/** `_id` tells of which collections and indexes the database has been made ready with. */
const preparationSchema = new Schema({ _id: { type: String, required: true } }, SCHEMA_OPTIONS);

/**
 * Makes every collection and index the repositories declared, then proves that one document has
 * one winner. Throws when either fails: without them no claim and no unique key can be trusted.
 */
export async function prepareDatabase(connection: Connection): Promise<void> {
  const models = Object.values(connection.models);
  await Promise.all(
    models.map(async (model) => {
      const indexes = model.schema.indexes().map(([key, options]) => ({ key, ...options }));
      // One command for all of a collection, which it makes as well: a start has some forty.
      if (indexes.length) await model.collection.createIndexes(indexes as IndexDescription[]);
      else await model.createCollection();
    }),
  );
  await proveOneWinner(connection);
  const { preparations, _id } = preparationOf(connection);
  await preparations.updateOne({ _id }, { $setOnInsert: { _id } }, { upsert: true });
}

/**
 * Whether `prepareDatabase` has succeeded for all that the repositories declare now: then a start
 * need not wait for it, and may do it again behind the first answers.
 */
export async function wasPrepared(connection: Connection): Promise<boolean> {
  const { preparations, _id } = preparationOf(connection);
  return (await preparations.exists({ _id })) !== null;
}

const probesOf = (connection: Connection) => modelOf(connection, "Probe", probeSchema, "probes");

function preparationOf(connection: Connection) {
  probesOf(connection);
  const preparations = modelOf(connection, "Preparation", preparationSchema, "preparations");
  const declared = Object.values(connection.models).map(({ collection, schema }) => [
    collection.collectionName,
    schema.indexes(),
  ]);
  const _id = createHash("sha256").update(JSON.stringify(declared.sort())).digest("base64url");
  return { preparations, _id };
}

/** Fifty parallel claims of one document must have exactly one winner. */
export async function proveOneWinner(connection: Connection): Promise<void> {
  const probes = probesOf(connection);
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
