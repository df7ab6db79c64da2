import type { Enrolment } from "../trainings/enrolment.ts";
import { SEATED } from "../trainings/enrolment.ts";
import {
  holdsSeat,
  isSelected,
  isWaiting,
  numberIn,
  type Training,
} from "../trainings/training.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { answerTimeNow } from "./fill.ts";

/**
 * Ends what died between a seat and its state. States are read first and seats then, so that what
 * somebody does meanwhile is never taken for half a step: each move asks for the state it saw.
 */
export async function mendEnrolments(id: string, services: EnrolmentServices): Promise<void> {
  const { enrolments, trainings } = services;
  const known = new Map((await enrolments.of(id)).map((one) => [one.artisan, one]));
  const training = await trainings.byId(id);
  if (!training) return;
  const { seatHolders, waitingList = [] } = training;
  for (const artisan of new Set([...seatHolders, ...waitingList, ...known.keys()]))
    await mend(training, artisan, known.get(artisan), services);
}

async function mend(
  training: Training,
  artisan: string,
  enrolment: Enrolment | undefined,
  services: EnrolmentServices,
): Promise<void> {
  const { clock, enrolments, seats } = services;
  const state = enrolment?.state ?? "none";
  const isSeated = SEATED.some((one) => one === state);
  const about = { training: training.id, artisan, from: [state], at: clock.now() } as const;
  if (holdsSeat(training, artisan)) {
    if (isSeated) return;
    if (!KEEPS[state]) {
      const now = await enrolments.one(training.id, artisan);
      if (now?.state === state) await seats.free(training.id, artisan);
    } else if (state === "waiting") {
      const answerBy = answerTimeNow(training, services);
      await enrolments.move({ ...about, state: "offered", ...(answerBy && { answerBy }) });
    } else {
      const taken = isSelected(training) ? "offered" : "accepted";
      await enrolments.move({ ...about, state: taken });
    }
    return;
  }
  if (isWaiting(training, artisan)) {
    if (state === "waiting") return;
    await enrolments.move({ ...about, state: "waiting", number: numberIn(training, artisan) });
  } else if (isSeated || state === "waiting") {
    const freedAt = isSeated ? { freedAt: about.at } : {};
    await enrolments.move({ ...about, state: "withdrawn", ...freedAt });
  }
}

/** Whether a seat in this state was just taken; else it was just given back. */
const KEEPS: Record<Enrolment["state"] | "none", boolean> = {
  ...{ none: true, interested: true, waiting: true, withdrawn: true },
  ...{ offered: true, accepted: true, confirmed: true },
  ...{ declined: false, released: false, notChosen: false },
};
