import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";

/** Python's zipfile, a reader that is not ours; nearly every machine has it. */
export const hasPython = existsSync("/usr/bin/python3") || existsSync("/usr/local/bin/python3");
if (!hasPython) console.log("No Python found: opening our ZIPs in it was left out.");

/** Prints each part's name, date and size, after it read and checked all of them. */
const SCRIPT = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([[i.filename, "%04d-%02d-%02d %02d:%02d" % i.date_time[:5], i.file_size] for i in z.infolist()]))
`;

export type Listed = [name: string, date: string, size: number];

export async function throughPython(zip: Uint8Array): Promise<Listed[]> {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-zip-"));
  try {
    await writeFile(join(dir, "x.zip"), zip);
    const { stdout } = await promisify(execFile)("python3", ["-c", SCRIPT, join(dir, "x.zip")]);
    return JSON.parse(stdout) as Listed[];
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The parts of a ZIP by name, read from its directory at the end. */
export function unzipped(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = zip.readUInt32LE(at + 20);
    const name = zip.readUInt16LE(at + 28);
    const head = zip.readUInt32LE(at + 42);
    const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const bytes = inflateRawSync(zip.subarray(start, start + packed));
    if (bytes.length !== zip.readUInt32LE(at + 24)) throw new Error("a size is wrong");
    found.set(zip.toString("utf8", at + 46, at + 46 + name), bytes);
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}
