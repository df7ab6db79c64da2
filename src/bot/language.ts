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
  const directory = join(projectRoot, "locales");
  const functions = { KABUPATEN: () => name, KAB: () => shortName, EXAMPLE: () => example };
  const fluentBundleOptions = { useIsolating: false, functions };
  const i18n = new I18n({ defaultLocale: "id", fluentBundleOptions });
  const read = new Set<Language>();
  const speak = (language: Language): Speech => {
    const t = (key: string, values: Values) => {
      // When it is first spoken: a start waits for one language at most.
      if (!read.has(language)) {
        i18n.loadLocaleSync(language, { source: readLanguage(join(directory, language)) });
        read.add(language);
      }
      return i18n.t(language, key, values);
    };
    return {
      language,
      html: (key, values = {}) => fillHtml(values, (escaped) => t(key, escaped)),
      plain: (key, values = {}) => t(key, values),
      words: (key, values = {}) => t(key, seen(values)),
    };
  };
  return { id: speak("id"), en: speak("en") };
}

function readLanguage(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl"));
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
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
