import { nextOpen } from "../notices/quiet-hours.ts";
import { hasBegun, seatsLeft, type Training } from "../trainings/training.ts";
import { answerTime } from "./answer-time.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { writeOffer } from "./letters.ts";
import { type Belonging, nextWaiting } from "./next-waiting.ts";

const FILLS = ["open", "selecting", "running"];
const DAY_MS = 86_400_000;

/** Until when somebody asked now may answer: their time begins when the letter may go. */
export function answerTimeNow(
  { days }: Training,
  { calendar, clock }: Pick<EnrolmentServices, "calendar" | "clock">,
): Date | undefined {
  const now = clock.now();
  const end = new Date(now.getTime() + 14 * DAY_MS);
  return answerTime(nextOpen(now, end, "reminder", calendar) ?? end, days);
}

/** Whether nobody is asked by the bot any more, and people phone. */
export function isByPhone(
  training: Training,
  services: Pick<EnrolmentServices, "calendar" | "clock">,
): boolean {
  if (hasBegun(training, services.clock.now()) || !FILLS.includes(training.state)) return false;
  return answerTimeNow(training, services) === undefined;
}

/** Offers each free seat to the next who waits, for a time. Repeatable, by many at once. */
export async function fillSeats(id: string, services: EnrolmentServices): Promise<void> {
  const { clock, enrolments, seats, trainings } = services;
  for (;;) {
    const now = clock.now();
    const training = await trainings.byId(id);
    if (!training || !FILLS.includes(training.state) || hasBegun(training, now)) return;
    if (!seatsLeft(training) || !training.waitingList?.length) return;
    const answerBy = answerTimeNow(training, services);
    const next = answerBy && (await nextFor(training, services));
    if (!next) return;
    if ((await seats.passOn(id, next, now)) !== "taken") continue;
    const about = { training: id, artisan: next, state: "offered", answerBy, at: now } as const;
    await enrolments.move({ ...about, from: ["waiting", "none", "withdrawn"] });
    const offered = await enrolments.one(id, next);
    if (offered?.state === "offered") await writeOffer(offered, training, services);
  }
}

/** Who wants no offers at this time stays on the list, and is passed by. */
async function nextFor(
  training: Training,
  services: EnrolmentServices,
): Promise<string | undefined> {
  const list = training.waitingList ?? [];
  const people = await services.enrolledPeople.byIds(list);
  const waiting = list.flatMap((id) => {
    const one = people.get(id);
    return one && !one.silent ? [one] : [];
  });
  return nextWaiting(waiting, await whoFreed(training, services))?.id;
}

/** Whose seat it was: of those who gave one up, the last who nobody followed. */
async function whoFreed(
  training: Training,
  { enrolledPeople, enrolments }: EnrolmentServices,
): Promise<Belonging | undefined> {
  const left = await enrolments.of(training.id, ["declined", "withdrawn", "released"]);
  const freed = left
    .flatMap(({ artisan, freedAt }) => (freedAt ? [{ artisan, freedAt }] : []))
    .sort((a, b) => b.freedAt.getTime() - a.freedAt.getTime())
    .slice(0, seatsLeft(training));
  const whose = freed.at(-1)?.artisan;
  return whose === undefined ? undefined : (await enrolledPeople.byIds([whose])).get(whose);
}
