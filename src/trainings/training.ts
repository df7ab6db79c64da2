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

export type TrainingState =
  "draft" | "open" | "selecting" | "running" | "closed" | "archived" | "cancelled";

export interface Training {
  id: string;
  title: string;
  state: TrainingState;
  days: TrainingDay[];
  place: string;
  /** Free text such as "Kota Bandung"; never a kecamatan of the kabupaten. */
  hostCity: string;
  organiser: string;
  partners: string[];
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
