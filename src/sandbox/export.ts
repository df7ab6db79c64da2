import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dumpDatabase } from "./mongo/dump.ts";
import { MongoError } from "./mongo/errors.ts";

const USAGE = `npm run db:export -- [--data .sandbox] --out dump

  --data  folder of the demo whose records are written out
  --out   new folder for them; "mongorestore <folder>" puts them into a MongoDB`;

/** Copies the records of a demo into files that mongorestore reads. */
try {
  const { data, out } = readOptions(process.argv.slice(2));
  const dumped = await dumpDatabase(join(data, "mongo"), out);
  for (const { namespace, documents } of dumped)
    process.stdout.write(`${namespace}: ${documents} documents\n`);
  process.stdout.write(`Written to ${out}. To load it: mongorestore ${out}\n`);
} catch (error) {
  process.stderr.write(`${describeTrouble(error)}\n`);
  process.exitCode = 1;
}

function readOptions(args: string[]): { data: string; out: string } {
  const { data, out } = parseArgs({
    args,
    options: { data: { type: "string", default: ".sandbox" }, out: { type: "string" } },
  }).values;
  if (out === undefined) throw new Error("--out is missing: say which folder to write to");
  if (!existsSync(join(data, "mongo"))) throw new Error(`--data ${data} holds no records`);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Error(`--out ${out} is not empty: choose a new folder`);
  return { data, out };
}

function describeTrouble(error: unknown): string {
  if (error instanceof MongoError && error.code === 98)
    return "The folder of --data is in use. End the demo that runs on it, then export again.";
  return `${error instanceof Error ? error.message : "The export failed"}\n\n${USAGE}`;
}
