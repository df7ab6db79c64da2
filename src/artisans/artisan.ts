import type { Language } from "../bot/language.ts";
import type { CraftKey } from "../places/crafts.ts";
import type { Check } from "./check.ts";
import type { Consent, DetailAnswers, PhoneAnswer } from "./answers.ts";

/**
 * Waiting to be checked, checked, to be corrected, refused; or united with another record, which
 * then stands for the person.
 */
export type ArtisanState = "pending" | "active" | "returned" | "declined" | "merged";

/** What a person may allow besides the record itself; nothing is allowed until they say so. */
export const TICKS = ["news", "phoneToLeader", "catalogue", "pionir"] as const;
export type Tick = (typeof TICKS)[number];

/** The details of a record: what was told, never a skipped question. */
export type Details = {
  [Field in keyof DetailAnswers]: Exclude<DetailAnswers[Field], null>;
};

/** A registered craft maker; may have no Telegram. */
export interface Artisan extends Details {
  id: string;
  state: ArtisanState;
  /** Telegram's id of the person, which is also the id of the private chat. */
  telegram?: number;
  language: Language;
  name: string;
  kecamatan: string;
  desa?: string;
  community?: string;
  /** A community that is not in the list yet; a coordinator looks at it. */
  communityOther?: string;
  crafts: CraftKey[];
  mainCraft: CraftKey;
  craftOther?: string;
  phone?: PhoneAnswer;
  whatsapp?: boolean;
  consent: Consent;
  /** The proof of each tick that is set. */
  ticks?: Partial<Record<Tick, Consent>>;
  registeredAt: Date;
  /** How far the check by people has come. */
  check?: Check;
  /** Who registered a person without Telegram; gone once the record is claimed. */
  registrar?: Registrar;
  /** Last sign of the person, to the day: what the retention of a silent record counts from. */
  activeAt: Date;
  /** When its person last looked at it: registered, changed it, or said that it is right. */
  confirmedAt?: Date;
  /** The last friendly reminder that somebody asked for, and when it is due unless it was sent. */
  nudge?: { at: Date; dueAt?: Date };
  /** Told that a silent record will be erased; gone at the next sign of the person. */
  warnedAt?: Date;
  /** Notices are paused since. */
  pausedAt?: Date;
  /** Asked to be erased: nothing goes out from then on, and it can be undone until `eraseAt`. */
  leaving?: { since: Date; eraseAt: Date };
  /** The record that stands for this one. */
  mergedInto?: string;
  /** Telegram refused the last message for this reason. */
  unreachable?: { reason: string; at: Date };
}

/** A leader or coordinator who read the consent text out and wrote the answers down. */
export interface Registrar {
  /** Telegram's id of the registrar. */
  telegram: number;
  /** How the person agreed: spoken or in writing. */
  manner: "lisan" | "tertulis";
}

/** What a notice needs to know of a person, read right before it is sent. */
export interface Contact {
  id: string;
  chat?: number;
  name: string;
  language: Language;
  reachable: boolean;
  noticesPaused: boolean;
  /** Wants announcements, and is not a record that another stands for. */
  news: boolean;
}
