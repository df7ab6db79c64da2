import type { Clock } from "../../clock.ts";
import type { Catalog } from "./catalog.ts";
import type { Memory } from "./collection.ts";
import type { Cursors } from "./cursors.ts";
import type { Doc } from "./documents.ts";
import { asString } from "./documents.ts";
import type { Sessions } from "./sessions.ts";
import type { Store, Turn } from "./store.ts";

/** What lives as long as the server. */
export interface Database {
  clock: Clock;
  store: Store;
  catalog: Catalog;
  memory: Memory;
  cursors: Cursors;
  sessions: Sessions;
  /** `127.0.0.1:<port>`, for `hello`. */
  address: () => string;
}

/** What one command has at hand while it runs. */
export interface Context extends Database {
  body: Doc;
  /** The database the command is for. */
  db: string;
  now: Date;
  turn: Turn;
  /** Throws code 50 when the command's `maxTimeMS` is over. */
  checkTime: () => void;
}

export interface Command {
  /** The fields it takes besides its own name and those of every command. */
  fields: readonly string[];
  /** Whether the driver may send it with a `txnNumber`, to be applied once. */
  isWrite?: boolean;
  run(context: Context): Doc;
}

/** The `<database>.<collection>` that the command's own field names. */
export function namespaceOf({ db, body }: Context, command: string): string {
  return `${db}.${asString(body[command], "the collection name")}`;
}
