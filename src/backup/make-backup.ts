import type { BackupKey } from "./backup-key.ts";
import type { createDump } from "./dump-repository.ts";
import { type BackupRecord, packRecord } from "./records.ts";
import { writeSealed } from "./sealed-file.ts";

/** What stands in a backup. */
export interface Made {
  documents: number;
  collections: number;
  way: "snapshot" | "ordered";
}

interface Parts {
  dump: ReturnType<typeof createDump>;
  key: BackupKey;
  path: string;
  madeAt: Date;
}

/** Writes the whole database into one sealed file; nothing is left of it where that fails. */
export async function makeBackup({ dump, key, path, madeAt }: Parts): Promise<Made> {
  // A key of its own each time: the same key and numbers must never seal two texts.
  const write = async (records: AsyncIterable<BackupRecord>) =>
    writeRecords(path, records, { key: await key.forFile(), madeAt });
  try {
    return await write(dump.records());
  } catch (error) {
    if (!dump.hasLetGo(error)) throw error;
    return write(dump.inOrder());
  }
}

async function writeRecords(
  path: string,
  records: AsyncIterable<BackupRecord>,
  how: Parameters<typeof writeSealed>[2],
): Promise<Made> {
  const made: Made = { documents: 0, collections: 0, way: "ordered" };
  async function* packed() {
    for await (const record of records) {
      if (record.is === "document") made.documents += 1;
      if (record.is === "collection") made.collections += 1;
      if (record.is === "end") made.way = record.way;
      yield packRecord(record);
    }
  }
  await writeSealed(path, packed(), how);
  return made;
}
