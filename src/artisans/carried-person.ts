import type { Language } from "../bot/language.ts";

/** What whoever passes something on has to know of a person; the number is not among it. */
export interface CarriedPerson {
  id: string;
  name: string;
  language: Language;
  kecamatan: string;
  community?: string;
  hasPhone: boolean;
  whatsapp?: boolean;
  /** The leader may see the number. */
  phoneToLeader: boolean;
  /** By Telegram, as far as anybody knows. */
  reachable: boolean;
  /** Nothing may be passed on: paused, leaving, or united with another record. */
  silent: boolean;
}

/** Somebody who may lead a community, as their own record stands. */
export interface CarrierRecord {
  id: string;
  telegram: number;
  community?: string;
  reachable: boolean;
}
