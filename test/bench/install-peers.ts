import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Programs that the project is measured against; they are none of its own dependencies. */
export const peersFolder = join(import.meta.dirname, "peers");

/** Once a machine: as the lock file says, and without running anything of theirs. */
export async function installPeers(): Promise<void> {
  if (existsSync(join(peersFolder, "node_modules/.package-lock.json"))) return;
  await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: peersFolder,
  });
}
