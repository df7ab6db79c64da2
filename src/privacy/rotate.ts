import { processEnvironment, readConfig } from "../config.ts";
import { connectDatabase } from "../database.ts";
import { StartRefused } from "../start-refused.ts";
import { openFieldCipher } from "./key-repository.ts";
import { rotate } from "./rotate-repository.ts";

/**
 * `npm run keys:rotate`: seals all that is stored with the first of FIELD_KEYS. It may be ended
 * and begun again, also while the bot runs with the same keys. Exits with 1 while an older key
 * is still needed.
 */
const read = readConfig(processEnvironment());
if (!read.ok) refuse(read.report);
else if (!read.config.mongodbUri) refuse("MONGODB_URI: is missing.");
else if (!read.config.fieldKeys) refuse("FIELD_KEYS: is missing; the first key is the new one.");
else await run(read.config.mongodbUri, read.config.fieldKeys).catch(refuseKnown);

async function run(uri: string, keys: Parameters<typeof openFieldCipher>[1]): Promise<void> {
  const connection = await connectDatabase(uri);
  try {
    const cipher = await openFieldCipher(connection, keys);
    for await (const { collection, resealed, fresh, unreadable, left } of rotate(
      connection,
      cipher,
    )) {
      process.stdout.write(
        `${collection}: ${resealed} sealed anew, ${fresh} new already, ${unreadable} unreadable, ${left} left\n`,
      );
      if (unreadable || left) process.exitCode = 1;
    }
  } finally {
    await connection.close();
  }
}

function refuse(report: string): void {
  process.stderr.write(report + "\n");
  process.exitCode = 1;
}

function refuseKnown(error: unknown): void {
  if (!(error instanceof StartRefused)) throw error;
  refuse(error.message);
}
