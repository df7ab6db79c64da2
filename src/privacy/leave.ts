import type { Artisan } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";
import { giveUpSeatsToCome } from "../trainings/give-up-seats.ts";
import type { Training } from "../trainings/training.ts";
import { daysAfter } from "./retention.ts";

/** Who asks, and the version of the chat's claim. */
export interface Asking {
  person: number;
  fence: number;
}

export type Left =
  /** Nothing goes out any more; erased at that time unless it is taken back. */
  | { is: "leaving"; eraseAt: Date; seats: Training[] }
  /** Only a form was there: it is gone. */
  | { is: "dropped" }
  | { is: "unknown" };

/**
 * /berhenti and /hapus: from this moment nothing goes out, and seats of trainings to come are
 * free. Asked twice, the first time counts. Whoever has only a form is forgotten at once.
 */
export async function leave(asking: Asking, services: Services): Promise<Left> {
  const artisan = await services.artisans.byTelegram(asking.person);
  if (!artisan) return dropDraft(asking, services);
  const leaving = artisan.leaving ?? (await newLeaving(services));
  await save(artisan, asking.fence, { leaving }, services);
  await services.changes.drop({ chat: asking.person, version: asking.fence });
  const seats = await giveUpSeatsToCome(artisan.id, services);
  return { is: "leaving", eraseAt: leaving.eraseAt, seats };
}

async function newLeaving({ clock, settings }: Services) {
  const since = clock.now();
  const { leaveDays } = await settings.retention();
  return { since, eraseAt: daysAfter(since, leaveDays) };
}

async function dropDraft(
  { person: chat, fence: version }: Asking,
  { clock, drafts, erasures }: Services,
): Promise<Left> {
  const draft = await drafts.read(chat);
  if (!draft) return { is: "unknown" };
  await erasures.add({ artisan: draft.artisan, chat }, clock.now());
  await drafts.drop({ chat, version });
  return { is: "dropped" };
}

/** Takes the wish to be erased back. False when the time for it is over. Repeatable. */
export async function stay(
  { person, fence }: Asking,
  { artisans, clock, recordLife }: Services,
): Promise<boolean> {
  const artisan = await artisans.byTelegram(person);
  if (!artisan) return false;
  if (!artisan.leaving) return true;
  return recordLife.stay({ id: artisan.id, version: fence }, clock.now());
}

/** Pauses notices, or lets them go on. False for someone who is not registered. Repeatable. */
export async function pause(
  { person, fence }: Asking,
  paused: boolean,
  services: Pick<Services, "artisans" | "clock">,
): Promise<boolean> {
  const artisan = await services.artisans.byTelegram(person);
  if (!artisan) return false;
  const pausedAt = paused ? (artisan.pausedAt ?? services.clock.now()) : undefined;
  await save(artisan, fence, { pausedAt }, services);
  return true;
}

/** A worker that was overtaken must not say that it is done: its update is done again. */
export async function save(
  { id }: Artisan,
  version: number,
  change: Parameters<Services["artisans"]["change"]>[1],
  { artisans }: Pick<Services, "artisans">,
): Promise<void> {
  const changed = await artisans.change({ id, version }, change);
  if (changed !== "changed") throw new Error(`a record was not changed: ${changed}`);
}
