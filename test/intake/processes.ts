import { randomUUID } from "node:crypto";
import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Connection } from "mongoose";
import { expect, vi } from "vitest";
import { createAdjustableClock } from "../../src/clock.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createInbox } from "../../src/intake/inbox.ts";
import { type Claim, claimOf, createPeople } from "../../src/intake/person-state.ts";
import { createWorker, type Worker } from "../../src/intake/work.ts";
import { createLeases } from "../../src/leases/lease-repository.ts";
import { createLog } from "../../src/log.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { openTestDatabase } from "../support/database.ts";

export type Handle = (update: Update, claim: Claim) => unknown;
export type Intake = Awaited<ReturnType<typeof openIntake>>;
export type Process = ReturnType<Intake["start"]>;

export const cipher = createFieldCipher([{ id: "test", hex: "5a".repeat(32) }]);

/** A database with the intake's collections, a clock that stands still, and processes on both. */
export async function openIntake() {
  const clock = createAdjustableClock(new Date("2025-08-14T09:00:00+07:00"));
  clock.freeze(true);
  const database = await openTestDatabase();
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const workers: Worker[] = [];

  /** A process of its own: it shares nothing with the others but the database and the clock. */
  function start(
    handle: Handle,
    { connection = database.connection, isOnlyReader = () => true }: ProcessOptions = {},
  ) {
    const owner = randomUUID();
    const inbox = createInbox(connection, cipher, clock);
    const people = createPeople(connection, cipher, clock, owner);
    const leases = createLeases(connection, clock, owner);
    const told: string[] = [];
    const worker = createWorker({
      inbox,
      people,
      clock,
      log,
      handle: async (update) => {
        await handle(update, claimOf({ update } as Context));
      },
      tell: (_, what) => Promise.resolve(void told.push(what)),
      isOnlyReader,
    });
    workers.push(worker);
    return { inbox, people, leases, worker, told };
  }

  start(() => undefined);
  await prepareDatabase(database.connection);

  const { connection } = database;
  const stopAll = () => Promise.all(workers.splice(0).map((worker) => worker.stop(5_000)));
  return {
    clock,
    log,
    output,
    database,
    connection,
    start,
    later: (ms: number) => clock.set(new Date(clock.now().getTime() + ms)),
    person: (chat: number) =>
      connection.collection<RawPerson>("people").findOne({ _id: `person:${chat}` }),
    /** Ends the processes of a test and forgets what they stored. */
    async clear(): Promise<void> {
      await stopAll();
      output.length = 0;
      for (const name of ["inbox", "people", "leases"])
        await connection.collection(name).deleteMany({});
    },
    async close(): Promise<void> {
      await stopAll();
      await database.drop();
    },
    rows: () => connection.collection<RawRow>("inbox").find().sort({ update: 1 }).toArray(),
  };
}

interface ProcessOptions {
  connection?: Connection;
  isOnlyReader?: () => boolean;
}

interface RawPerson {
  _id: string;
  owner: string;
  until: Date;
  notBefore: Date;
  version: number;
  tries: number;
  failed: number;
  log: string;
  recent: string[];
}

interface RawRow {
  _id: string;
  chat: number;
  state: string;
  json: string;
}

const from = (chat: number) => ({ id: chat, is_bot: false, first_name: "Rina" });
const privateChat = (chat: number) => ({ id: chat, type: "private", first_name: "Rina" }) as const;

export function text(update_id: number, chat: number, words = `text ${update_id}`): Update {
  const message = { message_id: update_id, date: 1_755_136_800, chat: privateChat(chat) };
  return {
    update_id,
    message: { ...message, from: from(chat), text: words },
  };
}

export function tap(update_id: number, chat: number): Update {
  const message = { message_id: 1, date: 0, chat: privateChat(chat) };
  const query = { id: String(update_id), from: from(chat), chat_instance: "1", data: "x", message };
  return { update_id, callback_query: query };
}

/** Waits, in real time and briefly, until it is so. */
export const until = (isSo: () => unknown, timeout = 10_000) =>
  vi.waitFor(
    async () => {
      expect(await isSo()).toBeTruthy();
    },
    { timeout, interval: 10 },
  );

/** A promise that is kept when told. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
