import type {
  Admission,
  Eligibility,
  MapPoint,
  Promised,
  Quota,
  Session,
  Training,
  TrainingPlan,
} from "./training.ts";
import { PROMISES } from "./training.ts";

/** Local times "HH:MM". */
export interface Hours {
  from: string;
  until: string;
}

/** What one day is about; its own place and things to bring come from an earlier training. */
export interface DayProgramme {
  topic?: string;
  sessions?: Session[];
  place?: string;
  bring?: string[];
}

/** What is asked of whoever makes a training; null was skipped, undefined is open. */
export interface TrainingAnswers {
  title?: string;
  /** Local dates, earliest first. */
  days?: string[];
  /** One for all days, or one for each. */
  hours?: Hours[];
  venue?: string;
  hostCity?: string;
  point?: MapPoint | null;
  /** One for each day. */
  programme?: DayProgramme[] | null;
  /** Participants travel together. */
  away?: "yes" | "no";
  gatherPlace?: string;
  gatherAt?: string;
  travel?: string | null;
  partners?: string[] | null;
  capacity?: number;
  quotas?: Quota[] | null;
  openTo?: "all" | "some";
  onlyKecamatan?: string[] | null;
  onlyCrafts?: string[] | null;
  onlyCommunities?: string[] | null;
  admission?: Admission;
  promised?: string[] | null;
  transport?: string;
  lodging?: string;
  meals?: string;
  allowance?: string;
  certificate?: string;
  bring?: string[] | null;
  contact?: string;
  /** Never asked: who organised the training that this is made from. */
  organiser?: string;
}

export type TrainingField = keyof TrainingAnswers;

/** The plan that these answers make; undefined while something needed is open. */
export function planOf(
  answers: TrainingAnswers,
  { id, organiser, now }: { id: string; organiser: string; now: Date },
): TrainingPlan | undefined {
  const { title, days, venue, hostCity, capacity, contact, admission } = answers;
  if (!title || !days?.length || !venue || !hostCity || !capacity || !contact || !admission)
    return undefined;
  const planned = daysOf(answers);
  if (!planned) return undefined;
  return {
    ...{ id, title, state: "draft", days: planned, hostCity, contact, admission },
    ...{ place: venue, seats: capacity },
    organiser: answers.organiser ?? organiser,
    partners: answers.partners ?? [],
    bring: answers.bring ?? [],
    ...optionalOf(answers),
    ...{ planVersion: 1, plannedAt: now, invented: false },
  };
}

function daysOf({ days = [], hours = [], programme }: TrainingAnswers) {
  const [shared] = hours;
  if (!shared || (hours.length !== 1 && hours.length !== days.length)) return undefined;
  return days.map((date, index) => ({
    date,
    ...(hours[index] ?? shared),
    ...programme?.[index],
  }));
}

function optionalOf(answers: TrainingAnswers): Partial<TrainingPlan> {
  const { away, gatherPlace, gatherAt, travel, point, quotas } = answers;
  const mayApply = eligibilityOf(answers);
  const promises = promisesOf(answers);
  const leaving = away === "yes";
  return {
    ...(leaving && gatherPlace && gatherAt && { gathering: { place: gatherPlace, at: gatherAt } }),
    ...(leaving && travel && { travel }),
    ...(point && { point }),
    ...(quotas?.length && { quotas }),
    ...(mayApply && { mayApply }),
    ...(promises && { promises }),
  };
}

function eligibilityOf(answers: TrainingAnswers): Eligibility | undefined {
  const { openTo, onlyKecamatan, onlyCrafts, onlyCommunities } = answers;
  const kecamatan = onlyKecamatan ?? [];
  const crafts = onlyCrafts ?? [];
  const communities = onlyCommunities ?? [];
  const isBound = kecamatan.length + crafts.length + communities.length > 0;
  return openTo === "some" && isBound ? { kecamatan, crafts, communities } : undefined;
}

function promisesOf(answers: TrainingAnswers): Promised | undefined {
  const kept = PROMISES.filter((one) => answers.promised?.includes(one) && answers[one]);
  const words = kept.map((one) => [one, answers[one]] as const);
  return kept.length ? Object.fromEntries(words) : undefined;
}

/** A training as the answers that would make it. */
export function answersOfTraining(training: Training): TrainingAnswers {
  const { days, gathering, mayApply, promises = {}, travel, partners, bring } = training;
  const hours = days.map(({ from, until }) => ({ from, until }));
  const [first] = hours;
  const alike = hours.every(({ from, until }) => from === first?.from && until === first.until);
  const programme = days.map(({ date: _, from: __, until: ___, ...rest }) => rest);
  const list = (words: string[] | undefined) => (words?.length ? words : null);
  return {
    title: training.title,
    days: days.map(({ date }) => date),
    hours: alike ? hours.slice(0, 1) : hours,
    venue: training.place,
    hostCity: training.hostCity,
    point: training.point ?? null,
    programme: programme.some((day) => Object.keys(day).length) ? programme : null,
    away: gathering || travel ? "yes" : "no",
    ...(gathering && { gatherPlace: gathering.place, gatherAt: gathering.at }),
    travel: travel ?? null,
    partners: list(partners),
    capacity: training.seats,
    quotas: training.quotas?.length ? training.quotas : null,
    openTo: mayApply ? "some" : "all",
    onlyKecamatan: list(mayApply?.kecamatan),
    onlyCrafts: list(mayApply?.crafts),
    onlyCommunities: list(mayApply?.communities),
    admission: training.admission ?? "direct",
    promised: list(PROMISES.filter((one) => promises[one])),
    ...promises,
    bring: list(bring),
    contact: training.contact,
    organiser: training.organiser,
  };
}

/** What a new training takes from an earlier one: all but its dates. */
export function answersForCopy(training: Training): TrainingAnswers {
  const answers = answersOfTraining(training);
  delete answers.days;
  return answers;
}

/** Fields that no longer fit when there are so many days, and are asked again. */
export function unfitFor(days: number, { hours, programme }: TrainingAnswers): TrainingField[] {
  const unfit = (list: unknown[] | null | undefined, one: boolean) =>
    Boolean(list) && list?.length !== days && !(one && list?.length === 1);
  return [
    ...(unfit(hours, true) ? (["hours"] as const) : []),
    ...(unfit(programme, false) ? (["programme"] as const) : []),
  ];
}
