import { unseen, type Finding, fault, note, ok } from "./finding.ts";

/** What the database says of itself (`hello`, `buildInfo`). */
export interface ServerFacts {
  setName?: string | undefined;
  isWritablePrimary?: boolean | undefined;
  version: string;
}

/** An index that is wanted and not as it should be. */
export interface LackingIndex {
  collection: string;
  name: string;
  why: "missing" | "other options" | "hidden";
}

/** The first with snapshots, which a backup asks for. */
const LEAST_MAJOR = 5;

export function judgeServer({ setName, isWritablePrimary, version }: ServerFacts): Finding {
  if (Number(version.split(".")[0]) < LEAST_MAJOR)
    return fault("database", `MongoDB ${version} is too old.`, "Bring it to 7.0 or newer.");
  if (!setName)
    return fault(
      "database",
      "MongoDB is no replica set: a write whose answer is lost could not be tried again.",
      "Start mongod with --replSet rs0, call rs.initiate() once, and add replicaSet=rs0 to MONGODB_URI.",
    );
  if (!isWritablePrimary)
    return fault("database", "no primary takes writes.", "Look at rs.status() in mongosh.");
  return ok("database", `MongoDB ${version}, replica set ${setName}`);
}

export function judgeIndexes(lacking: readonly LackingIndex[], isNew: boolean): Finding {
  if (isNew) return note("indexes", "the database is new.", "The bot makes them when it starts.");
  if (!lacking.length) return ok("indexes", "all are there");
  const told = lacking.map(({ collection, name, why }) => `${collection}.${name} (${why})`);
  const clash = lacking.some(({ why }) => why !== "missing");
  return fault(
    "indexes",
    `${told.join(", ")}.`,
    clash
      ? "Drop the named index in mongosh and start the bot again: it makes it anew."
      : "Start the bot again: it makes them; if it says why it cannot, two records clash.",
  );
}

export const notSeen = (): Finding[] =>
  (["indexes", "field keys", "restore", "settings"] as const).map((what) =>
    unseen(what, "not seen without the database"),
  );
