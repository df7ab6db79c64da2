import { randomBytes } from "node:crypto";
import { Api } from "grammy";
import { firstTraining } from "../../../seeds/trainings.ts";
import { clientOptions } from "../../../src/bot/telegram-fetch.ts";
import type { SendQueue } from "../../../src/bot/send-queue.ts";
import { createAdjustableClock } from "../../../src/clock.ts";
import { connectDatabase } from "../../../src/database.ts";
import { prepareDatabase } from "../../../src/prepare-database.ts";
import { createLog } from "../../../src/log.ts";
import { expandNotices } from "../../../src/notices/expand.ts";
import { planReminders } from "../../../src/notices/plan-reminders.ts";
import { sendDue } from "../../../src/notices/send.ts";
import { CONSENT_VERSION } from "../../../src/privacy/consent.ts";
import { createFieldCipher } from "../../../src/privacy/field-cipher.ts";
import { createServices } from "../../../src/services.ts";
import type { Place } from "./telegram.ts";

/** H-1 of the first training is due, and the day is open until the evening prayer. */
const EVE = new Date("2025-08-21T16:01:00+07:00");
/** So many hold seats of one training; there are as many trainings as it takes. */
const SEATS = 300;
const AT_ONCE = 1_000;

export interface LedgerParts {
  /** A server; the ledger is in a database of its own there unless one is named. */
  uri: string;
  database?: string;
  telegram: Pick<Place, "url" | "token">;
  queue: SendQueue;
  inFlight: number;
}

export const newDatabase = () => `bench-${randomBytes(6).toString("hex")}`;

/** The real ledger and its sender. */
export async function openLedger(parts: LedgerParts) {
  const { uri, database = newDatabase(), telegram, queue, inFlight } = parts;
  const address = new URL(uri);
  address.pathname = `/${database}`;
  address.searchParams.set("monitorCommands", "true");
  const connection = await connectDatabase(address.href);
  let commands = 0;
  connection.getClient().on("commandStarted", () => (commands += 1));
  const clock = createAdjustableClock(EVE);
  const services = createServices({
    connection,
    cipher: createFieldCipher([{ id: "bench", hex: "5a".repeat(32) }]),
    clock,
    log: createLog("silent"),
    apiIn: (place) =>
      new Api(telegram.token, clientOptions(telegram.url, { tries: 1, queue, ...place })),
    owner: randomBytes(6).toString("hex"),
  });
  await prepareDatabase(connection);
  const stopped = new AbortController();

  return {
    commands: () => commands,

    /** Lists a reminder for each of these chats: one delivery each, ready to be sent. */
    async list(chats: readonly number[]): Promise<void> {
      for (let at = 0; at < chats.length; at += AT_ONCE) {
        const rows = chats.slice(at, at + AT_ONCE).map((chat) => artisanOf(chat));
        await connection.collection<{ _id: string }>("artisans").insertMany(rows);
      }
      for (let at = 0; at < chats.length; at += SEATS)
        await addTraining(chats.slice(at, at + SEATS), `bench-${chats[at]}`);
      await planReminders(services);
      await expandNotices(services);
    },

    /** Sends what is due until nothing is left, or it is told to stop. */
    async send(): Promise<void> {
      await sendDue(services, { inFlight, signal: stopped.signal });
    },
    stop: () => stopped.abort(),

    /** Whether nothing waits and nothing is under way. */
    async isDone(): Promise<boolean> {
      const rows = connection.collection("deliveries");
      return (await rows.countDocuments({ state: { $in: ["ready", "sending"] } })) === 0;
    },

    async close(): Promise<void> {
      await connection.dropDatabase();
      await connection.close();
    },
  };

  async function addTraining(chats: readonly number[], id: string): Promise<void> {
    await services.trainings.add({ ...firstTraining, id, seats: SEATS });
    const seatHolders = chats.map(idOf);
    await connection
      .collection<{ _id: string }>("trainings")
      .updateOne({ _id: id }, { $set: { seatHolders } });
  }
}

const idOf = (chat: number) => `perajin-${chat}`;

/** A registered artisan, as the repository stores one. */
function artisanOf(telegram: number) {
  return {
    _id: idOf(telegram),
    state: "active",
    telegram,
    language: "id",
    name: "Perajin Contoh",
    kecamatan: "36.04.05",
    crafts: ["aksesori"],
    mainCraft: "aksesori",
    consent: { version: CONSENT_VERSION, at: EVE.toISOString(), update: 1 },
    registeredAt: EVE,
    activeAt: EVE,
    by: 0,
  };
}
