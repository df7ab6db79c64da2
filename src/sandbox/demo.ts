import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { DEMO_OWNER, demoPeople, seedDemo } from "../../seeds/demo.ts";
import { createAdjustableClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { createLog, errorFacts } from "../log.ts";
import { startProgram } from "../program.ts";
import { type DemoOptions, readDemoOptions, USAGE } from "./demo-options.ts";
import { createKeeper, readKept } from "./keeper.ts";
import { startMongo } from "./mongo/index.ts";
import { createStandin } from "./telegram/index.ts";

const STOP_WITHIN_MS = 5_000;
const UPCOMING = 50;
const LOOK_AGAIN_MS = 20;
/** MongoDB's DBPathInUse. */
const FOLDER_IN_USE = 98;

// Standard output is for the address alone.
const log = createLog("warn", process.stderr);
const options = readOptions();
if (options) {
  await run(options).catch((error: unknown) => {
    const known = knownTrouble(error, options);
    if (known) process.stderr.write(`${known}\n`);
    else log.alarm("demo failed", errorFacts(error));
    process.exit(1);
  });
}

function readOptions(): DemoOptions | undefined {
  try {
    return readDemoOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

/** What a person can put right by themselves, in a sentence. */
function knownTrouble(error: unknown, { port, data }: DemoOptions): string | undefined {
  const { code } = error as { code?: unknown };
  if (code === "EADDRINUSE") return `Port ${port} is in use. Choose another: --port ${port + 1}`;
  if (code === FOLDER_IN_USE)
    return `A demo is running on ${data}. End it, or choose another: --data`;
  return undefined;
}

/** Database, stand-in for Telegram, bot and page in one process. */
async function run({ port, data, reset, now }: DemoOptions): Promise<void> {
  if (reset) await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  const path = join(data, "telegram.json");
  const kept = await readKept(path);
  const saved = kept ? (JSON.parse(kept) as { now: string; telegram: string }) : undefined;
  const clock = createAdjustableClock(now ?? (saved && new Date(saved.now)));

  const mongo = await startMongo({ dir: join(data, "mongo"), clock });
  const keeper = createKeeper(path, () =>
    JSON.stringify({ now: clock.now(), telegram: standin.control.dump() }),
  );
  const pageDir = join(import.meta.dirname, "page");
  const standin = await createStandin({ clock, port, pageDir });
  if (saved) standin.control.load(saved.telegram);
  else for (const person of demoPeople) standin.control.putPerson({ ...person, started: false });

  const program = await startProgram({
    config: demoConfig(standin, data),
    uri: mongo.uri,
    clock,
    log,
    owner: "demo",
    onFatal: () => void stop(1),
  });
  await seedDemo(program.services);
  standin.setHooks({
    saved: () => keeper.save(),
    upcoming: () => program.jobs.upcoming(clock.now(), UPCOMING),
    settle: () => atRest(() => program.worker.isIdle()),
    async tick() {
      await program.jobs.tick();
      await mongo.sweep();
    },
  });

  const stop = async (code: number) => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await keeper.save();
    await program.stop();
    await standin.stop();
    await mongo.stop();
    process.exit(code);
  };
  process.once("SIGTERM", () => void stop(0));
  process.once("SIGINT", () => void stop(0));
  process.stdout.write(`Sanggar demo: ${standin.url}/\n`);
}

async function atRest(isIdle: () => boolean): Promise<void> {
  while (!isIdle()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
}

/** Nothing of the environment counts: the demo never reaches a real bot or database. */
function demoConfig({ url, token }: { url: string; token: string }, dataDir: string): Config {
  const read = readConfig({
    BOT_TOKEN: token,
    BOT_API_ROOT: url,
    DATA_DIR: dataDir,
    OWNER_IDS: String(DEMO_OWNER),
    PRIVACY_CONTACT: "Ibu Contoh (rekaan), 0254-000000",
    DATA_PLACE: "komputer ini saja (peragaan)",
  });
  if (!read.ok) throw new Error(read.report);
  return read.config;
}
