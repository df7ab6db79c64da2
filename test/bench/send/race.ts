import type { Rate } from "../../../src/sandbox/telegram/limits.ts";
import { serve } from "../served.ts";
import type { Result, Task } from "./contestant.ts";
import { ANSWER_MS, type BenchTelegram, type Noted, openTelegram } from "./telegram.ts";

/** The stand-in's first person. */
export const FIRST = 5_000_000_001;
/** Writers are other people than those who get the notice, so that no chat is in both. */
const WRITERS = 40;
const SECOND_MS = 1_000;

export interface Setting {
  rate: Rate;
  answerMs?: number;
  people: number;
  /** The bot is in one group as well, the first that this Telegram knows. */
  withGroup?: boolean;
  /** What happens in the middle. */
  meanwhile?: (telegram: BenchTelegram) => Promise<void>;
}

export interface Run {
  result: Result;
  /** All that came after the start, in order. */
  noted: Noted[];
  /** The same without answers to writers. */
  bulk: Noted[];
}

export type Part = Omit<Task, "telegram" | "chats" | "writers">;

/** One contestant in a process of its own, before a Telegram of its own. */
export function race(part: Part, setting: Setting): Promise<Run> {
  return raceTogether([part], setting);
}

/** Several processes of one bot before one Telegram; the result is that of the first. */
export async function raceTogether(
  parts: readonly Part[],
  { rate, answerMs = ANSWER_MS, people, withGroup = false, meanwhile }: Setting,
): Promise<Run> {
  const telegram = await openTelegram({ people: people + WRITERS, answerMs, rate });
  const { url, token } = telegram.place;
  const group = withGroup ? await telegram.addGroup() : undefined;
  const each = Math.floor(WRITERS / parts.length);
  const start = (part: Part, at: number) => {
    const task: Task = {
      ...part,
      ...(group !== undefined && { group }),
      telegram: { url, token },
      chats: [FIRST, at === 0 ? people : 0],
      writers: [FIRST + people + at * each, part.writeEveryMs === 0 ? 0 : each],
    };
    return serve<Result>("send/contestant.ts", JSON.stringify(task));
  };
  try {
    const begun = meanwhile?.(telegram);
    const contestants = await Promise.all(parts.map(start));
    const results = contestants.map(({ told }) => told);
    await begun;
    const first = Math.min(...results.map((one) => one.begun));
    const noted = (await telegram.sends(group)).filter(({ at }) => at >= first);
    await Promise.all(contestants.map(({ stop }) => stop()));
    const [result] = results;
    if (!result) throw new Error("nobody took part");
    const replyMs = results.flatMap((one) => one.replyMs);
    const isBulk = ({ chat }: Noted) => chat > 0 && chat < FIRST + people;
    return { result: { ...result, replyMs }, noted, bulk: noted.filter(isBulk) };
  } finally {
    await telegram.stop();
  }
}

/** What part of the limit was used, in whole seconds after the first. */
export function percentOf(noted: readonly Noted[], limit: number): number {
  const accepted = noted.filter(({ refused }) => !refused);
  const from = (accepted[0]?.at ?? 0) + SECOND_MS;
  const seconds = Math.floor(((accepted.at(-1)?.at ?? 0) - from) / SECOND_MS);
  const within = accepted.filter(({ at }) => at >= from && at < from + seconds * SECOND_MS);
  return seconds < 1 ? 0 : (within.length / seconds / limit) * 100;
}

export const refusalsOf = (noted: readonly Noted[]) =>
  noted.filter(({ refused }) => refused).length;

/** Refusals for each 1,000 accepted. */
export function perThousand(noted: readonly Noted[]): number {
  const refused = refusalsOf(noted);
  return (refused / Math.max(1, noted.length - refused)) * 1_000;
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredth) / 100))] ?? 0;
}
