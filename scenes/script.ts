import type { BotContext } from "../src/bot/context.ts";
import type { Card } from "../src/bot/card.ts";
import type { Html } from "../src/bot/html.ts";
import { openQuestions, type Question, type Questions } from "./questions.ts";

/** A dialogue: its questions, where the answers live, and what follows the last one. */
export interface Script<Answers> {
  /** Ends in a number that rises when questions, readers or their order change. */
  id: string;
  questions: Questions<Answers>;
  /** Each question is opened from the card at the end, so *Kembali* leads there. */
  fromMenu?: boolean;
  /** Says how many questions are left, and that all may be skipped. */
  saysLeft?: boolean;
  /** Undefined when there is nothing left to talk about. */
  load(ctx: BotContext): Promise<Loaded<Answers> | undefined>;
  /** Stores an answer; the reopened fields hung on the old one and are asked again. */
  keep(ctx: BotContext, answer: Kept): Promise<void>;
  /** Remembers which values the buttons of a message offered, for "ya" and "2". */
  offer(ctx: BotContext, offer: Offer): Promise<void>;
  /** Asks the field next; undefined: the first open one. */
  askNext(ctx: BotContext, field: string | undefined): Promise<void>;
  drop(ctx: BotContext): Promise<void>;
  finish(ctx: BotContext): Promise<Card | Html>;
  /** Said when the talk is put aside. */
  saved(ctx: BotContext): Html;
}

export interface Loaded<Answers> {
  answers: Answers;
  asking?: string | undefined;
  offered?: Offer | undefined;
}

export interface Kept {
  field: string;
  value: unknown;
  reopened: string[];
  /** More may be ticked: the question stays the one that is asked. */
  stillOpen: boolean;
}

/** Buttons that asked what was meant, and the message they stand under. */
export interface Offer {
  field: string;
  message: number;
  values: string[];
}

/** Nothing else is asked for, and this has its answer: the person picked it from the card. */
export function isOpenedFromMenu<Answers>(
  { fromMenu = false, questions }: Script<Answers>,
  { field }: Question<Answers>,
  answers: Answers,
): boolean {
  return fromMenu && answers[field] !== undefined && openQuestions(questions, answers) === 0;
}
