import { statfs } from "node:fs/promises";

/**
 * What is free of the disk of a folder, as a share and in bytes. In a container that is often the
 * database's disk too; one of another machine is not seen.
 */
export async function freeOf(folder: string): Promise<{ share: number; bytes: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { share: bavail / Math.max(1, blocks), bytes: bavail * bsize };
}
