import type { Enrolment } from "../trainings/enrolment.ts";
import { GOING } from "../trainings/enrolment.ts";
import { hasBegun, holdsSeat, type Training } from "../trainings/training.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { fillSeats } from "./fill.ts";

export type OfferAnswer =
  | "accepted"
  | "alreadyAccepted"
  | "declined"
  | "alreadyDeclined"
  /** It passed on, or was never theirs. */
  | "gone"
  | "begun";

/** How long a first offer waits before somebody asks. */
const SILENT_MS = 3 * 86_400_000;

/** What somebody says to an offer, themselves or through `by`; said twice, the first counts. */
export async function answerOffer(
  training: Training,
  artisan: string,
  { yes, by }: { yes: boolean; by?: number },
  services: EnrolmentServices,
): Promise<OfferAnswer> {
  const { clock, enrolments, seats } = services;
  const now = clock.now();
  if (hasBegun(training, now)) return "begun";
  const about = { training: training.id, artisan, at: now, ...(by !== undefined && { by }) };
  // The state decides who comes first: an answer, or the end of the time for it.
  const moved = yes
    ? await enrolments.move({ ...about, state: "accepted", from: ["offered"] })
    : await enrolments.move({ ...about, state: "declined", freedAt: now, from: ["offered"] });
  if (!moved) return whatElse(await enrolments.one(training.id, artisan), training, yes);
  if (yes) return "accepted";
  await seats.free(training.id, artisan);
  await fillSeats(training.id, services);
  return "declined";
}

function whatElse(enrolment: Enrolment | undefined, training: Training, yes: boolean): OfferAnswer {
  const state = enrolment?.state;
  const isGoing =
    GOING.some((one) => one === state) && holdsSeat(training, enrolment?.artisan ?? "");
  // Who said yes and is sorry gives the seat up by the card, after a question.
  if (isGoing) return "alreadyAccepted";
  return state === "declined" && !yes ? "alreadyDeclined" : "gone";
}

/** First offers that nobody answered for three days: their carriers ask. */
export async function silentOffers(
  training: string,
  { clock, enrolments }: Pick<EnrolmentServices, "clock" | "enrolments">,
): Promise<Enrolment[]> {
  const before = clock.now().getTime() - SILENT_MS;
  const offered = await enrolments.of(training, ["offered"]);
  return offered.filter(({ answerBy, since }) => !answerBy && since.getTime() <= before);
}
