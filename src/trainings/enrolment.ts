/**
 * interested: wishes to take part, by self, leader or coordinator. waiting: on the waiting list.
 * offered, accepted and confirmed hold a seat. released: the seat was taken back. notChosen: the
 * choice is over without them.
 */
export const ENROLMENT_STATES = [
  "interested",
  "waiting",
  "offered",
  "accepted",
  "confirmed",
  "declined",
  "withdrawn",
  "released",
  "notChosen",
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** The states that hold a seat. */
export const SEATED = ["offered", "accepted", "confirmed"] as const satisfies EnrolmentState[];

/** Those who will come, as far as they said. */
export const GOING = ["accepted", "confirmed"] as const satisfies EnrolmentState[];

/**
 * coming: will be there. notComing: will not. unsure: does not know yet. notReached: whoever asked
 * for them got no answer.
 */
export const ANSWER_WORDS = ["coming", "notComing", "unsure", "notReached"] as const;
export type AnswerWord = (typeof ANSWER_WORDS)[number];

/** The last word on whether somebody comes. */
export interface Answer {
  word: AnswerWord;
  /** Telegram's id of who gave it, and as what. */
  by: number;
  as: "artisan" | "leader" | "coordinator";
  at: Date;
}

/** Who wished that somebody takes part; kept through all that follows. */
export interface Interest {
  at: Date;
  as: "self" | "leader" | "coordinator";
  by?: number;
}

/** One artisan in one training. */
export interface Enrolment {
  training: string;
  artisan: string;
  state: EnrolmentState;
  since: Date;
  /** Who brought it to this state, if it was not the artisan: Telegram's id. */
  by?: number;
  /** When they first wished to take part, and who said so: Telegram's id if it was somebody else. */
  interest?: Interest;
  /** When a seat of theirs became free: it goes to the next of their community first. */
  freedAt?: Date;
  /** Place on the waiting list, from 1; it stays when the list moves on. */
  number?: number;
  /** Of an offer: unanswered at this moment, the next is asked. */
  answerBy?: Date;
  /** Why they were picked out of order, skipped, released … in the words of whoever did it. */
  reason?: string;
  answer?: Answer;
  /** Wants no reminders until the training is over; changes and cancellations come all the same. */
  quiet?: boolean;
}

/** The same enrolment has the same id at every try. */
export const enrolmentId = (training: string, artisan: string) => `enr:${training}:${artisan}`;
