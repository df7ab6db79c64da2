import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BackupKey, readBackupKey } from "../../src/backup/backup-key.ts";
import { letOldGo, nameOf } from "../../src/backup/old-backups.ts";
import { inReadingOrder } from "../../src/backup/order.ts";
import { packRecord, readRecords } from "../../src/backup/records.ts";
import { readHeader, readSealed, writeSealed } from "../../src/backup/sealed-file.ts";

const CHUNK = 262_144;
const TAG = 16;
const MADE = new Date("2025-08-14T02:00:00Z");
/** Three chunks and a bit. */
const TEXT = Buffer.from("Rajut, anyaman, gerabah. ".repeat(33_000));

let folder: string;
let key: BackupKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sanggar-file-"));
  await writeFile(join(folder, "key"), `${"0f".repeat(32)}\n`);
  key = await readBackupKey({ file: join(folder, "key") });
});
afterAll(() => rm(folder, { recursive: true }));

async function* pieces(text: Buffer) {
  await Promise.resolve();
  for (let at = 0; at < text.length; at += 10_000) yield text.subarray(at, at + 10_000);
}

async function written(name: string, text = TEXT): Promise<string> {
  const path = join(folder, name);
  await writeSealed(path, pieces(text), { key: await key.forFile(), madeAt: MADE });
  return path;
}

async function textOf(path: string, with_ = key): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const chunk of readSealed(path, with_)) found.push(chunk);
  return Buffer.concat(found);
}

/** The file with something done to it. */
async function after(change: (file: Buffer, body: number) => Buffer): Promise<string> {
  const path = await written("whole");
  const file = await readFile(path);
  const changed = join(folder, "changed");
  await writeFile(changed, change(file, file.indexOf("\n") + 1));
  await rm(path);
  return changed;
}

describe("a backup file", () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])(
    "gives back the %i bytes that went in, and shows none of them",
    async (size) => {
      const text = Buffer.alloc(size, "Rina Contoh ");
      const path = await written(`of-${size}`, text);
      expect((await textOf(path)).equals(text)).toBe(true);
      expect((await readFile(path)).includes("Rina")).toBe(false);
    },
  );

  it("says in its first line what it is, with which key and when, and no more", async () => {
    const path = await written("header");
    const { key: facts, ...header } = await readHeader(path);
    expect(header).toEqual({
      ...{ sanggar: "backup", version: 1, chunk: CHUNK, madeAt: MADE.toISOString() },
    });
    expect(facts).toEqual({
      from: "file",
      id: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      salt: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const other = await readHeader(await written("other"));
    expect(other.key.id).toBe(facts.id);
    expect(other.key.salt).not.toBe(facts.salt);
  });

  const first = (body: number) => body + CHUNK + TAG;
  it.each<[string, (file: Buffer, body: number) => Buffer, RegExp]>([
    ["one bit is another", (file, body) => flipped(file, body + 1_000), /changed or is damaged/],
    ["one bit of a tag is another", (file, body) => flipped(file, first(body) - 1), /part 1/],
    ["the last byte is missing", (file) => file.subarray(0, -1), /changed or is damaged/],
    [
      "whole parts are missing at the end",
      (file, body) => file.subarray(0, first(body)),
      /cut short/,
    ],
    ["all parts are missing", (file, body) => file.subarray(0, body), /cut short/],
    [
      "two parts changed places",
      (file, body) =>
        Buffer.concat([
          file.subarray(0, body),
          file.subarray(first(body), first(first(body))),
          file.subarray(body, first(body)),
          file.subarray(first(first(body))),
        ]),
      /part 1/,
    ],
    [
      "something follows",
      (file) => Buffer.concat([file, Buffer.alloc(40)]),
      /changed or is damaged/,
    ],
    [
      "its date is another",
      (file, body) =>
        Buffer.concat([
          Buffer.from(file.toString("utf8", 0, body).replace("2025-08-14", "2025-08-15")),
          file.subarray(body),
        ]),
      /part 1/,
    ],
    [
      "it is of a format to come",
      (file, body) =>
        Buffer.concat([
          Buffer.from(file.toString("utf8", 0, body).replace('"version":1', '"version":2')),
          file.subarray(body),
        ]),
      /is of format 2; this program reads format 1/,
    ],
    ["it is something else", () => Buffer.from("halo\n"), /is no backup of Sanggar/],
    ["it is empty", () => Buffer.alloc(0), /is no backup of Sanggar/],
  ])("is refused where %s", async (_, change, sentence) => {
    const path = await after(change);
    await expect(textOf(path)).rejects.toThrow(sentence);
  });

  it("is refused with another key, which is named by its id", async () => {
    const path = await written("sealed");
    await writeFile(join(folder, "key-2"), "a1".repeat(32));
    const other = await readBackupKey({ file: join(folder, "key-2") });
    await expect(textOf(path, other)).rejects.toThrow(/sealed with another key \([0-9a-f]{8}/);
    const passphrase = await readBackupKey({ passphrase: "kain tenun serat nanas" });
    await expect(textOf(path, passphrase)).rejects.toThrow("BACKUP_KEY_FILE");
  });

  it("opens by its passphrase", async () => {
    const passphrase = await readBackupKey({ passphrase: "kain tenun serat nanas" });
    const path = join(folder, "by-words");
    const sealing = { key: await passphrase.forFile(), madeAt: MADE };
    await writeSealed(path, pieces(TEXT), sealing);
    expect((await textOf(path, passphrase)).equals(TEXT)).toBe(true);
  });

  it("is not there at all where its making failed", async () => {
    async function* failing() {
      yield TEXT;
      yield* await Promise.reject<Buffer[]>(new Error("no database"));
    }
    const path = join(folder, "failed");
    const sealing = { key: await key.forFile(), madeAt: MADE };
    await expect(writeSealed(path, failing(), sealing)).rejects.toThrow("no database");
    expect((await readdir(folder)).filter((name) => name.startsWith("failed"))).toEqual([]);
  });

  it.each([
    ["is not there", { file: "/nowhere/key" }, "cannot be read"],
    ["has another shape", { file: import.meta.filename }, "64 hex digits"],
    ["is not configured", undefined, "BACKUP_KEY_FILE or BACKUP_PASSPHRASE"],
  ])("is not begun where its key %s", async (_, configured, sentence) => {
    await expect(readBackupKey(configured)).rejects.toThrow(sentence);
  });
});

it("records come out as they went in, wherever the pieces are cut", async () => {
  const records = [
    { is: "collection", name: "artisans", indexes: [{ name: "a", key: { a: 1 } }] },
    { is: "document", bytes: Buffer.from("abc") },
    { is: "document", bytes: Buffer.alloc(0) },
    { is: "end", counts: { artisans: 2 }, way: "ordered" },
  ] as const;
  const text = Buffer.concat(records.map((one) => packRecord(one as never)));
  for (let size = 1; size < 12; size += 1) {
    async function* cut() {
      await Promise.resolve();
      for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
    }
    const found: unknown[] = [];
    for await (const one of readRecords(cut())) found.push(one);
    expect(found).toEqual(records);
  }
});

it("what moves is read where it leaves before where it comes to, and marks before deeds", () => {
  const order = inReadingOrder(
    ["audit", "artisans", "people", "leases", "notices", "deliveries", "drafts", "inbox"].concat([
      "auditHeads",
      "roles",
      "invitations",
      "probes",
      "restores",
      "later",
    ]),
  );
  expect(order).toEqual(
    ["inbox", "people", "drafts", "invitations", "auditHeads", "notices"].concat([
      "artisans",
      "later",
      "roles",
      "deliveries",
      "audit",
    ]),
  );
});

it("backups of more than 35 days are removed, and nothing else of that folder", async () => {
  const old = await mkdtemp(join(folder, "old-"));
  const now = new Date("2025-09-20T00:00:00Z");
  const daysAgo = (days: number) => nameOf(new Date(now.getTime() - days * 86_400_000));
  const names = [daysAgo(36), daysAgo(34), `${daysAgo(2)}.part`, `${daysAgo(0)}.part`, "notes.txt"];
  for (const name of names) await writeFile(join(old, name), "");
  expect(await letOldGo(old, now)).toEqual([daysAgo(36), `${daysAgo(2)}.part`].sort());
  expect(await readdir(old)).toEqual([daysAgo(34), `${daysAgo(0)}.part`, "notes.txt"].sort());
});

function flipped(file: Buffer, at: number): Buffer {
  const changed = Buffer.from(file);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
