import type { Connection } from "mongoose";
import { declaredOn, isDatabaseAway } from "../database.ts";
import { KEYS_ID } from "../privacy/key-proof.ts";
import type { LackingIndex, ServerFacts } from "./look-at-database.ts";

type Options = Record<string, unknown>;
type Index = { name: string; key: object; hidden?: boolean } & Options;

/** What makes an index another one. */
const TELLING = ["unique", "sparse", "partialFilterExpression", "expireAfterSeconds"];
const NO_SUCH_COLLECTION = 26;

/** Looks at a database without changing anything in it. */
export function createDatabaseLook(connection: Connection) {
  const { db } = connection;
  if (!db) throw new Error("the database is not connected");
  const one = (collection: string, _id: string) =>
    db.collection<{ _id: string } & Options>(collection).findOne({ _id });

  return {
    async server(): Promise<ServerFacts & { now: Date }> {
      const [hello, build] = [await db.command({ hello: 1 }), await db.command({ buildInfo: 1 })];
      const { setName, isWritablePrimary, localTime } = hello as ServerFacts & { localTime: Date };
      return { setName, isWritablePrimary, version: String(build["version"]), now: localTime };
    },

    /** The indexes that the repositories declare and the database lacks. */
    async lacking(): Promise<LackingIndex[]> {
      const lacking: LackingIndex[] = [];
      for (const { collection, schema } of declaredOn(connection)) {
        const there = await indexesOf(collection);
        for (const [key, options] of schema.indexes()) {
          const why = whyLacking(key, options, there);
          if (why) lacking.push({ collection, name: nameOf(key), why });
        }
      }
      return lacking;
    },

    /** What proves the field keys; undefined in a database that no bot has used. */
    async proof(): Promise<{ probe: string; index: string } | undefined> {
      const found = await one("keys", KEYS_ID);
      return found ? { probe: String(found["probe"]), index: String(found["index"]) } : undefined;
    },

    isHalfRestored: async () => (await one("restores", "restore")) !== null,

    isAway: isDatabaseAway,
  };

  async function indexesOf(name: string): Promise<Index[]> {
    try {
      return (await db?.collection(name).listIndexes().toArray()) as Index[];
    } catch (error) {
      if ((error as { code?: number }).code === NO_SUCH_COLLECTION) return [];
      throw error;
    }
  }
}

function whyLacking(
  key: object,
  options: Options,
  there: readonly Index[],
): LackingIndex["why"] | undefined {
  const found = there.find((one) => JSON.stringify(one.key) === JSON.stringify(key));
  if (!found) return "missing";
  if (found.hidden) return "hidden";
  const isSame = (name: string) =>
    JSON.stringify(found[name] || undefined) === JSON.stringify(options[name] || undefined);
  return TELLING.every(isSame) ? undefined : "other options";
}

const nameOf = (key: object) => Object.entries(key).flat().join("_");
