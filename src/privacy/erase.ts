import { crash } from "../crash.ts";
import type { Services } from "../services.ts";
import { giveUpSeatsToCome } from "../trainings/give-up-seats.ts";
import type { Whom } from "./holding.ts";
import { HOLDINGS } from "./holdings.ts";

export type EraseServices = Pick<
  Services,
  | "artisans"
  | "clock"
  | "consents"
  | "enrolments"
  | "erasures"
  | "heldSeats"
  | "holdings"
  | "seats"
  | "settings"
  | "trainings"
>;

/** One step of an erasure, named by its place. Each can be done again. */
export interface EraseStep {
  place: string;
  run: () => Promise<void>;
}

/**
 * The steps that erase a person everywhere, the record last: an erasure that died after any of
 * them is found by the record, or by the list of erasures, and begun again.
 */
export function eraseSteps(whom: Whom, services: EraseServices): EraseStep[] {
  const { clock, holdings, settings } = services;
  const facts = async () => ({ now: clock.now(), figures: await settings.retention() });
  return [
    { place: "proofs", run: () => keepProofs(whom, services) },
    { place: "seats", run: () => giveUpSeats(whom, services) },
    ...HOLDINGS.map((holding) => ({
      place: holding.collection,
      run: async () => holdings.erase(holding, whom, await facts()),
    })),
  ];
}

async function keepProofs({ artisan }: Whom, { artisans, consents }: EraseServices) {
  const record = artisan === undefined ? undefined : await artisans.byId(artisan);
  if (record) await consents.keepOf(record);
}

async function giveUpSeats({ artisan }: Whom, services: EraseServices): Promise<void> {
  if (artisan !== undefined) await giveUpSeatsToCome(artisan, services);
}

/**
 * Erases a person everywhere. The list of erasures knows it before anything is gone; then, and
 * only the first time, `lastWord` is said. What became of the word changes nothing.
 */
export async function eraseEverywhere(
  whom: Whom,
  services: EraseServices,
  lastWord: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const begun = await services.erasures.add(whom, services.clock.now());
  if (begun) await lastWord().catch(() => undefined);
  crash("erase-begun");
  await eraseSurely(whom, services);
}

async function eraseSurely(whom: Whom, services: EraseServices): Promise<void> {
  const steps = eraseSteps(whom, services);
  for (const [at, { run }] of steps.entries()) {
    if (at === Math.floor(steps.length / 2)) crash("erase-half");
    await run();
  }
}

/**
 * Erases again whoever is on the list and in the database: after a backup was put back, or after
 * an erasure that died. Who came back later under the same account is left alone. Answers how many.
 */
export async function replayErasures(services: EraseServices): Promise<number> {
  const erasedAt = await services.erasures.lookup();
  if (!erasedAt) return 0;
  const found = new Map<string, Whom>();
  for await (const { artisan, chat, since } of services.holdings.traces()) {
    const byArtisan = artisan !== undefined && erasedAt({ artisan });
    const byChat = chat === undefined ? undefined : erasedAt({ chat });
    const old = byChat !== undefined && since <= byChat;
    if (!byArtisan && !old) continue;
    const whom = {
      ...(artisan !== undefined && { artisan }),
      ...(chat !== undefined && old && { chat }),
    };
    found.set(JSON.stringify(whom), whom);
  }
  for (const whom of found.values()) await eraseSurely(whom, services);
  return countPeople([...found.values()]);
}

/** One who is found by the record, by the chat and by both is one. */
function countPeople(found: readonly Whom[]): number {
  const records = new Set(found.flatMap(({ artisan }) => artisan ?? []));
  const known = new Set(found.flatMap(({ artisan, chat }) => (artisan && chat) ?? []));
  const others = new Set(
    found.flatMap(({ chat }) => chat ?? []).filter((chat) => !known.has(chat)),
  );
  return records.size + others.size;
}
