import { normalise } from "../text.ts";

export const MOST_SEATS = 200;

/** Reads a number of seats, "20" or "20 orang": from 1 to 200. */
export function readSeats(typed: string): number | undefined {
  const digits = /^(\d{1,3})(?: (?:orang|kursi|tempat|peserta|perajin|seats|people))?$/.exec(
    normalise(typed),
  )?.[1];
  const seats = Number(digits);
  return seats >= 1 && seats <= MOST_SEATS ? seats : undefined;
}
