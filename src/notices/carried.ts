import type { Role } from "../access/role.ts";
import type { CarriedAnswer } from "./asks.ts";
import type { DeliveryState, Reason } from "./delivery.ts";

/** Ends of a delivery after which a person has to pass it on. */
export const CARRIED_STATES = [
  "byHand",
  "blocked",
  "failed",
  "unknown",
  "expired",
] as const satisfies DeliveryState[];

/** Why it surely did not arrive, although the same message could by now. */
const NEVER_SENT: readonly (Reason | undefined)[] = [
  ...(["noTelegram", "unreachable", "blocked", "deactivated", "neverStarted"] as const),
];

/** How a carrier reached the person. */
export const CARRY_ROADS = ["whatsapp", "phone", "inPerson"] as const;
export type CarryRoad = (typeof CARRY_ROADS)[number];

/** What a carrier made of a delivery. */
export interface Carried {
  state: "told" | "notReached";
  /** Telegram's id of the carrier, as what, and when. */
  by: number;
  as: Role;
  at: Date;
  road?: CarryRoad;
  /** What the person said to what the notice asks. */
  answer?: CarriedAnswer;
  answeredAt?: Date;
  /** Rises with each answer: a card that shows an older one is out of date. */
  times: number;
}

export function needsCarrier(state: DeliveryState): boolean {
  return (CARRIED_STATES as readonly DeliveryState[]).includes(state);
}

/** Whether the bot may send it after all, once the person can be reached: no copy went out. */
export function wasNeverSent({ reason }: { reason?: Reason }): boolean {
  return NEVER_SENT.includes(reason);
}
