import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { loadFieldKeys } from "../../src/privacy/field-keys.ts";

const OLD = { id: "k1", hex: "0f".repeat(32) };
const NEW = { id: "k2", hex: "a1".repeat(32) };
const PLACE = { collection: "artisans", record: "abc", field: "phone" };
const cipher = createFieldCipher([OLD]);

describe("a sealed value", () => {
  it("opens to the text it was made of, whatever that is", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(texts, (text) => cipher.open(PLACE, cipher.seal(PLACE, text)) === text),
      { numRuns: 300 },
    );
  });

  it("shows nothing of the text, and is another one each time", () => {
    const sealed = cipher.seal(PLACE, "081234567890");
    expect(sealed).toMatch(/^1\.k1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString()).not.toContain("0812");
    expect(cipher.seal(PLACE, "081234567890")).not.toBe(sealed);
  });

  it.each([
    ["collection", { ...PLACE, collection: "drafts" }],
    ["record", { ...PLACE, record: "abd" }],
    ["field", { ...PLACE, field: "name" }],
    ["cut between record and field", { ...PLACE, record: 'abc","phone', field: "" }],
  ])("does not open at another place: %s", (_, elsewhere) => {
    const sealed = cipher.seal(PLACE, "secret");
    expect(() => cipher.open(elsewhere, sealed)).toThrow();
  });

  it("does not open when any byte of it was changed, or its end is missing", () => {
    const [version, id, body = ""] = cipher.seal(PLACE, "081234567890").split(".");
    const bytes = Buffer.from(body, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      const forged = `${version}.${id}.${changed.toString("base64url")}`;
      expect(() => cipher.open(PLACE, forged), `byte ${at}`).toThrow();
      const cut = `${version}.${id}.${bytes.subarray(0, at).toString("base64url")}`;
      expect(() => cipher.open(PLACE, cut), `cut at ${at}`).toThrow();
    }
  });

  it("does not open with a part of its seal only", () => {
    const [version, id, body = ""] = cipher.seal(PLACE, "").split(".");
    const part = Buffer.from(body, "base64url").subarray(0, -4).toString("base64url");
    expect(() => cipher.open(PLACE, `${version}.${id}.${part}`)).toThrow();
  });

  it("does not open without its key, of a later version, or when it is no sealed value", () => {
    const sealed = cipher.seal(PLACE, "secret");
    const stranger = createFieldCipher([NEW]);
    expect(() => stranger.open(PLACE, sealed)).toThrow("field key k1 is not among FIELD_KEYS");
    const sameId = createFieldCipher([{ ...NEW, id: "k1" }]);
    expect(() => sameId.open(PLACE, sealed)).toThrow();
    expect(() => cipher.open(PLACE, sealed.replace(/^1/, "2"))).toThrow("version");
    for (const text of ["", "secret", "1", "1.k1", "1.k1.", "1.k1.AAAA"])
      expect(() => cipher.open(PLACE, text), text).toThrow();
  });
});

describe("two keys", () => {
  it("are both read, and the first one writes", () => {
    const both = createFieldCipher([NEW, OLD]);
    expect(both.open(PLACE, cipher.seal(PLACE, "old"))).toBe("old");
    expect(both.seal(PLACE, "new")).toMatch(/^1\.k2\./);
    expect(createFieldCipher([NEW]).open(PLACE, both.seal(PLACE, "new"))).toBe("new");
  });

  it("are at least one", () => {
    expect(() => createFieldCipher([])).toThrow("no field key");
  });
});

describe("the blind index", () => {
  it("is the same for the same value only, in every process of one key", () => {
    const again = createFieldCipher([{ ...OLD }]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(again.blindIndex(a)).toBe(cipher.blindIndex(a));
        expect(cipher.blindIndex(a) === cipher.blindIndex(b)).toBe(a === b);
      }),
    );
  });

  it("cannot be computed without the key, and is not the key's own digest", () => {
    const number = "+6281234567890";
    expect(createFieldCipher([NEW]).blindIndex(number)).not.toBe(cipher.blindIndex(number));
    expect(cipher.blindIndex(number)).not.toContain("8123");
  });
});

describe("a key without FIELD_KEYS", () => {
  async function folder(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), "sanggar-keys-"));
    onTestFinished(() => rm(dir, { recursive: true }));
    return join(dir, "data");
  }

  it("is drawn once a folder, also by two processes at the same moment", async () => {
    const dir = await folder();
    const drawn = await Promise.all([0, 1, 2, 3].map(() => loadFieldKeys(undefined, dir)));
    const [first] = drawn;
    expect(first).toEqual([
      { id: "local", hex: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    for (const other of drawn) expect(other).toEqual(first);
    expect(await loadFieldKeys(undefined, dir)).toEqual(first);
    expect(await loadFieldKeys(undefined, await folder())).not.toEqual(first);
  });

  it("can be read by nobody else on the machine", async () => {
    const dir = await folder();
    await loadFieldKeys(undefined, dir);
    expect((await stat(join(dir, "field-key"))).mode & 0o077).toBe(0);
  });

  it("is not drawn when keys are configured", async () => {
    const dir = await folder();
    expect(await loadFieldKeys([OLD], dir)).toEqual([OLD]);
    await expect(readFile(join(dir, "field-key"))).rejects.toThrow("ENOENT");
  });
});
