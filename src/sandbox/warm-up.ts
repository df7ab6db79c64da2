import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdjustableClock } from "../clock.ts";
import { freePort } from "./free-port.ts";
import { projectRoot } from "../root.ts";
import { startMongo } from "./mongo/index.ts";
import { createStandin } from "./telegram/index.ts";

/*
 * The last step of the build: starts the built program twice, on an empty database and on a
 * prepared one, lets it answer somebody, and has it keep what was compiled for that.
 */

const WITHIN_MS = 20_000;
const FIRST_PERSON = 5_000_000_001;

const clock = createAdjustableClock();
const dir = await mkdtemp(join(tmpdir(), "sanggar-build-"));
const mongo = await startMongo({ dir, clock });
const standin = await createStandin({ clock });
try {
  for (const person of [FIRST_PERSON, FIRST_PERSON + 1]) await startFor(person);
} finally {
  await standin.stop();
  await mongo.stop();
  await rm(dir, { recursive: true });
}

/** Starts the program after somebody has pressed Start, and stops it once it is up. */
async function startFor(person: number): Promise<void> {
  const { control } = standin;
  control.putPerson({ id: person, first_name: "Perajin" });
  control.start({ person });
  const child = spawn(
    process.execPath,
    [join(projectRoot, "dist/program/main.cjs"), "--keep-compiled"],
    { env: await environment(), stdio: ["ignore", "pipe", "inherit"] },
  );
  const isUp = once(child.stdout, "data");
  const hasEnded = once(child, "exit");
  const late = setTimeout(() => child.kill("SIGKILL"), WITHIN_MS);
  await control.wait({ person, timeout: WITHIN_MS });
  await isUp;
  child.kill("SIGTERM");
  const [code] = (await hasEnded) as [number | null];
  clearTimeout(late);
  if (code !== 0) throw new Error("the program that was built does not start");
}

/** All that the program needs, so that nothing of this machine's own configuration gets in. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  return {
    BOT_TOKEN: standin.token,
    BOT_API_ROOT: standin.url,
    MONGODB_URI: mongo.uri,
    FIELD_KEYS: `k1=${"5a".repeat(32)}`,
    PRIVACY_CONTACT: "Ibu Contoh, 0254-000000",
    DATA_PLACE: "Jakarta",
    STATUS_PORT: String(await freePort()),
  };
}
