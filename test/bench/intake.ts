import { randomBytes } from "node:crypto";
import type { Update } from "grammy/types";
import { systemClock } from "../../src/clock.ts";
import { connectDatabase } from "../../src/database.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createInbox } from "../../src/intake/inbox.ts";
import { createPeople } from "../../src/intake/person-state.ts";
import { createWorker } from "../../src/intake/work.ts";
import { createLog } from "../../src/log.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import type { Figure } from "./figures.ts";
import { serveMongo } from "./served.ts";

const COUNTED = 200;
const UPDATES = 5_000;
const CHATS = 500;
const BATCH = 50;

/** What the intake itself costs an update, on the embedded database or `MONGODB_URI`. */
export async function rows(): Promise<Figure[]> {
  const server = await openServer();
  try {
    const poller = await commandsAnUpdate(server.uri, true);
    const webhook = await commandsAnUpdate(server.uri, false);
    const updates = await updatesASecond(server.uri);
    return [
      { name: "intake.commands", value: poller, unit: "commands", atMost: 4 },
      { name: "intake.commands.webhook", value: webhook, unit: "commands", atMost: 5 },
      { name: "intake.updates", value: updates, unit: "/s" },
    ];
  } finally {
    await server.stop();
  }
}

/** One update at a time, so that no command is shared. */
async function commandsAnUpdate(uri: string, isOnlyReader: boolean): Promise<number> {
  const intake = await openIntake(uri, isOnlyReader);
  await intake.take([textOf(0)]);
  const before = intake.commands();
  for (let id = 1; id <= COUNTED; id += 1) await intake.take([textOf(id)]);
  const commands = (intake.commands() - before) / COUNTED;
  await intake.close();
  return commands;
}

/** In batches as they are fetched. */
async function updatesASecond(uri: string): Promise<number> {
  const intake = await openIntake(uri, true);
  const take = async (from: number, to: number) => {
    for (let id = from; id < to; id += BATCH)
      await intake.take(Array.from({ length: BATCH }, (_, at) => textOf(id + at)));
  };
  await take(1_000, 1_500);
  const begun = performance.now();
  await take(10_000, 10_000 + UPDATES);
  const seconds = (performance.now() - begun) / 1_000;
  await intake.close();
  return Math.round(UPDATES / seconds);
}

/** The real inbox and worker, under handlers that do nothing, in a database of their own. */
async function openIntake(server: string, isOnlyReader: boolean) {
  const address = new URL(server);
  address.pathname = `/bench-${randomBytes(6).toString("hex")}`;
  address.searchParams.set("monitorCommands", "true");
  const connection = await connectDatabase(address.href);
  const cipher = createFieldCipher([{ id: "bench", hex: "5a".repeat(32) }]);
  const clock = systemClock;
  const inbox = createInbox(connection, cipher, clock);
  const people = createPeople(connection, cipher, clock, "bench");
  await prepareDatabase(connection);
  let commands = 0;
  connection.getClient().on("commandStarted", () => (commands += 1));
  const nothing = () => Promise.resolve();
  const parts = { inbox, people, clock, log: createLog("warn"), handle: nothing, tell: nothing };
  const worker = createWorker({ ...parts, isOnlyReader: () => isOnlyReader });
  return {
    commands: () => commands,
    async take(updates: readonly Update[]): Promise<void> {
      worker.feed(await inbox.store(updates));
      await worker.idle();
    },
    async close(): Promise<void> {
      await worker.stop(1_000);
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

function textOf(update_id: number): Update {
  const id = 5_000_000_001 + (update_id % CHATS);
  const chat = { id, type: "private" as const, first_name: "Perajin" };
  const from = { id, is_bot: false, first_name: "Perajin" };
  const text = `jawaban ${update_id}`;
  return { update_id, message: { message_id: update_id, date: 0, chat, from, text } };
}

/** `MONGODB_URI`, or the embedded database. */
async function openServer(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const given = process.env["MONGODB_URI"];
  if (given) return { uri: given, stop: () => Promise.resolve() };
  const { told, stop } = await serveMongo();
  return { uri: told.uri, stop };
}
