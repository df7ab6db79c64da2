import { badHtml } from "./errors.ts";

const named: Record<string, number | undefined> = { lt: 60, gt: 62, amp: 38, quot: 34 };

/** The character that `&lt;` or `&#x41;` stands for and where it ends, if there is one. [TD] */
export function referenceAt(bytes: Buffer, at: number): { code: number; end: number } | undefined {
  const rest = bytes.toString("latin1", at, at + 32);
  const found = /^&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))/.exec(rest);
  const code = found ? referenceCode(found) : 0;
  if (!found || code === 0) return undefined;
  const end = at + found[0].length;
  return { code, end: bytes[end] === 59 ? end + 1 : end };
}

function referenceCode(found: RegExpExecArray): number {
  if (found[3] !== undefined) return named[found[3]] ?? 0;
  const code = found[1] === undefined ? Number(found[2]) : parseInt(found[1], 16);
  return !code || code >= 0x10ffff || found[0].length >= 10 ? 0 : code;
}

/** A lone surrogate is written as it stands, so that `decode` refuses it as Telegram does. */
export function utf8(code: number): number[] {
  if (code < 0xd800 || code > 0xdfff) return [...Buffer.from(String.fromCodePoint(code), "utf8")];
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

export function decode(bytes: number[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(bytes),
    );
  } catch {
    throw badHtml(
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    );
  }
}
