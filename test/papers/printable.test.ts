import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, sizeFor, widthOf } from "../../src/papers/printable.ts";

describe("a value on paper", () => {
  it.each([
    ["Nur'aini", "Nur'aini"],
    ["Hj. Ma’rifah, S.Pd.", "Hj. Ma’rifah, S.Pd."],
    ["Éva Öztürk", "Éva Öztürk"],
    ["E\u0301va", "Éva"],
    ["Nguyễn Thị Hạnh", "Nguyễn Thị Hạnh"],
    ["Łucja Čapek", "Łucja Čapek"],
    ["Bros Melati 🌸✨", "Bros Melati"],
    ["🧵Rajut🧶Ibu", "RajutIbu"],
    ["👩🏽‍🎨 Rina", "Rina"],
    ["𝐑𝐢𝐧𝐚 𝓜𝓪𝓻𝓵𝓲𝓷𝓪", "Rina Marlina"],
    ["Ｒｉｎａ", "Rina"],
    ["3️⃣ tas", "3 tas"],
    ["baris\nkedua\t  x", "baris kedua x"],
    ["a\u202eb\u200bc", "abc"],
    ["ꦫꦶꦤ", ""],
    ["رينا", ""],
    ["{ text: 'x' } <b>&amp;</b> **x**", "{ text: 'x' } <b>&amp;</b> **x**"],
    ["08.00–15.00 · Rp1.500.000 … ✓", "08.00–15.00 · Rp1.500.000 …"],
  ])("%s is printed %s", (typed, printed) => expect(printable(typed)).toBe(printed));

  it("is the same when it is made printable again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = printable(text);
        expect(printable(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\n]/u);
      }),
    );
  });

  it("has the width that the font tells", () => {
    // Noto Sans Regular: "A" is 639 of 1000 wide, "i" 258.
    expect(widthOf("A", 1000)).toBe(639);
    expect(widthOf("Aii", 1000)).toBe(639 + 2 * 258);
    expect(widthOf("A", 1000, "bold")).toBeGreaterThan(639);
  });

  it("is set smaller when it is long, and never smaller than the least", () => {
    const room = { width: 400, most: 36, least: 14 };
    expect(sizeFor("Rina", room)).toBe(36);
    const long = "Raden Ajeng Siti Nur'aini Kusumawardhani Binti Abdul";
    const size = sizeFor(long, room);
    expect(size).toBeLessThan(36);
    expect(widthOf(long, size)).toBeLessThanOrEqual(400);
    expect(sizeFor("M".repeat(200), room)).toBe(14);
    expect(sizeFor("", room)).toBe(36);
  });
});
