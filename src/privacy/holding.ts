import type { Retention } from "./retention.ts";
import type { Kept, SealedIn } from "./sealed-values.ts";
import type { Unites } from "./unite.ts";

/** A person as the collections know them. */
export interface Whom {
  artisan?: string;
  /** Telegram's id of the person and of the private chat. */
  chat?: number;
}

/** That a document speaks of somebody, and since when it does. */
export interface Trace extends Whom {
  since: Date;
}

/** What becomes of a document; each can be done twice. */
export type Step =
  | { is: "remove" }
  | { is: "stay" }
  | { is: "change"; updates: readonly Record<string, Record<string, unknown>>[] }
  /** Another document takes its place, under an id that leads to nobody. */
  | { is: "replace"; by: Kept };

export interface Facts {
  now: Date;
  figures: Retention;
  /** A digest that nobody can compute without the key. */
  token: (text: string) => string;
}

/** What is old enough to go, without a word, and how. */
export interface Sweep {
  filter: Record<string, unknown>;
  /** What becomes of each; a function where that hangs on the document. */
  step: Step | ((kept: Kept) => Step);
  /** Of a chat that has a record it stays: its version fences the record. */
  unlessRegistered?: true;
}

/** One place where personal data rest. */
export interface Holding extends SealedIn {
  /** Finds what is kept of a person; undefined: by this nothing can be found. */
  of(whom: Whom): Record<string, unknown> | undefined;
  /** What /datasaya shows of a document whose seals are open; undefined: it is about others. */
  tell(kept: Kept, whom: Whom): Record<string, unknown> | undefined;
  erase(kept: Kept, whom: Whom, facts: Facts): Step;
  traces(kept: Kept): Trace[];
  /** What a merge makes of it; a place that knows people by their record only or not at all needs none. */
  unites?: Unites;
  sweeps?(facts: Facts): Sweep[];
}

export const REMOVE: Step = { is: "remove" };
export const STAY: Step = { is: "stay" };
export const change = (...updates: Record<string, Record<string, unknown>>[]): Step => ({
  is: "change",
  updates,
});
export const EPOCH = new Date(0);

/** A proof of a living record is kept as long as the record. */
export const AS_LONG_AS_THE_RECORD = new Date("9999-12-31T00:00:00Z");

export const byChat =
  (find: (chat: number) => Record<string, unknown>) =>
  ({ chat }: Whom) =>
    chat === undefined ? undefined : find(chat);

export const byArtisan =
  (find: (artisan: string) => Record<string, unknown>) =>
  ({ artisan }: Whom) =>
    artisan === undefined ? undefined : find(artisan);

export const without = (kept: Kept, ...names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(kept).filter(([name]) => !names.includes(name)));

export const chatOf = ({ _id }: Kept): number => Number(_id.split(":")[1]);
export const dateOf = (value: unknown): Date => (value instanceof Date ? value : EPOCH);

/** Finds by any of these ways; undefined: there is none. */
export function anyOf(ways: readonly Record<string, unknown>[]) {
  return ways.length ? { $or: ways } : undefined;
}

/** Where a Telegram id stood that is no longer to be known. */
export const NOBODY = 0;

/** Stands for a person in one training or notice, and leads to nobody. */
export function nameless(token: Facts["token"], where: string, artisan: string): string {
  return `gone-${token(`${where}:${artisan}`).slice(0, 16)}`;
}
