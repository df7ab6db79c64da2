import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_SIGNS, newCode, readCode, showCode } from "../src/codes.ts";

describe("a code", () => {
  it("is drawn from signs that are not mistaken for one another, with a letter and a digit", () => {
    const codes = Array.from({ length: 500 }, () => newCode(8));
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
      expect(code).toMatch(/\d/);
      expect(code).toMatch(/[A-Z]/);
    }
    expect(new Set(codes.join("")).size).toBe(CODE_SIGNS.length);
  });

  it.each(["7K3M-9QXP", "7k3m-9qxp", "7K3M9QXP", " 7k3m 9qxp ", "7K3M–9QXP", "7 K 3 M 9 Q X P."])(
    "is read as people write it: %s",
    (typed) => expect(readCode(typed, 8)).toBe("7K3M9QXP"),
  );

  it.each([
    "SEMANGAT",
    "23456789",
    "0812 3456",
    "7K3M-9QX",
    "7K3M-9QXPP",
    "7K3M-9QX0",
    "7K3M-9QXI",
    "Siti Aminah",
    "",
  ])("is not read in: %s", (typed) => expect(readCode(typed, 8)).toBeUndefined());

  it("shown and read again is the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.boolean(), (length, small) => {
        const code = newCode(length);
        const shown = showCode(code);
        expect(shown).toContain("-");
        expect(readCode(small ? shown.toLowerCase() : shown, length)).toBe(code);
      }),
    );
  });
});
