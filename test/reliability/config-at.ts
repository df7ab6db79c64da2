import { type Config, readConfig } from "../../src/config.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";

const KEY = { id: "test", hex: "5a".repeat(32) };

/** Opens what the processes sealed. */
export const cipher = createFieldCipher([KEY]);

/** The configuration of a process that talks to the stand-in. */
export function configAt({ url, token }: { url: string; token: string }, dataDir?: string): Config {
  const read = readConfig({
    BOT_TOKEN: token,
    BOT_API_ROOT: url,
    FIELD_KEYS: `${KEY.id}=${KEY.hex}`,
    PRIVACY_CONTACT: "Ibu Contoh, 0254-000000",
    DATA_PLACE: "Jakarta",
    ...(dataDir !== undefined && { DATA_DIR: dataDir }),
    // The stand-in takes all that comes, and its people write faster than real ones.
    SEND_RATE: "1000",
  });
  if (!read.ok) throw new Error(read.report);
  return read.config;
}
