import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Message, UserFromGetMe } from "grammy/types";
import { createAdjustableClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createLog } from "../../src/log.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import type { Places } from "../../src/places/places.ts";
import { assemble } from "../../src/program.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { openTestDatabase } from "./database.ts";

export type TestSanggar = Awaited<ReturnType<typeof openSanggar>>;

/** Friday, 14 August 2025, 09.00 WIB: eight days before the first training. */
export const EIGHT_DAYS_BEFORE = new Date("2025-08-14T09:00:00+07:00");

/** In real time; what is in hand ends within a second. */
const STOP_WITHIN_MS = 5_000;
/** More than a chat waits after its second failed try, and less than a tap can be answered in. */
const LONGEST_WAIT_MS = 60_000;

/**
 * The real bot between the stand-in and a database of its own. The program is put together anew
 * before every update, so each transcript is also a restart test.
 */
export async function openSanggar({
  now = EIGHT_DAYS_BEFORE,
  places,
}: { now?: Date; places?: Places } = {}) {
  const clock = createAdjustableClock(now);
  const database = await openTestDatabase();
  const standin = await createStandin({ clock });
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const dataDir = await mkdtemp(join(tmpdir(), "sanggar-data-"));
  const config = testConfig(standin, dataDir);
  const cipher = createFieldCipher([{ id: "test", hex: "5a".repeat(32) }]);
  const { bot } = await standin.control.state();
  const me: UserFromGetMe = { ...bot, is_bot: true } as UserFromGetMe;
  const restart = () =>
    assemble({
      config,
      connection: database.connection,
      cipher,
      clock,
      log,
      me,
      ...(places && { places }),
      onFatal(reason) {
        throw new Error(reason);
      },
    });

  let program = restart();
  await prepareDatabase(database.connection);
  const { officeName, privacyContact, dataPlace } = config;
  await program.services.settings.seed({
    ...{ officeName: places?.office ?? officeName, privacyContact, dataPlace },
  });

  standin.setHooks({
    upcoming: () => program.jobs.upcoming(clock.now(), 50),
    tick: () => program.jobs.tick(),
    settle: oneAtATime(async () => {
      program = restart();
      while (await program.poller.pollOnce(0)) await program.worker.idle();
    }),
  });

  const world = createWorld(standin);
  return {
    clock,
    world,
    standin,
    connection: database.connection,
    uri: database.uri,
    cipher,
    /** The folder beside the database. */
    dataDir,
    /** What happens by the clock at this moment. */
    tick: () => program.jobs.tick(),
    /** All log lines so far. */
    output,
    get services() {
      return program.services;
    },
    /** The dialogue's log of a chat as it is stored, unsealed; empty when no dialogue is open. */
    async dialogueLog(chat: number): Promise<string> {
      const people = database.connection.collection<{ _id: string; log: string }>("people");
      const _id = `person:${chat}`;
      const sealed = (await people.findOne({ _id }))?.log ?? "";
      return sealed && cipher.open({ collection: "people", record: _id, field: "log" }, sealed);
    },
    /** From now on no line can be added to the audit; the answer makes it whole again. */
    async breakAudit(): Promise<() => Promise<unknown>> {
      // The next number is one more than the last: after this there is none.
      const audit = database.connection.collection<{ _id: string }>("audit");
      await audit.insertOne({ _id: "no number" });
      return () => audit.deleteOne({ _id: "no number" });
    },
    /**
     * The program ends with an update that failed in hand, and starts anew when a failed try has
     * waited long enough: it takes up what was left.
     */
    async startLater(): Promise<void> {
      await program.worker.stop(STOP_WITHIN_MS);
      clock.set(new Date(clock.now().getTime() + LONGEST_WAIT_MS));
      program = restart();
      await program.worker.start();
      await program.worker.idle();
      await program.worker.stop(STOP_WITHIN_MS);
    },
    /** What becomes of an open dialogue when its number is raised: the log knows the old one. */
    async raiseNumber(chat: number): Promise<void> {
      const log = (await this.dialogueLog(chat)).replaceAll(
        /(registration|change|behalf|correct|training|survey|quiz|sharing|shared)\.\d+/g,
        "$1.0",
      );
      const _id = `person:${chat}`;
      const sealed = cipher.seal({ collection: "people", record: _id, field: "log" }, log);
      const people = database.connection.collection<{ _id: string }>("people");
      await people.updateOne({ _id }, { $set: { log: sealed } });
    },
    /**
     * Ends the test; throws on a contract breach, an unanswered tap, a fault never hit, and
     * where the log speaks of what a person typed.
     */
    async close(): Promise<void> {
      const people = standin.control.people();
      const typed = people.flatMap(({ id }) => standin.control.messages(id)).flatMap(personalText);
      await standin.stop();
      await database.drop();
      await rm(dataDir, { recursive: true });
      world.check();
      const told = typed.filter((text) => output.some((line) => line.includes(text)));
      if (told.length) throw new Error(`the log tells what was typed: ${told.join(" · ")}`);
      const secret = standin.token.split(":")[1] ?? "";
      if (output.some((line) => line.includes(secret))) throw new Error("the log tells the token");
    },
  };
}

/**
 * Calls of one moment share a run, and those that come while it runs the next one: people who act
 * together cost one restart, and not one each.
 */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const begin = async (before: Promise<void>) => {
    await before.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    next = undefined;
    return run();
  };
  return () => (next ??= last = begin(last));
}

/** What a person typed, unless it is too short to be told from other words. */
function personalText({ from, text = "", contact }: Message): string[] {
  if (from?.is_bot) return [];
  const said = [text, contact?.phone_number ?? ""];
  return said.filter((one) => one.length > 4 && !one.startsWith("/"));
}

function testConfig({ url, token }: { url: string; token: string }, dataDir: string) {
  const read = readConfig({
    BOT_TOKEN: token,
    BOT_API_ROOT: url,
    DATA_DIR: dataDir,
    PRIVACY_CONTACT: "Ibu Contoh, 0254-000000",
    DATA_PLACE: "Jakarta",
    // The stand-in takes all that comes, and its people write faster than real ones.
    SEND_RATE: "1000",
  });
  if (!read.ok) throw new Error(read.report);
  return read.config;
}
