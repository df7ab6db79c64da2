import { rm } from "node:fs/promises";
import { build } from "esbuild";

/** What packages in the older form take for granted. */
const COMMONJS_NAMES = `
import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(import.meta.url);
const { filename: __filename, dirname: __dirname } = import.meta;
`;

/*
 * Makes one file of the program and its packages, with a file more for each part that is loaded
 * when it is needed: a start reads a few files instead of a thousand.
 */
const outdir = "dist/program";
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: ["dist/src/main.js"],
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
  banner: { js: COMMONJS_NAMES },
});
