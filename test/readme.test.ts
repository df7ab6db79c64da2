import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commandsOf, everybodysLists } from "../src/bot/commands.ts";
import { createTexts } from "../src/bot/language.ts";

/** What is written for people is true: what it names is there. */
const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const PAPERS = ["README.md", "README.id.md", "CONTRIBUTING.md"];

const FOLDERS = ["src", "scenes", "test", "seeds", "locales", ".deploy", ".github", ".ci"];
const files = FOLDERS.flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    join(folder, path),
  ),
]);
const names = new Set(files.map((path) => path.split("/").at(-1) ?? ""));
const codeIn = (...folders: string[]) =>
  files
    .filter((path) => path.endsWith(".ts") && folders.includes(path.split("/")[0] ?? ""))
    .map(read)
    .join("\n");

/** Said to @BotFather; pages of the program; the volume of the image. */
const OF_OTHERS = ["newbot", "revoke", "healthz", "readyz", "metrics", "data"];
const LONGER = /https?:\S+|\/data\/\S*|[\w.*<>-]+(?:\/[\w.*<>-]+)+/g;
const COMMAND = /(?<![\w/.])\/([a-z]{3,})\b(?!\/|\.\w)/g;
const SCRIPT = /npm (?:run )?([a-z][\w:]*)/g;
const VARIABLE = /\b([A-Z]+(?:_[A-Z]+)+|[A-Z]{4,}(?==))\b/g;
const FILE = new RegExp(
  `(?<![\\w/@.])((?:dist/)?(?:${FOLDERS.map((one) => one.replace(".", "\\.")).join("|")})/[\\w./*-]+)(?!<)`,
  "g",
);
const BARE_FILE = /`([\w-]+(?:\.test)?\.ts)`/g;
const LINK = /\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g;

const all = (pattern: RegExp, text: string): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? "")),
];
const commandsIn = (text: string) =>
  all(COMMAND, text.replace(/```[\s\S]*?```/g, "").replace(LONGER, ""));

function everyCommand(): string[] {
  const held = (["leader", "coordinator", "owner"] as const).map((role) => ({ role }));
  const own = commandsOf({ telegram: 1, record: undefined, held });
  const [everybodys] = everybodysLists(createTexts());
  return [...own, ...(everybodys?.commands ?? []).map(({ command }) => command)];
}

/** The button of Telegram that starts a bot. */
const TELEGRAMS_OWN = "Mulai";

/** Without a picture before it, and a figure after it. */
const labelOf = (text: string) =>
  text
    .replace(/<[^>]+>/g, "")
    .replace(/^📱 /u, "")
    .replace(/ \(\{ \$count \}\)$/, "");

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

function leadsSomewhere(from: string, link: string): boolean {
  if (/^https?:/.test(link)) return true;
  const [path = "", anchor] = link.split("#");
  const target = join(dirname(from), path || from);
  if (!existsSync(join(root, target))) return false;
  return (
    anchor === undefined ||
    all(/^#+ (.+)$/gm, read(target))
      .map(anchorOf)
      .includes(anchor)
  );
}

/** What the image runs is compiled from a source of the same name; "*" stands for a part of a name. */
function isFile(named: string): boolean {
  const path = named.replace(/^dist\/(.*)\.js$/, "$1.ts").replace(/[./]+$/, "");
  const parts = path.split("*").map((part) => part.replace(/[.]/g, "\\."));
  const pattern = new RegExp(`^${parts.join("[^/]*")}$`);
  return files.some((one) => pattern.test(one));
}

describe.each(PAPERS)("%s", (paper) => {
  const text = read(paper);

  it("names commands of the program only", () => {
    const known = [...everyCommand(), ...OF_OTHERS];
    expect(commandsIn(text).filter((command) => !known.includes(command))).toEqual([]);
  });

  it("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const known = [...Object.keys(scripts), "ci"];
    expect(all(SCRIPT, text).filter((script) => !known.includes(script))).toEqual([]);
  });

  it("shows pictures, files and headings that are there", () => {
    expect(all(LINK, text).filter((link) => !leadsSomewhere(paper, link))).toEqual([]);
    expect(all(FILE, text).filter((path) => !isFile(path))).toEqual([]);
    expect(all(BARE_FILE, text).filter((name) => !names.has(name))).toEqual([]);
  });

  it("names variables that .env.example explains, or that tests read; recipes those of the code", () => {
    const isCode = paper === "CONTRIBUTING.md";
    const known = new Set([
      ...all(/^([A-Z_]+)=/gm, read(".env.example")),
      ...all(/process\.env\["([A-Z_]+)"\]/g, codeIn("test")),
      ...(isCode ? all(VARIABLE, codeIn("src", "scenes", "test")) : []),
    ]);
    expect(all(VARIABLE, text).filter((variable) => !known.has(variable))).toEqual([]);
  });
});

describe("the guides", () => {
  const guides = read("README.id.md");

  it("have a word for every command", () => {
    const told = commandsIn(guides);
    expect(everyCommand().filter((command) => !told.includes(command))).toEqual([]);
  });

  it("press buttons that are there: what is bold is a label, unless it ends a sentence or a head", () => {
    const texts = files.filter((path) => /^locales\/id\/.*\.ftl$/.test(path)).map(read);
    const labels = all(/^[\w-]+ = (.+)$/gm, texts.join("\n")).map(labelOf);
    const bold = all(/\*\*([^*]+)\*\*/g, guides).map((label) => label.replace(/\s+/g, " "));
    const pressed = bold.filter((label) => !/[.:?]$/.test(label) && label !== TELEGRAMS_OWN);
    expect(pressed.filter((label) => !labels.includes(label))).toEqual([]);
  });

  it("show each picture that was taken for them", () => {
    const taken = files.filter((path) => /^\.github\/guide-/.test(path));
    expect(taken.filter((path) => !guides.includes(path))).toEqual([]);
  });
});
