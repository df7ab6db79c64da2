import type { ClientSession, Connection } from "mongoose";
import mongoose from "mongoose";
import { inReadingOrder } from "./order.ts";
import type { BackupRecord, IndexFacts } from "./records.ts";

type Db = NonNullable<Connection["db"]>;

/** Documents in one answer of the database. */
const AT_ONCE = 200;
/** No replica set, snapshots not known, and a snapshot that the database had to let go. */
const NO_SNAPSHOT = [20, 72, 123, 238, 246];
const LET_GO = 239;

/** The whole database, document by document, while the bot may go on. */
export function createDump(connection: Connection) {
  const db = dbOf(connection);

  async function* records(session: ClientSession | undefined): AsyncGenerator<BackupRecord> {
    const counts: Record<string, number> = {};
    const found = await db.listCollections({}, { nameOnly: true }).toArray();
    for (const name of inReadingOrder(found.map((one) => one.name))) {
      yield { is: "collection", name, indexes: await indexesOf(db, name) };
      counts[name] = 0;
      for await (const bytes of documentsOf(db, name, session)) {
        counts[name] += 1;
        yield { is: "document", bytes };
      }
    }
    yield { is: "end", counts, way: session ? "snapshot" : "ordered" };
  }

  return {
    /**
     * As it was at one moment, where the database is a replica set that offers snapshots.
     * Otherwise in the order that loses nothing: see `order.ts`.
     */
    async *records(): AsyncGenerator<BackupRecord> {
      const session = await snapshotOf(connection, db);
      try {
        yield* records(session);
      } finally {
        await session?.endSession();
      }
    },

    /** The same without asking for a snapshot. */
    inOrder: () => records(undefined),

    /** The database let the snapshot go before all was read (after 5 min as it is set up). */
    hasLetGo: (error: unknown): boolean =>
      error instanceof mongoose.mongo.MongoServerError && error.code === LET_GO,
  };
}

/** A session whose reads all see one moment; undefined where there is no such thing. */
async function snapshotOf(connection: Connection, db: Db): Promise<ClientSession | undefined> {
  const session = connection.getClient().startSession({ snapshot: true });
  try {
    // The first reading sets the moment.
    await db.collection<{ _id: string }>("inbox").findOne({ _id: "" }, { session });
    return session;
  } catch (error) {
    await session.endSession();
    if (isWithoutSnapshots(error)) return undefined;
    throw error;
  }
}

function isWithoutSnapshots(error: unknown): boolean {
  const { MongoCompatibilityError, MongoServerError } = mongoose.mongo;
  if (error instanceof MongoCompatibilityError) return true;
  return error instanceof MongoServerError && NO_SNAPSHOT.includes(Number(error.code));
}

async function indexesOf(db: Db, name: string): Promise<IndexFacts[]> {
  const found = (await db.collection(name).listIndexes().toArray()) as IndexFacts[];
  return found.filter((one) => one.name !== "_id_");
}

async function* documentsOf(
  db: Db,
  name: string,
  session: ClientSession | undefined,
): AsyncGenerator<Uint8Array> {
  const how = { raw: true, batchSize: AT_ONCE, ...(session && { session }) };
  const cursor = db.collection(name).find({}, how).sort({ _id: 1 });
  for await (const found of cursor) yield found as unknown as Uint8Array;
}

function dbOf({ db }: Connection): Db {
  if (!db) throw new Error("the database is not connected");
  return db;
}
