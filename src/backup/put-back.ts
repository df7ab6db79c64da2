import { StartRefused } from "../start-refused.ts";
import { type Checked, recordsOf } from "./check-backup.ts";
import type { createLoad } from "./load-repository.ts";
import type { createRestores, Restoring } from "./restore-repository.ts";

interface Parts {
  load: ReturnType<typeof createLoad>;
  restores: ReturnType<typeof createRestores>;
  now: Date;
  /** Removes what the database holds. */
  replace: boolean;
  /** Says how far it is. */
  tell: (line: string) => void;
}

const BATCH = { documents: 500, bytes: 4_194_304 };

/**
 * Writes a checked backup into an empty database. Who ends it in the middle begins it again with
 * the same file, and it goes on.
 * @throws StartRefused where the database is not empty, is in use, or does not take it all
 */
export async function putBack(checked: Checked, parts: Parts): Promise<Restoring> {
  const { load, restores, tell } = parts;
  const begun = await mayBegin(checked, parts);
  if (begun.stage === "settling") return begun;
  if (begun.stage === "emptying") {
    await load.empty();
    await restores.reach("writing");
  }
  tell("writing");
  await writeAll(checked, parts);
  for (const [name, indexes] of Object.entries(checked.indexes)) await load.index(name, indexes);
  await restores.reach("settling");
  return begun;
}

async function mayBegin(checked: Checked, parts: Parts): Promise<Restoring> {
  const { load, restores, now, replace } = parts;
  const file = checked.header.key.salt;
  const before = await restores.current();
  if (before?.file === file) return before;
  const filled = await load.filled();
  if (filled.length && (await load.isInUse(now)))
    throw new StartRefused("The bot runs on this database. Stop it, wait a minute, restore again.");
  if (!replace && before)
    throw new StartRefused(
      "The restore of another backup was not finished here. Use that file, or --replace.",
    );
  if (!replace && filled.length)
    throw new StartRefused(
      `The database is not empty (${filled.join(", ")}). Name an empty one in MONGODB_URI, or remove all it holds with --replace.`,
    );
  const begun: Restoring = { file, stage: "emptying", since: now, doubtful: [] };
  await restores.begin(begun);
  return begun;
}

async function writeAll(checked: Checked, { load, tell }: Parts): Promise<void> {
  let name = "";
  let batch: Uint8Array[] = [];
  let bytes = 0;
  const flush = async () => {
    await load.write(name, batch);
    [batch, bytes] = [[], 0];
  };
  for await (const record of recordsOf(checked)) {
    if (record.is === "document") {
      batch.push(record.bytes);
      bytes += record.bytes.length;
      if (batch.length >= BATCH.documents || bytes >= BATCH.bytes) await flush();
      continue;
    }
    await flush();
    if (name) await proveCount(name, checked, load);
    if (record.is === "collection") ({ name } = record);
    if (name) tell(name);
  }
}

async function proveCount(name: string, { counts }: Checked, load: Parts["load"]): Promise<void> {
  const found = await load.count(name);
  if (found !== counts[name])
    throw new StartRefused(
      `${name}: the backup holds ${counts[name]} documents, the database ${found}. Restore again with --replace.`,
    );
}
