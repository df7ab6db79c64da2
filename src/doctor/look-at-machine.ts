import { access, constants, mkdir, open, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { localDate, ZONE } from "../dates.ts";
import { NOTO_SANS } from "../papers/noto-sans.ts";
import { drawPng } from "../papers/raster.ts";
import { fault, type Finding, note, ok } from "./finding.ts";

/** What a test hands in instead of this machine. */
export interface Machine {
  /** Such as "20.19.0". */
  node: string;
  fonts: Record<string, string>;
  /** Bytes that must be free. */
  leastFree: number;
}

const GB = 1_073_741_824;
export const THIS_MACHINE: Machine = {
  node: process.versions.node,
  fonts: NOTO_SANS,
  leastFree: GB,
};

const LEAST_NODE = [20, 19];
const LETTERS = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="12"><text y="10" font-family="Noto Sans">Sanggar</text></svg>`;

export function lookAtNode({ node }: Machine): Finding {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const [wanted = 0, least = 0] = LEAST_NODE;
  const isNew = major > wanted || (major === wanted && minor >= least);
  if (isNew) return ok("Node.js", node);
  return fault("Node.js", `${node} is too old.`, `Install Node.js ${wanted}.${least} or newer.`);
}

/** Local midnight in Jakarta is 17.00 UTC the day before; without zone data it is not. */
export function lookAtZone(): Finding {
  if (localDate(new Date("2025-08-21T17:00:00Z")) === "2025-08-22") return ok("time zone", ZONE);
  const says = `this Node.js has no data of ${ZONE}.`;
  return fault("time zone", says, "Install a Node.js with all of ICU, as nodejs.org offers it.");
}

export async function lookAtFonts({ fonts }: Machine): Promise<Finding> {
  for (const path of Object.values(fonts))
    if (await isMissing(path))
      return fault("fonts", `${path} cannot be read.`, "Run npm ci again; papers need both files.");
  try {
    await drawPng(LETTERS, { density: 72, colours: 4 });
    return ok("fonts", "both are there, and letters are drawn");
  } catch {
    return fault(
      "fonts",
      "no letter could be drawn.",
      "Let the bot write to the folder for TMPDIR.",
    );
  }
}

const isMissing = (path: string) =>
  access(path, constants.R_OK).then(
    () => false,
    () => true,
  );

/** Writes a file to the disk, and takes it away. */
export async function lookAtFolder(dir: string): Promise<Finding> {
  const path = join(dir, `.doctor-${process.pid}`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const file = await open(path, "wx", 0o600);
    await file.sync().finally(() => file.close());
    await rm(path);
    return ok("data folder", `${dir} can be written to`);
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    return fault(
      "data folder",
      `${dir} cannot be written to (${code}).`,
      "Give the bot's user the right to write there, or name another folder in DATA_DIR: the list of erasures rests in it.",
    );
  }
}

export async function lookAtDisk(dir: string, { leastFree }: Machine): Promise<Finding> {
  const { bavail, bsize } = await statfs(dir).catch(() => statfs("."));
  const free = `${((Number(bavail) * Number(bsize)) / GB).toFixed(1)} GB free`;
  if (Number(bavail) * Number(bsize) >= leastFree) return ok("disk", free);
  return fault("disk", `only ${free}.`, "Make room: logs, old backups, or a larger disk.");
}

const DAY_MS = 86_400_000;
const NAME = /^sanggar-(\d{4}-\d\d-\d\d)T\d{6}Z\.backup$/;

/** The newest of the folder that `npm run backup` writes to by itself. */
export async function lookAtBackups(dataDir: string, hasKey: boolean, now: Date): Promise<Finding> {
  if (!hasKey)
    return note("backup", "none can be made.", "Set BACKUP_KEY_FILE or BACKUP_PASSPHRASE.");
  const names = await readdir(join(dataDir, "backups")).catch(() => []);
  const days = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
  const newest = days.at(-1);
  const remedy = "Let npm run backup run every night, and copy its files to another machine.";
  if (newest === undefined) return note("backup", "there is none in DATA_DIR/backups.", remedy);
  const isOld = now.getTime() - Date.parse(newest) > 2 * DAY_MS;
  return isOld
    ? note("backup", `the newest is of ${newest}.`, remedy)
    : ok("backup", `of ${newest}`);
}
