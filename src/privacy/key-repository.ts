import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf } from "../database.ts";
import { StartRefused } from "../start-refused.ts";
import { createFieldCipher, type FieldCipher, type FieldKey } from "./field-cipher.ts";
import { type KeysDocument, keysSchema } from "./key-schema.ts";

const ID = "keys:fields";
const KNOWN = "Sanggar";

const placeOf = (field: "probe" | "index") => ({ collection: "keys", record: ID, field });

/**
 * The cipher of this process, proven on what is stored: encrypt, decrypt, compare. The key of the
 * blind index is drawn from the oldest key once and then kept, so that it stays when keys change.
 * @throws StartRefused when the keys do not fit the database
 */
export async function openFieldCipher(
  connection: Connection,
  keys: readonly FieldKey[],
): Promise<FieldCipher> {
  const stored = modelOf(connection, "Keys", keysSchema, "keys");
  const first = createFieldCipher(keys);
  const read = () => stored.findOne({ _id: ID }).lean<KeysDocument>();
  if (!(await read()))
    await stored
      .create({
        _id: ID,
        probe: first.seal(placeOf("probe"), JSON.stringify(KNOWN)),
        index: first.seal(placeOf("index"), JSON.stringify(first.indexKey)),
      })
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
  const found = await read();
  if (!found) throw new Error("the proof of the field keys is gone");
  const [probe, index] = [openOrRefuse(first, found, "probe"), openOrRefuse(first, found, "index")];
  if (probe !== KNOWN) throw refusal();
  return createFieldCipher(keys, index);
}

function openOrRefuse(cipher: FieldCipher, found: KeysDocument, field: "probe" | "index"): string {
  try {
    return JSON.parse(cipher.open(placeOf(field), found[field])) as string;
  } catch {
    throw refusal();
  }
}

function refusal(): StartRefused {
  return new StartRefused(
    "FIELD_KEYS cannot read what is stored. Put back the key that this database was written with.",
  );
}
