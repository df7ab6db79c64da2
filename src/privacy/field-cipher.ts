import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Where a value lives; it is bound to it, so it cannot be moved to another record or field. */
export interface Place {
  collection: string;
  record: string;
  field: string;
}

export interface FieldCipher {
  /** AES-256-GCM, as "1.<key id>.<nonce, tag and text in base64url>". */
  seal(place: Place, text: string): string;
  /** Throws when the key is unknown, or the value was changed or belongs to another place. */
  open(place: Place, sealed: string): string;
  /** A keyed digest for equality lookups of a value that is stored sealed. */
  blindIndex(value: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The first key writes, all of them read. */
export function createFieldCipher(keys: readonly { id: string; hex: string }[]): FieldCipher {
  const [writing] = keys;
  if (!writing) throw new Error("no field key was given");
  const secrets = new Map(keys.map((key) => [key.id, Buffer.from(key.hex, "hex")]));
  const secretOf = (id: string) => {
    const secret = secrets.get(id);
    if (!secret) throw new Error(`field key ${id} is not among FIELD_KEYS`);
    return secret;
  };
  const indexKey = Buffer.from(hkdfSync("sha256", secretOf(writing.id), "", "blind index", 32));

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
    blindIndex: (value) => createHmac("sha256", indexKey).update(value).digest("base64url"),
  };
}

function associatedData({ collection, record, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([collection, record, field]));
}
