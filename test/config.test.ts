import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseDotenv } from "dotenv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Config, readConfig } from "../src/config.ts";
import { projectRoot } from "../src/root.ts";

const BOT_TOKEN = "123456789:AAbbccddeeff";
const KEY = `k1=${"0f".repeat(32)}`;
const PRODUCTION = {
  NODE_ENV: "production",
  BOT_TOKEN,
  MONGODB_URI: "mongodb://db.example/sanggar?replicaSet=rs0",
  FIELD_KEYS: KEY,
};
const WEBHOOK = {
  INTAKE: "webhook",
  WEBHOOK_URL: "https://bot.example/hook",
  WEBHOOK_SECRET: "s".repeat(32),
};

type Env = Record<string, string | undefined>;

function accepted(env: Env): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.report);
  return read.config;
}

/** The complaints of the report, without its frame. */
function complaints(env: Env): string[] {
  const read = readConfig(env);
  if (read.ok) return [];
  return read.report
    .split("\n")
    .slice(1, -1)
    .map((line) => line.trim());
}

const complainedAbout = (env: Env) => complaints(env).map((line) => line.split(":")[0]);

describe("a configuration", () => {
  it("needs a token only, and says what stands in for the rest", () => {
    expect(accepted({ BOT_TOKEN })).toEqual({
      production: false,
      botToken: BOT_TOKEN,
      botId: 123456789,
      botApiRoot: "https://api.telegram.org",
      mongodbUri: undefined,
      dataDir: ".sandbox",
      ownerIds: [],
      officeName: "Diskoumperindag Kabupaten Serang",
      privacyContact: "",
      dataPlace: "",
      fieldKeys: undefined,
      intake: { kind: "poll" },
      port: 8080,
      statusPort: 8081,
      sendInFlight: 24,
      sendRate: 30,
      paidBroadcasts: false,
      logLevel: "info",
    });
  });

  it("pays for what goes to many only above the rate that is free", () => {
    const isPaid = (SEND_RATE: string) => accepted({ BOT_TOKEN, SEND_RATE }).paidBroadcasts;
    expect(["1", "30", "31", "1000"].map(isPaid)).toEqual([false, false, true, true]);
  });

  it("is read in full", () => {
    const given = accepted({
      ...PRODUCTION,
      ...WEBHOOK,
      BOT_ID: "123456789",
      BOT_API_ROOT: "https://telegram.example/",
      OWNER_IDS: "11, 22",
      FIELD_KEYS: `${KEY},k0=${"a1".repeat(32)}`,
      PORT: "80",
    });
    expect(given).toMatchObject({
      production: true,
      botApiRoot: "https://telegram.example",
      ownerIds: [11, 22],
      fieldKeys: [
        { id: "k1", hex: "0f".repeat(32) },
        { id: "k0", hex: "a1".repeat(32) },
      ],
      intake: { kind: "webhook", url: WEBHOOK.WEBHOOK_URL, secret: WEBHOOK.WEBHOOK_SECRET },
      port: 80,
    });
  });

  it("takes an empty value for an unset one", () => {
    const names = Object.keys(PRODUCTION).concat("PORT", "INTAKE", "BOT_ID", "WEBHOOK_URL");
    const empty = Object.fromEntries(names.map((name, index) => [name, index % 2 ? "" : "  "]));
    expect(accepted({ ...empty, BOT_TOKEN })).toEqual(accepted({ BOT_TOKEN }));
    expect(complaints(empty)).toEqual(complaints({}));
  });

  it("is told all that is wrong in one report, by name", () => {
    const read = readConfig({
      BOT_ID: "me",
      BOT_API_ROOT: "telegram",
      MONGODB_URI: "postgres://db",
      OWNER_IDS: "rina",
      FIELD_KEYS: "short",
      INTAKE: "pigeon",
      WEBHOOK_URL: "http://bot.example",
      WEBHOOK_SECRET: "short",
      PORT: "70000",
      SEND_IN_FLIGHT: "0",
      LOG_LEVEL: "loud",
    });
    expect(read.ok).toBe(false);
    const report = read.ok ? "" : read.report;
    const named = report.match(/^ {2}[A-Z_]+(?=: )/gm)?.map((name) => name.trim());
    expect(named?.sort()).toEqual([
      "BOT_API_ROOT",
      "BOT_ID",
      "BOT_TOKEN",
      "FIELD_KEYS",
      "INTAKE",
      "LOG_LEVEL",
      "MONGODB_URI",
      "OWNER_IDS",
      "PORT",
      "SEND_IN_FLIGHT",
      "WEBHOOK_SECRET",
      "WEBHOOK_URL",
    ]);
    expect(report).not.toMatch(/\bat |Error|Invalid input/);
  });

  it("says how to get a token and how to try without one", () => {
    expect(complaints({})).toEqual([
      "BOT_TOKEN: is missing; ask @BotFather in Telegram for one (/newbot), or try: npm run demo",
    ]);
  });

  it("never repeats a secret in its report", () => {
    const secret = "7d4c55hunter2";
    const env = { BOT_TOKEN: `1:${secret} `.repeat(2), FIELD_KEYS: secret, WEBHOOK_SECRET: secret };
    expect(complainedAbout(env)).toHaveLength(3);
    expect(complaints(env).join()).not.toContain(secret);
  });
});

describe("each variable", () => {
  const key = (id: string, hex: string) => `${id}=${hex}`;
  const hex = "0f".repeat(32);
  it.each<[string, string[], string[]]>([
    ["BOT_TOKEN", ["1:a", BOT_TOKEN, ` ${BOT_TOKEN} `], ["x", "0:abc", ":abc", "12:", "12:a b"]],
    ["BOT_ID", ["123456789"], ["abc", "-1", "1.5", "12 3"]],
    [
      "BOT_API_ROOT",
      ["https://telegram.example", "http://10.0.0.5:8081"],
      ["telegram", "ftp://telegram.example", "javascript:1", "https://"],
    ],
    ["MONGODB_URI", ["mongodb://a", "mongodb+srv://a/b"], ["http://a", "mongodb:/a", "a b"]],
    ["OWNER_IDS", ["1", "1,2", "1 , 2"], ["a", "1,", ",1", "1;2", "-1"]],
    ["OFFICE_NAME", ["Dinas", "n".repeat(120)], ["n".repeat(121)]],
    ["PRIVACY_CONTACT", ["n".repeat(200)], ["n".repeat(201)]],
    ["DATA_PLACE", ["n".repeat(120)], ["n".repeat(121)]],
    [
      "FIELD_KEYS",
      [key("a", hex), `${key("a", hex)},${key("b", hex)}`],
      ["a", key("", hex), key("A", hex), key("a", `${hex}0`), `${key("a", hex)},`],
    ],
    ["PORT", ["1", "65535"], ["0", "65536", "80.5", "http", "-1"]],
    ["STATUS_PORT", ["1", "65535"], ["0", "65536", "80.5", "http", "-1"]],
    ["SEND_IN_FLIGHT", ["1", "64"], ["0", "65", "2.5", "many"]],
    ["SEND_RATE", ["1", "30", "1000"], ["0", "1001", "2.5", "many"]],
    ["INTAKE", ["poll"], ["push", "POLL"]],
    ["LOG_LEVEL", ["debug", "silent"], ["verbose", "INFO"]],
    ["WEBHOOK_URL", ["https://a.example/b"], ["http://a.example", "a.example"]],
    ["WEBHOOK_SECRET", ["a".repeat(32), "Z".repeat(256)], ["a".repeat(31), "ä".repeat(40)]],
  ])("%s has its own rule", (name, good, bad) => {
    for (const value of good) expect(complaints({ BOT_TOKEN, [name]: value }), value).toEqual([]);
    for (const value of bad) {
      expect(complainedAbout({ BOT_TOKEN, [name]: value }), value).toEqual([name]);
      expect(complaints({ BOT_TOKEN, [name]: value }).join()).not.toMatch(/Invalid|expected/);
    }
  });

  it("FIELD_KEYS gives each key an id of its own: two of one id could not both be read", () => {
    const twice = `a=${"0f".repeat(32)},a=${"f0".repeat(32)}`;
    expect(complainedAbout({ BOT_TOKEN, FIELD_KEYS: twice })).toEqual(["FIELD_KEYS"]);
  });
});

describe("contradictions", () => {
  it("are said: a token of another bot", () => {
    expect(complaints({ BOT_TOKEN, BOT_ID: "12345678" })).toEqual([
      "BOT_ID: the token belongs to another bot",
    ]);
  });

  it("are said: a webhook without its address and secret", () => {
    expect(complainedAbout({ BOT_TOKEN, INTAKE: "webhook" })).toEqual([
      "WEBHOOK_URL",
      "WEBHOOK_SECRET",
    ]);
    expect(complaints({ BOT_TOKEN, ...WEBHOOK })).toEqual([]);
  });

  it("are said: status pages at the port that everybody may reach", () => {
    const same = { BOT_TOKEN, PORT: "9000", STATUS_PORT: "9000" };
    expect(complainedAbout({ ...same, ...WEBHOOK })).toEqual(["STATUS_PORT"]);
    expect(complaints(same), "when polling there is no such port").toEqual([]);
  });

  it("are said together with what is wrong in itself", () => {
    const env = { BOT_TOKEN, NODE_ENV: "production", INTAKE: "webhook", PORT: "x" };
    expect(complainedAbout(env).sort()).toEqual(
      ["FIELD_KEYS", "MONGODB_URI", "PORT", "WEBHOOK_SECRET", "WEBHOOK_URL"].sort(),
    );
  });
});

describe("in production", () => {
  it("a whole configuration is taken", () => {
    expect(accepted(PRODUCTION).production).toBe(true);
  });

  it.each(["MONGODB_URI", "FIELD_KEYS"])("%s has to be given", (name) => {
    expect(complainedAbout({ ...PRODUCTION, [name]: "" })).toEqual([name]);
  });

  it("the demo's token is refused", () => {
    const env = { ...PRODUCTION, BOT_TOKEN: "7000000001:sanggar-demo" };
    expect(complainedAbout(env)).toEqual(["BOT_TOKEN"]);
  });

  it.each([
    "http://127.0.0.1:8081",
    "http://127.1",
    "http://127.200.3.4",
    "http://2130706433",
    "http://0x7f.0.0.1",
    "http://0",
    "http://0.0.0.0:80",
    "http://localhost",
    "https://LOCALHOST:8081/",
    "http://localhost.",
    "http://telegram.localhost",
    "http://[::1]:8081",
    "http://[0:0:0:0:0:0:0:1]",
    "http://[::]",
    "http://[::ffff:127.0.0.1]",
    "http://user@127.0.0.1",
  ])("this machine is refused as the Bot API: %s", (BOT_API_ROOT) => {
    expect(complainedAbout({ ...PRODUCTION, BOT_API_ROOT })).toEqual(["BOT_API_ROOT"]);
  });

  it.each(["https://api.telegram.org", "http://10.0.0.5:8081", "https://localhost.example"])(
    "another machine is not: %s",
    (BOT_API_ROOT) => expect(complaints({ ...PRODUCTION, BOT_API_ROOT })).toEqual([]),
  );
});

const names = Object.keys(parseDotenv(readFileSync(join(projectRoot, ".env.example"))));

describe(".env.example", () => {
  it("names exactly the variables that are read", () => {
    const source = readFileSync(join(projectRoot, "src/config.ts"), "utf8");
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect([...names].sort()).toEqual(read.sort());
  });

  it("holds nothing real: it starts nothing by itself", () => {
    const values = parseDotenv(readFileSync(join(projectRoot, ".env.example")));
    expect(Object.entries(values).filter(([, value]) => value !== "")).toEqual([
      ["INTAKE", "poll"],
    ]);
    expect(complainedAbout(values)).toEqual(["BOT_TOKEN"]);
  });
});

describe("a crash on purpose", () => {
  it("is read with its pass", () => {
    expect(accepted({ BOT_TOKEN, CRASH_AT: "claimed:3" }).crashAt).toEqual({
      point: "claimed",
      pass: 3,
    });
    expect(accepted({ BOT_TOKEN, CRASH_AT: "committed" }).crashAt?.pass).toBe(1);
    expect(accepted({ BOT_TOKEN }).crashAt).toBeUndefined();
  });

  it("is refused in production, and where there is no such point", () => {
    expect(complainedAbout({ ...PRODUCTION, CRASH_AT: "claimed" })).toEqual(["CRASH_AT"]);
    expect(complainedAbout({ BOT_TOKEN, CRASH_AT: "somewhere" })).toEqual(["CRASH_AT"]);
  });
});

it("readConfig never throws, whatever the environment holds", () => {
  const odd = ["__proto__", "constructor", "toString", "PATH", ""];
  const sane = Object.values({ ...PRODUCTION, ...WEBHOOK }).concat("http://[::1]", "1");
  const value = fc.oneof(
    fc.constant(undefined),
    fc.string({ unit: "binary" }),
    fc.webUrl(),
    fc.integer().map(String),
    fc.constantFrom(...sane),
  );
  const env = fc.dictionary(fc.oneof(fc.constantFrom(...names, ...odd), fc.string()), value);
  fc.assert(
    fc.property(env, (given) => {
      const read = readConfig(given);
      return read.ok || read.report.split("\n").length > 2;
    }),
    { numRuns: 2_000 },
  );
});
