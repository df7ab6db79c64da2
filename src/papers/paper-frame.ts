import type { Services } from "../services.ts";
import type { Frame } from "./origin.ts";

/** The head of a paper and the moment of its data: both are now. */
export async function frameNow({
  clock,
  settings,
}: Pick<Services, "clock" | "settings">): Promise<Frame> {
  const now = clock.now();
  const { officeName } = await settings.read();
  return { letterhead: { office: officeName }, origin: { madeAt: now, asOf: now } };
}
