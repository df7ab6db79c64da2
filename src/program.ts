import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Connection } from "mongoose";
import { freeOf } from "./alarms/disk.ts";
import { createWatch } from "./alarms/watch.ts";
import { refuseHalfRestored } from "./backup/restore-repository.ts";
import { createBot } from "./bot/bot.ts";
import { announceCommands } from "./bot/commands.ts";
import { introduce } from "./bot/introduce.ts";
import { createSendQueue, type SendQueue } from "./bot/send-queue.ts";
import { clientOptions } from "./bot/telegram-fetch.ts";
import { webhookTrouble } from "./bot/webhook-trouble.ts";
import type { Language } from "./bot/language.ts";
import { BUILD } from "./build.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createCounts } from "./counts.ts";
import { connectDatabase, databaseTime } from "./database.ts";
import { heedAnotherBot } from "./intake/another-bot.ts";
import { createEntrance } from "./intake/entrance.ts";
import { createFloodLimit } from "./intake/flood-limit.ts";
import { createPoller } from "./intake/poll.ts";
import { createWorker } from "./intake/work.ts";
import { createJobs } from "./jobs/jobs.ts";
import { createOtherProcesses } from "./leases/other-processes.ts";
import { createPresence } from "./leases/presence-repository.ts";
import { countingAlarms, errorFacts, type Log } from "./log.ts";
import type { SendPlace } from "./notices/messenger.ts";
import { loadPlaces } from "./places/load-places.ts";
import type { Places } from "./places/places.ts";
import { replayErasures } from "./privacy/erase.ts";
import type { FieldCipher } from "./privacy/field-cipher.ts";
import { loadFieldKeys } from "./privacy/field-keys.ts";
import { openFieldCipher } from "./privacy/key-repository.ts";
import { createPreparations, prepareDatabase } from "./prepare-database.ts";
import { createServices } from "./services.ts";

/** How long what is in hand may take when the program is told to stop; nearly every call ends in it. */
const FINISH_WITHIN_MS = 16_000;

/** Real milliseconds that the first tick lets those go first who wrote while nothing ran. */
const FIRST_ANSWERS_MS = 1_000;

/** What somebody has to do whose token is of another bot than before. */
const NEW_BOT =
  "People must press Start at the new bot: tell them its name. Notices reach them then; until that " +
  "they are listed for carriers. Files are uploaded again. Was it a mistake? Set BOT_ID.";

export interface ProgramParts {
  config: Config;
  clock: Clock;
  log: Log;
  /**
   * Names this process in leases. A process that starts anew is another owner, unless nobody else
   * can use its database: then it may take back at once what it held when it was killed.
   */
  owner?: string;
  /** Which build this is, where it is not that of the bundle. */
  build?: string;
  /** Under every call of this process; one of its own where none is handed in. */
  queue?: SendQueue;
  /** Called when nothing can go on, such as a token that Telegram withdrew. */
  onFatal(reason: string): void;
}

export type Program = Awaited<ReturnType<typeof openProgram>>;

/** Opens the whole program and starts it. */
export async function startProgram(parts: ProgramParts & { uri: string }) {
  const program = await openProgram(parts);
  try {
    await program.takeUpdates();
    await program.keepTime();
    return program;
  } catch (error) {
    await program.stop();
    throw error;
  }
}

/**
 * Opens the whole program, in the order that loses nothing: the database with its indexes, and who
 * we are at Telegram. Then come what an earlier process left and new updates, and last the tick.
 */
export async function openProgram(parts: ProgramParts & { uri: string }) {
  const { config, log, uri } = parts;
  const connection = await connectDatabase(uri);
  try {
    const [keys] = await Promise.all([
      loadFieldKeys(config.fieldKeys, config.dataDir),
      refuseHalfRestored(connection),
    ]);
    const { queue = createSendQueue({ rate: config.sendRate }) } = parts;
    const api = new Api(config.botToken, clientOptions(config.botApiRoot, { tries: 2, queue }));
    const [cipher, me] = await Promise.all([
      openFieldCipher(connection, keys),
      introduce(api, config),
    ]);
    const places = await loadPlaces(config.regionsFile);
    const program = assemble({ ...parts, connection, cipher, me, queue, places });
    const { services, worker, poller, jobs, others, counts, watch } = program;
    connection.on("disconnected", () => counts.count("database", "lost"));
    let isStopping = false;
    let fetched: Promise<void> = Promise.resolve();
    const { build = BUILD } = parts;
    const preparations = createPreparations(connection);
    const prepare = async () => {
      await Promise.all([prepareDatabase(connection), announceCommands(api, services.texts)]);
      await preparations.note(build);
    };
    const { officeName, privacyContact, dataPlace } = config;
    const first = { officeName: officeName || places.office, privacyContact, dataPlace };
    const [isPrepared] = await Promise.all([
      preparations.isDoneBy(build),
      services.settings.seed(first),
    ]);
    if (!isPrepared) await prepare();
    const [again, former] = await Promise.all([
      replayErasures(services),
      heedAnotherBot(connection, me.id),
      services.calendar.reread(),
    ]);
    if (again) log.alarm("erased again", { people: again });
    if (former !== undefined) log.alarm("another bot", { was: former, is: me.id, remedy: NEW_BOT });

    return {
      ...program,
      username: me.username,
      /** Takes up what was left by others, and polls if that is how updates come in. */
      async takeUpdates(): Promise<void> {
        await others.start(() => {
          worker
            .takeUp()
            .catch((error: unknown) =>
              log.warn("what others left could not be read", errorFacts(error)),
            );
        });
        if (isStopping) return;
        await worker.start();
        if (config.intake.kind === "poll") fetched = poller.start();
      },
      /** Does what has come due, now and from now on; resolves after the first time. */
      async keepTime(): Promise<void> {
        const answered = fetched.then(() => worker.idle());
        // Who wrote meanwhile is answered first, unless they are many: reminders wait for nobody.
        await Promise.race([answered, sleep(FIRST_ANSWERS_MS, undefined, { ref: false })]);
        await jobs.start();
        if (!isStopping) watch.start();
        // An index may have been lost since; whoever waits is answered before.
        if (isPrepared && !isStopping) await prepare();
      },
      /** Takes nothing new, finishes what is in hand, lets go of leases. Within 20 s. */
      async stop(): Promise<void> {
        isStopping = true;
        await poller.stop();
        await Promise.all([
          worker.stop(FINISH_WITHIN_MS),
          jobs.stop(FINISH_WITHIN_MS),
          watch.stop(),
        ]);
        await others.stop();
        await connection.close();
        log.info("stopped", program.entrance.counts());
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

export interface AssemblyParts extends ProgramParts {
  connection: Connection;
  cipher: FieldCipher;
  me: UserFromGetMe;
  /** The kabupaten of the office; Serang where none is handed in. */
  places?: Places;
}

/** Puts the parts together without starting any of them. */
export function assemble(parts: AssemblyParts) {
  const { config, connection, cipher, clock, me } = parts;
  const { owner = randomUUID(), build = BUILD } = parts;
  const { botToken: token, botApiRoot, intake } = config;
  const counts = createCounts();
  const { count } = counts;
  const log = countingAlarms(parts.log, count);
  const { queue = createSendQueue({ rate: config.sendRate }) } = parts;
  const client = clientOptions(botApiRoot, { tries: 2, queue, count });
  const api = new Api(token, client);
  const apiIn = (place: SendPlace) =>
    new Api(token, clientOptions(botApiRoot, { tries: 1, queue, count, ...place }));
  const services = createServices({
    ...{ connection, cipher, clock, log, count, apiIn, owner },
    ...{ dataDir: config.dataDir, ownerIds: config.ownerIds },
    paidBroadcasts: config.paidBroadcasts,
    ...(parts.places && { places: parts.places }),
  });
  const { inbox, people, leases, texts } = services;
  queue.onPause((forMs) => {
    const until = new Date(clock.now().getTime() + forMs);
    services.gate
      .close(until)
      .catch((error: unknown) => log.warn("a flood wait was not shared", errorFacts(error)));
  });

  const tell = async (chat: number, language: Language = "id", what: string) =>
    api.sendMessage(chat, texts[language].plain(`update-${what}`));

  const presence = createPresence(connection, clock, { owner, build });
  const others = createOtherProcesses({ presence, build, log });
  const bot = createBot(services, { token, me, client });
  const entrance = createEntrance({
    inbox,
    flood: createFloodLimit(clock),
    log,
    tellTooMany: async (chat) => tell(chat, await people.languageOf(chat), "tooMany"),
  });
  const worker = createWorker({
    inbox,
    people,
    clock,
    log,
    count,
    handle: (update) => bot.handleUpdate(update),
    tell: ({ chat, language }, what) => tell(chat, language, what),
    isOnlyReader: () => poller.hasLease(),
    others,
  });
  const onUnauthorised = () => parts.onFatal("Telegram does not know BOT_TOKEN any more");
  const poller = createPoller({
    api,
    inbox: { ...inbox, store: entrance.store },
    worker,
    leases,
    clock,
    log,
    others,
    onUnauthorised,
  });
  // Who polls answers; behind a webhook every process may, and none knows of the others.
  queue.leaveFree(() => intake.kind === "poll" && !poller.hasLease());
  const jobs = createJobs(services, { inFlight: config.sendInFlight, others });
  const watch = createWatch({
    ...{ services, counts, tickAgeS: jobs.tickAgeS },
    ask: {
      disk: () => freeOf(config.dataDir),
      databaseTime: () => databaseTime(connection),
      ...(intake.kind === "webhook" && { webhook: () => webhookTrouble(api, intake.url, clock) }),
    },
  });
  return { services, entrance, worker, poller, jobs, others, counts, watch };
}
