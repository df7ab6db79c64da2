import type { Artisan } from "../artisans/artisan.ts";
import type { Language } from "../bot/language.ts";
import type { Services } from "../services.ts";
import { TRIES } from "./claim.ts";
import { tellRegistrar } from "./tell-registrar.ts";

export type Looked =
  | { ok: true; artisan: Artisan }
  /** tooMany: five wrong codes within the hour. registrar: who registered it cannot have it. */
  | { ok: false; reason: "unknown" | "tooMany" | "registrar" };

/** Looks a code up for an account. Whether it was wrong, used or too old is not told apart. */
export async function lookUpCode(
  telegram: number,
  code: string,
  { artisans, claimedRecords, claims, clock, tries }: Services,
): Promise<Looked> {
  const now = clock.now();
  if (!(await tries.take(telegram, "claimCode", TRIES, now)))
    return { ok: false, reason: "tooMany" };
  const claim = await claims.byCode(code, now);
  const artisan = claim && (await artisans.byId(claim.artisan));
  if (!artisan || !(await claimedRecords.isUnclaimed(artisan.id)))
    return { ok: false, reason: "unknown" };
  if (claim.registrar === telegram) return { ok: false, reason: "registrar" };
  await tries.giveBack(telegram, "claimCode");
  await claims.offer(telegram, { artisan: artisan.id, road: "code", at: now });
  return { ok: true, artisan };
}

/** Looks for the one unclaimed record with the number that the account shared as its own. */
export async function lookUpNumber(
  telegram: number,
  number: string,
  { artisans, claimedRecords, claims, clock }: Services,
): Promise<Artisan | undefined> {
  const [id, another] = await claimedRecords.unclaimedWith(number);
  const artisan = id !== undefined && another === undefined ? await artisans.byId(id) : undefined;
  if (artisan) {
    await claims.offer(telegram, { artisan: artisan.id, road: "phone", at: clock.now() });
  }
  return artisan;
}

export type Claimed =
  | { ok: true; artisan: Artisan }
  /** double: the account has a record; a coordinator looks at the two. */
  | { ok: false; reason: "gone" | "taken" | "double" };

/** Binds the record that the account was asked about. One step decides; the rest can be repeated. */
export async function claimRecord(
  who: { telegram: number; language: Language },
  services: Services,
): Promise<Claimed> {
  const { artisans, claimedRecords, claims, clock } = services;
  const offer = await claims.offered(who.telegram, clock.now());
  const record = offer && (await artisans.byId(offer.artisan));
  if (!record) return { ok: false, reason: "gone" };
  const own = await artisans.byTelegram(who.telegram);
  if (own && own.id !== record.id) return raiseDouble(own.id, record.id, who.telegram, services);
  const { consent, registrar } = record;
  if (registrar) await claims.remember(record.id, { consent, registrar });
  await noteClaim(who.telegram, record.id, services);
  const outcome = await claimedRecords.bind(record.id, who, clock.now());
  if (outcome === "taken") return { ok: false, reason: "taken" };
  if (outcome === "accountTaken") return { ok: false, reason: "taken" };
  await claims.bound(record.id, who.telegram, clock.now());
  await tellRegistrar(record, "claimed", services);
  return { ok: true, artisan: record };
}

async function noteClaim(telegram: number, artisan: string, { audit }: Services): Promise<void> {
  const line = { who: telegram, as: "anyone", what: "record.claim", whom: [artisan] } as const;
  await audit.write({ ...line, from: "private", result: "allowed" });
}

/** More than any likeness has: a person waits. */
const CLAIM_WEIGHT = 200;

async function raiseDouble(
  own: string,
  other: string,
  telegram: number,
  { claimedRecords, claims, clock, doubles }: Services,
): Promise<Claimed> {
  if (!(await claimedRecords.isUnclaimed(other))) return { ok: false, reason: "taken" };
  const asked = { reasons: [], weight: CLAIM_WEIGHT, claimed: true } as const;
  await doubles.flag(own, other, asked, clock.now());
  await claims.dropOffer(telegram);
  return { ok: false, reason: "double" };
}
