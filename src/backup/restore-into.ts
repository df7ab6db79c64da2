import type { Verdict } from "../access/audit-line.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { connectDatabase } from "../database.ts";
import { showMoment } from "../dates.ts";
import type { Log } from "../log.ts";
import { replayErasures } from "../privacy/erase.ts";
import { loadFieldKeys } from "../privacy/field-keys.ts";
import { daysBefore, LEAST_ERASURE_LIST_DAYS } from "../privacy/retention.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { createServices, type Services } from "../services.ts";
import { StartRefused } from "../start-refused.ts";
import { readBackupKey } from "./backup-key.ts";
import { checkBackup, type Checked } from "./check-backup.ts";
import { createLoad } from "./load-repository.ts";
import { putBack } from "./put-back.ts";
import { createRestores, type Restoring } from "./restore-repository.ts";
import { noticesInDoubt, settleDeliveries, type Settled } from "./settle.ts";

export interface RestoreOptions {
  path: string;
  /** Removes what the database holds. */
  replace: boolean;
  /** There is no list of erasures, and nobody was erased. */
  withoutErasures: boolean;
  /** The backup is older than the list of erasures reaches back. */
  old: boolean;
}

export interface RestoreParts {
  config: Pick<Config, "backupKey" | "dataDir" | "fieldKeys">;
  uri: string;
  clock: Clock;
  log: Log;
  /** Says what is done next. A test ends the restore here. */
  tell: (line: string) => void;
}

export interface Restored extends Settled {
  madeAt: Date;
  documents: number;
  /** People who were erased since the backup, and again now. */
  erased: number;
  audit: Verdict;
}

/**
 * Puts a backup back: checks the whole file, writes it, expires or doubts what was due meanwhile,
 * erases again whoever was erased, and proves the audit. It may be ended and begun again; until it
 * is done the bot does not start.
 * @throws StartRefused
 */
export async function restoreInto(options: RestoreOptions, parts: RestoreParts): Promise<Restored> {
  const { config, clock, tell, uri } = parts;
  const fieldKeys = await loadFieldKeys(config.fieldKeys, config.dataDir);
  const file = { path: options.path, key: await readBackupKey(config.backupKey) };
  const connection = await connectDatabase(uri);
  try {
    const load = createLoad(connection);
    tell("checking");
    const checked = await checkBackup(file, fieldKeys, load.read);
    const services = servicesOf(checked, connection, parts);
    await refuseUnsafe(checked, options, services);
    const restores = createRestores(connection);
    const how = { load, restores, tell, now: clock.now(), replace: options.replace };
    const begun = await putBack(checked, how);
    tell("indexes");
    await prepareDatabase(connection);
    const settled = await settle(begun, { services, restores, tell });
    tell("audit");
    const audit = await services.auditProof.verify();
    await restores.end();
    const documents = Object.values(checked.counts).reduce((all, one) => all + one, 0);
    return { ...settled, documents, audit, madeAt: new Date(checked.header.madeAt) };
  } finally {
    await connection.close();
  }
}

function servicesOf(
  { cipher }: Checked,
  connection: Awaited<ReturnType<typeof connectDatabase>>,
  { clock, config, log }: RestoreParts,
): Services {
  const apiIn = () => {
    throw new Error("a restore sends nothing");
  };
  const owner = `restore ${process.pid}`;
  return createServices({ connection, cipher, clock, log, apiIn, owner, dataDir: config.dataDir });
}

async function refuseUnsafe(
  { header }: Checked,
  { old, withoutErasures }: RestoreOptions,
  { clock, erasures }: Services,
): Promise<void> {
  if (!withoutErasures && !(await erasures.isThere()))
    throw new StartRefused(
      "DATA_DIR holds no list of erasures (erased.jsonl): whoever was erased since the backup would come back. Put the list there, or say --without-erasures if nobody was.",
    );
  const madeAt = new Date(header.madeAt);
  if (!old && madeAt < daysBefore(clock.now(), LEAST_ERASURE_LIST_DAYS))
    throw new StartRefused(
      `The backup is of ${showMoment(madeAt, "en")}. The list of erasures may reach back ${LEAST_ERASURE_LIST_DAYS} days only: people who were erased before would come back. Say --old if that is what you want.`,
    );
}

async function settle(
  { doubtful }: Restoring,
  { services, restores, tell }: { services: Services } & Record<"restores", Restores> & Tells,
): Promise<Settled & { erased: number }> {
  tell("erasures");
  const erased = await replayErasures(services);
  tell("deliveries");
  // Reminders are planned by the hours and holidays of the office that came back.
  await services.calendar.reread();
  const found = await noticesInDoubt(services);
  // Kept before they are listed: who ends it here must doubt them next time as well.
  await restores.doubt(found);
  tell("listing");
  const settled = await settleDeliveries([...doubtful, ...found], services);
  return { ...settled, erased };
}

type Restores = ReturnType<typeof createRestores>;
type Tells = Pick<RestoreParts, "tell">;
