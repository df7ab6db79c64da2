import type { Clock } from "../clock.ts";
import type { Services } from "../services.ts";
import { hasEnded, holdsSeat, takesSeats, type Training } from "./training.ts";
import type { SeatOutcome, Trainings } from "./training-repository.ts";

interface SeatServices {
  clock: Clock;
  trainings: Pick<Trainings, "byId" | "takeSeat" | "giveUpSeat">;
}

/** What became of the wish, and the training as it is afterwards (none if it is unknown). */
export interface SeatAnswer {
  outcome: SeatOutcome | "left" | "notJoined" | "over";
  training: Training | undefined;
}

/** An artisan takes a seat. Pressed twice, it is one seat. */
export async function joinTraining(
  id: string,
  artisan: string,
  { clock, trainings }: SeatServices,
): Promise<SeatAnswer> {
  const outcome = await trainings.takeSeat(id, artisan, clock.now());
  return { outcome, training: await trainings.byId(id) };
}

/** An artisan gives the seat up; it is free for another at once. */
export async function leaveTraining(
  id: string,
  artisan: string,
  { clock, trainings }: SeatServices,
): Promise<SeatAnswer> {
  const training = await trainings.byId(id);
  if (!training) return { outcome: "unknown", training };
  if (!holdsSeat(training, artisan)) return { outcome: "notJoined", training };
  if (hasEnded(training, clock.now())) return { outcome: "over", training };
  await trainings.giveUpSeat(id, artisan, clock.now());
  return { outcome: "left", training: await trainings.byId(id) };
}

/** The training somebody wanted to join before they were registered, if it still takes people. */
export async function wantedTraining(
  telegram: number,
  { clock, people, trainings }: Pick<Services, "clock" | "people" | "trainings">,
): Promise<Training | undefined> {
  const wanted = await people.wantedBy(telegram);
  const training = wanted === undefined ? undefined : await trainings.byId(wanted);
  return training && takesSeats(training, clock.now()) ? training : undefined;
}
