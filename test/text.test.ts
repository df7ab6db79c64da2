import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  cleanText,
  editDistance,
  graphemes,
  normalise,
  readChoice,
  readWord,
  westernDigits,
} from "../src/text.ts";

/** Any UTF-16, halves of surrogate pairs too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

const typed = fc.oneof(fc.string(), anyText, fc.string({ unit: "grapheme" }));

describe("cleaning typed text", () => {
  test.each([
    ["  Siti \n\t Aminah ", "Siti Aminah"],
    ["Siti\u00a0\u2003Aminah", "Siti Aminah"],
    ["Si\u200bti\u2060", "Siti"],
    ["\u202eSiti\u202c\u200f", "Siti"],
    ["Si\u0000ti\u0007", "Siti"],
    ["e\u200b\u0301", "é"],
    ["\ufeffSiti\u00ad", "Siti"],
    ["\ud800Siti", "Siti"],
    ["\u3164\u2800", ""],
    ["<b>x</b>", "<b>x</b>"],
  ])("%j becomes %j", (raw, clean) => expect(cleanText(raw)).toBe(clean));

  it("is already clean the second time, and shows nothing invisible", () => {
    fc.assert(
      fc.property(typed, (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}]|\s\s|^\s|\s$/u);
        expect(clean.normalize("NFC")).toBe(clean);
      }),
    );
  });

  test.each([
    ["", 0],
    ["Zoë", 3],
    ["e\u0301", 1],
    ["👩‍👩‍👧", 1],
  ])("%j has %i graphemes", (text, count) => expect(graphemes(text)).toBe(count));
});

describe("matching", () => {
  test.each([
    ["Nur'aini", "nuraini"],
    ["Nur’Aini", "nuraini"],
    ["Zoë", "zoe"],
    ["S.Pd.", "spd"],
    ["  Pulo-Ampel!! ", "pulo ampel"],
    ["İ", "i"],
    ["𝐒𝐢𝐭𝐢", "siti"],
    ["٣", "3"],
  ])("%j is matched as %j", (text, key) => expect(normalise(text)).toBe(key));

  it("changes nothing the second time", () => {
    fc.assert(fc.property(typed, (raw) => normalise(normalise(raw)) === normalise(raw)));
  });

  test.each([
    ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["۰۹", "09"],
    ["꧐꧑꧙", "019"],
    ["0812", "0812"],
    ["𝟎𝟘𝟿", "009"],
    ["empat", "empat"],
  ])("the digits of %j are %j", (text, digits) => expect(westernDigits(text)).toBe(digits));

  test.each([
    ["anyer", "anyar", 2, 1],
    ["petri", "petir", 2, 1],
    ["", "ab", 2, 2],
    ["kibin", "kibin", 0, 0],
    ["kibin", "kopo", 2, 3],
    ["kibin", "tunjungteja", 2, 3],
  ])("%j is from %j, up to %i, %i letters away", (a, b, max, distance) =>
    expect(editDistance(a, b, max)).toBe(distance),
  );

  it("measures the same from both sides, zero only for the same text", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3));
        expect(editDistance(a, b, 3) === 0).toBe(a === b);
      }),
    );
  });
});

describe("typed words that work like buttons", () => {
  test.each([
    ["ya", "yes"],
    ["Iya!", "yes"],
    ["y", "yes"],
    ["BETUL", "yes"],
    ["Saya setuju", "yes"],
    ["yes", "yes"],
    ["tidak", "no"],
    ["tdk", "no"],
    ["gak", "no"],
    ["bukan.", "no"],
    ["tidak setuju", "no"],
    ["no", "no"],
    ["Kembali", "back"],
    ["back", "back"],
    ["lewati", "skip"],
    ["skip", "skip"],
    ["simpan dulu", "save"],
    ["batal", "cancel"],
    ["/batal", "cancel"],
    ["menu", "menu"],
  ])("%j is %s", (text, word) => expect(readWord(text)).toBe(word));

  test.each(["", "mungkin", "Siti", "ya tidak", "constructor", "__proto__", "toString", "😀"])(
    "%j is none",
    (text) => expect(readWord(text)).toBeUndefined(),
  );
});

describe("typed numbers of a list", () => {
  test.each([
    ["3", 3],
    [" 03 ", 3],
    ["3.", 3],
    ["3)", 3],
    ["no. 3", 3],
    ["No 3", 3],
    ["nomor 29", 29],
    ["#7", 7],
    ["0", 0],
    ["٣", 3],
    ["꧓", 3],
    ["3️⃣", 3],
  ])("%j chooses %i", (text, value) => expect(readChoice(text, 29)).toEqual({ ok: true, value }));

  test.each([
    ["30", "outOfRange"],
    ["9".repeat(40), "outOfRange"],
    ["-1", "notANumber"],
    ["1.5", "notANumber"],
    ["1 2", "notANumber"],
    ["1e1", "notANumber"],
    ["tiga", "notANumber"],
    ["", "notANumber"],
  ])("%j chooses nothing: %s", (text, reason) =>
    expect(readChoice(text, 29)).toEqual({ ok: false, reason }),
  );

  it("never throws and never leaves the list", () => {
    fc.assert(
      fc.property(typed, fc.nat(400), (raw, count) => {
        const choice = readChoice(raw, count);
        if (choice.ok) expect(choice.value).toBeGreaterThanOrEqual(0);
        if (choice.ok) expect(choice.value).toBeLessThanOrEqual(count);
      }),
    );
  });
});
