import type { Artisan } from "../artisans/artisan.ts";
import { CONSENT_VERSION } from "../privacy/consent.ts";
import type { Services } from "../services.ts";
import { DISOWN_MS } from "./claim.ts";
import { tellRegistrar } from "./tell-registrar.ts";

/** The record an account has been given and has not agreed to yet. */
export async function awaitingConsent(
  telegram: number,
  { artisans }: Pick<Services, "artisans">,
): Promise<Artisan | undefined> {
  const record = await artisans.byTelegram(telegram);
  return record?.registrar ? record : undefined;
}

/** The person agrees afresh, and the record is theirs alone. False: there is none to agree to. */
export async function agreeToRecord(
  { telegram, version, update }: { telegram: number; version: number; update: number },
  services: Services,
): Promise<boolean> {
  const { artisans, claims, clock, consents } = services;
  const record = await awaitingConsent(telegram, services);
  if (!record) return false;
  const consent = { version: CONSENT_VERSION, at: clock.now().toISOString(), update };
  const offer = await claims.offered(telegram, clock.now());
  const phone = record.phone && offer?.road === "phone" && { ...record.phone, verified: true };
  const change = { consent, registrar: undefined };
  const fence = { id: record.id, version };
  const done = await artisans.change(fence, { ...change, ...(phone && { phone }) });
  // Another record has verified that number: families share phones.
  if (done === "phoneTaken") await artisans.change(fence, change);
  await consents.keep(record.id, { what: "record", given: true, ...consent });
  await claims.dropOffer(telegram);
  return true;
}

/** The person does not agree: the record is not theirs any more, and its registrar is told. */
export async function refuseRecord(telegram: number, services: Services): Promise<boolean> {
  const { claims } = services;
  const record = await awaitingConsent(telegram, services);
  const claim = record && (await claims.byArtisan(record.id));
  if (!record || !claim) return false;
  await unbind(record.id, telegram, services);
  await claims.end(record.id, telegram, "refused");
  await tellRegistrar(record, "refused", services);
  return true;
}

async function unbind(
  artisan: string,
  telegram: number,
  { claimedRecords, claims }: Services,
): Promise<void> {
  const before = (await claims.byArtisan(artisan))?.before;
  if (!before) throw new Error(`nothing is known of ${artisan} before it was claimed`);
  const { consent, registrar } = before;
  await claimedRecords.unbind(artisan, telegram, { consent, registrar });
}

const ERASE_AFTER_MS = 7 * 86_400_000;

/**
 * Whoever refused asks for the record to be deleted: nothing goes out from now on. It is erased
 * after seven days, so that its registrar can object where the wrong person had the code.
 */
export async function askForDeletion(telegram: number, services: Services): Promise<boolean> {
  const { claimedRecords, claims, clock } = services;
  const now = clock.now();
  const offer = await claims.offered(telegram, now);
  const claim = offer && (await claims.byArtisan(offer.artisan));
  if (claim?.state !== "refused" || claim.boundTo !== telegram) return false;
  const leaving = { since: now, eraseAt: new Date(now.getTime() + ERASE_AFTER_MS) };
  await claimedRecords.leave(claim.artisan, leaving);
  await claims.dropOffer(telegram);
  return true;
}

/** The registrar says that it was somebody else: within seven days the record is taken back. */
export async function disownRecord(artisan: string, services: Services): Promise<boolean> {
  const { artisans, claims, clock } = services;
  const claim = await claims.byArtisan(artisan);
  const record = await artisans.byId(artisan);
  if (!record || claim?.state !== "bound" || claim.boundTo === undefined) return false;
  const since = claim.boundAt?.getTime() ?? 0;
  if (since + DISOWN_MS <= clock.now().getTime()) return false;
  await unbind(artisan, claim.boundTo, services);
  return claims.end(artisan, claim.boundTo, "disowned");
}
