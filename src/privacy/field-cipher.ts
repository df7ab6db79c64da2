import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Where a value lives; it is bound to it, so it cannot be moved to another record or field. */
export interface Place {
  collection: string;
  record: string;
  field: string;
}

export interface FieldKey {
  id: string;
  /** 64 hex digits: 32 bytes. */
  hex: string;
}

export interface FieldCipher {
  /** AES-256-GCM, as "1.<key id>.<nonce, tag and text in base64url>". */
  seal: (place: Place, text: string) => string;
  /** Throws when the key is unknown, or the value was changed or belongs to another place. */
  open: (place: Place, sealed: string) => string;
  /** A keyed digest for equality lookups of a value that is stored sealed. */
  blindIndex: (value: string) => string;
  /** Id of the key that writes. */
  readonly writes: string;
  /** The key of the blind index, as hex: to be kept sealed, never shown. */
  readonly indexKey: string;
}

/** The id of the key that a value was sealed with. */
export function keyIdOf(sealed: string): string {
  return sealed.split(".")[1] ?? "";
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The first key writes, all of them read. The blind index has a key of its own, by which numbers
 * stay unique when keys change; without one it is drawn from the oldest key, the last in the list.
 */
export function createFieldCipher(keys: readonly FieldKey[], index?: string): FieldCipher {
  const [writing] = keys;
  const oldest = keys.at(-1);
  if (!writing || !oldest) throw new Error("no field key was given");
  const secrets = new Map(keys.map((key) => [key.id, Buffer.from(key.hex, "hex")]));
  const secretOf = (id: string) => {
    const secret = secrets.get(id);
    if (!secret) throw new Error(`field key ${id} is not among FIELD_KEYS`);
    return secret;
  };
  const indexKey =
    index === undefined
      ? Buffer.from(hkdfSync("sha256", secretOf(oldest.id), "", "blind index", 32))
      : Buffer.from(index, "hex");

  return {
    seal(place, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", secretOf(writing.id), nonce);
      cipher.setAAD(associatedData(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return `1.${writing.id}.${bytes.toString("base64url")}`;
    },
    open(place, sealed) {
      const [version, id = "", body = ""] = sealed.split(".");
      if (version !== "1") throw new Error("a sealed value of an unknown version");
      const bytes = Buffer.from(body, "base64url");
      const decipher = createDecipheriv(
        "aes-256-gcm",
        secretOf(id),
        bytes.subarray(0, NONCE_BYTES),
        // Without it Node also takes the first four bytes of a tag, which can be guessed.
        { authTagLength: TAG_BYTES },
      );
      decipher.setAAD(associatedData(place));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    },
    writes: writing.id,
    indexKey: indexKey.toString("hex"),
    blindIndex: (value) => createHmac("sha256", indexKey).update(value).digest("base64url"),
  };
}

function associatedData({ collection, record, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([collection, record, field]));
}
