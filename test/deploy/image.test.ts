import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdjustableClock } from "../../src/clock.ts";
import { freePort } from "../../src/sandbox/free-port.ts";
import { projectRoot } from "../../src/root.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { until } from "../intake/processes.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { named, takenBy, wordsOf } from "./recipe.ts";

let image: string;
let standin: Standin;
let database: TestDatabase;

beforeAll(async () => {
  image = await mkdtemp(join(tmpdir(), "sanggar-image-"));
  standin = await createStandin({ clock: createAdjustableClock() });
  database = await openTestDatabase();
  await bundle(join(image, "dist/program"));
  await copyWhatTheImageHas();
}, 60_000);
afterAll(async () => {
  await standin.stop();
  await database.drop();
  await rm(image, { recursive: true });
});

/** The program in one file, as `npm run build` makes it; without the files for the tools beside it. */
async function bundle(outdir: string): Promise<void> {
  const script = join(projectRoot, ".bundle.config.js");
  await promisify(execFile)(process.execPath, [script, "src", outdir], {
    cwd: projectRoot,
  });
}

/** Exactly what the last stage of the Dockerfile copies, and the packages that it installs. */
async function copyWhatTheImageHas(): Promise<void> {
  for (const { from, sources, to } of named("COPY").map(takenBy)) {
    if (from === "build") expect(sources).toEqual(["/app/dist"]);
    else
      for (const source of sources)
        await cp(join(projectRoot, source), join(image, to, to === "./" ? source : ""), {
          recursive: true,
        });
  }
  const lock = JSON.parse(await readFile(join(projectRoot, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean }>;
  };
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    const isOwn = /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path);
    if (!isOwn || dev) continue;
    await mkdir(dirname(join(image, path)), { recursive: true });
    await symlink(join(projectRoot, path), join(image, path)).catch(() => undefined);
  }
}

/** The HEALTHCHECK of the Dockerfile, as Docker runs it: its exit code. */
async function isHealthy(port: string): Promise<number> {
  const [command = "", ...args] = wordsOf(named("HEALTHCHECK")[0]);
  expect(command).toBe("node");
  const child = spawn(process.execPath, args, { env: { STATUS_PORT: port } });
  const [code] = (await once(child, "exit")) as [number];
  return code;
}

describe("what the image holds", () => {
  it("starts, answers, is healthy, and stops when it is told to", async () => {
    const [node, ...args] = wordsOf(named("CMD")[0]);
    expect(node).toBe("node");
    const port = String(await freePort());
    const child = spawn(process.execPath, args, {
      cwd: image,
      env: {
        ...{ PATH: "/usr/bin:/bin", NODE_OPTIONS: "--preserve-symlinks", STATUS_PORT: port },
        ...{ BOT_TOKEN: standin.token, BOT_API_ROOT: standin.url, DATA_DIR: join(image, "data") },
        ...{ MONGODB_URI: database.uri, FIELD_KEYS: `k1=${"5a".repeat(32)}` },
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => (said += part.toString()));
    const ended = once(child, "exit");
    try {
      await until(() => said.includes('"started"') || child.exitCode !== null);
      expect(said).toContain('"started"');
      const rina = createWorld(standin).person("Rina");
      standin.control.say({ person: rina.id, text: "/bantuan" });
      await standin.control.wait({ person: rina.id, text: "Yang bisa dilakukan" });
      expect(await isHealthy(port)).toBe(0);
      expect(await isHealthy(String(await freePort())), "nobody is there").toBe(1);
      child.kill("SIGTERM");
      expect((await ended)[0]).toBe(0);
    } finally {
      child.kill("SIGKILL");
    }
  }, 60_000);
});
