import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { type Config, processEnvironment, readConfig } from "../config.ts";
import { connectDatabase } from "../database.ts";
import { StartRefused } from "../start-refused.ts";
import { readBackupKey } from "./backup-key.ts";
import { createDump } from "./dump-repository.ts";
import { makeBackup } from "./make-backup.ts";
import { letOldGo, nameOf } from "./old-backups.ts";

const USAGE = `npm run backup -- [--out backups]

  --out  folder for the backups; those older than 35 days are removed from it`;
const MB = 1_000_000;

/** `npm run backup`: one encrypted file of all that MONGODB_URI holds, while the bot runs. */
const read = readConfig(processEnvironment());
if (!read.ok) refuse(read.report);
else if (!read.config.mongodbUri) refuse("MONGODB_URI: is missing.");
else await run(read.config, read.config.mongodbUri).catch(refuseKnown);

async function run(config: Config, uri: string): Promise<void> {
  const folder = readFolder(config);
  const key = await readBackupKey(config.backupKey);
  const madeAt = systemClock.now();
  const path = join(folder, nameOf(madeAt));
  const connection = await connectDatabase(uri);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const made = await makeBackup({ dump: createDump(connection), key, path, madeAt });
    const { size } = await stat(path);
    const peak = process.resourceUsage().maxRSS / 1_024;
    process.stdout.write(
      `${path}: ${made.documents} documents of ${made.collections} collections, ${(size / MB).toFixed(1)} MB, ` +
        `${made.way === "snapshot" ? "as of one moment" : "in order, without a snapshot"}; memory ${Math.round(peak)} MB\n`,
    );
    for (const old of await letOldGo(folder, madeAt)) process.stdout.write(`removed ${old}\n`);
  } finally {
    await connection.close();
  }
}

function readFolder({ dataDir }: Config): string {
  try {
    const { out } = parseArgs({ options: { out: { type: "string" } } }).values;
    return out ?? join(dataDir, "backups");
  } catch {
    throw new StartRefused(USAGE);
  }
}

function refuse(report: string): void {
  process.stderr.write(`${report}\n`);
  process.exitCode = 1;
}

function refuseKnown(error: unknown): void {
  if (!(error instanceof StartRefused)) throw error;
  refuse(error.message);
}
