import {
  createFieldCipher,
  type FieldCipher,
  type FieldKey,
  keyIdOf,
} from "../privacy/field-cipher.ts";
import { KEYS_ID, provenCipher } from "../privacy/key-proof.ts";
import { HOLDINGS } from "../privacy/holdings.ts";
import {
  type Kept,
  type SealedIn,
  type SealedValue,
  sealedValues,
} from "../privacy/sealed-values.ts";
import { StartRefused } from "../start-refused.ts";
import type { BackupKey } from "./backup-key.ts";
import type { createLoad } from "./load-repository.ts";
import { type BackupRecord, type IndexFacts, readRecords } from "./records.ts";
import { type Header, readHeader, readSealed } from "./sealed-file.ts";

export interface BackupFile {
  path: string;
  key: BackupKey;
}

/** A backup that was read from its beginning to its end and found whole. */
export interface Checked extends BackupFile {
  header: Header;
  counts: Record<string, number>;
  indexes: Record<string, IndexFacts[]>;
  way: "snapshot" | "ordered";
  /** Opens what is sealed in it. */
  cipher: FieldCipher;
}

/** So many sealed values of each collection are opened. */
const SAMPLES = 10;

export const recordsOf = ({ path, key }: BackupFile) => readRecords(readSealed(path, key));

/**
 * Reads the whole file: that nothing of it is changed or missing, and that the field keys of this
 * program open what is sealed in it.
 * @throws StartRefused
 */
export async function checkBackup(
  file: BackupFile,
  fieldKeys: readonly FieldKey[],
  read: ReturnType<typeof createLoad>["read"],
): Promise<Checked> {
  const header = await readHeader(file.path);
  const sealed = createSamples();
  const counts: Record<string, number> = {};
  const indexes: Checked["indexes"] = {};
  let proof: Kept | undefined;
  let end: Extract<BackupRecord, { is: "end" }> | undefined;
  let name = "";
  for await (const record of recordsOf(file)) {
    if (record.is === "collection") {
      ({ name } = record);
      counts[name] = 0;
      indexes[name] = record.indexes;
    } else if (record.is === "document") {
      counts[name] = (counts[name] ?? 0) + 1;
      const kept = read(record.bytes);
      if (name === "keys" && kept._id === KEYS_ID) proof = kept;
      sealed.look(name, kept);
    } else end = record;
  }
  if (!end || JSON.stringify(end.counts) !== JSON.stringify(counts))
    throw new StartRefused("The backup does not hold what it says. Nothing was written.");
  const cipher = cipherFor(proof, fieldKeys, sealed.keyIds);
  sealed.open(cipher);
  return { ...file, header, counts, indexes, way: end.way, cipher };
}

function cipherFor(
  proof: Kept | undefined,
  fieldKeys: readonly FieldKey[],
  used: ReadonlySet<string>,
): FieldCipher {
  const missing = [...used].filter((id) => fieldKeys.every((key) => key.id !== id)).sort();
  if (missing.length)
    throw new StartRefused(
      `FIELD_KEYS: the backup was written with ${missing.join(" and ")}. Put that key behind the others (FIELD_KEYS=new,old) and restore again; then npm run keys:rotate.`,
    );
  if (!proof) return createFieldCipher(fieldKeys);
  return provenCipher(fieldKeys, { probe: String(proof["probe"]), index: String(proof["index"]) });
}

const PROOF: SealedIn = { collection: "keys", sealed: ["probe", "index"] };

/** The ids of all keys that were sealed with, and some values of each collection to try them on. */
function createSamples() {
  const keyIds = new Set<string>();
  const samples = new Map<string, SealedValue[]>();
  const places = new Map([...HOLDINGS, PROOF].map((where) => [where.collection, where]));
  return {
    keyIds,
    look(collection: string, kept: Kept): void {
      const where = places.get(collection);
      if (!where) return;
      const some = samples.get(collection) ?? [];
      for (const value of sealedValues(where, kept)) {
        keyIds.add(keyIdOf(value.sealed));
        if (some.length < SAMPLES) some.push(value);
      }
      samples.set(collection, some);
    },
    /** @throws StartRefused where the key of that name is not the one that sealed */
    open(cipher: FieldCipher): void {
      for (const { place, sealed } of [...samples.values()].flat())
        try {
          cipher.open(place, sealed);
        } catch {
          throw new StartRefused(
            `FIELD_KEYS: ${keyIdOf(sealed)} is not the key that the backup was written with.`,
          );
        }
    },
  };
}
