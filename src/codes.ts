import { randomInt } from "node:crypto";
import { cleanText, westernDigits } from "./text.ts";

/** Without 0 O 1 I L, which are mistaken for one another on paper and on the phone. */
export const CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const DIGIT = /\d/;
const LETTER = /[A-Z]/;

/** A random code. It holds a letter and a digit, so that no word and no number is taken for one. */
export function newCode(length: number): string {
  for (;;) {
    const signs = Array.from({ length }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]);
    const code = signs.join("");
    if (DIGIT.test(code) && LETTER.test(code)) return code;
  }
}

/** "7K3M9QXP" as people copy it: "7K3M-9QXP". Long codes are cut into pieces of five. */
export function showCode(code: string): string {
  const piece = code.length > 10 ? 5 : Math.ceil(code.length / 2);
  return (code.match(new RegExp(`.{1,${piece}}`, "g")) ?? []).join("-");
}

/** Reads a typed code: any letter case, with or without dashes and spaces; undefined: none. */
export function readCode(raw: string, length: number): string | undefined {
  const code = westernDigits(cleanText(raw))
    .replace(/[\s\p{Pd}.]/gu, "")
    .toUpperCase();
  const isCode = code.length === length && [...code].every((sign) => CODE_SIGNS.includes(sign));
  return isCode && DIGIT.test(code) && LETTER.test(code) ? code : undefined;
}
