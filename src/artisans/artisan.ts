import type { Language } from "../bot/language.ts";
import type { CraftKey } from "../places/crafts.ts";
import type { Consent, PhoneAnswer } from "./answers.ts";

/** Waiting to be checked, checked, to be corrected, or refused. */
export type ArtisanState = "pending" | "active" | "returned" | "declined";

/** A registered craft maker; may have no Telegram. */
export interface Artisan {
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
  consent: Consent;
  registeredAt: Date;
  /** Telegram refused the last message for this reason. */
  unreachable?: { reason: string; at: Date };
}

/** What a notice needs to know of a person, read right before it is sent. */
export interface Contact {
  id: string;
  chat?: number;
  name: string;
  language: Language;
  reachable: boolean;
  noticesPaused: boolean;
}
