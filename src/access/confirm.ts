import { noteLeading } from "../communities/leaders.ts";
import type { Services } from "../services.ts";
import type { Invitation } from "./invitation.ts";
import { hasNumberOf } from "./invite.ts";
import { holdsSince, lapseOf } from "./role.ts";

export type Confirmed =
  | { ok: true; telegram: number; until: Date }
  /**
   * late: it is too old, or was taken back. elsewhere: no longer a member of the community.
   * otherPhone: the number is no longer the one it was made for.
   */
  | { ok: false; reason: "late" | "elsewhere" | "otherPhone" };

/** Gives the role that an invitation asks for to who opened it. Repeatable. */
export async function confirmInvitation(
  invitation: Invitation,
  by: number,
  services: Services,
): Promise<Confirmed> {
  const { artisans, clock, invitations, roles } = services;
  const { id, role, scope, usedBy: telegram } = invitation;
  if (telegram === undefined) return { ok: false, reason: "late" };
  const record = await artisans.byTelegram(telegram);
  if (role === "leader" && (scope === undefined || record?.community !== scope))
    return { ok: false, reason: "elsewhere" };
  if (role === "leader" && !(await hasNumberOf(invitation, record, services)))
    return { ok: false, reason: "otherPhone" };
  await invitations.confirm(id, clock.now());
  const { state, confirmedAt: since } = (await invitations.byId(id)) ?? {};
  if (state !== "confirmed" || !since) return { ok: false, reason: "late" };
  const which = { telegram, role, ...(scope !== undefined && { scope }) };
  await roles.begin(which, { by, since });
  // Pressed again it does not bring back what was taken away meanwhile.
  if (!holdsSince(await roles.of(telegram), which, since)) return { ok: false, reason: "late" };
  if (record && scope !== undefined)
    await noteLeading({ community: scope, artisan: record.id, since, by }, services);
  return { ok: true, telegram, until: lapseOf(since) };
}
