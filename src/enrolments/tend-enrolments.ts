import type { Services } from "../services.ts";
import type { Enrolment } from "../trainings/enrolment.ts";
import { hasBegun, isSelected, type Training } from "../trainings/training.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { fillSeats } from "./fill.ts";
import {
  lapseLetter,
  notChosenLetter,
  offerLetter,
  writeLapse,
  writeNotChosen,
  writeOffer,
} from "./letters.ts";
import { mendEnrolments } from "./mend.ts";

export type TendEnrolmentServices = EnrolmentServices & Pick<Services, "leases">;

const LEASE_MS = 60_000;
const TOLD_MS = 7 * 86_400_000;

/**
 * What the clock does about seats: mends half steps, takes back offers whose time is over, offers
 * free seats to who waits, and ends choices. One process at a time; every step may be repeated.
 */
export async function tendEnrolments(
  services: TendEnrolmentServices,
  signal?: AbortSignal,
): Promise<void> {
  const { clock, leases, trainings } = services;
  if (!(await leases.take("enrolments", LEASE_MS))) return;
  for (const training of await trainings.announced(clock.now())) {
    if (signal?.aborted) break;
    await tend(training, services);
  }
  await leases.release("enrolments");
}

async function tend(training: Training, services: EnrolmentServices): Promise<void> {
  const now = services.clock.now();
  const begun = hasBegun(training, now);
  if (!begun) {
    await mendEnrolments(training.id, services);
    await takeBackLate(training, services);
    await fillSeats(training.id, services);
    await writeMissing(training, services);
  }
  const isOver = begun || !["open", "selecting"].includes(training.state);
  if (isOver) await endChoice(training, begun, services);
}

/** The time to answer is over: the seat is free, and the next is asked. */
async function takeBackLate(training: Training, services: EnrolmentServices): Promise<void> {
  const { clock, enrolments, seats } = services;
  const now = clock.now();
  for (const { artisan, answerBy } of await enrolments.of(training.id, ["offered"])) {
    if (!answerBy || answerBy > now) continue;
    const step = { training: training.id, artisan, state: "released", freedAt: now } as const;
    if (await enrolments.move({ ...step, from: ["offered"], at: now }))
      await seats.free(training.id, artisan);
  }
}

/** Letters that a crash kept from being written. */
async function writeMissing(training: Training, services: EnrolmentServices): Promise<void> {
  const { clock, enrolments, notices } = services;
  const since = clock.now().getTime() - TOLD_MS;
  const due = (await enrolments.of(training.id, ["offered", "released"])).filter(
    (one) => one.state === "offered" || one.since.getTime() > since,
  );
  const idOf = ({ artisan, state, since: at }: Enrolment) =>
    (state === "offered" ? offerLetter : lapseLetter)(training.id, artisan, at);
  const known = await notices.known(due.map(idOf));
  for (const one of due) {
    if (known.has(idOf(one))) continue;
    await (one.state === "offered" ? writeOffer : writeLapse)(one, training, services);
  }
}

/**
 * Who was not chosen is told so, once: after the choice those who wished, once the training has
 * begun also those who waited. The letter goes when all of them stand there.
 */
async function endChoice(
  training: Training,
  begun: boolean,
  services: EnrolmentServices,
): Promise<void> {
  const { clock, enrolments, notices } = services;
  const at = clock.now();
  const over = [
    ...(isSelected(training) ? (["interested"] as const) : []),
    ...(begun ? (["waiting"] as const) : []),
  ];
  if (!over.length) return;
  const left = await enrolments.of(training.id, over);
  for (const { artisan } of left)
    await enrolments.move({
      ...{ training: training.id, artisan, state: "notChosen", from: over, at },
    });
  const id = notChosenLetter(training.id, begun ? "begun" : "chosen");
  if ((await notices.known([id])).size) return;
  const told = (await notices.byId(notChosenLetter(training.id, "chosen")))?.to ?? [];
  const untold = (await enrolments.of(training.id, ["notChosen"]))
    .map(({ artisan }) => artisan)
    .filter((artisan) => !told.includes(artisan));
  if (untold.length) await writeNotChosen(id, untold, training, services);
}
