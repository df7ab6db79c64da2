import { ownersNow } from "../access/owners.ts";
import { tell, type TellServices } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import type { Untold } from "./alarm-repository.ts";

export type TellOwnersServices = TellServices &
  Pick<Services, "alarms" | "ownerIds" | "people" | "roles" | "texts">;

/**
 * Tells owners of each alarm that rings and was not told yet: once, whatever process rang it. Not
 * by the ledger of deliveries, which may be what stands still. One that no owner could be told of
 * is tried again while it rings.
 */
export async function tellOwners(services: TellOwnersServices): Promise<void> {
  const { alarms, clock } = services;
  for (const alarm of await alarms.untold(clock.now())) {
    if (!(await alarms.takeTelling(alarm, clock.now()))) continue;
    if (await tellAll(alarm, services)) await alarms.told(alarm);
  }
}

async function tellAll({ name, values }: Untold, services: TellOwnersServices): Promise<boolean> {
  let told = false;
  for (const owner of await ownersNow(services)) {
    const speech = services.texts[(await services.people.languageOf(owner)) ?? "id"];
    const text = speech.html(`alarm-${name}`, values);
    told = (await tell(owner, { text }, services)) || told;
  }
  return told;
}
