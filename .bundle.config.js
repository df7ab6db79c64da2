import { rm } from "node:fs/promises";
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

/*
 * Makes one file of the program and its packages, with a file more for each part that is loaded
 * when it is needed: a start reads a few files instead of a thousand. Entry and folder may be given.
 */
const [entry = "dist/src/main.js", outdir = "dist/program"] = process.argv.slice(2);
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [entry],
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
  plugins: [lighter],
  banner: { js: COMMONJS_NAMES },
});
