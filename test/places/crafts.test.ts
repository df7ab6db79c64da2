import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CRAFTS, isAnyCraft, isCraftKey, readCrafts, showCraft } from "../../src/places/crafts.ts";
import { graphemes } from "../../src/text.ts";

/** Any UTF-16, halves of surrogate pairs too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

describe("the sixteen crafts", () => {
  it("have keys of their own, and short labels that fit a button", () => {
    expect(new Set(CRAFTS.map((craft) => craft.key)).size).toBe(16);
    for (const { id, en } of CRAFTS) {
      expect(graphemes(id.short)).toBeLessThanOrEqual(24);
      expect(graphemes(en.short)).toBeLessThanOrEqual(24);
    }
    for (const language of ["id", "en"] as const)
      expect(new Set(CRAFTS.map((craft) => craft[language].short)).size).toBe(16);
  });

  it("are found by key, by every label and by every word of theirs", () => {
    for (const craft of CRAFTS) {
      const labels = [craft.id.short, craft.id.full, craft.en.short, craft.en.full];
      for (const text of [craft.key, ...labels]) expect(readCrafts(text)).toEqual([craft.key]);
      for (const text of craft.words.split(", ")) expect(readCrafts(text)).toContain(craft.key);
    }
  });

  it("are shown in the language and form asked for", () => {
    expect(showCraft("gerabah")).toBe("Gerabah dan keramik");
    expect(showCraft("gerabah", "en", "short")).toBe("Pottery & ceramics");
  });
});

describe("typed crafts", () => {
  test.each([
    ["bros", ["aksesori"]],
    ["Bros, rajut dan SULAM", ["aksesori", "rajut", "sulam"]],
    ["tas kulit", ["kulit"]],
    ["tas kain", ["jahit"]],
    ["tas", ["jahit", "kulit"]],
    ["anyaman", ["anyaman_bambu", "anyaman_serat"]],
    ["anyaman bambu", ["anyaman_bambu"]],
    ["saya bikin batok kelapa", ["tempurung"]],
    ["ecoprin", ["ecoprint_tenun"]],
    ["crocet", ["rajut"]],
    ["golok", ["golok_logam"]],
    ["lainnya", ["lainnya"]],
    ["handmade", []],
    ["constructor", []],
    ["__proto__", []],
    ["😀", []],
    ["", []],
  ])("%j names %j", (text, keys) => expect(readCrafts(text)).toEqual(keys));

  it("know the words that mean any craft", () => {
    expect(["Pengrajin", "crafter", "kriya", "Handmade"].every(isAnyCraft)).toBe(true);
    expect(isAnyCraft("batik")).toBe(false);
    expect(isCraftKey("batik")).toBe(true);
    expect(isCraftKey("constructor")).toBe(false);
  });

  it("never throw and come in the order offered, each once", () => {
    const order = CRAFTS.map((craft): string => craft.key);
    const words = fc
      .array(fc.constantFrom("bros", "tas", "batik", "kulit", "dan", "x"))
      .map((a) => a.join(" "));
    fc.assert(
      fc.property(fc.oneof(anyText, words), (text) => {
        const keys = readCrafts(text);
        expect(keys).toEqual(order.filter((key) => keys.some((one) => one === key)));
      }),
    );
  });
});
