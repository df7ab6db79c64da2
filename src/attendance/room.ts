import { createHmac } from "node:crypto";
import { cleanText, westernDigits } from "../text.ts";

/** So long a code is shown; the one before is taken for as long again. */
const MINUTE_MS = 60_000;
const DIGITS = 6;
const TOKEN = 10;
/** Signs that name the day in buttons and links. */
export const DAY_HANDLE = 8;

/** Five wrong codes, then ten minutes' rest. */
export const ROOM_TRIES = { most: 5, withinMs: 10 * MINUTE_MS };

/** The number of the minute since 1970. */
export const minuteOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS);

const digest = (secret: string, what: string) => createHmac("sha256", secret).update(what).digest();

/** The six digits of a room in a minute: nothing is stored, and every process can tell them. */
export function roomCode(secret: string, minute: number): string {
  const number = digest(secret, `code ${minute}`).readUIntBE(0, 6) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** What stands for the code in a link. */
export function roomToken(secret: string, minute: number): string {
  return digest(secret, `link ${minute}`).toString("base64url").slice(0, TOKEN);
}

/** Whether the digits, or the token of a link, open the room now. */
export function opensRoom(secret: string, given: string, now: Date): boolean {
  const minute = minuteOf(now);
  return [minute, minute - 1].some((one) =>
    [roomCode(secret, one), roomToken(secret, one)].includes(given),
  );
}

/** "123456" as it is read out: "123 456". */
export const showRoomCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** Six typed digits, with or without spaces and dashes; undefined: it is something else. */
export function readRoomCode(text: string): string | undefined {
  const digits = westernDigits(cleanText(text)).replace(/[\s\p{Pd}.]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** What a link to a room carries: which day, and the token of the minute. */
export const roomLink = (handle: string, token: string): string => `h_${handle}${token}`;

export function readRoomLink(text: string): { handle: string; token: string } | undefined {
  const payload = /^\/start(?:@\w+)? h_([\w-]*)$/.exec(text)?.[1];
  if (payload === undefined) return undefined;
  return { handle: payload.slice(0, DAY_HANDLE), token: payload.slice(DAY_HANDLE) };
}
