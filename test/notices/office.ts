import { randomUUID } from "node:crypto";
import { Api } from "grammy";
import type { Connection } from "mongoose";
import { onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import type { Count } from "../../src/counts.ts";
import { createJobs } from "../../src/jobs/jobs.ts";
import { createLog } from "../../src/log.ts";
import { CONSENT_VERSION } from "../../src/privacy/consent.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { createServices } from "../../src/services.ts";
import type { TrainingPlan } from "../../src/trainings/training.ts";
import { openTestDatabase } from "../support/database.ts";

export type Office = Awaited<ReturnType<typeof openOffice>>;
export type Process = ReturnType<Office["start"]>;

interface StartOptions {
  /** Another connection, such as one that is closed. */
  on?: Connection;
  count?: Count;
}

/** A moment in Asia/Jakarta: "2025-08-22 09:00". */
export const wib = (text: string) => new Date(`${text.replace(" ", "T")}:00+07:00`);

/** A registered artisan who has no Telegram; the id is the name in small letters. */
export function artisanNamed(name: string, at: Date): Artisan {
  return {
    id: name.toLowerCase(),
    state: "active",
    language: "id",
    name,
    kecamatan: "36.04.05",
    crafts: ["aksesori"],
    mainCraft: "aksesori",
    consent: { version: CONSENT_VERSION, at: at.toISOString(), update: 1 },
    registeredAt: at,
    activeAt: at,
  };
}

/**
 * The real notices over the real database and the stand-in for Telegram, with the first training
 * and a clock that stands still until it is moved. No index is made: what is promised rests on
 * `_id` alone. Ends with the test.
 */
export async function openOffice(now: string, change: Partial<TrainingPlan> = {}) {
  const clock = createAdjustableClock(wib(now));
  clock.freeze(true);
  const database = await openTestDatabase();
  const standin = await createStandin({ clock });
  const world = createWorld(standin);
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const cipher = createFieldCipher([{ id: "test", hex: "5a".repeat(32) }]);
  const { connection } = database;

  /** A process of its own: it shares nothing with the others but the database and Telegram. */
  function start(inFlight = 8, { on = connection, count }: StartOptions = {}) {
    const api = new Api(standin.token, clientOptions(standin.url, { tries: 1 }));
    const owner = randomUUID();
    const parts = { connection: on, cipher, clock, log, apiIn: () => api, owner };
    const services = createServices({ ...parts, ...(count && { count }) });
    return { ...services, jobs: createJobs(services, { inFlight }) };
  }

  const first = start();
  await first.trainings.add({ ...firstTraining, ...change });
  onTestFinished(async () => {
    await standin.stop();
    await database.drop();
    world.check();
  });

  return {
    clock,
    world,
    uri: database.uri,
    output,
    start,
    training: firstTraining.id,

    moveTo: (moment: string) => clock.set(wib(moment)),
    pass: (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1_000)),

    /** A registered artisan who holds a seat; with `telegram: false` someone without the bot. */
    async participant(name: string, { started = true, telegram = true } = {}) {
      const person = world.person(name, { started });
      const artisan = artisanNamed(name, clock.now());
      await first.artisans.add({ ...artisan, ...(telegram && { telegram: person.id }) });
      await first.trainings.takeSeat(firstTraining.id, artisan.id, clock.now());
      return person;
    },

    /** What the bot sent the person, oldest first. */
    inbox: ({ id }: { id: number }): string[] =>
      standin.control.messages(id).map(({ text = "" }) => text),

    /** Resolves when the bot has called the method. */
    called: (method: string) => standin.control.wait({ method }),

    /** State and reason of each delivery of a run, by artisan. */
    async ledger(rule: string, planVersion = 1): Promise<Record<string, string>> {
      const rows = await connection
        .collection("deliveries")
        .find({ notice: `run:${firstTraining.id}:${planVersion}:${rule}` })
        .toArray();
      return Object.fromEntries(
        rows.map(({ artisan, state, reason }) => [
          String(artisan),
          reason ? `${String(state)} ${String(reason)}` : String(state),
        ]),
      );
    },

    /** Puts a run back to how a crash would leave it. */
    async reset(run: string, fields: Record<string, unknown>): Promise<void> {
      const _id = run as never;
      await connection.collection("notices").updateOne({ _id }, { $set: fields });
    },

    async runs(): Promise<Record<string, string>> {
      const rows = await connection.collection("notices").find({ kind: "reminder" }).toArray();
      return Object.fromEntries(
        rows.map(({ planVersion, rule, state }) => [`${planVersion} ${rule}`, String(state)]),
      );
    },
  };
}
