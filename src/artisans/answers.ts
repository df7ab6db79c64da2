import type { CraftKey } from "../places/crafts.ts";

/** Proof of consent: which text was agreed to, when, and by which update. */
export interface Consent {
  version: string;
  /** ISO 8601, UTC. */
  at: string;
  update: number;
}

export interface PhoneAnswer {
  /** E.164. */
  number: string;
  /** Shared by the person's own Telegram account, not typed. */
  verified: boolean;
}

/** What a registration asks, field by field; null was asked and skipped, undefined is open. */
export interface Answers {
  consent?: Consent;
  adult?: true;
  name?: string;
  /** Kemendagri code. */
  kecamatan?: string;
  /** Kemendagri code. */
  desa?: string | null;
  /** A community's id, or what stands in for one. */
  community?: string;
  communityOther?: string;
  craft?: CraftKey;
  craftOther?: string;
  phone?: PhoneAnswer | null;
}

export type Field = keyof Answers;

export const NO_COMMUNITY = "none";
export const UNLISTED_COMMUNITY = "unlisted";
export const OTHER_CRAFT = "lainnya";
