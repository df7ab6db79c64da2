import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeZip, type ZipPart } from "../../src/papers/zip.ts";
import { hasPython, throughPython, unzipped } from "../support/unzip.ts";

const AT = new Date("2025-08-26T17:30:00Z"); // 27 August, 00.30 WIB

async function written(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(parts, AT)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  return Promise.resolve();
}

const PARTS: ZipPart[] = [
  { name: "daftar hadir/hari-1 – Éva Nur'aini.txt", bytes: Buffer.from("halo\n") },
  { name: "kosong.txt", bytes: new Uint8Array(0) },
  { name: "besar.bin", bytes: Buffer.alloc(300_000, "abc") },
];

describe("a ZIP", () => {
  it.runIf(hasPython)(
    "opens in another program, with names and local time as they are",
    async () => {
      expect(await throughPython(await written(PARTS))).toEqual([
        ["daftar hadir/hari-1 – Éva Nur'aini.txt", "2025-08-27 00:30", 5],
        ["kosong.txt", "2025-08-27 00:30", 0],
        ["besar.bin", "2025-08-27 00:30", 300_000],
      ]);
    },
  );

  it("of nothing is a ZIP too", async () => {
    const zip = await written([]);
    expect(unzipped(zip).size).toBe(0);
    if (hasPython) expect(await throughPython(zip)).toEqual([]);
  });

  it("gives back any bytes, in whatever pieces they came", async () => {
    const anyParts = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-zé –]{1,12}(\/[a-z0-9]{1,8}){0,2}\.txt$/),
        bytes: fc.uint8Array({ maxLength: 5_000 }),
        size: fc.integer({ min: 1, max: 700 }),
      }),
      { selector: ({ name }) => name.toLowerCase(), maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(anyParts, async (parts) => {
        const whole = await written(parts);
        const pieced = await written(
          parts.map(({ name, bytes, size }) => ({ name, bytes: inPieces(bytes, size) })),
        );
        for (const zip of [whole, pieced])
          expect([...unzipped(zip)].map(([name, bytes]) => [name, bytes.toString("hex")])).toEqual(
            parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("hex")]),
          );
      }),
      { numRuns: 60 },
    );
  });

  it("is the same bytes for the same parts", async () => {
    expect((await written(PARTS)).equals(await written(PARTS))).toBe(true);
  });

  it("takes a part only when it is its turn", async () => {
    const told: string[] = [];
    function* parts(): Iterable<ZipPart> {
      for (const name of ["satu", "dua"]) {
        told.push(`asked for ${name}`);
        yield { name, bytes: spoken(name) };
      }
    }
    async function* spoken(name: string) {
      told.push(`reading ${name}`);
      yield await Promise.resolve(Buffer.from(name));
    }
    await written(parts());
    expect(told).toEqual(["asked for satu", "reading satu", "asked for dua", "reading dua"]);
  });

  it.each(["", "/x", "../x", "a/../b", "a//b", "./a", "a\\b", "c:x", "a\0b"])(
    "refuses the name %j",
    async (name) => {
      await expect(written([{ name, bytes: new Uint8Array(1) }])).rejects.toThrow(RangeError);
    },
  );

  it("refuses a name that comes twice, also where only capitals differ", async () => {
    const twice = ["Foto.jpg", "foto.JPG"].map((name) => ({ name, bytes: new Uint8Array(1) }));
    await expect(written(twice)).rejects.toThrow("twice");
  });

  it("fails where a part fails", async () => {
    async function* broken() {
      yield await Promise.resolve(Buffer.from("half"));
      throw new Error("the photo is gone");
    }
    await expect(written([{ name: "foto.jpg", bytes: broken() }])).rejects.toThrow("photo is gone");
  });
});
