import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf } from "../database.ts";
import type { FieldCipher, FieldKey } from "./field-cipher.ts";
import { KEYS_ID as _id, newProof, provenCipher } from "./key-proof.ts";
import { type KeysDocument, keysSchema } from "./key-schema.ts";

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
  const read = () => stored.findOne({ _id }).lean<KeysDocument>();
  const draw = () =>
    stored.create({ _id, ...newProof(keys) }).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  const found = (await read()) ?? (await draw().then(read));
  if (!found) throw new Error("the proof of the field keys is gone");
  return provenCipher(keys, found);
}
