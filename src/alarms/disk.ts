import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * What is free of the disk of a folder, which may not be made yet, as a share and in bytes. In a container that is often the
 * database's disk too; one of another machine is not seen.
 */
export async function freeOf(folder: string): Promise<{ share: number; bytes: number }> {
  const { bavail, blocks, bsize } = await statfs(
    existsSync(folder) ? folder : dirname(resolve(folder)),
  );
  return { share: bavail / Math.max(1, blocks), bytes: bavail * bsize };
}
