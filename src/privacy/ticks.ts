import type { Artisan, Tick } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";
import { CONSENT_VERSION } from "./consent.ts";
import { type Asking, save } from "./leave.ts";

/** Who asks, and by which update. */
export interface Deciding extends Asking {
  update: number;
}

type ConsentServices = Pick<Services, "artisans" | "clock" | "consents">;

const proofBy = ({ update }: Deciding, { clock }: ConsentServices) => ({
  version: CONSENT_VERSION,
  at: clock.now().toISOString(),
  update,
});

/**
 * Allows one thing, or takes that back; each with its own proof. Repeatable: what is so already
 * stays as it is. Answers the record as it is then, undefined for someone without one.
 */
export async function setTick(
  deciding: Deciding,
  tick: Tick,
  on: boolean,
  services: ConsentServices,
): Promise<Artisan | undefined> {
  const { artisans, consents } = services;
  const artisan = await artisans.byTelegram(deciding.person);
  if (!artisan || (artisan.ticks?.[tick] !== undefined) === on) return artisan;
  const proof = proofBy(deciding, services);
  await consents.keep(artisan.id, { what: tick, given: on, ...proof });
  const ticks = { ...artisan.ticks };
  if (on) ticks[tick] = proof;
  else delete ticks[tick];
  const change = { ticks: Object.keys(ticks).length ? ticks : undefined };
  await save(artisan, deciding.fence, change, services);
  return artisans.byTelegram(deciding.person);
}

/** Whether the record was agreed to under another text than today's. */
export function mustAgreeAgain({ consent, leaving }: Artisan): boolean {
  return consent.version !== CONSENT_VERSION && leaving === undefined;
}

/** Keeps the proof of agreeing to today's text, and the one before it. Repeatable. */
export async function agreeAgain(
  deciding: Deciding,
  artisan: Artisan,
  services: ConsentServices,
): Promise<void> {
  if (artisan.consent.version === CONSENT_VERSION) return;
  const proof = proofBy(deciding, services);
  await services.consents.keepOf(artisan);
  await services.consents.keep(artisan.id, { what: "record", given: true, ...proof });
  await save(artisan, deciding.fence, { consent: proof }, services);
}
