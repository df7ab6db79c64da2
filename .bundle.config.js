import { existsSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** What packages in the older form take for granted. */
const COMMONJS_NAMES = `
import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(import.meta.url);
const { filename: __filename, dirname: __dirname } = import.meta;
`;

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
  // Complaints about the configuration are in English.
  { filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/, instead: () => "export {};" },
  // Numbers of other countries are told by their first digits, before any plan is asked for.
  { filter: /[/\\]metadata\.max\.json\.js$/, instead: onlyIndonesia },
];

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

/** When the sources last changed: the same sources are the same build, however often it is made. */
async function lastChange() {
  const root = import.meta.dirname;
  const folders = ["src", "scenes", "locales", "seeds"].filter((name) => existsSync(join(root, name)));
  const names = await Promise.all(
    folders.map(async (name) =>
      (await readdir(join(root, name), { recursive: true })).map((file) => join(root, name, file)),
    ),
  );
  const stats = await Promise.all(names.flat().map((file) => stat(file)));
  return new Date(Math.max(...stats.map(({ mtimeMs }) => mtimeMs))).toISOString();
}

/**
 * Makes one file of the program and its packages, with a file more for each part that is loaded
 * when it is needed: a start reads a few files instead of a thousand.
 */
export async function bundle({ entryPoints, outdir, stamp, plugins = [] }) {
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir,
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
    define: { SANGGAR_BUILD: JSON.stringify(stamp) },
    plugins: [...plugins, lighter],
    banner: { js: COMMONJS_NAMES },
  });
}

if (process.argv[1] === import.meta.filename)
  await bundle({
    entryPoints: ["dist/src/main.js"],
    outdir: "dist/program",
    stamp: await lastChange(),
  });
