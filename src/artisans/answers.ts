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

/** A picture of one's work as Telegram keeps it; the bytes are fetched when a paper needs them. */
export interface PhotoAnswer {
  /** Telegram's `file_id`, good for this bot only. */
  fileId: string;
  uniqueId: string;
}

export const SEXES = ["L", "P", "unsaid"] as const;
export const WORKERS = ["1", "2-4", "5-19", "20+"] as const;
export const CHANNELS = [
  "home",
  "market",
  "consignment",
  "exhibition",
  "whatsapp",
  "social",
  "marketplace",
  "orders",
] as const;
/** Millions of rupiah a month. */
export const TURNOVERS = ["<1", "1-3", "3-5", "5-10", "10-25", ">25", "unsaid"] as const;
/** Whether the business has its number of registration (nomor induk berusaha). */
export const NIB = ["yes", "no", "unknown"] as const;

/** What may be told about oneself and one's work at any time; all of it is optional. */
export interface DetailAnswers {
  businessName?: string | null;
  products?: string[] | null;
  shopLink?: string | null;
  photo?: PhotoAnswer | null;
  sex?: (typeof SEXES)[number] | null;
  birthYear?: number | null;
  yearsInCraft?: number | null;
  workers?: (typeof WORKERS)[number] | null;
  channels?: (typeof CHANNELS)[number][] | null;
  turnover?: (typeof TURNOVERS)[number] | null;
  nib?: (typeof NIB)[number] | null;
  /** Thirteen digits. */
  nibNumber?: string | null;
  /** Topics the person could teach. */
  teach?: string[] | null;
}

/** What is asked of a person, field by field; null was asked and skipped, undefined is open. */
export interface Answers extends DetailAnswers {
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
  crafts?: CraftKey[];
  craftOther?: string;
  mainCraft?: CraftKey;
  phone?: PhoneAnswer | null;
  /** The number is on WhatsApp too. */
  whatsapp?: boolean | null;
}

export type Field = keyof Answers;
export type DetailField = keyof DetailAnswers;

/** In the order they are asked. */
export const DETAIL_FIELDS = [
  "businessName",
  "products",
  "photo",
  "shopLink",
  "channels",
  "workers",
  "yearsInCraft",
  "turnover",
  "nib",
  "nibNumber",
  "sex",
  "birthYear",
  "teach",
] as const satisfies readonly DetailField[];

export const NO_COMMUNITY = "none";
export const UNLISTED_COMMUNITY = "unlisted";
export const OTHER_CRAFT = "lainnya";
