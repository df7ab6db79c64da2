import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FieldCipher } from "./field-cipher.ts";
import type { Whom } from "./holding.ts";

/** Digests that only the key can make, so that the list tells nobody who was erased. */
interface Line {
  artisan?: string;
  telegram?: string;
  /** ISO 8601, UTC. */
  at: string;
}

/**
 * Who was erased, in a file outside the database and its dumps, so that a backup that is put
 * back can be cleaned. Each line is on the disk before its erasure begins.
 */
export function createErasureList(dataDir: string | undefined, cipher: FieldCipher) {
  const digest = (kind: keyof Whom, id: string | number) =>
    cipher.blindIndex(`erased:${kind}:${id}`);
  const path = () => {
    if (dataDir === undefined) throw new Error("there is no folder for the list of erasures");
    return join(dataDir, "erased.jsonl");
  };
  const read = () => (dataDir === undefined ? [] : readLines(path()));

  return {
    /** Whether there is a file; a folder that was lost has none. */
    async isThere(): Promise<boolean> {
      return dataDir !== undefined && (await stat(path()).catch(() => undefined)) !== undefined;
    },

    /** False when it stands there already. */
    async add({ artisan, chat }: Whom, at: Date): Promise<boolean> {
      const line: Line = {
        ...(artisan !== undefined && { artisan: digest("artisan", artisan) }),
        ...(chat !== undefined && { telegram: digest("chat", chat) }),
        at: at.toISOString(),
      };
      const there = (await read()).some((one) =>
        line.artisan === undefined ? false : one.artisan === line.artisan,
      );
      if (!there) await append(path(), line);
      return !there;
    },

    /**
     * When somebody was last erased; a record's random id never comes again, a chat may.
     * Undefined while nobody was.
     */
    async lookup(): Promise<((whom: Whom) => Date | undefined) | undefined> {
      const times = new Map<string, string>();
      for (const { artisan, telegram, at } of await read())
        for (const id of [artisan, telegram]) if (id !== undefined) times.set(id, at);
      if (!times.size) return undefined;
      return ({ artisan, chat }) => {
        const ids = [
          ...(artisan === undefined ? [] : [digest("artisan", artisan)]),
          ...(chat === undefined ? [] : [digest("chat", chat)]),
        ];
        const found = ids.map((id) => times.get(id)).find((at) => at !== undefined);
        return found === undefined ? undefined : new Date(found);
      };
    },

    /** Forgets lines that no backup is as old as; the file is changed at once or not at all. */
    async prune(before: Date): Promise<void> {
      const lines = await read();
      const kept = lines.filter(({ at }) => new Date(at) >= before);
      if (kept.length === lines.length) return;
      const fresh = `${path()}.new`;
      await write(fresh, "w", kept.map((line) => `${JSON.stringify(line)}\n`).join(""));
      await rename(fresh, path());
      await syncFolder(path());
    },
  };
}

async function readLines(path: string): Promise<Line[]> {
  return (await readText(path)).split("\n").flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as Line] : [];
    } catch {
      // The end of a line is missing where the machine died while it was written: that erasure
      // had not begun.
      return [];
    }
  });
}

async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return "";
  });
}

async function append(path: string, line: Line): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const text = await readText(path);
  const torn = text !== "" && !text.endsWith("\n");
  await write(path, "a", `${torn ? "\n" : ""}${JSON.stringify(line)}\n`);
  await syncFolder(path);
}

async function write(path: string, flag: "a" | "w", text: string): Promise<void> {
  const file = await open(path, flag, 0o600);
  try {
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is on the disk only when the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
