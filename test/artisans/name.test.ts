import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readName } from "../../src/artisans/read-name.ts";
import { cleanText, graphemes } from "../../src/text.ts";

/** Any UTF-16, halves of surrogate pairs too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

describe("names that are kept as typed", () => {
  test.each([
    ["Siti Aminah", "Siti Aminah"],
    ["Suharti", "Suharti"],
    ["  Siti   Aminah\n", "Siti Aminah"],
    ["Nur'aini", "Nur'aini"],
    ["Nur’aini", "Nur’aini"],
    ["Nur`aini", "Nur'aini"],
    ["Hj. Siti Aminah, S.Pd.", "Hj. Siti Aminah, S.Pd."],
    ["Al–Fatih", "Al-Fatih"],
    ["Zoë", "Zoë"],
    ["Zoe\u0308", "Zoë"],
    ["Li", "Li"],
    ["\u200fSiti\u202e Aminah\u202c", "Siti Aminah"],
    ["Si\u200bti", "Siti"],
    ["A".repeat(40) + " " + "b".repeat(39), "A".repeat(40) + " " + "b".repeat(39)],
  ])("%j is %j", (raw, name) => expect(readName(raw)).toEqual({ ok: true, value: { name } }));
});

describe("names in all capitals or all small letters", () => {
  test.each([
    ["SITI AMINAH", "Siti Aminah"],
    ["siti aminah", "Siti Aminah"],
    ["SITI BINTI AHMAD", "Siti binti Ahmad"],
    ["binti ahmad", "Binti Ahmad"],
    ["NUR'AINI", "Nur'aini"],
    ["O'NEIL", "O'Neil"],
    ["al-fatih", "Al-Fatih"],
    ["tb. ahmad", "Tb. Ahmad"],
    ["HJ. SITI AMINAH, S.PD., M.SI", "Hj. Siti Aminah, S.Pd., M.Si"],
    ["KH. AHMAD, SE", "KH. Ahmad, SE"],
    ["joko ii", "Joko II"],
    ["constructor", "Constructor"],
  ])("%j is offered as %j", (raw, tidy) =>
    expect(readName(raw)).toEqual({ ok: true, value: { name: raw, tidy } }),
  );
});

describe("the ugly list", () => {
  test.each([
    ["", "empty"],
    [" \u200b\u202e ", "empty"],
    ["A", "tooShort"],
    ["A.", "tooShort"],
    ["- - -", "tooShort"],
    ["x".repeat(81), "tooLong"],
    ["Siti 2", "digits"],
    ["081234567890", "digits"],
    ["Siti ٣", "digits"],
    ["Siti ꧓", "digits"],
    ["Siti ½", "digits"],
    ["https://contoh.id", "link"],
    ["www.contoh", "link"],
    ["t.me//Siti", "signs"],
    ["contoh.com", "link"],
    ["@siti", "link"],
    ["siti@contoh", "link"],
    ["سيتي", "notLatin"],
    ["ꦱꦶꦠꦶ", "notLatin"],
    ["Sіti", "notLatin"],
    ["😀😀", "signs"],
    ["Siti 😀", "signs"],
    ["<b>x</b>", "signs"],
    ["__proto__", "signs"],
    ["{{siti}}", "signs"],
    ["Siti & Aminah", "signs"],
    ["a\u0335\u0336b", "signs"],
    ["Siti; DROP", "signs"],
    ["/start", "signs"],
  ])("%j is refused: %s", (raw, reason) => expect(readName(raw)).toEqual({ ok: false, reason }));
});

it("4,097 characters are refused at once", () =>
  expect(readName("x".repeat(4097))).toEqual({ ok: false, reason: "tooLong" }));

describe("the reader of names", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."aiSTn ’'.,-é\u202e1"), maxLength: 90 });
  const typed = fc.oneof(letters, anyText, fc.string({ unit: "grapheme" }));

  it("never throws, and what it takes is clean, in bounds and taken again unchanged", () => {
    fc.assert(
      fc.property(typed, (raw) => {
        const read = readName(raw);
        if (!read.ok) return;
        const { name } = read.value;
        expect(cleanText(name)).toBe(name);
        expect(graphemes(name)).toBeLessThanOrEqual(80);
        expect(readName(name)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it("offers only a tidy form that is a name itself and needs no more tidying", () => {
    fc.assert(
      fc.property(letters, (raw) => {
        const read = readName(raw);
        if (!read.ok || read.value.tidy === undefined) return;
        expect(readName(read.value.tidy)).toMatchObject({ value: { name: read.value.tidy } });
        expect(read.value.tidy.toLowerCase()).toBe(read.value.name.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});
