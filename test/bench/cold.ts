import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { createAdjustableClock } from "../../src/clock.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { freePort } from "../../src/sandbox/free-port.ts";
import { projectRoot } from "../../src/root.ts";
import { type Figure, memoryMb } from "./figures.ts";
import { figureOf, inRounds, ratios, sideBySide } from "./rounds.ts";
import { serveMongo } from "./served.ts";

const PERSON = 5_000_000_001;
const MOST = { ratio: 3, mb: 110 };
const WITHIN_MS = 20_000;

/**
 * From the start of the process to the first answer: the project as it is built, on a database
 * that an earlier start has prepared, against a bare bot. All as in production, but that there a
 * Telegram on this machine would be refused.
 */
export async function cold(): Promise<Figure[]> {
  await promisify(execFile)("npm", ["run", "build"], { cwd: projectRoot });
  const mongo = await serveMongo();
  const port = String(await freePort());
  const env = {
    MONGODB_URI: mongo.told.uri,
    FIELD_KEYS: `k1=${"5a".repeat(32)}`,
    PRIVACY_CONTACT: "Ibu Contoh, 0254-000000",
    DATA_PLACE: "Jakarta",
    LOG_LEVEL: "warn",
    STATUS_PORT: port,
  };
  const program = join(projectRoot, "dist/program/main.cjs");
  const bare = join(import.meta.dirname, "bare-grammy.mjs");
  const memory: number[] = [];
  const ours = async () => {
    const { ms, mb } = await firstAnswer(program, env);
    memory.push(mb);
    return ms;
  };
  const round = sideBySide({ ours, bare: async () => (await firstAnswer(bare, {})).ms });
  await round(0);
  memory.length = 0;
  const { values, noisy } = await inRounds(round, [mongo.pid]);
  await mongo.stop();
  const ms = { unit: "ms", noisy };
  return [
    figureOf({ ...ms, name: "cold.ours" }, values.ours),
    figureOf({ ...ms, name: "cold.bare" }, values.bare),
    figureOf(
      { name: "cold.ratio", unit: "×", digits: 2, atMost: MOST.ratio, noisy },
      ratios(values.ours, values.bare),
    ),
    figureOf({ name: "cold.memory", unit: "MB", atMost: MOST.mb }, memory),
  ];
}

/** Seeds of the stand-in: the database knows the updates of earlier starts, so none may come again. */
let lastSeed = 0;

/** Starts a program after somebody has pressed Start, and waits for what it says. */
async function firstAnswer(file: string, env: Record<string, string>) {
  const standin = await createStandin({ clock: createAdjustableClock(), seed: ++lastSeed });
  const { url: BOT_API_ROOT, token: BOT_TOKEN, control } = standin;
  control.putPerson({ id: PERSON, first_name: "Perajin" });
  control.start({ person: PERSON });
  const begun = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: import.meta.dirname,
    env: { PATH: process.env["PATH"], BOT_TOKEN, BOT_API_ROOT, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await control.wait({ method: "sendMessage", timeout: WITHIN_MS });
    const ms = performance.now() - begun;
    const mb = await memoryMb(child.pid);
    // Told to stop while it is still starting, it would keep its leases from the next start.
    const port = env["STATUS_PORT"];
    if (port) await isUp(`http://127.0.0.1:${port}/healthz`);
    return { ms, mb };
  } finally {
    const late = setTimeout(() => child.kill("SIGKILL"), WITHIN_MS);
    if (child.kill("SIGTERM")) await once(child, "exit");
    clearTimeout(late);
    await standin.stop();
  }
}

async function isUp(url: string): Promise<void> {
  const until = performance.now() + WITHIN_MS;
  while (performance.now() < until) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(20);
  }
  throw new Error("the program is not up");
}
