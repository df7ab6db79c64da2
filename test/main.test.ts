import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createAdjustableClock } from "../src/clock.ts";
import { freePort } from "../src/sandbox/free-port.ts";
import { projectRoot } from "../src/root.ts";
import { createWorld } from "../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../src/sandbox/telegram/index.ts";
import { until } from "./intake/processes.ts";

const TSX = import.meta.resolve("tsx");
const MAIN = join(projectRoot, "src/main.ts");

interface Started {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

/** Starts the program in an empty folder, with these variables and no others. */
async function start(env: Record<string, string>): Promise<Started & { dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-main-"));
  const child = spawn(process.execPath, ["--import", TSX, MAIN], {
    cwd: dir,
    env: { PATH: "/usr/bin:/bin", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    await rm(dir, { recursive: true });
  });
  return { child, dir, ended, out: () => said.out, err: () => said.err };
}

const STACK = /^\s+at |Error:|node_modules/m;

describe("the program does not start", () => {
  it("without a token, and says how to get one or to try without", async () => {
    const { ended, out, err, dir } = await start({});
    expect(await ended).toBe(1);
    expect(err()).toContain("BOT_TOKEN: is missing; ask @BotFather");
    expect(err()).toContain("npm run demo");
    expect(err()).not.toMatch(STACK);
    expect(out()).toBe("");
    expect(await readdir(dir)).toEqual([]);
  });

  it("in production with nothing configured, and names all that is missing at once", async () => {
    const { ended, err } = await start({ NODE_ENV: "production" });
    expect(await ended).toBe(1);
    for (const name of ["BOT_TOKEN", "MONGODB_URI", "FIELD_KEYS"])
      expect(err()).toMatch(new RegExp(`^ {2}${name}: is (missing|needed)`, "m"));
    expect(err()).not.toMatch(STACK);
  });
});

describe("without its database", () => {
  it("does not start, and says so without the password", async () => {
    const nobody = `mongodb://rina:secret@127.0.0.1:${await freePort()}/sanggar`;
    const given = { BOT_TOKEN: "7000000001:sanggar-demo", MONGODB_URI: nobody };
    const { ended, out, err } = await start(given);
    expect(await ended).toBe(1);
    expect(err()).toBe("MongoDB does not answer at MONGODB_URI.\n");
    expect(out()).not.toContain("secret");
  }, 60_000);
});

describe("with a Telegram to talk to", () => {
  let standin: Standin;
  beforeAll(async () => {
    standin = await createStandin({ clock: createAdjustableClock() });
  });
  afterAll(() => standin.stop());

  const environment = async () => ({
    BOT_TOKEN: standin.token,
    BOT_API_ROOT: standin.url,
    STATUS_PORT: String(await freePort()),
  });

  it("starts on a database of its own, answers, and ends when it is told to", async () => {
    const env = await environment();
    const { child, dir, ended, out, err } = await start({ ...env, DATA_DIR: "data" });
    await until(() => out().includes('"started"'));
    expect((await readdir(join(dir, "data"))).sort()).toEqual(["field-key", "mongo"]);
    for (const page of ["healthz", "readyz", "metrics"])
      expect((await fetch(`http://127.0.0.1:${env.STATUS_PORT}/${page}`)).status).toBe(200);

    const rina = createWorld(standin).person("Rina");
    standin.control.say({ person: rina.id, text: "/bantuan" });
    await standin.control.wait({ person: rina.id, text: "Yang bisa dilakukan" });

    const page = async () => (await fetch(`http://127.0.0.1:${env.STATUS_PORT}/metrics`)).text();
    // It is counted once it is committed, which is after the answer.
    await until(async () => (await page()).includes('sanggar_updates_total{outcome="handled"} 1'));
    const figures = await page();
    expect(figures).toMatch(/sanggar_calls_total\{method="sendMessage",status="200"\} \d/);
    expect(figures).not.toContain("sanggar-demo");

    const begun = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(out()).toContain('"stopped"');
    expect(err()).toBe("");
    for (const line of out().trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("time");
    expect(out()).not.toContain("sanggar-demo");
    expect(standin.control.pending()).toBe(0);
  }, 60_000);

  it("does not start with the token of another bot, and says so in one sentence", async () => {
    const { id } = (await standin.control.state()).bot;
    standin.control.bot({ id: 5 });
    onTestFinished(() => standin.control.bot({ id }));
    const { ended, out, err } = await start(await environment());
    expect(await ended).toBe(1);
    expect(err()).toBe(`BOT_TOKEN belongs to bot 5, but BOT_ID is ${id}.\n`);
    expect(out()).toBe("");
  }, 60_000);

  it("does not start where Telegram does not answer, and names the address", async () => {
    const away = `http://127.0.0.1:${await freePort()}`;
    const { ended, err } = await start({ ...(await environment()), BOT_API_ROOT: away });
    expect(await ended).toBe(1);
    expect(err()).toBe(`Telegram does not answer at ${away}.\n`);
  }, 60_000);
});
