import type { SendLane } from "./chat-pace.ts";

/** Longer no call waits for its turn: a handler must end, and the claim of a delivery must not. */
export const PATIENCE_MS = 10_000;

/** What a call is to the queue. */
export interface Place {
  /**
   * send: takes a slot. other: takes none, but obeys a pause. free: obeys none, such as a poll and
   * the answer to a tap, which expires.
   */
  kind: "send" | "other" | "free";
  lane: SendLane;
  chat?: string;
  /** Of two reminders that which dies first goes first. */
  notAfter?: Date;
}

/** It is too early, for so long; for the chat only, or for all. */
export interface TooEarly {
  waitMs: number;
  chatOnly: boolean;
}

/** One call, from its place in the queue to its answer; after a refusal it may wait again. */
export interface Turn {
  /** Resolves when the call may go, or with how much too early it is. */
  wait(): Promise<TooEarly | undefined>;
  /** Telegram answered; or the answer, or the way there, was lost. */
  done(how: "answered" | "lost"): void;
  /** Telegram refused it for so long; the answer says whether only the chat is meant. */
  refused(forMs: number): boolean;
}

/** grammY brings its own kind of signal. */
export type Signal = Pick<AbortSignal, "aborted" | "addEventListener" | "removeEventListener">;
