import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectRoot } from "../src/root.ts";

const SAYS = "sagu, tapai dan anyaman";

/** A part as the build wraps it. */
const part = (code: string) => `(function(exports,require,module,__filename,__dirname){${code}\n})`;

const PARTS = {
  "program.cjs": part(
    'const { says } = require("./later.cjs"); const { sep } = require("node:path");' +
      'process.stdout.write(says + sep + (require("./later.cjs").says === says));',
  ),
  "later.cjs": part(`exports.says = ${JSON.stringify(SAYS)};`),
};

describe("the program in parts", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "sanggar-parts-"));
    const runner = await readFile(join(projectRoot, "src/run-parts.ts"), "utf8");
    const { code } = await transform(runner, {
      loader: "ts",
      format: "cjs",
      define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
    });
    await writeFile(join(dir, "main.cjs"), code);
    for (const [name, text] of Object.entries(PARTS)) await writeFile(join(dir, name), text);
  });
  afterEach(() => rm(dir, { recursive: true }));

  async function run(...flags: string[]): Promise<string> {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      join(dir, "main.cjs"),
      ...flags,
    ]);
    expect(stderr).toBe("");
    return stdout;
  }

  const compiled = async () => (await readdir(dir)).filter((name) => name.endsWith(".compiled"));

  it("runs, each part once, and writes nothing", async () => {
    expect(await run()).toBe(`${SAYS}/true`);
    expect(await compiled()).toEqual([]);
  });

  it("keeps what was compiled when the build asks for it, and runs with it", async () => {
    await run("--keep-compiled");
    expect(await compiled()).toEqual(["later.cjs.compiled", "program.cjs.compiled"]);
    expect(await run()).toBe(`${SAYS}/true`);
  });

  it("compiles anew where what is kept is spoiled or of another program", async () => {
    await run("--keep-compiled");
    await writeFile(join(dir, "later.cjs.compiled"), "nothing that V8 knows");
    const other = part(`exports.says = ${JSON.stringify(SAYS.toUpperCase() + "!")};`);
    const kept = await readFile(join(dir, "program.cjs.compiled"));
    kept.fill(0, 0, 16);
    await writeFile(join(dir, "program.cjs.compiled"), kept);
    await writeFile(join(dir, "later.cjs"), other);
    expect(await run()).toBe(`${SAYS.toUpperCase()}!/true`);
  });
});
