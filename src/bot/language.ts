import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { I18n } from "@grammyjs/i18n";
import type { Places } from "../places/places.ts";
import { serangPlaces } from "../places/serang.ts";
import { projectRoot } from "../root.ts";
import { cleanLines } from "../text.ts";
import { fillHtml, type Html } from "./html.ts";

/** To add a language: its folder in `locales/` and its key here. */
export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Numbers are grouped by the language ("1.500"): years, codes and phones go in as strings. */
export type Values = Record<string, string | number>;

/** The texts of one language. A form of a message is asked for as `key.form`. */
export interface Speech {
  readonly language: Language;
  /** For messages: every value is escaped. */
  html(key: string, values?: Values): Html;
  /** For buttons, toasts and files: nothing is escaped. */
  plain(key: string, values?: Values): string;
  /** For other messengers and for the phone: nothing is escaped, and values show all they hold. */
  words(key: string, values?: Values): string;
}

export type Texts = Record<Language, Speech>;

/** What texts say of where the office is: { KABUPATEN() }, { KAB() } and { EXAMPLE() }. */
type Home = Pick<Places, "name" | "shortName" | "example">;

const texts = new Map<string, Texts>();

/** The texts of one office; their folder is read once for each. */
export function createTexts(home: Home = serangPlaces()): Texts {
  const read = texts.get(home.name) ?? readTexts(home);
  texts.set(home.name, read);
  return read;
}

function readTexts({ name, shortName, example }: Home): Texts {
  const functions = { KABUPATEN: () => name, KAB: () => shortName, EXAMPLE: () => example };
  const speak = (language: Language): Speech => {
    let say: Say | undefined;
    // When it is first spoken: a start waits for one language at most.
    const t: Say = (key, values) => (say ??= readLanguage(language, functions))(key, values);
    return {
      language,
      html: (key, values = {}) => fillHtml(values, (escaped) => t(key, escaped)),
      plain: (key, values = {}) => t(key, values),
      words: (key, values = {}) => t(key, seen(values)),
    };
  };
  return { id: speak("id"), en: speak("en") };
}

type Say = (key: string, values: Values) => string;
type Functions = Record<string, () => string>;

const TEXT_KEY = /^([a-z][\w-]*) *=/gim;

/** Each file is parsed when one of its texts is first said; no text refers to one of another file. */
function readLanguage(language: Language, functions: Functions): Say {
  const folder = join(projectRoot, "locales", language);
  const fileOf = new Map<string, Say>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ftl"))) {
    const source = readFileSync(join(folder, name), "utf8");
    let texts: I18n | undefined;
    const say: Say = (key, values) =>
      (texts ??= parse(language, source, functions)).t(language, key, values);
    for (const [, key = ""] of source.matchAll(TEXT_KEY)) fileOf.set(key, say);
  }
  return (key, values) => {
    const [stem = ""] = key.split(".", 1);
    return fileOf.get(stem)?.(key, values) ?? `{${key}}`;
  };
}

function parse(language: Language, source: string, functions: Functions): I18n {
  const fluentBundleOptions = { useIsolating: false, functions };
  const i18n = new I18n({ defaultLocale: language, fluentBundleOptions });
  i18n.loadLocaleSync(language, { source });
  return i18n;
}

/** Without control, bidi and other signs that nobody sees. */
function seen(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? cleanLines(value) : value,
    ]),
  );
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}
