import { systemClock } from "./clock.ts";
import { type Config, processEnvironment, readConfig } from "./config.ts";
import { connectDatabase } from "./database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { localTime, showTime } from "./dates.ts";
import { loadFieldKeys } from "./privacy/field-keys.ts";
import { openFieldCipher } from "./privacy/key-repository.ts";
import { StartRefused } from "./start-refused.ts";
import { drawFirstOwnerCode } from "./access/first-owner.ts";
import { createInvitationRepository } from "./access/invitation-repository.ts";
import { createRoleRepository } from "./access/role-repository.ts";

/** Prints a code for the first owner; exits with 1 where there is one already. */
const read = readConfig(processEnvironment());
if (!read.ok || !read.config.mongodbUri) {
  refuse(read.ok ? "MONGODB_URI: is missing. The demo has an owner." : read.report);
} else {
  await run(read.config, read.config.mongodbUri).catch((error: unknown) => {
    if (!(error instanceof StartRefused)) throw error;
    refuse(error.message);
  });
}

async function run(config: Config, uri: string): Promise<void> {
  const connection = await connectDatabase(uri);
  try {
    const keys = await loadFieldKeys(config.fieldKeys, config.dataDir);
    const cipher = await openFieldCipher(connection, keys);
    const invitations = createInvitationRepository(connection, cipher);
    const roles = createRoleRepository(connection);
    await prepareDatabase(connection);
    const { ownerIds } = config;
    const drawn = await drawFirstOwnerCode({ clock: systemClock, invitations, ownerIds, roles });
    if (!drawn) return refuse("There is an owner already. Owners invite others with /peran.");
    const until = showTime(localTime(drawn.expiresAt), "en");
    process.stdout.write(
      `Send this to the bot in your private chat with it, before ${until}:\n\n` +
        `/admin ${drawn.code}\n\n` +
        "It works once, and makes you the first owner (admin). Show it to nobody.\n",
    );
  } finally {
    await connection.close();
  }
}

function refuse(report: string): void {
  process.stderr.write(`${report}\n`);
  process.exitCode = 1;
}
