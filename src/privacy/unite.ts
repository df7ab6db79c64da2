import { isDeepStrictEqual } from "node:util";
import type { Kept } from "./sealed-values.ts";

export type Fields = Record<string, unknown>;

/**
 * What becomes of a document when its record is united with another one of the same person. What
 * is the person's belongs to the record that stays from then on; both records' documents are kept,
 * so that each can still be shown and is given back by an undo.
 *
 * - itself: the merge has steps of its own for it (`src/doubles`).
 * - stays: it is no longer of use for a record that is united, and comes to its own end: what
 *   somebody of the staff does just now, a row of a sheet, a code on paper.
 * - named: its id tells nobody. The fields, one value or a list, name the other record from now on.
 * - keyed: its id names the record, and it is found by that id: it gets the id of the record that
 *   stays. Where that one has such a document too, its own holds; the other keeps its id, belongs
 *   to the person as well, and says by `beside` that it does not count a second time.
 */
export type Unites =
  | { as: "itself" | "stays" }
  | {
      as: "named";
      fields: readonly string[];
      /** Ids under which others may lie, by Telegram ids of both records. */
      among?: (chats: readonly number[]) => string[];
      /** What else changes in it, beside those of the record that stays. */
      beside?: (theirs: Kept, mine: readonly Kept[]) => Fields;
    }
  | {
      as: "keyed";
      idFor: (kept: Kept, artisan: string) => string;
      /** False: its id stays, as somebody has it in hand by its id. */
      mayMove?: (kept: Kept) => boolean;
      /** What else names the record. */
      more?: (kept: Kept, from: string, to: string) => Fields;
      beside: (theirs: Kept, mine: Kept) => Fields;
      /** What the one that holds takes over from the other. */
      takes?: (mine: Kept, theirs: Kept) => Fields;
    };

/** Who is united: the record that goes, and the one that stays. */
export interface Pair {
  survivor: string;
  loser: string;
}

/** One thing done to one document; can be done again, and taken back. */
export type UniteStep =
  | { is: "move"; collection: string; from: string; to: string }
  | { is: "patch"; collection: string; _id: string; before: Fields; after: Fields };

/** What is to be done in one place, in its order. */
export function uniteSteps(
  { collection, unites }: { collection: string; unites?: Unites },
  { survivor, loser }: Pair,
  mine: readonly Kept[],
  theirs: readonly Kept[],
): UniteStep[] {
  const patch = (kept: Kept, after: Fields): UniteStep[] => {
    const names = Object.keys(after).filter((name) => !isDeepStrictEqual(kept[name], after[name]));
    const before = Object.fromEntries(names.map((name) => [name, kept[name]]));
    const now = Object.fromEntries(names.map((name) => [name, after[name]]));
    return names.length ? [{ is: "patch", collection, _id: kept._id, before, after: now }] : [];
  };
  if (unites?.as === "named")
    return theirs.flatMap((kept) =>
      patch(kept, {
        ...renamed(kept, unites.fields, { survivor, loser }),
        ...unites.beside?.(kept, mine),
      }),
    );
  if (unites?.as !== "keyed") return [];
  return theirs.flatMap((kept): UniteStep[] => {
    const to = unites.idFor(kept, survivor);
    const own = mine.find(({ _id }) => _id === to);
    if (!own && unites.mayMove?.(kept) !== false)
      return [{ is: "move", collection, from: kept._id, to }];
    return [
      ...patch(kept, { artisan: survivor, ...(own && unites.beside(kept, own)) }),
      ...(own && unites.takes ? patch(own, unites.takes(own, kept)) : []),
    ];
  });
}

function renamed(kept: Kept, fields: readonly string[], { survivor, loser }: Pair): Fields {
  const other = (one: unknown) => (one === loser ? survivor : one);
  return Object.fromEntries(
    fields.flatMap((name): [string, unknown][] => {
      const value = kept[name];
      if (Array.isArray(value)) return [[name, [...new Set(value.map(other))]]];
      return value === loser ? [[name, survivor]] : [];
    }),
  );
}

/**
 * The fields to be set so that `from` becomes `to` where nobody changed them since. Of a list that
 * changed, what was put in goes and what was taken out comes back; another value stays.
 */
export function changedFields(current: Kept, from: Fields, to: Fields): Fields {
  return Object.fromEntries(
    Object.keys(to).flatMap((name) => {
      // A plan that was kept knows null where there was nothing.
      const [now, was, will] = [current, from, to].map((one) => one[name] ?? undefined);
      if (isDeepStrictEqual(now, was)) return [[name, will]];
      if (!Array.isArray(now) || !Array.isArray(was) || !Array.isArray(will)) return [];
      const stay = now.filter((one) => !was.includes(one) || will.includes(one)) as unknown[];
      const fresh = will.filter((one) => !was.includes(one) && !stay.includes(one)) as unknown[];
      return [[name, [...stay, ...fresh]]];
    }),
  );
}
