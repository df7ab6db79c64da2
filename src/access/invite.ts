import { randomBytes } from "node:crypto";
import type { Artisan } from "../artisans/artisan.ts";
import { permitOf } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import {
  INVITATION_MS,
  INVITATIONS_A_DAY,
  type Invitation,
  TOKEN,
  WRONG_LINKS,
} from "./invitation.ts";
import { noteTry } from "./note.ts";
import type { GivenRole } from "./role.ts";
import { standingOf } from "./standing.ts";

export interface Invite {
  role: GivenRole;
  /** The community that is to be led. */
  scope?: string;
  /** The number of who is to lead, E.164: nobody else can use the link. */
  phone?: string;
  maker: number;
  /** The update that asked for it: handled twice it makes one. */
  update: number;
}

export type Invited =
  | { ok: true; id: string; /** For `t.me/<bot>?start=`; known to nobody again. */ payload: string }
  | { ok: false; reason: "tooMany" };

/** Makes a link that asks for a role: 128 random bits, one use, 48 hours. */
export async function makeInvitation(
  { update, maker, phone, ...rest }: Invite,
  { clock, invitations, tries }: Pick<Services, "clock" | "invitations" | "tries">,
): Promise<Invited> {
  const madeAt = clock.now();
  if (!(await tries.take(maker, "invite", INVITATIONS_A_DAY, madeAt)))
    return { ok: false, reason: "tooMany" };
  const id = invitations.newId(maker, update);
  const token = randomBytes(16).toString("base64url");
  const expiresAt = new Date(madeAt.getTime() + INVITATION_MS);
  await invitations.make({ id, maker, ...rest, madeAt, expiresAt }, token, phone);
  return { ok: true, id, payload: `i_${token}` };
}

export type Opened =
  /** again: this account opened it before. */
  | { ok: true; invitation: Invitation; again: boolean }
  /**
   * unknown: wrong, used, too old, taken back, or its maker may no longer give the role; which of
   * them is not told. own: its maker opened it. noRecord, elsewhere: who is to lead a community
   * has to be registered, in that community. phone: the record's number is not verified, or not the
   * one that the maker gave. In these three the link stays good.
   */
  | { ok: false; reason: "unknown" | "tooMany" | "own" | "noRecord" | "elsewhere" | "phone" };

/** Uses a link up for an account. It gives nothing: its maker has to confirm who opened it. */
export async function openInvitation(
  telegram: number,
  token: string,
  services: Services,
): Promise<Opened> {
  const { clock, tries } = services;
  if (!(await tries.take(telegram, "invitation", WRONG_LINKS, clock.now())))
    return { ok: false, reason: "tooMany" };
  const opened = await tryToken(telegram, token, services);
  if (opened.ok || opened.reason !== "unknown") await tries.giveBack(telegram, "invitation");
  else await noteTry(telegram, "invitation.open", { result: "refused" }, services);
  return opened;
}

const UNKNOWN = { ok: false, reason: "unknown" } as const;

async function tryToken(telegram: number, token: string, services: Services): Promise<Opened> {
  const { artisans, clock, invitations } = services;
  // Whatever it looks like, the database is asked: an answer takes as long either way.
  const invitation = await invitations.byToken(TOKEN.test(token) ? token : "");
  if (!invitation || !(await mayStillGive(invitation, services))) return UNKNOWN;
  const { id, state, usedBy, maker, role, scope } = invitation;
  if (state === "used" && usedBy === telegram) return { ok: true, invitation, again: true };
  if (state !== "open" || clock.now() >= invitation.expiresAt) return UNKNOWN;
  if (maker === telegram) return { ok: false, reason: "own" };
  const record = await artisans.byTelegram(telegram);
  if (role === "leader" && !record) return { ok: false, reason: "noRecord" };
  if (role === "leader" && record?.community !== scope) return { ok: false, reason: "elsewhere" };
  if (role === "leader" && !(await hasNumberOf(invitation, record, services)))
    return { ok: false, reason: "phone" };
  const whom = record ? [record.id] : [];
  await noteTry(telegram, "invitation.open", { whom, result: "allowed" }, services);
  if (!(await invitations.use(id, telegram, clock.now()))) return UNKNOWN;
  const used = await invitations.byId(id);
  return used ? { ok: true, invitation: used, again: false } : UNKNOWN;
}

/** Whether the record has the number that the invitation is for, and Telegram vouched for it. */
export async function hasNumberOf(
  { id }: Invitation,
  record: Artisan | undefined,
  { invitations }: Pick<Services, "invitations">,
): Promise<boolean> {
  const { number, verified } = record?.phone ?? { number: "", verified: false };
  return verified && (await invitations.isFor(id, number));
}

/** The action of the gate by which an invitation to this role is confirmed. */
export const confirmAction = (role: GivenRole) =>
  role === "leader" ? "leader.confirm" : "role.confirm";

/** Somebody who lost the right is not told who opened the link. */
async function mayStillGive({ maker, role }: Invitation, services: Services): Promise<boolean> {
  const standing = await standingOf(maker, services);
  return permitOf(standing, confirmAction(role), { maker }, "private") !== undefined;
}
