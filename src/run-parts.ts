import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/*
 * Runs the program from the parts `.bundle.config.js` made of it, each with what V8 made of it in
 * an earlier run: a start then compiles next to nothing. What V8 does not take, such as that of
 * another version of Node, is compiled anew.
 */

interface Part {
  exports: unknown;
}

/** How each part is wrapped. */
type Run = (
  exports: unknown,
  require: (id: string) => unknown,
  module: Part,
  filename: string,
  dirname: string,
) => void;

/**
 * V8 compiles the parser of HTTP, which is WebAssembly, once more for speed when it has run for a
 * while: 25 MB and 70 ms of CPU, just when the first people wait for an answer. So twenty times as
 * late. It belongs to what tells V8 that a kept compilation is its own: set before any is read.
 */
setFlagsFromString("--wasm-tiering-budget=36000000");

const folder = import.meta.dirname;
const requirePackage = createRequire(import.meta.url);
const scripts = new Map<string, Script>();
const parts = new Map<string, Part>();

const compiledOf = (file: string) => `${file}.compiled`;

function load(name: string): unknown {
  const known = parts.get(name);
  if (known) return known.exports;
  const part: Part = { exports: {} };
  parts.set(name, part);
  const file = join(folder, name);
  const script = new Script(readFileSync(file, "latin1"), {
    filename: file,
    ...cachedData(compiledOf(file)),
  });
  scripts.set(file, script);
  const run = script.runInThisContext() as Run;
  run(part.exports, requireIn, part, file, folder);
  return part.exports;
}

const requireIn = Object.assign(
  (id: string): unknown => (id.startsWith("./") ? load(id.slice(2)) : requirePackage(id)),
  { resolve: requirePackage.resolve },
);

function cachedData(file: string): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(file) };
  } catch {
    return {};
  }
}

// The build starts the program once with this, so that what a start needs is compiled already.
if (process.argv.includes("--keep-compiled"))
  process.once("exit", () => {
    for (const [file, script] of scripts)
      writeFileSync(compiledOf(file), script.createCachedData());
  });

load("program.cjs");
