import type { SendLane } from "./chat-pace.ts";

/** A call under way. */
export interface Flight {
  lane: SendLane;
  chat: string;
  /** Its number in the pace. */
  send: number;
  /** Milliseconds of the queue's clock. */
  begun: number;
  /** It tries whether a pause is over. */
  isProbe: boolean;
}

/** The last answers that tell how long one takes. */
const KEPT = 40;
/** How many answers pass between two looks at them. */
const LOOK_EVERY = 4;
const P95 = 0.95;
/** Messages to many at one time, before any answer tells how many are needed. */
const LEAST = 8;
const MOST = { usual: 64, paid: 128 };
/** More messages a second than this need more calls at one time. */
const USUAL_RATE = 64;

/**
 * The calls under way: no more of them than so many messages a second need, for more would only
 * be what a crash can double; and after a pause one alone, until it is answered.
 */
export function createFlights(rate: number) {
  const most = rate > USUAL_RATE ? MOST.paid : MOST.usual;
  const answerTimes: number[] = [];
  let needed = LEAST;
  let answers = 0;
  let [all, bulk] = [0, 0];
  let probe: "none" | "due" | "flying" = "none";

  return {
    /** Whether one more of the lane may go. */
    isOpen: (lane: SendLane): boolean => {
      if (probe === "flying" || all >= most) return false;
      return lane === 0 || bulk < needed;
    },

    begin(flight: Omit<Flight, "isProbe">): Flight {
      const isProbe = probe === "due";
      if (isProbe) probe = "flying";
      all += 1;
      if (flight.lane > 0) bulk += 1;
      return { ...flight, isProbe };
    },

    /** passed: Telegram did not refuse everything, so the pause is over. */
    end({ lane, isProbe }: Flight, passed: boolean): void {
      all -= 1;
      if (lane > 0) bulk -= 1;
      if (isProbe && probe === "flying") probe = passed ? "none" : "due";
    },

    /** The next call goes alone. */
    expectProbe: () => void (probe = "due"),

    /** Milliseconds from a call to its answer. */
    answeredAfter(ms: number): void {
      answerTimes.push(ms);
      if (answerTimes.length > KEPT) answerTimes.shift();
      answers += 1;
      if (answers % LOOK_EVERY > 0) return;
      const sorted = answerTimes.toSorted((a, b) => a - b);
      const late = sorted[Math.ceil(P95 * (sorted.length - 1))] ?? 0;
      needed = Math.min(most, Math.max(LEAST, Math.ceil(((rate * late) / 1_000) * 2)));
    },
  };
}
