import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { projectRoot } from "../../src/root.ts";

/** What packages in the older form take for granted. */
const COMMONJS_NAMES = `
import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(import.meta.url);
const { filename: __filename, dirname: __dirname } = import.meta;
`;

export interface Build {
  /** The program as it is started in production. */
  main: string;
  /** The program at the pace of a test. */
  paced: string;
  remove(): Promise<void>;
}

/** The program in one file, as in production; with words of its sources changed on the way. */
export async function makeBuild(stamp: string, changes: readonly Change[] = []): Promise<Build> {
  const outdir = join(projectRoot, "dist", `test-${randomUUID()}`);
  const entryPoints = [
    join(projectRoot, "src/main.ts"),
    join(import.meta.dirname, "paced-process.ts"),
  ];
  await build({
    ...{ entryPoints, outdir, outbase: projectRoot, bundle: true, splitting: true },
    ...{ platform: "node", target: "node20", format: "esm", logLevel: "silent" },
    external: ["classic-level", "sharp"],
    define: { SANGGAR_BUILD: JSON.stringify(stamp) },
    plugins: [changing(changes)],
    banner: { js: COMMONJS_NAMES },
  });
  return {
    main: join(outdir, "src/main.js"),
    paced: join(outdir, "test/processes/paced-process.js"),
    remove: () => rm(outdir, { recursive: true }),
  };
}

/** What another build has in place of some words of a file. */
export interface Change {
  file: string;
  from: string;
  to: string;
}

function changing(changes: readonly Change[]): Plugin {
  return {
    name: "changing",
    setup(making) {
      for (const file of new Set(changes.map((change) => change.file)))
        making.onLoad(
          { filter: new RegExp(`${file.replaceAll(".", "\\.")}$`) },
          async ({ path }) => {
            let contents = await readFile(path, "utf8");
            for (const { from, to } of changes.filter((change) => change.file === file)) {
              if (!contents.includes(from)) throw new Error(`${file} has no longer: ${from}`);
              contents = contents.replaceAll(from, to);
            }
            return { contents, loader: "ts" };
          },
        );
    },
  };
}
