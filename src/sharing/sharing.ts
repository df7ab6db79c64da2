import type { PhotoAnswer } from "../artisans/answers.ts";
import { addDays, instantOf } from "../dates.ts";
import type { CraftKey } from "../places/crafts.ts";
import type { Training } from "../trainings/training.ts";

/**
 * planned: promised, people are invited. held: its pioneer told how it was. confirmed: the leader
 * or the office says so too. cancelled: it will not be.
 */
export const SHARING_STATES = ["planned", "held", "confirmed", "cancelled"] as const;
export type SharingState = (typeof SHARING_STATES)[number];

/** What a pioneer promises, field by field. */
export interface SharingAnswers {
  /** Given when it is begun: the training it comes from. */
  training?: string;
  topic?: string;
  craft?: CraftKey;
  place?: string;
  seats?: number;
  /** YYYY-MM-DD */
  date?: string;
  /** HH:MM */
  time?: string;
}

/** How it was. */
export interface SharedAnswers {
  /** Given when it is begun: the session. */
  session?: string;
  men?: number;
  women?: number;
  photo?: PhotoAnswer | null;
  sentence?: string;
}

/** A sesi berbagi: what was learnt, passed on at home. */
export interface Sharing extends Required<SharingAnswers> {
  /** Short: it travels in buttons. */
  id: string;
  /** Its pioneer. */
  artisan: string;
  kecamatan: string;
  state: SharingState;
  madeAt: Date;
  /** Ids of members who said that they come. */
  guests: string[];
  men?: number;
  women?: number;
  photo?: PhotoAnswer;
  sentence?: string;
  heldAt?: Date;
  confirmedBy?: number;
  confirmedAt?: Date;
}

export const SEATS = { least: 1, most: 200 } as const;
export const PLACE = { least: 3, most: 80 } as const;
export const TOPIC = { least: 3, most: 60 } as const;
export const SENTENCE = { least: 10, most: 300 } as const;
export const HEADS = { most: 500 } as const;

/** How far ahead of the last day a first session is suggested. */
const SEED_DAYS = 30;

/** A month after the training, and the weekends around it. */
export function suggestedDates({ days }: Pick<Training, "days">, today: string): string[] {
  const last = days.at(-1)?.date ?? today;
  const first = addDays(last, SEED_DAYS);
  const from = first > today ? first : addDays(today, 7);
  return [0, 1, 7, 14].map((ahead) => addDays(from, ahead));
}

export const startOf = ({ date, time }: Pick<Sharing, "date" | "time">) => instantOf(date, time);

export const headsOf = ({ men = 0, women = 0 }: Pick<Sharing, "men" | "women">) => men + women;

/** People whom sessions reached in one kecamatan. */
export interface Reach {
  kecamatan: string;
  pioneers: number;
  sessions: number;
  people: number;
}

/**
 * Pioneers, sessions that were held, and people reached, by kecamatan; those with none first, then
 * in the order of the codes. Thanks, not rankings.
 */
export function reachBy(
  pioneers: readonly { kecamatan: string }[],
  sessions: readonly Sharing[],
): Reach[] {
  const held = sessions.filter(({ state }) => state === "held" || state === "confirmed");
  const places = new Set([...pioneers, ...held].map(({ kecamatan }) => kecamatan));
  return [...places]
    .map((kecamatan) => {
      const here = held.filter((one) => one.kecamatan === kecamatan);
      return {
        kecamatan,
        pioneers: pioneers.filter((one) => one.kecamatan === kecamatan).length,
        sessions: here.length,
        people: here.reduce((sum, one) => sum + headsOf(one), 0),
      };
    })
    .sort(
      (a, b) =>
        Number(a.people > 0) - Number(b.people > 0) || a.kecamatan.localeCompare(b.kecamatan),
    );
}
