/** Who somebody is to the office. None includes another: an owner sees no records. */
export const ROLES = ["artisan", "leader", "coordinator", "owner", "privacyOfficer"] as const;
export type Role = (typeof ROLES)[number];

/** All but the artisan's, which follows from a record. */
export const GIVEN_ROLES = ["leader", "coordinator", "owner", "privacyOfficer"] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** A role as it was given to a Telegram account: never to a phone number or a record. */
export interface Grant {
  telegram: number;
  role: GivenRole;
  /** The community a leader leads. */
  scope?: string;
  since: Date;
  /** Lapses then, unless renewed. */
  until: Date;
  /** Taken away at. */
  endedAt?: Date;
  /** Telegram's id of who gave it; 0: the program itself, for the demo. */
  by: number;
}

export interface HeldRole {
  role: Role;
  scope?: string;
}

const ROLE_MONTHS = 12;

/** When a role that begins now lapses unless it is renewed. */
export function lapseOf(since: Date): Date {
  const end = new Date(since);
  end.setUTCMonth(end.getUTCMonth() + ROLE_MONTHS);
  return end;
}

export function isInForce({ since, until, endedAt }: Grant, now: Date): boolean {
  return since <= now && now < until && endedAt === undefined;
}

/** The id of a grant: giving it twice is one. */
export function grantId({ telegram, role, scope }: Pick<Grant, "telegram" | "role" | "scope">) {
  return ["role", telegram, role, ...(scope === undefined ? [] : [scope])].join(":");
}

/** Whether the role that began then is still held: neither taken away nor given anew since. */
export function holdsSince(
  grants: readonly Grant[],
  which: Pick<Grant, "telegram" | "role" | "scope">,
  since: Date,
): boolean {
  const found = grants.find((grant) => grantId(grant) === grantId(which));
  return found?.since.getTime() === since.getTime() && found.endedAt === undefined;
}
