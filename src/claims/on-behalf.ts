import type { Answers } from "../artisans/answers.ts";
import type { Artisan, Registrar } from "../artisans/artisan.ts";
import { freshCheck } from "../artisans/check.ts";
import { recordOf } from "../artisans/record.ts";
import { standingOf } from "../access/standing.ts";
import { permitOf } from "../bot/gate.ts";
import type { Language } from "../bot/language.ts";
import { showCode } from "../codes.ts";
import { flagDoubles } from "../doubles/flag-doubles.ts";
import type { Services } from "../services.ts";

export interface OnBehalf {
  /** Drawn when the form was opened, so that sending twice makes one record. */
  id: string;
  /** With the consent as it was read out: its version, when, by which update. */
  answers: Answers;
  registrar: Registrar;
  language: Language;
}

export type RegisteredOnBehalf =
  /** The code is for the person: nobody can look it up again. */
  | { ok: true; artisan: string; code: string }
  /** refused: this person may not register members of that community. */
  | { ok: false; reason: "incomplete" | "refused" | "claimed" };

type OnBehalfServices = Pick<
  Services,
  "artisans" | "audit" | "claimedRecords" | "claims" | "clock" | "doubles" | "ownerIds" | "roles"
>;

/**
 * A leader (of the own community) or a coordinator registers somebody without Telegram. All ticks
 * are off. Sent twice it is one record, with a new code.
 */
export async function registerOnBehalf(
  { id, answers, registrar, language }: OnBehalf,
  services: OnBehalfServices,
): Promise<RegisteredOnBehalf> {
  const { artisans, audit, clock } = services;
  const filled = recordOf(answers);
  if (!filled) return { ok: false, reason: "incomplete" };
  const who = registrar.telegram;
  const standing = await standingOf(who, services);
  const thing = { community: filled.community, artisans: [id] };
  const as = permitOf(standing, "member.register", thing, "private");
  const line = { who, as: as ?? "anyone", what: "member.register", whom: [id] } as const;
  await audit.write({ ...line, from: "private", result: as ? "allowed" : "refused" });
  if (!as) return { ok: false, reason: "refused" };
  const now = clock.now();
  const record: Artisan = {
    id,
    state: "pending",
    language,
    registrar,
    registeredAt: now,
    activeAt: now,
    check: freshCheck(filled.community, now),
    ...filled,
    ...(filled.phone && { phone: { ...filled.phone, verified: false } }),
  };
  await artisans.add(record);
  await flagDoubles(id, services);
  return giveCode(id, who, services);
}

/**
 * A new code for a record that nobody has claimed yet; older ones are worth nothing any more. Who
 * may have it is for the caller to ask.
 */
export async function giveCode(
  id: string,
  registrar: number,
  { claimedRecords, claims, clock }: Pick<Services, "claimedRecords" | "claims" | "clock">,
): Promise<RegisteredOnBehalf> {
  if (!(await claimedRecords.isUnclaimed(id))) return { ok: false, reason: "claimed" };
  const code = await claims.issue(id, registrar, clock.now());
  return { ok: true, artisan: id, code: showCode(code) };
}
