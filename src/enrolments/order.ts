/** Facts about one person who wishes to take part; no points, and nobody is ranked by a number. */
export interface Candidate {
  id: string;
  name: string;
  kecamatan: string;
  community?: string;
  craftMatch: boolean;
  /** Trainings of the last 24 months. */
  trainings: number;
  /** The last day of the last training ever, YYYY-MM-DD; absent: never trained. */
  lastTrained?: string;
  /** How often a choice ended without them. */
  passedOver: number;
  /** Somebody of their kecamatan was at a training before. */
  reached: boolean;
  /** How many of their community hold a seat of this training. */
  communitySeats: number;
  road: "telegram" | "blocked" | "none";
  interestedAt: Date;
  /** Skipped, in these words. */
  skipped?: string;
}

/**
 * The order that is suggested (Giliran adil): who makes this craft; never trained; longest since
 * the last training; of a kecamatan not reached yet; most often passed over; earliest interest.
 */
export function suggestedOrder<T extends Candidate>(candidates: readonly T[]): T[] {
  return [...candidates].sort((a, b) => {
    for (const compare of RULES) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return a.id < b.id ? -1 : 1;
  });
}

type Compare = (a: Candidate, b: Candidate) => number;

const first =
  (is: (one: Candidate) => boolean): Compare =>
  (a, b) =>
    Number(is(b)) - Number(is(a));

const RULES: readonly Compare[] = [
  first(({ craftMatch }) => craftMatch),
  first(({ lastTrained }) => lastTrained === undefined),
  (a, b) => (a.lastTrained ?? "").localeCompare(b.lastTrained ?? ""),
  first(({ reached }) => !reached),
  (a, b) => b.passedOver - a.passedOver,
  (a, b) => a.interestedAt.getTime() - b.interestedAt.getTime(),
];

/** Ids of those who would be passed over by this pick: then it needs a reason. */
export function passedBy(
  order: readonly Pick<Candidate, "id" | "skipped">[],
  picked: string,
): string[] {
  const at = order.findIndex(({ id }) => id === picked);
  return order
    .slice(0, Math.max(0, at))
    .filter(({ skipped }) => skipped === undefined)
    .map(({ id }) => id);
}
