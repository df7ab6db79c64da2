import type { EnrolledPerson } from "../artisans/enrolled-person-repository.ts";
import { localDate } from "../dates.ts";
import { monthsBefore } from "../privacy/retention.ts";
import type { Enrolment } from "../trainings/enrolment.ts";
import { hasBegun, seatsLeft, type Training } from "../trainings/training.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { isByPhone } from "./fill.ts";
import { type Candidate, suggestedOrder } from "./order.ts";
import { type QuotaWarning, quotaWarnings } from "./quota.ts";

const RECENT_MONTHS = 24;

/** choosing: among those who wish. phoning: the list is called, one after the other. */
export type Phase = "choosing" | "phoning";

/** All that the selection sheet of a training shows, as it is now. */
export interface Selection {
  training: Training;
  /** undefined: nobody can be picked at this time. */
  phase: Phase | undefined;
  /** In the order that is suggested; while phoning in that of the waiting list. */
  order: Candidate[];
  offered: number;
  going: number;
  waiting: number;
  warnings: QuotaWarning[];
}

export function phaseOf(
  training: Training,
  services: Pick<EnrolmentServices, "calendar" | "clock">,
): Phase | undefined {
  if (isByPhone(training, services)) return "phoning";
  const begun = hasBegun(training, services.clock.now());
  return training.state === "selecting" && !begun ? "choosing" : undefined;
}

/** Reads everything anew: what was shown may have changed. */
export async function selectionOf(
  training: Training,
  services: EnrolmentServices,
): Promise<Selection> {
  const { enrolledPeople, enrolments } = services;
  const all = await enrolments.of(training.id);
  const phase = phaseOf(training, services);
  const wished = all.filter(
    ({ state }) => state === (phase === "phoning" ? "waiting" : "interested"),
  );
  const seated = await enrolledPeople.byIds(training.seatHolders);
  const candidates = await candidatesOf(training, wished, seated, services);
  const count = (...states: string[]) => all.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ training, phase },
    order: phase === "phoning" ? inListOrder(candidates, training) : suggestedOrder(candidates),
    ...{ offered: count("offered"), going: count("accepted", "confirmed") },
    waiting: count("waiting"),
    warnings: quotaWarnings(training.quotas ?? [], [...seated.values()], seatsLeft(training)),
  };
}

function inListOrder(candidates: readonly Candidate[], { waitingList = [] }: Training) {
  const place = ({ id }: Candidate) => waitingList.indexOf(id);
  return [...candidates].sort((a, b) => place(a) - place(b));
}

async function candidatesOf(
  training: Training,
  wished: readonly Enrolment[],
  seated: ReadonlyMap<string, EnrolledPerson>,
  services: EnrolmentServices,
): Promise<Candidate[]> {
  const { choices, enrolledPeople, enrolments } = services;
  const ids = wished.map(({ artisan }) => artisan);
  const [people, past, made] = await Promise.all([
    enrolledPeople.byIds(ids),
    pastOf(training, services),
    choices.of(training.id),
  ]);
  const skips = new Map(
    made.filter(({ kind }) => kind === "skip").map(({ artisan, reason }) => [artisan, reason]),
  );
  const found: Candidate[] = [];
  for (const { artisan, interest, since } of wished) {
    const person = people.get(artisan);
    if (!person || person.silent) continue;
    const ended = await enrolments.ofArtisan(artisan);
    const { id, name, kecamatan, community, road } = person;
    const skipped = skips.get(artisan);
    found.push({
      ...{ id, name, kecamatan, road, ...past.of(artisan) },
      ...(community !== undefined && { community }),
      craftMatch: makes(person, training),
      passedOver: ended.filter(({ state }) => state === "notChosen").length,
      reached: past.kecamatan.has(kecamatan),
      communitySeats: [...seated.values()].filter(
        (one) => community !== undefined && one.community === community,
      ).length,
      interestedAt: interest?.at ?? since,
      ...(skipped !== undefined && { skipped }),
    });
  }
  return found;
}

/** A training that asks for no craft is for all of them. */
function makes({ crafts }: EnrolledPerson, { mayApply }: Training): boolean {
  const asked = mayApply?.crafts ?? [];
  return !asked.length || crafts.some((one) => asked.includes(one));
}

/** Who was at which training before: by the marks of presence where there are any, else by seats. */
async function pastOf({ id }: Training, services: EnrolmentServices) {
  const { clock, enrolledPeople, marks, trainings } = services;
  const now = clock.now();
  const recent = localDate(monthsBefore(now, RECENT_MONTHS));
  const attended = new Map<string, string[]>();
  for (const training of await trainings.everTold()) {
    if (training.id === id || !hasBegun(training, now)) continue;
    const present = await marks.presentIn(training.id);
    const last = training.days.at(-1)?.date ?? "";
    for (const artisan of present.length ? present : training.seatHolders)
      attended.set(artisan, [...(attended.get(artisan) ?? []), last]);
  }
  const people = await enrolledPeople.byIds([...attended.keys()]);
  return {
    kecamatan: new Set([...people.values()].map(({ kecamatan }) => kecamatan)),
    of(artisan: string): Pick<Candidate, "trainings" | "lastTrained"> {
      const dates = attended.get(artisan) ?? [];
      const lastTrained = [...dates].sort().at(-1);
      return {
        trainings: dates.filter((date) => date >= recent).length,
        ...(lastTrained !== undefined && { lastTrained }),
      };
    },
  };
}
