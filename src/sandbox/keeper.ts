import { readFile, rename, writeFile } from "node:fs/promises";

export interface Keeper {
  /** Resolves once a state taken after this call rests on disk. */
  save(): Promise<void>;
}

/**
 * Keeps a state in a file, whole, so that a process that is killed finds either the old or the
 * new one. Calls that come while a write runs share the next one.
 */
export function createKeeper(path: string, state: () => string): Keeper {
  let next: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();

  const write = async () => {
    next = undefined;
    await writeFile(`${path}.new`, state());
    await rename(`${path}.new`, path);
  };

  return {
    save() {
      next ??= current.then(write);
      current = next.catch(() => undefined);
      return next;
    },
  };
}

/** What an earlier process kept; undefined when there is nothing. */
export async function readKept(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
