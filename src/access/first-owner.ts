import { newCode, showCode } from "../codes.ts";
import type { Services } from "../services.ts";
import {
  FIRST_OWNER,
  FIRST_OWNER_LENGTH,
  FIRST_OWNER_MS,
  type Invitation,
  WRONG_LINKS,
} from "./invitation.ts";
import { noteTry } from "./note.ts";
import { ownersNow } from "./owners.ts";
import { holdsSince } from "./role.ts";

type FirstOwnerServices = Pick<
  Services,
  "audit" | "clock" | "invitations" | "ownerIds" | "roles" | "tries"
>;

/** A code for the first owner, in groups that can be copied by eye; undefined: there is an owner. */
export async function drawFirstOwnerCode(
  services: Pick<FirstOwnerServices, "clock" | "invitations" | "ownerIds" | "roles">,
): Promise<{ code: string; expiresAt: Date } | undefined> {
  if ((await ownersNow(services)).length) return undefined;
  const code = newCode(FIRST_OWNER_LENGTH);
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + FIRST_OWNER_MS);
  await services.invitations.makeFirst(code, now, expiresAt);
  return { code: showCode(code), expiresAt };
}

/** unknown: wrong, old, used, or there is an owner; which of them is not told. */
export type Begun = { ok: true } | { ok: false; reason: "unknown" | "tooMany" };

/** Makes whoever has the code the first owner. Repeatable, with one winner. */
export async function beginOwner(
  telegram: number,
  code: string | undefined,
  services: FirstOwnerServices,
): Promise<Begun> {
  const { clock, invitations, roles, tries } = services;
  if (!(await tries.take(telegram, "invitation", WRONG_LINKS, clock.now())))
    return { ok: false, reason: "tooMany" };
  const invitation = await invitations.byToken(code ?? "");
  const fits = invitation?.id === FIRST_OWNER && (await nobodyElse(telegram, services));
  await noteTry(telegram, "owner.begin", { result: fits ? "allowed" : "refused" }, services);
  const usedAt = fits ? await use(telegram, invitation, services) : undefined;
  if (!usedAt) return { ok: false, reason: "unknown" };
  const which = { telegram, role: "owner" } as const;
  await roles.begin(which, { by: 0, since: usedAt });
  if (!holdsSince(await roles.of(telegram), which, usedAt)) return { ok: false, reason: "unknown" };
  await tries.giveBack(telegram, "invitation");
  return { ok: true };
}

async function nobodyElse(telegram: number, services: FirstOwnerServices): Promise<boolean> {
  return (await ownersNow(services)).every((owner) => owner === telegram);
}

/** When this account used the code; undefined: somebody else did, or it is too old. */
async function use(
  telegram: number,
  { id, state, usedBy }: Invitation,
  { clock, invitations }: FirstOwnerServices,
): Promise<Date | undefined> {
  const mine = state === "used" && usedBy === telegram;
  if (!mine && !(await invitations.use(id, telegram, clock.now()))) return undefined;
  return (await invitations.byId(id))?.usedAt;
}
