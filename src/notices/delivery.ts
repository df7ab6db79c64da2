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
  "badFile",
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
  "noticePaused",
  "waitsForEarlier",
  "optedOut",
  "noReminders",
  "alreadyRead",
  "alreadyCorrected",
  "gone",
  "roleEnded",
  "unread",
  "notConcerned",
  "knowsChange",
] as const;
export type Reason = (typeof REASONS)[number];

/** States in which something is still to be done. */
export const OPEN_STATES = ["ready", "sending"] as const satisfies DeliveryState[];

export function isOpen({ state }: Pick<Delivery, "state">): boolean {
  return state === "ready" || state === "sending";
}

/** What a delivery of a correction does: mends the message, or says that it was mended. */
export const ACTS = ["edit", "tell"] as const;

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
  /** The delivery it must not overtake. */
  after?: string;
  act?: (typeof ACTS)[number];
  messageId?: number;
  /** The chat it was sent to, where a correction finds it. */
  chat?: number;
  /** Which content of the notice was sent. */
  revision?: number;
  sentAt?: Date;
  /** What a carrier made of it, where Telegram does not bring it. */
  carried?: Carried;
  /** Which carriers know that it waits for them. */
  asked?: { leader?: boolean; coordinator?: boolean };
  /** When it came to its end. */
  endedAt: Date;
  /** "Sudah baca" was pressed. */
  readAt?: Date;
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
  | "after"
  | "act"
>;

/** What a guard or an answer of Telegram makes of a delivery in hand. */
export type DeliveryChange = Pick<Delivery, "state"> &
  Partial<Pick<Delivery, "reason" | "nextAt" | "doubts" | "plain" | "messageId" | "sentAt">>;

/** The same with what a later correction needs of a message that was sent. */
export type Recorded = DeliveryChange & Partial<Pick<Delivery, "chat" | "revision">>;

export function deliveryId(notice: string, artisan: string): string {
  return `dlv:${notice}:${artisan}`;
}

/** Of a correction: that its reader is told of it, besides the mended message. */
export const toldId = (delivery: string) => `${delivery}:told`;

/** A line to somebody of the staff is a delivery too. */
export const staffId = (telegram: number) => `staff-${telegram}`;

/** Telegram's id of the staff it goes to; undefined: it goes to an artisan. */
export function staffOf(artisan: string): number | undefined {
  const id = /^staff-(\d+)$/.exec(artisan)?.[1];
  return id === undefined ? undefined : Number(id);
}
