import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packPress, readPress } from "../../src/bot/callback-data.ts";

const part = fc.stringMatching(/^[a-z0-9.~_-]{0,12}$/);

describe("what a button carries", () => {
  it("is read as it was packed", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z.]{1,12}$/),
        fc.array(part, { maxLength: 3 }),
        (action, args) => {
          expect(readPress(packPress(action, ...args))).toEqual({ action, args });
        },
      ),
    );
  });

  it("fits into 64 bytes, or is a mistake that shows at once", () => {
    expect(packPress("a", "b".repeat(62))).toHaveLength(64);
    expect(() => packPress("a", "b".repeat(63))).toThrow("over 64 bytes: a");
    expect(() => packPress("a", "é".repeat(32))).toThrow("over 64 bytes");
  });

  it("has no colon inside a part, which would make two of it", () => {
    expect(() => packPress("a", "b:c")).toThrow("colon");
  });

  it("names no value in a complaint", () => {
    expect(() => packPress("a", "Rina".repeat(20))).not.toThrow(/Rina/);
  });
});

it("whatever is pressed can be read, since buttons are forged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (data) => {
      const { action, args } = readPress(data);
      expect([action, ...args].join(":")).toBe(data);
    }),
  );
});
