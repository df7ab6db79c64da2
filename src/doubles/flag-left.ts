import type { Services } from "../services.ts";
import { flagDoubles } from "./flag-doubles.ts";

export type FlagLeftServices = Pick<Services, "artisans" | "clock" | "doubles" | "recordUpkeep">;

const AT_ONCE = 50;

/** Compares records whose change was kept by a process that died before it looked. Repeatable. */
export async function flagLeft(services: FlagLeftServices): Promise<void> {
  for (const { id, change } of await services.recordUpkeep.uncompared(AT_ONCE)) {
    await flagDoubles(id, services);
    await services.recordUpkeep.compared(id, change);
  }
}
