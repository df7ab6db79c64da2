import type { AddressInfo, Server, Socket } from "node:net";
import type { Clock } from "../../clock.ts";
import { openCatalog } from "./catalog.ts";
import { runCommand } from "./commands.ts";
import type { Database } from "./context.ts";
import { createCursors } from "./cursors.ts";
import { openSessions } from "./sessions.ts";
import { openStore } from "./store.ts";
import { sweepExpired } from "./ttl.ts";
import { verifyDatabase } from "./verify.ts";
import { createWireServer } from "./wire.ts";

export interface MongoOptions {
  /** The folder of the database; made when missing, used by one server at a time. */
  dir: string;
  clock: Clock;
  /** 0, the default, is any free port. */
  port?: number;
  /** False (tests only) leaves the flush to the system: kill -9 loses nothing, a power cut may. */
  sync?: boolean;
  /** Bytes of documents that the server keeps at most; 256 MiB unless told. */
  limitBytes?: number;
}

export interface Mongo {
  /** For the driver; the database in it is `sanggar`. */
  uri: string;
  /** Deletes what has expired by the clock; runs by itself every minute. */
  sweep(): Promise<void>;
  /** Compares memory with disk and indexes with documents; throws on any difference. */
  verify(): Promise<void>;
  /** Finishes what is in hand, closes the connections and the folder. */
  stop(): Promise<void>;
}

const sweepEveryMs = 60_000;
const defaultLimitBytes = 256 * 1024 * 1024;

/**
 * Starts the embedded MongoDB on 127.0.0.1.
 *
 * @throws MongoError 98 when another server uses the folder; Error when the folder is of a newer
 * version or the port is taken.
 */
export async function startMongo(options: MongoOptions): Promise<Mongo> {
  const database = await openDatabase(options, () => address);
  const server = createWireServer((body) => runCommand(database, body));
  const sockets = trackSockets(server);
  const address = `127.0.0.1:${await listen(server, options.port ?? 0)}`;
  const timer = setInterval(() => void sweepExpired(database).catch(() => undefined), sweepEveryMs);
  timer.unref();
  return {
    uri: `mongodb://${address}/sanggar?directConnection=true`,
    sweep: () => sweepExpired(database),
    verify: () => verifyDatabase(database),
    async stop() {
      clearInterval(timer);
      server.close();
      await database.store.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function openDatabase(options: MongoOptions, address: () => string): Promise<Database> {
  const store = await openStore(options.dir, options.sync ?? true);
  const memory = { used: 0, limit: options.limitBytes ?? defaultLimitBytes };
  try {
    const catalog = await openCatalog(store, memory);
    const sessions = await openSessions(store);
    return {
      clock: options.clock,
      store,
      catalog,
      sessions,
      memory,
      cursors: createCursors(),
      address,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  return sockets;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
