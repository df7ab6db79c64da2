import type { Limit } from "./limit.ts";
import type { GivenRole } from "./role.ts";

const HOUR_MS = 3_600_000;
/** How long a link can be opened, and how long its maker may then take to confirm. */
export const INVITATION_MS = 48 * HOUR_MS;
/** The id of the one invitation that is made by a command: the code of the first owner. */
export const FIRST_OWNER = "first-owner";
/** How long that code can be used. */
export const FIRST_OWNER_MS = HOUR_MS / 4;
/** Signs of the code of the first owner: 31 different ones, together more than 128 bits. */
export const FIRST_OWNER_LENGTH = 26;

export const WRONG_LINKS: Limit = { most: 5, withinMs: HOUR_MS };
export const INVITATIONS_A_DAY: Limit = { most: 20, withinMs: 24 * HOUR_MS };

/**
 * open: the link waits for somebody. used: somebody opened it, and its maker has to confirm who.
 * confirmed: the role was given. refused: it was the wrong person. revoked: taken back.
 */
export const INVITATION_STATES = ["open", "used", "confirmed", "refused", "revoked"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** A request for a role, to be confirmed by its maker; it grants nothing by itself. */
export interface Invitation {
  /** Stands on buttons; it says nothing of the link. */
  id: string;
  role: GivenRole;
  /** The community that is to be led. */
  scope?: string;
  /** Telegram's id of who made it; 0: the command for the first owner. */
  maker: number;
  madeAt: Date;
  expiresAt: Date;
  state: InvitationState;
  /** Telegram's id of who opened it. */
  usedBy?: number;
  usedAt?: Date;
  /** When its maker was told who opened it. */
  toldAt?: Date;
  confirmedAt?: Date;
}

/** Whether the maker can still do something about it. */
export function isPending({ state, expiresAt, usedAt }: Invitation, now: Date): boolean {
  if (state === "open") return now < expiresAt;
  return state === "used" && usedAt !== undefined && now < confirmableUntil(usedAt);
}

export const confirmableUntil = (usedAt: Date) => new Date(usedAt.getTime() + INVITATION_MS);

/** What a link may carry: 128 random bits. */
export const TOKEN = /^[\w-]{22}$/;
