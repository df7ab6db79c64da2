import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../../src/root.ts";
import type { Figure } from "./figures.ts";
import { serve, serveMongo } from "./served.ts";

const SIZES = [1_000, 10_000, 100_000];
const HEX = "5a".repeat(32);
const UNITS = {
  ...{ tick: "ms", page: "ms", search: "ms", expand: "ms", memory: "MB" },
  ...{ backup: "s", backupMemory: "MB", restore: "s", restoreMemory: "MB" },
};
type Name = keyof typeof UNITS;
type Measured = Record<Name, number>;
/** Ten times as many people: at most ten times as long, and a bit for the machine. */
const LINEAR = 12;
/** What must stay as it is, but for the machine, however many there are. */
const FLAT: Partial<Record<Name, number>> = { page: 2, backupMemory: 1.6 };

/**
 * How a tick, the first page of the members, a search, the listing of a notice to all, the memory
 * of the bot, a backup and its restore grow among 1,000, 10,000 and 100,000 artisans of the
 * embedded database. Each size has processes of its own; the ratios say times for ten times more.
 */
export async function growth(): Promise<Figure[]> {
  const figures: Figure[] = [];
  let before: Measured | undefined;
  for (const size of SIZES) {
    const measured = await among(size);
    for (const [name, unit] of Object.entries(UNITS) as [Name, string][]) {
      const value = measured[name];
      figures.push({ name: `growth.${name}.${size}`, value: round(value), unit });
      if (!before) continue;
      const times = round(value / before[name]);
      const atMost = FLAT[name] ?? LINEAR;
      figures.push({ name: `growth.${name}.${size}.times`, value: times, unit: "×", atMost });
    }
    before = measured;
  }
  return figures;
}

async function among(size: number): Promise<Measured> {
  const mongo = await serveMongo();
  const folder = await mkdtemp(join(tmpdir(), "sanggar-growth-"));
  try {
    const uri = withDatabase(mongo.told.uri, "growth");
    const bot = await serve<Omit<Measured, "backup">>("serve-growth.ts", uri, String(size), HEX);
    await bot.stop();
    return { ...bot.told, ...(await kept(uri, withDatabase(mongo.told.uri, "again"), folder)) };
  } finally {
    await mongo.stop();
    await rm(folder, { recursive: true });
  }
}

/** A backup and its restore, each by its program, with the memory it says it took. */
async function kept(uri: string, again: string, folder: string) {
  await writeFile(join(folder, "backup.key"), HEX);
  const run = async (to: string, ...args: string[]) => {
    const begun = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", ...args], {
      cwd: projectRoot,
      env: {
        ...{ PATH: process.env["PATH"], BOT_TOKEN: "1:bench", MONGODB_URI: to, DATA_DIR: folder },
        ...{ FIELD_KEYS: `bench=${HEX}`, BACKUP_KEY_FILE: join(folder, "backup.key") },
      },
    });
    const memory = Number(/memory (\d+) MB/.exec(stdout)?.[1]);
    return { stdout, memory, seconds: (performance.now() - begun) / 1_000 };
  };
  const made = await run(uri, "src/backup/backup.ts");
  const [path = ""] = made.stdout.split(": ", 1);
  const back = await run(again, "src/backup/restore.ts", path, "--without-erasures");
  return {
    ...{ backup: made.seconds, backupMemory: made.memory },
    ...{ restore: back.seconds, restoreMemory: back.memory },
  };
}

function withDatabase(uri: string, name: string): string {
  const address = new URL(uri);
  address.pathname = `/${name}`;
  return address.href;
}

const round = (value: number) => Number(value.toPrecision(3));
