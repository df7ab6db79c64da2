import type { Services } from "../services.ts";
import { hasBegun, type Training } from "./training.ts";

type GiveUpServices = Pick<Services, "clock" | "enrolments" | "heldSeats" | "seats" | "trainings">;

/**
 * Gives up every seat of a training that has not begun, every place on a waiting list, and every
 * wish to take part; answers the trainings of the seats. Repeatable.
 */
export async function giveUpSeatsToCome(
  artisan: string,
  { clock, enrolments, heldSeats, seats, trainings }: GiveUpServices,
): Promise<Training[]> {
  const now = clock.now();
  const toCome = (await heldSeats.of(artisan)).filter((training) => !hasBegun(training, now));
  const waitedFor = await seats.waitedFor(artisan);
  for (const id of new Set([...toCome.map((training) => training.id), ...waitedFor]))
    await trainings.giveUpSeat(id, artisan, now);
  for (const { training, state } of await enrolments.ofArtisan(artisan))
    if (state === "interested")
      await enrolments.move({
        ...{ training, artisan, state: "withdrawn", from: ["interested"], at: now },
      });
  return toCome;
}
