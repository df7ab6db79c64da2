import { instantOf, localDate } from "../dates.ts";

/** One day of a training: local date and hours in Asia/Jakarta, never instants. */
export interface TrainingDay {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  from: string;
  /** HH:MM */
  until: string;
  topic?: string;
}

export const TRAINING_STATES = [
  "draft",
  "open",
  "selecting",
  "running",
  "closed",
  "archived",
  "cancelled",
] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

export interface Training {
  /** Up to 40 characters of a–z, 0–9 and "-": it travels in buttons and in other ids. */
  id: string;
  title: string;
  state: TrainingState;
  /** At least one, earliest first. */
  days: TrainingDay[];
  place: string;
  /** Free text such as "Kota Bandung"; never a kecamatan of the kabupaten. */
  hostCity: string;
  organiser: string;
  partners: string[];
  /** At least one. */
  seats: number;
  /** Ids of the artisans who hold a seat; joined and left in one atomic command each. */
  seatHolders: string[];
  bring: string[];
  contact: string;
  /** Where out-of-town participants gather and when (local HH:MM), on the first day. */
  gathering?: { place: string; at: string };
  /** Rises by one at each change of day, hour, place, or at a cancellation. */
  planVersion: number;
  /** When this plan was made; rules that died before it are skipped without a word. */
  plannedAt: Date;
  /** Facts made up for the demo because the source does not give them. */
  invented: boolean;
}

/** A training as it is announced: nobody holds a seat yet. */
export type TrainingPlan = Omit<Training, "seatHolders">;

/** Place and city, as people say it. */
export function whereOf({ place, hostCity }: Training): string {
  return `${place}, ${hostCity}`;
}

export function holdsSeat({ seatHolders }: Training, artisan: string): boolean {
  return seatHolders.includes(artisan);
}

export function seatsLeft({ seats, seatHolders }: Training): number {
  return Math.max(0, seats - seatHolders.length);
}

/** Seats are taken while it is open and its first hour has not come. */
export function takesSeats({ state, days }: Training, now: Date): boolean {
  const [first] = days;
  return state === "open" && first !== undefined && now < instantOf(first.date, first.from);
}

export function hasBegun({ days }: Training, now: Date): boolean {
  const [first] = days;
  return first !== undefined && now >= instantOf(first.date, first.from);
}

export function hasEnded({ days }: Training, now: Date): boolean {
  const last = days.at(-1);
  return last === undefined || now >= instantOf(last.date, last.until);
}

/** The day that is on or comes next; undefined when all are over. */
export function nextDay({ days }: Training, now: Date): TrainingDay | undefined {
  const today = localDate(now);
  return days.find(({ date, until }) => date > today || now < instantOf(date, until));
}
