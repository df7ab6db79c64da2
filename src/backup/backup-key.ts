import { createHmac, hkdfSync, randomBytes, scrypt } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Config } from "../config.ts";
import { StartRefused } from "../start-refused.ts";

/** How the key of one file came about; stands in the file's header. */
export interface KeyFacts {
  /** Tells keys apart and leads to none. */
  id: string;
  from: "file" | "passphrase";
  /** 32 random bytes of this file, as hex: every file has a key of its own. */
  salt: string;
}

/** The key of one file. */
export interface FileKey {
  facts: KeyFacts;
  /** 32 bytes. */
  secret: Buffer;
}

export interface BackupKey {
  /** The key of a file with this salt, a new one if none is given. */
  forFile(salt?: string): Promise<FileKey>;
}

const SALT_BYTES = 32;
/** OWASP's least for scrypt (Password Storage Cheat Sheet): 128 MB and half a second. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
const KEY_LINE = /^[0-9a-f]{64}$/;

/**
 * The key that backups are sealed with.
 * @throws StartRefused where none is configured or its file is not as it should be
 */
export async function readBackupKey(configured: Config["backupKey"]): Promise<BackupKey> {
  if (!configured)
    throw new StartRefused("BACKUP_KEY_FILE or BACKUP_PASSPHRASE: is missing; see .env.example.");
  if ("passphrase" in configured) {
    const { passphrase } = configured;
    return keyFrom("passphrase", (salt) => stretched(passphrase, salt));
  }
  const key = await readKeyFile(configured.file);
  return keyFrom("file", () => Promise.resolve(key));
}

async function readKeyFile(path: string): Promise<Buffer> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new StartRefused(`BACKUP_KEY_FILE: ${path} cannot be read.`);
  });
  if (!KEY_LINE.test(text.trim()))
    throw new StartRefused(
      `BACKUP_KEY_FILE: ${path} is not one line of 64 hex digits. Make one: openssl rand -hex 32`,
    );
  return Buffer.from(text.trim(), "hex");
}

function keyFrom(from: KeyFacts["from"], master: (salt: Buffer) => Promise<Buffer>): BackupKey {
  return {
    async forFile(given) {
      const salt = given ?? randomBytes(SALT_BYTES).toString("hex");
      const bytes = Buffer.from(salt, "hex");
      const key = await master(bytes);
      const id = createHmac("sha256", key).update("sanggar backup key").digest("hex").slice(0, 8);
      const secret = Buffer.from(hkdfSync("sha256", key, bytes, "sanggar backup", 32));
      return { facts: { id, from, salt }, secret };
    },
  };
}

function stretched(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize("NFC"), salt, 32, SCRYPT, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
