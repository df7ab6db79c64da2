import { config as readDotenv } from "dotenv";
// By its parts: of the whole in one name a bundle could leave nothing out.
import * as z from "zod";
import { type Crash, CRASH_POINTS, type CrashPoint } from "./crash.ts";

const TELEGRAM = "https://api.telegram.org";
/** As `URL` spells hosts: 127.1 and 0x7f.1 have become 127.0.0.1. */
const LOOPBACK = /^(127\.[\d.]+|0\.0\.0\.0|\[::1?\]|\[::ffff:(7f..:.+|0:0)\]|(.+\.)?localhost\.?)$/;
/** Messages a second that cost nothing (core.telegram.org/bots/faq, "avoid hitting limits"). */
const FREE_RATE = 30;
/** The first office that ran this. */
const OFFICE_NAME = "Diskoumperindag Kabupaten Serang";
const DEMO_TOKEN = /:sanggar-demo$/;

const text = z.string().trim();
const flagged = (message: string) => ({ error: message });
const short = (most: number) => text.max(most, flagged(`is longer than ${most} characters`));

const token = text.regex(
  /^[1-9]\d*:[A-Za-z0-9_-]+$/,
  flagged("is not a bot token; ask @BotFather in Telegram for one (/newbot)"),
);

const fieldKeys = text
  .transform((value) => value.split(","))
  .pipe(
    z
      .array(
        text.regex(
          /^[a-z0-9]{1,8}=[0-9a-f]{64}$/,
          flagged("each key is <id>=<64 hex digits>, separated by commas; the first one writes"),
        ),
      )
      .refine(
        (keys) => new Set(keys.map((key) => key.split("=")[0])).size === keys.length,
        flagged("each key needs an id of its own"),
      ),
  );

const port = z.coerce.number(flagged("is a port number")).int().min(1).max(65_535);

const POINTS: readonly string[] = Object.values(CRASH_POINTS).flat();

const variables = z.object({
  BOT_TOKEN: token,
  BOT_ID: text.regex(/^\d+$/, flagged("is the number before the colon of the token")).optional(),
  BOT_API_ROOT: z
    .url({ protocol: /^https?$/, error: "is an address such as " + TELEGRAM })
    .default(TELEGRAM),
  MONGODB_URI: text
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, flagged("starts with mongodb:// or mongodb+srv://"))
    .optional(),
  DATA_DIR: text.default(".sandbox"),
  OWNER_IDS: text
    .regex(/^\d+(\s*,\s*\d+)*$/, flagged("is one or more Telegram ids, separated by commas"))
    .optional(),
  OFFICE_NAME: short(120).optional(),
  REGIONS_FILE: text.optional(),
  PRIVACY_CONTACT: short(200).optional(),
  DATA_PLACE: short(120).optional(),
  FIELD_KEYS: fieldKeys.optional(),
  BACKUP_KEY_FILE: text.optional(),
  BACKUP_PASSPHRASE: z.string().min(20, flagged("is shorter than 20 characters")).optional(),
  INTAKE: z.enum(["poll", "webhook"], flagged("is poll or webhook")).default("poll"),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: "is an https address" })
    .refine(
      (url) => /^https:/i.test(url) || (URL.canParse(url) && LOOPBACK.test(new URL(url).hostname)),
      flagged("is an https address"),
    )
    .optional(),
  WEBHOOK_SECRET: text
    .regex(/^[A-Za-z0-9_-]{32,256}$/, flagged("is 32 to 256 of A-Z a-z 0-9 _ -"))
    .optional(),
  PORT: port.default(8080),
  STATUS_PORT: port.default(8081),
  SEND_IN_FLIGHT: z.coerce.number(flagged("is 1 to 64")).int().min(1).max(64).default(24),
  SEND_RATE: z.coerce.number(flagged("is 1 to 1000")).int().min(1).max(1_000).default(30),
  LOG_LEVEL: z
    .enum(
      ["debug", "info", "warn", "error", "silent"],
      flagged("is debug, info, warn, error or silent"),
    )
    .default("info"),
  NODE_ENV: text.optional(),
  CRASH_AT: text
    .regex(
      new RegExp(`^(${POINTS.join("|")})(:[1-9]\\d*)?$`),
      flagged(`is one of ${POINTS.join(", ")}, and after a colon at which pass`),
    )
    .optional(),
});

export interface FieldKey {
  id: string;
  /** 64 hex digits: 32 bytes. */
  hex: string;
}

export interface Config {
  production: boolean;
  botToken: string;
  /** Start is refused when the token belongs to another bot. */
  botId: number;
  botApiRoot: string;
  /** Undefined: the embedded database in `dataDir`. */
  mongodbUri: string | undefined;
  dataDir: string;
  ownerIds: number[];
  /** The table of another kabupaten, with its crafts; undefined: that of Kabupaten Serang. */
  regionsFile: string | undefined;
  /** These three seed the settings; the owner edits them in chat later. Empty: as the table says. */
  officeName: string;
  privacyContact: string;
  dataPlace: string;
  /** The first key writes, all read; undefined: one is kept in `dataDir` (never in production). */
  fieldKeys: FieldKey[] | undefined;
  /** What backups are sealed with: a file with a key, or a passphrase. */
  backupKey: { file: string } | { passphrase: string } | undefined;
  intake: { kind: "poll" } | { kind: "webhook"; url: string; secret: string };
  /** Of the webhook. */
  port: number;
  /** Of the status pages, on this machine only. */
  statusPort: number;
  sendInFlight: number;
  /** Messages a second. */
  sendRate: number;
  /** What goes to many may go faster than Telegram allows for nothing, and costs Stars. */
  paidBroadcasts: boolean;
  logLevel: string;
  /** For tests: the process kills itself there. Refused in production. */
  crashAt?: Crash;
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; report: string };

type Variables = z.infer<typeof variables>;

/** What is wrong between the variables, each only said when its own variable is well formed. */
function contradictions(given: {
  [Name in keyof Variables]?: Variables[Name] | undefined;
}): string[] {
  const found: string[] = [];
  const production = given.NODE_ENV === "production";
  if (given.BOT_ID && given.BOT_TOKEN && !given.BOT_TOKEN.startsWith(`${given.BOT_ID}:`)) {
    found.push("BOT_ID: the token belongs to another bot");
  }
  if (given.INTAKE === "webhook" && !given.WEBHOOK_URL) {
    found.push("WEBHOOK_URL: is needed when INTAKE=webhook");
  }
  if (given.INTAKE === "webhook" && !given.WEBHOOK_SECRET) {
    found.push("WEBHOOK_SECRET: is needed when INTAKE=webhook");
  }
  if (given.INTAKE === "webhook" && given.PORT !== undefined && given.PORT === given.STATUS_PORT) {
    found.push(
      "STATUS_PORT: is the port of the webhook; the status pages are for this machine only",
    );
  }
  if (given.BACKUP_KEY_FILE && given.BACKUP_PASSPHRASE) {
    found.push("BACKUP_PASSPHRASE: is not for use with BACKUP_KEY_FILE; set one of them");
  }
  if (!production) return found;
  if (given.CRASH_AT) found.push("CRASH_AT: is refused when NODE_ENV=production");
  if (!given.MONGODB_URI) {
    found.push(
      "MONGODB_URI: is needed when NODE_ENV=production; the embedded database is for trials",
    );
  }
  if (!given.FIELD_KEYS) found.push("FIELD_KEYS: is needed when NODE_ENV=production");
  if (given.BOT_TOKEN && DEMO_TOKEN.test(given.BOT_TOKEN)) {
    found.push("BOT_TOKEN: is the demo's; it is refused when NODE_ENV=production");
  }
  if (given.BOT_API_ROOT && LOOPBACK.test(new URL(given.BOT_API_ROOT).hostname)) {
    found.push("BOT_API_ROOT: is this machine; it is refused when NODE_ENV=production");
  }
  if (given.WEBHOOK_URL && !/^https:/i.test(given.WEBHOOK_URL)) {
    found.push("WEBHOOK_URL: is an https address when NODE_ENV=production");
  }
  return found;
}

/** Reads every variable and reports all that is wrong at once; an empty value counts as unset. */
export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in variables.shape && value?.trim()),
  );
  const parsed = variables.safeParse(given);
  if (parsed.success) {
    const found = contradictions(parsed.data);
    return found.length ? refuse(found) : { ok: true, config: shape(parsed.data) };
  }
  const issues = parsed.error.issues;
  const wrong = new Set(issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const partly = variables.partial().safeParse(rest);
  return refuse([
    ...issues.map((issue) => complaint(String(issue.path[0]), issue.message, given)),
    ...(partly.success ? contradictions(partly.data) : []),
  ]);
}

function complaint(name: string, message: string, given: Record<string, string | undefined>) {
  if (name in given) return `${name}: ${message}`;
  if (name !== "BOT_TOKEN") return `${name}: is missing`;
  return "BOT_TOKEN: is missing; ask @BotFather in Telegram for one (/newbot), or try: npm run demo";
}

function refuse(found: string[]): ConfigResult {
  const lines = [...new Set(found)].map((line) => `  ${line}`);
  return {
    ok: false,
    report: ["Sanggar cannot start with this configuration:", ...lines, "See .env.example."].join(
      "\n",
    ),
  };
}

function shape(given: Variables): Config {
  const { WEBHOOK_URL: url = "", WEBHOOK_SECRET: secret = "" } = given;
  return {
    production: given.NODE_ENV === "production",
    botToken: given.BOT_TOKEN,
    botId: Number(given.BOT_ID ?? given.BOT_TOKEN.split(":")[0]),
    botApiRoot: given.BOT_API_ROOT.replace(/\/+$/, ""),
    mongodbUri: given.MONGODB_URI,
    dataDir: given.DATA_DIR,
    ownerIds: (given.OWNER_IDS ?? "").split(",").filter(Boolean).map(Number),
    officeName: given.OFFICE_NAME ?? (given.REGIONS_FILE ? "" : OFFICE_NAME),
    regionsFile: given.REGIONS_FILE,
    privacyContact: given.PRIVACY_CONTACT ?? "",
    dataPlace: given.DATA_PLACE ?? "",
    fieldKeys: given.FIELD_KEYS?.map((key) => {
      const [id = "", hex = ""] = key.split("=");
      return { id, hex };
    }),
    backupKey: readBackup(given),
    intake: given.INTAKE === "webhook" ? { kind: "webhook", url, secret } : { kind: "poll" },
    port: given.PORT,
    statusPort: given.STATUS_PORT,
    sendInFlight: given.SEND_IN_FLIGHT,
    sendRate: given.SEND_RATE,
    paidBroadcasts: given.SEND_RATE > FREE_RATE,
    logLevel: given.LOG_LEVEL,
    ...(given.CRASH_AT && { crashAt: readCrash(given.CRASH_AT) }),
  };
}

function readBackup({ BACKUP_KEY_FILE: file, BACKUP_PASSPHRASE: passphrase }: Variables) {
  if (file !== undefined) return { file };
  return passphrase === undefined ? undefined : { passphrase };
}

function readCrash(given: string): Crash {
  const [point, pass = "1"] = given.split(":");
  return { point: point as CrashPoint, pass: Number(pass) };
}

/** The environment of this process, with `.env` underneath. */
export function processEnvironment(): Record<string, string | undefined> {
  readDotenv({ quiet: true });
  return process.env;
}

/** Where the library that draws letters finds its fonts; it looks once, when it is loaded. */
export function drawWithFonts(fontConfig: string): void {
  process.env["FONTCONFIG_FILE"] = fontConfig;
}
