import type { Carried } from "./carried.ts";
import type { Lane } from "./notice.ts";

/**
 * ready → sending → one of the rest, which are final. byHand: no Telegram, a carrier tells them.
 * superseded: the training has another plan. unknown: it may or may not have arrived, twice.
 */
export const DELIVERY_STATES = [
  "ready",
  "sending",
  "sent",
  "blocked",
  "failed",
  "expired",
  "cancelled",
  "superseded",
  "unknown",
  "byHand",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a delivery waits or ended as it did. */
export const REASONS = [
  "quietHours",
  "floodWait",
  "network",
  "doubt",
  "badMarkup",
  "unauthorised",
  "tooLate",
  "planChanged",
  "noticeCancelled",
  "gaveUpSeat",
  "paused",
  "erased",
  "noTelegram",
  "unreachable",
  "blocked",
  "deactivated",
  "neverStarted",
  "refused",
] as const;
export type Reason = (typeof REASONS)[number];

/** One notice to one artisan, and what became of it. */
export interface Delivery {
  id: string;
  notice: string;
  artisan: string;
  planVersion: number;
  state: DeliveryState;
  reason?: Reason;
  lane: Lane;
  /** Its place in the notice, from 0. */
  seq: number;
  /** Not looked at before. */
  nextAt: Date;
  /** Never sent from here on. */
  notAfter: Date;
  /** Who has it in hand, until when. */
  owner: string;
  until: Date;
  /** Rises with each claim: with `owner` it fences the record against a sender that slept. */
  tries: number;
  /** Calls of which nobody knows whether they arrived. */
  doubts: number;
  /** Its formatting was refused; it goes as plain text. */
  plain: boolean;
  messageId?: number;
  sentAt?: Date;
  /** What a carrier made of it, where Telegram does not bring it. */
  carried?: Carried;
  /** Which carriers know that it waits for them. */
  asked?: { leader?: boolean; coordinator?: boolean };
}

export type NewDelivery = Pick<
  Delivery,
  | "id"
  | "notice"
  | "artisan"
  | "planVersion"
  | "state"
  | "reason"
  | "lane"
  | "seq"
  | "nextAt"
  | "notAfter"
>;

/** What a guard or an answer of Telegram makes of a delivery in hand. */
export type DeliveryChange = Pick<Delivery, "state"> &
  Partial<Pick<Delivery, "reason" | "nextAt" | "doubts" | "plain" | "messageId" | "sentAt">>;

export function deliveryId(notice: string, artisan: string): string {
  return `dlv:${notice}:${artisan}`;
}
