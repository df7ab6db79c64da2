import type { Consent } from "../artisans/answers.ts";
import type { Registrar } from "../artisans/artisan.ts";

export const CODE_LENGTH = 8;
const DAY_MS = 86_400_000;
/** How long a code can be used. */
export const CODE_MS = 14 * DAY_MS;
/** How long the registrar may say that it was somebody else. */
export const DISOWN_MS = 7 * DAY_MS;
/** How long an offer waits for its "Ya". */
export const OFFER_MS = 3_600_000;
/** Wrong codes a Telegram account may try in an hour. */
export const TRIES = { most: 5, withinMs: 3_600_000 } as const;

/**
 * open: nobody has claimed the record. bound: an account has it. refused: its owner did not agree.
 * disowned: the registrar said that it was somebody else.
 */
export const CLAIM_STATES = ["open", "bound", "refused", "disowned"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** How a record that somebody else registered gets to its person. */
export interface Claim {
  artisan: string;
  /** Digest of the code: the code itself is with the person only. */
  code: string;
  expiresAt: Date;
  /** Telegram's id of who registered it. */
  registrar: number;
  state: ClaimState;
  boundTo?: number;
  boundAt?: Date;
  /** What the record said before it was claimed. */
  before?: { consent: Consent; registrar: Registrar };
}

export const ROADS = ["code", "phone"] as const;
/** How somebody came to a record. */
export type Road = (typeof ROADS)[number];

/** A record that an account was asked about, and by what right. */
export interface ClaimOffer {
  artisan: string;
  road: Road;
  /** Of the road "phone": the number that the account shared. */
  at: Date;
}

/** "Siti Aminah" as strangers may see it: "S••• A•••". */
export function maskName(name: string): string {
  const words = name.split(",")[0]?.split(" ") ?? [];
  return words.map((word) => `${Array.from(word)[0] ?? ""}•••`).join(" ");
}
