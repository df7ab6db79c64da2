import { expect, it } from "vitest";
import { readTools } from "../../src/papers/read-tools.ts";

it.each([
  ["Tang bros, 20 buah, baik", "Tang bros", 20, "buah", "baik"],
  ["Tang bros 20 buah", "Tang bros", 20, "buah", undefined],
  ["Set manik; 12; baru, lengkap", "Set manik", 12, "buah", "baru, lengkap"],
  ["Lem tembak – 3", "Lem tembak", 3, "buah", undefined],
  ["Jarum ukuran 7, 40 batang, baik", "Jarum ukuran 7", 40, "batang", "baik"],
])("a tool is read from %j", (line, name, count, unit, condition) => {
  expect(readTools(line)).toEqual({
    ok: true,
    items: [{ name, count, unit, ...(condition !== undefined && { condition }) }],
  });
});

it.each(["tang", "20", "tang, 0 buah", `${"a".repeat(61)}, 2 buah`, "tang, 12345 buah"])(
  "%j is no tool with a number",
  (line) => {
    expect(readTools(`Gunting, 2 buah\n${line}`)).toEqual({ ok: false, reason: "line", line });
  },
);

it("a list is neither empty nor longer than a report", () => {
  expect(readTools(" \n ")).toMatchObject({ reason: "none" });
  expect(readTools("Tang, 1 buah\n".repeat(41))).toMatchObject({ reason: "tooMany" });
});
