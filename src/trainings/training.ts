import { instantOf, localDate } from "../dates.ts";

/** A lesson of a training day. */
export interface Session {
  topic: string;
  trainer?: string;
  /** Lesson hours, "JP" (jam pelajaran): they count towards the certificate. */
  lessonHours: number;
}

/** One day of a training: local date and hours in Asia/Jakarta, never instants. */
export interface TrainingDay {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  from: string;
  /** HH:MM */
  until: string;
  topic?: string;
  /** Where it differs from the training's place. */
  place?: string;
  sessions?: Session[];
  /** Besides what is brought to every day. */
  bring?: string[];
}

/**
 * direct: who joins holds a seat at once, or waits in order. selection: who joins is interested, and
 * people choose.
 */
export const ADMISSIONS = ["direct", "selection"] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** Who may apply; an empty list asks for nothing. */
export interface Eligibility {
  kecamatan: string[];
  crafts: string[];
  communities: string[];
}

/** Seats that one community or kecamatan should have at least and at most: it warns, never blocks. */
export interface Quota {
  by: "community" | "kecamatan";
  of: string;
  least?: number;
  most?: number;
}

/** What the office promises participants, in its own words; the bot moves no money. */
export const PROMISES = ["transport", "lodging", "meals", "allowance", "certificate"] as const;
export type Promised = Partial<Record<(typeof PROMISES)[number], string>>;

export interface MapPoint {
  latitude: number;
  longitude: number;
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
  /** Ids of those who wait for a seat, in the order they came; absent: nobody ever did. */
  waitingList?: string[];
  /** How many ever came to the waiting list: the number the last of them was given. */
  waitCount?: number;
  bring: string[];
  contact: string;
  /** Where out-of-town participants gather and when (local HH:MM), on the first day. */
  gathering?: { place: string; at: string };
  /** Absent: direct. */
  admission?: Admission;
  /** Absent: whoever is registered. */
  mayApply?: Eligibility;
  quotas?: Quota[];
  promises?: Promised;
  point?: MapPoint;
  /** How out-of-town participants travel, in the office's words. */
  travel?: string;
  /** There is a test to take before and after. */
  hasTest?: boolean;
  /** Why it was cancelled. */
  cancelReason?: string;
  /** Rises by one at each change of day, hour, place, or at a cancellation. */
  planVersion: number;
  /** The entry of the ledger of promises that made this plan; absent: it never changed. */
  planEntry?: string;
  /** When this plan was made; rules that died before it are skipped without a word. */
  plannedAt: Date;
  /** Facts made up for the demo because the source does not give them. */
  invented: boolean;
}

/** A training as it is announced: nobody holds a seat yet. */
export type TrainingPlan = Omit<Training, "seatHolders" | "waitingList" | "waitCount">;

/** Place and city, as people say it. */
export function whereOf({ place, hostCity }: Training): string {
  return `${place}, ${hostCity}`;
}

export function holdsSeat({ seatHolders }: Training, artisan: string): boolean {
  return seatHolders.includes(artisan);
}

export function isWaiting({ waitingList = [] }: Training, artisan: string): boolean {
  return waitingList.includes(artisan);
}

/**
 * The number of somebody whose own was never written down: the last of the list has the highest
 * that was given, and each before has one less at most.
 */
export function numberIn({ waitingList = [], waitCount = 0 }: Training, artisan: string): number {
  return waitCount - (waitingList.length - 1 - waitingList.indexOf(artisan));
}

/** People choose who takes part. */
export function isSelected({ admission }: Training): boolean {
  return admission === "selection";
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
