import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { type Config, processEnvironment, readConfig } from "../config.ts";
import { showMoment } from "../dates.ts";
import { createLog } from "../log.ts";
import { StartRefused } from "../start-refused.ts";
import { type Restored, restoreInto, type RestoreOptions } from "./restore-into.ts";

const USAGE = `npm run restore -- <file> [--replace] [--without-erasures] [--old]

  --replace           removes what the database holds now
  --without-erasures  there is no list of erasures in DATA_DIR, and nobody was erased
  --old               the backup is older than that list reaches back`;

/**
 * `npm run restore -- <file>`: puts a backup into MONGODB_URI. Stop the bot first. It may be killed
 * and begun again. Exits with 1 where nothing was put back, or the audit is broken.
 */
const read = readConfig(processEnvironment());
if (!read.ok) refuse(read.report);
else if (!read.config.mongodbUri) refuse("MONGODB_URI: is missing.");
else await run(read.config, read.config.mongodbUri).catch(refuseKnown);

async function run(config: Config, uri: string): Promise<void> {
  const parts = { config, uri, clock: systemClock, log: createLog("error") };
  const tell = (line: string) => void process.stdout.write(`${line} …\n`);
  report(await restoreInto(readOptions(), { ...parts, tell }));
}

function report({ madeAt, documents, erased, expired, unknown, waiting, audit }: Restored): void {
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
  process.stdout.write(
    [
      `${documents} documents of ${showMoment(madeAt, "en")} are back; memory ${peak} MB.`,
      `People erased again: ${erased}.`,
      `Deliveries: ${expired} expired, ${unknown} unknown (they may have gone out: see /sampaikan), ${waiting} still to come.`,
      audit.ok
        ? `Audit: ${audit.lines} lines, unbroken.`
        : `Audit: broken at line ${audit.number}: ${audit.reason}. Tell the privacy officer.`,
      "What was written after the backup is gone: tell the office from when. Start the bot.",
    ].join("\n") + "\n",
  );
  if (!audit.ok) process.exitCode = 1;
}

function readOptions(): RestoreOptions {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        replace: { type: "boolean", default: false },
        "without-erasures": { type: "boolean", default: false },
        old: { type: "boolean", default: false },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length) throw new Error("one file");
    const { replace, old, "without-erasures": withoutErasures } = values;
    return { path, replace, withoutErasures, old };
  } catch {
    throw new StartRefused(USAGE);
  }
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

function refuseKnown(error: unknown): void {
  if (!(error instanceof StartRefused)) throw error;
  refuse(error.message);
}
