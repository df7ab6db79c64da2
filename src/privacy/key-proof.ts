import { StartRefused } from "../start-refused.ts";
import { createFieldCipher, type FieldCipher, type FieldKey } from "./field-cipher.ts";

/** The one document of `keys`, and what its probe says. */
export const KEYS_ID = "keys:fields";
const KNOWN = "Sanggar";

interface Proof {
  probe: string;
  index: string;
}

const placeOf = (field: keyof Proof) => ({ collection: "keys", record: KEYS_ID, field });

/** What is stored of new keys, so that they can be proven later. */
export function newProof(keys: readonly FieldKey[]): Proof {
  const first = createFieldCipher(keys);
  return {
    probe: first.seal(placeOf("probe"), JSON.stringify(KNOWN)),
    index: first.seal(placeOf("index"), JSON.stringify(first.indexKey)),
  };
}

/**
 * The cipher of these keys, proven on what was stored: decrypt, compare.
 * @throws StartRefused when the keys do not fit
 */
export function provenCipher(keys: readonly FieldKey[], stored: Proof): FieldCipher {
  const first = createFieldCipher(keys);
  const open = (field: keyof Proof) => openOrRefuse(first, stored, field);
  const [probe, index] = [open("probe"), open("index")];
  if (probe !== KNOWN) throw refusal();
  return createFieldCipher(keys, index);
}

function openOrRefuse(cipher: FieldCipher, stored: Proof, field: keyof Proof): string {
  try {
    return JSON.parse(cipher.open(placeOf(field), stored[field])) as string;
  } catch {
    throw refusal();
  }
}

function refusal(): StartRefused {
  return new StartRefused(
    "FIELD_KEYS cannot read what is stored. Put back the key that this database was written with.",
  );
}
