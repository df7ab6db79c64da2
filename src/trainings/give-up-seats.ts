import type { Services } from "../services.ts";
import { hasBegun, type Training } from "./training.ts";

/** Gives up every seat of a training that has not begun; answers which. Repeatable. */
export async function giveUpSeatsToCome(
  artisan: string,
  { clock, heldSeats, trainings }: Pick<Services, "clock" | "heldSeats" | "trainings">,
): Promise<Training[]> {
  const now = clock.now();
  const toCome = (await heldSeats.of(artisan)).filter((training) => !hasBegun(training, now));
  for (const { id } of toCome) await trainings.giveUpSeat(id, artisan, now);
  return toCome;
}
