import { nudgeDrafts, dropDrafts, type IdleServices } from "../artisans/idle-drafts.ts";
import { nextOpen } from "../notices/quiet-hours.ts";
import type { Services } from "../services.ts";
import type { EraseServices } from "./erase.ts";
import { eraseLeavers, eraseSilent, warnSilent } from "./endings.ts";
import type { TellServices } from "../bot/tell.ts";

export type TendServices = IdleServices &
  EraseServices &
  TellServices &
  Pick<Services, "calendar" | "leases" | "recordLife" | "texts">;

const LEASE_MS = 60_000;

/** All that a person is told about what is kept of them, in open hours, by one process at a time. */
export async function tendPeople(services: TendServices, signal?: AbortSignal): Promise<void> {
  const { clock, calendar, leases } = services;
  const now = clock.now();
  const open = nextOpen(now, new Date(now.getTime() + 1), "reminder", calendar);
  if (!open || !(await leases.take("tend", LEASE_MS))) return;
  const figures = await services.settings.retention();
  for (const tend of [nudgeDrafts, dropDrafts, eraseLeavers, warnSilent, eraseSilent]) {
    if (signal?.aborted) break;
    await tend(services, figures, signal);
  }
  await leases.release("tend");
}
