import type { Clock } from "../clock.ts";
import type { Services } from "../services.ts";
import { hasEnded, holdsSeat, isWaiting, takesSeats, type Training } from "./training.ts";
import type { SeatOutcome, Trainings } from "./training-repository.ts";

interface SeatServices {
  clock: Clock;
  trainings: Pick<Trainings, "byId" | "takeSeat" | "giveUpSeat" | "waitingNumber">;
}

/** What became of the wish, and the training as it is afterwards (none if it is unknown). */
export interface SeatAnswer {
  outcome: SeatOutcome | "left" | "leftList" | "notJoined" | "over";
  training: Training | undefined;
  /** On the waiting list: which. */
  number?: number | undefined;
}

/** An artisan takes a seat. Pressed twice, it is one seat. */
export async function joinTraining(
  id: string,
  artisan: string,
  { clock, trainings }: SeatServices,
): Promise<SeatAnswer> {
  const outcome = await trainings.takeSeat(id, artisan, clock.now());
  const number = outcome === "waiting" ? await trainings.waitingNumber(id, artisan) : undefined;
  return { outcome, training: await trainings.byId(id), number };
}

/** An artisan gives up the seat, or the place on the waiting list; it is free for another at once. */
export async function leaveTraining(
  id: string,
  artisan: string,
  { clock, trainings }: SeatServices,
): Promise<SeatAnswer> {
  const training = await trainings.byId(id);
  if (!training) return { outcome: "unknown", training };
  const waits = isWaiting(training, artisan);
  if (!holdsSeat(training, artisan) && !waits) return { outcome: "notJoined", training };
  if (hasEnded(training, clock.now())) return { outcome: "over", training };
  await trainings.giveUpSeat(id, artisan, clock.now());
  return { outcome: waits ? "leftList" : "left", training: await trainings.byId(id) };
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
