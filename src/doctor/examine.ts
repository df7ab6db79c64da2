import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { connectDatabase } from "../database.ts";
import { createLog } from "../log.ts";
import { type OpenSetting, openSettings } from "../office/open-settings.ts";
import { proveOneWinner } from "../prepare-database.ts";
import { createFieldCipher, type FieldKey } from "../privacy/field-cipher.ts";
import { provenCipher } from "../privacy/key-proof.ts";
import { createServices } from "../services.ts";
import { StartRefused } from "../start-refused.ts";
import { createDatabaseLook } from "./database-look-repository.ts";
import { fault, type Finding, note, ok, SUBJECTS, unseen } from "./finding.ts";
import { lookAtClock } from "./look-at-clock.ts";
import { judgeIndexes, judgeServer, notSeen } from "./look-at-database.ts";
import {
  lookAtBackups,
  lookAtDisk,
  lookAtFolder,
  lookAtFonts,
  lookAtNode,
  lookAtZone,
  type Machine,
} from "./look-at-machine.ts";
import { lookAtTelegram } from "./look-at-telegram.ts";
import { type Env, readWhatIsRight } from "./read-what-is-right.ts";

/** Looks at everything the bot needs; what is broken hides nothing else. */
export async function examine(env: Env, clock: Clock, machine: Machine): Promise<Finding[]> {
  const { config, complaints, untold } = readWhatIsRight(env);
  const { dataDir, backupKey } = config;
  const [telegram, database] = await Promise.all([
    untold.telegram ? undefined : lookAtTelegram(config, clock),
    untold.database ? undefined : lookAtDatabase(config, clock),
  ]);
  const ahead = { telegram: telegram?.aheadMs, database: database?.aheadMs };
  const findings = [
    ...configuration(complaints),
    lookAtNode(machine),
    lookAtZone(),
    await lookAtFonts(machine),
    await lookAtFolder(dataDir),
    await lookAtDisk(dataDir, machine),
    ...(telegram?.findings ?? [unseen("Telegram", "not seen without BOT_TOKEN and BOT_API_ROOT")]),
    ...(database?.findings ?? [unseen("database", "not seen without MONGODB_URI"), ...notSeen()]),
    lookAtClock(ahead),
    await lookAtBackups(dataDir, backupKey !== undefined, clock.now()),
  ].filter(({ what }) => !(untold.intake && what === "webhook"));
  return findings.sort((a, b) => SUBJECTS.indexOf(a.what) - SUBJECTS.indexOf(b.what));
}

function configuration(complaints: readonly string[]): Finding[] {
  if (!complaints.length) return [ok("configuration", "every variable is well formed")];
  return complaints.map((line) =>
    fault("configuration", `${line}.`, "Correct it in .env; .env.example explains each variable."),
  );
}

interface DatabaseLook {
  findings: Finding[];
  aheadMs?: number;
}

async function lookAtDatabase(config: Config, clock: Clock): Promise<DatabaseLook> {
  if (config.mongodbUri === undefined) return { findings: [TRIAL, ...notSeen()] };
  try {
    const connection = await connectDatabase(config.mongodbUri);
    return await lookInside(connection, config, clock).finally(() => connection.close());
  } catch (error) {
    return { findings: [broken(error), ...notSeen()] };
  }
}

const TRIAL = note(
  "database",
  "the embedded one in DATA_DIR.",
  "It is for trials: for real people set MONGODB_URI.",
);

/** What was thrown may name the address with its password: only its kind is told. */
function broken(error: unknown): Finding {
  if (error instanceof StartRefused)
    return fault("database", error.message, "Is mongod running, and MONGODB_URI its address?");
  const { code, name = "unknown" } = error as { code?: number; name?: string };
  if (code === 18 || code === 13)
    return fault(
      "database",
      "it refuses the user or the password of MONGODB_URI.",
      "Give that user the role readWrite on the database.",
    );
  return fault("database", `it fails (${name}${code ? ` ${code}` : ""}).`, "Look at its log.");
}

type Connection = Awaited<ReturnType<typeof connectDatabase>>;

async function lookInside(
  connection: Connection,
  config: Config,
  clock: Clock,
): Promise<DatabaseLook> {
  const look = createDatabaseLook(connection);
  const { now, ...facts } = await look.server();
  const aheadMs = now.getTime() - clock.now().getTime();
  const server = judgeServer(facts);
  if (server.is === "fault") return { findings: [server, ...notSeen()], aheadMs };
  await proveOneWinner(connection);
  const services = declareAll(connection, clock);
  const proof = await look.proof();
  const findings = [
    server,
    judgeIndexes(proof ? await look.lacking() : [], !proof),
    await fieldKeys(proof, config),
    restore(await look.isHalfRestored()),
    office(await openSettings(services).catch(unlessNever), config),
  ];
  return { findings, aheadMs };
}

/** All models, so that their indexes are known; nothing is opened by this cipher. */
function declareAll(connection: Connection, clock: Clock) {
  const cipher = createFieldCipher([{ id: "none", hex: "00".repeat(32) }]);
  const apiIn = () => {
    throw new Error("the doctor sends nothing");
  };
  return createServices({
    ...{ connection, cipher, clock, log: createLog("silent"), apiIn, owner: "doctor" },
  });
}

async function fieldKeys(
  proof: { probe: string; index: string } | undefined,
  { fieldKeys: configured, dataDir }: Config,
): Promise<Finding> {
  const keys = configured ?? (await localKey(dataDir));
  if (!keys && !proof) return ok("field keys", "one is made when the bot starts");
  if (!keys) return fault("field keys", "FIELD_KEYS is missing.", PUT_BACK);
  if (!proof) return ok("field keys", "nothing was sealed yet");
  try {
    provenCipher(keys, proof);
    return ok("field keys", "they open what is stored");
  } catch {
    return fault("field keys", "FIELD_KEYS cannot read what is stored.", PUT_BACK);
  }
}

const PUT_BACK = "Put back the key that this database was written with, behind a newer one.";

async function localKey(dataDir: string): Promise<FieldKey[] | undefined> {
  const hex = await readFile(join(dataDir, "field-key"), "utf8").catch(() => undefined);
  return hex === undefined ? undefined : [{ id: "local", hex: hex.trim() }];
}

function restore(isHalf: boolean): Finding {
  if (!isHalf) return ok("restore", "none is unfinished");
  const remedy = "Run npm run restore with the same file again; until then the bot does not start.";
  return fault("restore", "one was not finished.", remedy);
}

/** The bot never started on this database. */
function unlessNever(error: unknown): undefined {
  if ((error as Error).name !== "DocumentNotFoundError") throw error;
}

function office(open: OpenSetting[] | undefined, { privacyContact, dataPlace }: Config): Finding {
  const isClosed = open?.some(({ blocks }) => blocks) ?? !(privacyContact && dataPlace);
  if (isClosed)
    return fault(
      "settings",
      "who the data-protection officer is and where the data rest is open: nobody can register.",
      "Settle both in chat with /pengaturan, or set PRIVACY_CONTACT and DATA_PLACE before the start.",
    );
  if (!open?.length) return ok("settings", "people can register");
  const names = open.map(({ key }) => key).join(", ");
  return note(
    "settings",
    `people can register; open: ${names}.`,
    "An owner settles them in /pengaturan.",
  );
}
