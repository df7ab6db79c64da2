import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

const FROM = /^(?:import|export)\s(type\s)?([^"';]*?)\s?(?:from\s)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\("([^"]+)"\)/g;

interface SourceFile {
  /** Path from the project's folder, such as "src/bot/bot.ts". */
  path: string;
  text: string;
  /** Paths of the project's own files it imports; types count too unless said otherwise. */
  imports: { path: string; typeOnly: boolean }[];
  packages: string[];
}

const files = ["src", "scenes", "seeds"].flatMap(sourcesUnder).map(readSource);

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const found = [
    ...[...text.matchAll(FROM)].map(([, type, names = "", specifier = ""]) => ({
      specifier,
      typeOnly: type !== undefined || onlyTypes(names),
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, specifier = ""]) => ({ specifier, typeOnly: false })),
  ];
  return {
    path,
    text,
    imports: found
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ specifier, typeOnly }) => ({
        path: relative(root, resolve(root, dirname(path), specifier)),
        typeOnly,
      })),
    packages: found
      .map(({ specifier }) => specifier)
      .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:")),
  };
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const listed = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  const parts = listed?.split(",").filter((part) => part.trim()) ?? [];
  return parts.length > 0 && parts.every((part) => part.trim().startsWith("type "));
}

/** Files that import the package although they do not match. */
function importersOutside(name: RegExp, allowed: RegExp): string[] {
  return files
    .filter(({ path, packages }) => !allowed.test(path) && packages.some((one) => name.test(one)))
    .map(({ path }) => path);
}

function linesWith(pattern: RegExp, allowed: RegExp): string[] {
  return files
    .filter(({ path, text }) => !allowed.test(path) && pattern.test(withoutComments(text)))
    .map(({ path }) => path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

const isStorage = (path: string) => /-(repository|schema)\.ts$/.test(path);
const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];

describe("who may import whom", () => {
  it("keeps mongoose to the database, schemas, repositories, the intake and seeds", () => {
    const allowed =
      /^src\/((prepare-)?database|services|program)\.ts$|-(schema|repository)\.ts$|^src\/intake\/|^seeds\//;
    expect(importersOutside(/^mongoose$/, allowed)).toEqual([]);
  });

  it("keeps grammY to where Telegram meets the program", () => {
    const allowed =
      /^(src\/bot\/|src\/intake\/|scenes\/|src\/(services|program)\.ts$|src\/notices\/messenger\.ts$|src\/http\/|src\/sandbox\/telegram\/)|-commands\.ts$/;
    expect(importersOutside(/^grammy(\/|$)/, allowed)).toEqual([]);
  });

  it("keeps the dialogue library to scenes, the bot and the held-back state", () => {
    const allowed = /^(scenes\/|src\/bot\/(context|bot)\.ts$|src\/intake\/person-state\.ts$)/;
    expect(importersOutside(/^@grammyjs\/conversations$/, allowed)).toEqual([]);
  });

  it.each([
    [/^node-cron$/, /^src\/jobs\//],
    [/^undici$/, /^src\/bot\/http-call\.ts$/],
    [/^luxon$/, /^src\/(dates|read-date)\.ts$/],
    [/^libphonenumber-js/, /^src\/artisans\/phone\.ts$/],
    [/^@grammyjs\/i18n$/, /^src\/bot\/language\.ts$/],
    [/^minisearch$/, /^src\/artisans\/name-search\.ts$/],
    [/^pino$/, /^src\/log\.ts$/],
    [/^fastify$/, /^src\/http\//],
    [/^prom-client$/, /^src\/http\/metrics\.ts$/],
    [/^ical-generator$/, /^src\/papers\/calendar-file\.ts$/],
    [/^qrcode$/, /^src\/papers\/qr\.ts$/],
    [/^(zod|dotenv)$/, /^src\/config\.ts$/],
    [/^(classic-level|bson)/, /^src\/sandbox\/mongo\//],
    [/^hucre(\/|$)/, /^src\/papers\/spreadsheet\.ts$/],
    [/^echarts(\/|$)/, /^src\/papers\/chart\.ts$/],
    [/^sharp(\/|$)/, /^src\/papers\/raster\.ts$/],
    [/^@expo-google-fonts(\/|$)/, /^src\/papers\/noto-sans\.ts$/],
    [/^pdfmake(\/|$)/, /^src\/papers\/pdf\.ts$/],
  ])("hides %s in its own module", (name, allowed) => {
    expect(importersOutside(name, allowed)).toEqual([]);
  });

  it("lets a scene see rules, use cases and the type Services only", () => {
    const seen = files
      .filter(({ path }) => path.startsWith("scenes/"))
      .flatMap(({ path, imports }) => imports.map((one) => ({ from: path, ...one })))
      .filter(
        (one) =>
          isStorage(one.path) ||
          /^src\/(config|database|program)\.ts$|^src\/bot\/bot\.ts$/.test(one.path) ||
          (one.path === "src/services.ts" && !one.typeOnly),
      );
    expect(seen).toEqual([]);
  });

  it("lets a noun use another noun's rules and use cases, never its storage or commands", () => {
    const crossed = files
      .filter(({ path }) => roomOf(path) && !path.startsWith("src/sandbox/"))
      .flatMap(({ path, imports }) => imports.map((one) => ({ from: path, ...one })))
      .filter(({ from, path, typeOnly }) => {
        if (typeOnly || roomOf(from) === roomOf(path) || !roomOf(path)) return false;
        if (from === "src/bot/bot.ts") return false;
        return isStorage(path) || path.endsWith("-commands.ts");
      });
    expect(crossed).toEqual([]);
  });

  it("lets nothing of the program know the sandbox but the line that chooses the database", () => {
    const knows = files
      .filter(({ path }) => !path.startsWith("src/sandbox/") && path !== "src/main.ts")
      .filter(({ imports }) => imports.some(({ path }) => path.startsWith("src/sandbox/")))
      .map(({ path }) => path);
    expect(knows).toEqual([]);
  });

  it("keeps bot code out of the stand-in for Telegram", () => {
    const foreign = files
      .filter(({ path }) => path.startsWith("src/sandbox/telegram/"))
      .flatMap(({ imports }) => imports.map(({ path }) => path))
      .filter((path) => !path.startsWith("src/sandbox/telegram/") && path !== "src/clock.ts");
    expect(foreign).toEqual([]);
  });

  it("has no circle of files", () => {
    expect(circles()).toEqual([]);
  });
});

describe("where the outside comes in", () => {
  it("reads the environment in config.ts only", () => {
    expect(linesWith(/process\.env\b/, /^src\/config\.ts$/)).toEqual([]);
  });

  it("asks for the time in clock.ts only", () => {
    expect(linesWith(/new Date\(\)|\bDate\.now\(/, /^src\/clock\.ts$/)).toEqual([]);
  });

  it("exports nothing that nobody uses", () => {
    expect(unusedExports()).toEqual([]);
  });
});

describe("the size of things", () => {
  it("has no file that should be two", () => {
    const long = files
      .filter(({ path, text }) => text.split("\n").length > 300 && !/craft-table/.test(path))
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

/** Value imports only: a type is gone when the program runs. */
function circles(): string[][] {
  const graph = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ typeOnly }) => !typeOnly).map((one) => one.path),
    ]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) return void found.push([...trail.slice(at), path]);
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

function unusedExports(): string[] {
  const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(root, "test", path), "utf8"));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const whole = new Set(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(/import \* as \w+ from "([^"]+)"/g)].map(([, specifier = ""]) =>
        relative(root, resolve(root, dirname(path), specifier)),
      ),
    ),
  );
  return files.flatMap(({ path, text }) => {
    if (whole.has(path)) return [];
    const names = [
      ...text.matchAll(/^export (?:async )?(?:const|function|class|type|interface) (\w+)/gm),
    ].map((match) => match[1] ?? "");
    return names
      .filter((name) => {
        const used = new RegExp(`\\b${name}\\b`);
        const elsewhere = [...texts].some(([other, own]) => other !== path && used.test(own));
        return !elsewhere && !tests.some((test) => used.test(test)) && !isSpokenOf(text, name);
      })
      .map((name) => `${path}: ${name}`);
  });
}

/** What a public thing of the same file speaks of is public with it. */
function isSpokenOf(text: string, name: string): boolean {
  return [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))].length > 1;
}
