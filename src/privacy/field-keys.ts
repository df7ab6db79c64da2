import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FieldKey } from "./field-cipher.ts";

/**
 * The keys that were configured; else one of this folder, made on first use. That is for trials:
 * a key beside its data protects little, and production refuses to start without FIELD_KEYS.
 */
export async function loadFieldKeys(
  configured: readonly FieldKey[] | undefined,
  dataDir: string,
): Promise<readonly FieldKey[]> {
  if (configured) return configured;
  const path = join(dataDir, "field-key");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const fresh = randomBytes(32).toString("hex");
  await writeFile(path, fresh, { flag: "wx", mode: 0o600 }).catch(unlessThere);
  return [{ id: "local", hex: (await readFile(path, "utf8")).trim() }];
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
