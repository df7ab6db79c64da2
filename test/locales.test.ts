import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Junk,
  Message,
  parse,
  type Pattern,
  type Placeable,
  type SyntaxNode,
  Term,
  TextElement,
  type VariableReference,
  Visitor,
} from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { createTexts, LANGUAGES } from "../src/bot/language.ts";
import { projectRoot } from "../src/root.ts";
import { graphemes } from "../src/text.ts";

const MOST = { button: 24, question: 200, message: 600, placeholder: 12 };

interface Text {
  file: string;
  key: string;
  pattern: Pattern;
}

type Language = (typeof LANGUAGES)[number];

const folderOf = (language: Language) => join(projectRoot, "locales", language);

const files = LANGUAGES.flatMap((language) =>
  readdirSync(folderOf(language)).map((file) => {
    const source = readFileSync(join(folderOf(language), file), "utf8");
    return { language, file, source, body: parse(source, { withSpans: true }).body };
  }),
);

/** Every message and attribute of a language; an attribute's key is `message.attribute`. */
function textsOf(language: Language): Text[] {
  return files
    .filter((one) => one.language === language)
    .flatMap(({ file, body }) =>
      body.flatMap((entry) => {
        if (!(entry instanceof Message || entry instanceof Term)) return [];
        const key = entry.id.name;
        const own = entry.value ? [{ file, key, pattern: entry.value }] : [];
        const forms = entry.attributes.map(({ id, value }) => ({
          file,
          key: `${key}.${id.name}`,
          pattern: value,
        }));
        return [...own, ...forms];
      }),
    );
}

function variablesOf(node: SyntaxNode): string[] {
  const found = new Set<string>();
  class Finder extends Visitor {
    override visitVariableReference({ id }: VariableReference): void {
      found.add(id.name);
    }
  }
  new Finder().visit(node);
  return [...found].sort();
}

/** Without tags, and with the longest variant; a value counts as a middling word unless given. */
function longest(pattern: Pattern, values: Record<string, string> = {}): string {
  const parts = pattern.elements.map((element) =>
    element instanceof TextElement ? element.value : longestOf(element, values),
  );
  return parts.join("").replace(/<\/?\w+>/g, "");
}

function longestOf({ expression }: Placeable, values: Record<string, string>): string {
  if (expression.type === "SelectExpression") {
    const variants = expression.variants.map(({ value }) => longest(value, values));
    return variants.sort((a, b) => b.length - a.length)[0] ?? "";
  }
  const name = expression.type === "VariableReference" ? expression.id.name : "";
  return values[name] ?? "x".repeat(MOST.placeholder);
}

describe.each(LANGUAGES)("the texts in %s", (language) => {
  const texts = textsOf(language);

  it("are read without remainder", () => {
    const junk = files
      .filter((one) => one.language === language)
      .flatMap(({ file, body, source }) =>
        body
          .filter((entry) => entry instanceof Junk)
          .map(({ span }) => `${file}: ${source.slice(span?.start, span?.end)}`),
      );
    expect(junk).toEqual([]);
  });

  it("refer to no other text, since each file is read by itself", () => {
    const source = files.filter((one) => one.language === language).map((one) => one.source);
    expect(source.join("\n").match(/\{\s*-?[a-z][\w-]*(\.\w+)?\s*\}/g)).toBeNull();
  });

  it("have each key once, over all files", () => {
    const keys = texts.map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("fit on a button where they stand on one", () => {
    const button =
      /^(button-(?!gone)|consent-(yes|no|full)$|community-(none|unlisted)$|language-name$|review-(send|change)$|kecamatan-.*-button$|ask-(back|skip|save|keep|yes|no|share-contact|page-.*)$|training-(join|leave|leave-yes|leave-no|see|all)$)/;
    const changed = /^field-(?!consent|adult|review)/;
    const labels = texts
      .filter(({ key }) => changed.test(key))
      .map(({ pattern }) => longest(pattern));
    const label = labels.sort((a, b) => graphemes(b) - graphemes(a))[0] ?? "";
    const values = { page: "10", pages: "10", label };
    const buttons = texts.filter(({ key }) => button.test(key));
    expect(buttons.length).toBeGreaterThan(20);
    expect(
      buttons
        .map(({ key, pattern }) => `${key}: ${longest(pattern, values)}`)
        .filter((line) => graphemes(line.slice(line.indexOf(": ") + 2)) > MOST.button),
    ).toEqual([]);
  });

  it("ask short questions", () => {
    const long = texts
      .filter(({ key }) => key.startsWith("ask-") && key !== "ask-consent")
      .filter(({ pattern }) => graphemes(longest(pattern)) > MOST.question);
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it("say it in 600 signs, but for the consent", () => {
    const long = texts
      .filter(({ key }) => !/^(ask-consent|consent-full-text)$/.test(key))
      .filter(({ pattern }) => graphemes(longest(pattern)) > MOST.message);
    expect(long.map(({ key, pattern }) => `${key}: ${graphemes(longest(pattern))}`)).toEqual([]);
  });

  it("close every tag they open, and know only Telegram's", () => {
    const broken = texts.filter(({ pattern }) => {
      const open: string[] = [];
      const raw = pattern.elements
        .map((one) => (one instanceof TextElement ? one.value : ""))
        .join("");
      for (const [, slash, tag = ""] of raw.matchAll(/<(\/?)([^<>]*)>/g)) {
        if (!/^(b|i|u|s|code|blockquote)$/.test(tag)) return true;
        if (!slash) open.push(tag);
        else if (open.pop() !== tag) return true;
      }
      return open.length > 0 || /<(?!\/?\w+>)/.test(raw);
    });
    expect(broken.map(({ key }) => key)).toEqual([]);
  });
});

describe("the languages", () => {
  const shapeOf = (language: Language) =>
    Object.fromEntries(
      textsOf(language)
        .map(({ file, key, pattern }): [string, string] => [
          `${file} ${key}`,
          variablesOf(pattern).join(" "),
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );

  it("have the same keys, forms and values, in the same files", () => {
    const [first, ...others] = LANGUAGES;
    for (const other of others) expect(shapeOf(other)).toEqual(shapeOf(first));
  });

  it("are read as the program reads them", () => {
    const speech = createTexts();
    for (const language of LANGUAGES)
      expect(speech[language].plain("ask-page-after", { page: "2", pages: "3" })).toContain("2/3");
  });

  it("are all found by the program, a file at a time", () => {
    const speech = createTexts();
    for (const language of LANGUAGES)
      for (const { key, pattern } of textsOf(language)) {
        const values = Object.fromEntries(variablesOf(pattern).map((name) => [name, "1"]));
        expect(speech[language].plain(key, values)).not.toBe(`{${key}}`);
      }
  });
});

describe("every text the program asks for", () => {
  const keys = new Set(textsOf("id").map(({ key }) => key));
  const code = ["src", "scenes"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.startsWith("sandbox"))
      .map((path) => readFileSync(join(projectRoot, folder, path), "utf8")),
  );
  /** The first argument of `html(…)` and `plain(…)`: one key, two of a choice, or a template. */
  const asked = code.flatMap((text) =>
    [...text.matchAll(/\.(?:html|plain|words)\(\s*([^,;]*?["`][^,;]*?)(?=[,)]\s)/g)].map(
      ([, argument = ""]) => argument,
    ),
  );

  it("exists where its key is written out", () => {
    const literal = asked.flatMap((argument) =>
      [...argument.matchAll(/"([^"]+)"/g)].map(([, key = ""]) => key),
    );
    expect(literal.length).toBeGreaterThan(50);
    expect(literal.filter((key) => !keys.has(key))).toEqual([]);
  });

  it("exists for some value where its key is put together", () => {
    const templates = asked.flatMap((argument) =>
      [...argument.matchAll(/`([^`]+)`/g)].map(([, template = ""]) => template),
    );
    expect(templates.length).toBeGreaterThan(5);
    const unknown = templates.filter((template) => {
      const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.]/g, "\\."));
      const pattern = new RegExp(`^${parts.join("[\\w-]+")}$`);
      return ![...keys].some((key) => pattern.test(key));
    });
    expect(unknown).toEqual([]);
  });

  it("exists for every reason, state and field that a key is put together with", () => {
    const values: Record<string, string[]> = {
      name: ["empty", "tooShort", "tooLong", "digits", "link", "notLatin", "signs"],
      phone: ["notANumber", "landline", "foreign", "tooShort", "tooLong", "invalid"],
      registration: ["noDraft", "incomplete", "alreadyRegistered"],
      state: ["pending", "active", "returned", "declined"],
      greeting: ["pagi", "siang", "sore", "malam"],
      update: ["delayed", "givenUp"],
    };
    const fields = [
      ...["consent", "adult", "name", "kecamatan", "desa", "community", "communityOther"],
      ...["crafts", "craftOther", "phone", "review"],
    ];
    for (const part of ["ask", "field", "hint"]) values[part] = fields;
    const wanted = Object.entries(values).flatMap(([part, ends]) =>
      ends.map((end) => `${part}-${end}`),
    );
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });

  it("is asked for: no text lies around unused", () => {
    const all = code.join("\n");
    const unused = [...keys].filter((key) => {
      if (all.includes(`"${key}"`)) return false;
      const [stem = "", form] = key.split(".");
      // Asked for as a form of whichever message: `${message}.whatsapp`.
      if (form && all.includes(`"${stem}"`) && all.includes(`}.${form}\``)) return false;
      const prefixes = [...stem.matchAll(/-/g)].map(({ index }) => stem.slice(0, index + 1));
      return !prefixes.some((prefix) => all.includes(`\`${prefix}\${`));
    });
    expect(unused).toEqual([]);
  });
});
