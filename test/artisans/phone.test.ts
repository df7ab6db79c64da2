import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { maskPhone, readPhone, showPhone } from "../../src/artisans/phone.ts";

/** Any UTF-16, halves of surrogate pairs too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

describe("ways to write one Indonesian mobile number", () => {
  test.each([
    "081234567890",
    "81234567890",
    "6281234567890",
    "+6281234567890",
    "006281234567890",
    "+006281234567890",
    "+62081234567890",
    "62081234567890",
    "0812-3456-7890",
    "0812 3456 7890",
    "0812.3456.7890",
    "(0812) 3456–7890",
    "+62 (812) 3456-7890",
    "٠٨١٢٣٤٥٦٧٨٩٠",
    "０８１２３４５６７８９０",
    "\u202a+62 812\u00a03456 7890\u202c",
    "WA: 0812 3456 7890",
    "No. HP 081234567890",
  ])("%j", (raw) => expect(readPhone(raw)).toEqual({ ok: true, value: "+6281234567890" }));

  test.each([
    ["0811234567", "+62811234567"],
    ["08123456789", "+628123456789"],
    ["0812345678901", "+62812345678901"],
    ["0895 1234 5678", "+6289512345678"],
  ])("%j, shorter or longer, is %s", (raw, value) =>
    expect(readPhone(raw)).toEqual({ ok: true, value }),
  );
});

describe("the ugly list", () => {
  test.each([
    ["", "notANumber"],
    ["tidak punya", "notANumber"],
    ["+", "notANumber"],
    ["😀", "notANumber"],
    ["constructor", "notANumber"],
    ["081234567890 / 081298765432", "notANumber"],
    ["0812x34567890", "notANumber"],
    ["<b>081234567890</b>", "notANumber"],
    ["++6281234567890", "notANumber"],
    ["0254201234", "landline"],
    ["(0254) 201-234", "landline"],
    ["+62 254 201234", "landline"],
    ["021 5001234", "landline"],
    ["+60123456789", "foreign"],
    ["0060123456789", "foreign"],
    ["+1 415 555 2671", "foreign"],
    ["0", "tooShort"],
    ["0812345", "tooShort"],
    ["08123456", "tooShort"],
    ["112", "tooShort"],
    ["08123456789012", "tooLong"],
    ["3604190101900001", "tooLong"],
    ["0841234567", "invalid"],
    ["08001234567", "invalid"],
    ["14155552671", "invalid"],
  ])("%j is refused: %s", (raw, reason) => expect(readPhone(raw)).toEqual({ ok: false, reason }));

  it("4,097 digits are too long", () =>
    expect(readPhone("8".repeat(4097))).toEqual({ ok: false, reason: "tooLong" }));

  it("never throws", () => {
    const typed = fc.oneof(
      anyText,
      fc.string({ unit: fc.constantFrom(..."0826+-(). ٨"), maxLength: 20 }),
    );
    fc.assert(
      fc.property(typed, (raw) => {
        const read = readPhone(raw);
        if (read.ok) expect(read.value).toMatch(/^\+628\d{8,11}$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("showing a number", () => {
  const number = fc
    .tuple(
      fc.constantFrom("11", "12", "13", "21", "52", "57", "77", "95", "99"),
      fc.nat(99_999_999),
    )
    .map(([operator, rest]) => `+628${operator}${String(rest).padStart(8, "0")}`);

  it("writes it as people do", () => {
    expect(showPhone("+6281234567890")).toBe("0812-3456-7890");
    expect(showPhone("tidak ada")).toBe("tidak ada");
    expect(showPhone("+14155552671")).toBe("+14155552671");
  });

  it("writes it so that it can be read again", () => {
    fc.assert(
      fc.property(number, (e164) => {
        expect(readPhone(showPhone(e164))).toEqual({ ok: true, value: e164 });
        expect(readPhone(e164)).toEqual({ ok: true, value: e164 });
      }),
    );
  });

  test.each([
    ["+6281234567890", "0812-••••-7890"],
    ["+62811234567", "0811-••••-67"],
    ["+628123456789", "0812-••••-789"],
    ["+62812345678901", "0812-••••-8901"],
    ["+14155552671", "••••"],
    ["0812", "••••"],
    ["", "••••"],
  ])("masks %j as %j", (e164, masked) => expect(maskPhone(e164)).toBe(masked));

  it("hides at least four digits", () => {
    fc.assert(
      fc.property(number, (e164) => {
        const shown = maskPhone(e164).replace(/\D/g, "").length;
        expect(shown).toBeLessThanOrEqual(e164.length - 2 - 4);
      }),
    );
  });
});
