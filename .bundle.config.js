import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, transform } from "esbuild";

/** What is bundled in place of a file that a start would read for nothing. */
const LIGHTER = [
  // All calls go through `telegram-fetch.ts`; grammY would only load its own way for no call.
  {
    filter: /[/\\]node-fetch[/\\]lib[/\\]index\.m?js$/,
    instead: () => "export default () => Promise.reject(new Error('not bundled'));",
  },
  // Node has the same URL of the same standard, without the tables of all scripts once more.
  {
    filter: /[/\\]whatwg-url[/\\]index\.js$/,
    instead: () => "module.exports = { URL, URLSearchParams };",
  },
  // Texts are handed over as text, so none is read in the way of another runtime.
  {
    filter: /[/\\]shim-deno[/\\]dist[/\\]index\.js$/,
    instead: () => "module.exports = { Deno: {} };",
  },
  // Calls are all that is needed of it.
  {
    filter: /[/\\]undici[/\\]index\.js$/,
    instead: () => 'module.exports = { Pool: require("./lib/dispatcher/pool.js") };',
  },
  // Telegram is spoken to in HTTP/1.1, and lines of the log are written by this very thread.
  { filter: /[/\\]undici[/\\]lib[/\\]dispatcher[/\\]client-h2\.js$/, instead: notBundled },
  { filter: /[/\\]pino[/\\]lib[/\\]transport\.js$/, instead: notBundled },
  // Complaints about the configuration are in English.
  { filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/, instead: () => "export {};" },
  // Numbers of other countries are told by their first digits, before any plan is asked for.
  { filter: /[/\\]metadata\.max\.json\.js$/, instead: onlyIndonesia },
];

function notBundled() {
  return "module.exports = () => { throw new Error('not bundled'); };";
}

async function onlyIndonesia(path) {
  const { default: plans } = await import(path);
  const { version, countries } = plans;
  const kept = { version, country_calling_codes: { 62: ["ID"] }, countries: { ID: countries.ID } };
  return `export default ${JSON.stringify({ ...kept, nonGeographic: {} })};`;
}

const lighter = {
  name: "lighter",
  setup({ onLoad }) {
    for (const { filter, instead } of LIGHTER)
      onLoad({ filter }, async ({ path }) => ({ contents: await instead(path), loader: "js" }));
  },
};

/** What a module knows of its own file, in the words of the older form of modules. */
const OWN_FILE = {
  "import.meta.dirname": "__dirname",
  "import.meta.filename": "__filename",
  "import.meta.url": "__url",
};

/** A module in the older form: V8 keeps what it compiled of functions, not of modules. */
async function olderForm(module, loader = "js") {
  const { code } = await transform(module, {
    loader,
    format: "cjs",
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    supported: { "dynamic-import": false },
    define: OWN_FILE,
  });
  return `var __url=require("node:url").pathToFileURL(__filename).href;${code}`;
}

/** When the sources last changed: the same sources are the same build, however often it is made. */
async function lastChange() {
  const folders = ["src", "scenes", "locales", "seeds"].filter((name) => existsSync(name));
  const names = await Promise.all(
    folders.map(async (name) =>
      (await readdir(name, { recursive: true })).map((file) => join(name, file)),
    ),
  );
  const stats = await Promise.all(names.flat().map((file) => stat(file)));
  return new Date(Math.max(...stats.map(({ mtimeMs }) => mtimeMs))).toISOString();
}

/*
 * Makes one file of the program and its packages, with a file more for each part that is loaded
 * when it is needed: a start reads a few files instead of a thousand. Where from and where to may be given.
 */
const [from = "dist/src", outdir = "dist/program"] = process.argv.slice(2);
const extension = existsSync(`${from}/main.js`) ? "js" : "ts";
const { outputFiles } = await build({
  entryPoints: { program: `${from}/main.${extension}` },
  outdir,
  outExtension: { ".js": ".cjs" },
  write: false,
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  logLevel: "error",
  // The text of a program stays in memory; its names stay as they are.
  minifyWhitespace: true,
  minifySyntax: true,
  // Packages with parts that are no JavaScript.
  external: ["classic-level", "sharp"],
  define: { SANGGAR_BUILD: JSON.stringify(await lastChange()) },
  plugins: [lighter],
});
await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
for (const { path, text } of outputFiles) {
  const part = await olderForm(text);
  // As `run-parts.ts` runs it.
  const wrapped = `(function(exports,require,module,__filename,__dirname){${part}\n})`;
  await writeFile(`${outdir}/${basename(path)}`, wrapped);
}
const runner = await readFile(`${from}/run-parts.${extension}`, "utf8");
await writeFile(`${outdir}/main.cjs`, await olderForm(runner, extension));
