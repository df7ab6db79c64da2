import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** Programs that the project is measured against; they are none of its own dependencies. */
export const peersFolder = join(import.meta.dirname, "peers");

/** What npm writes down of what it has installed. */
const INSTALLED = "node_modules/.package-lock.json";

/** Once for each lock file: as it says, and without running anything of theirs. */
export async function installPeers(): Promise<void> {
  if (await areInstalled()) return;
  await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: peersFolder,
  });
}

async function areInstalled(): Promise<boolean> {
  const versions = async (lock: string) => {
    const text = await readFile(join(peersFolder, lock), "utf8").catch(() => "{}");
    const { packages = {} } = JSON.parse(text) as {
      packages?: Record<string, { version: string }>;
    };
    const found = Object.entries(packages).filter(([path]) => path !== "");
    return found.map(([path, { version }]) => `${path}@${version}`).sort();
  };
  const [locked, installed] = [await versions("package-lock.json"), await versions(INSTALLED)];
  return locked.join() === installed.join();
}
