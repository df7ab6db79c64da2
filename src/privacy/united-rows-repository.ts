import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database.ts";
import type { FieldCipher } from "./field-cipher.ts";
import type { Holding } from "./holding.ts";
import { HOLDINGS } from "./holdings.ts";
import { type Kept, sealedValues } from "./sealed-values.ts";
import { changedFields, type Pair, uniteSteps, type UniteStep } from "./unite.ts";

/** A failed step means that the document has just changed. */
const LOOKS = 20;

type Move = Extract<UniteStep, { is: "move" }>;

/** What is kept of one record passes on to another of the same person, wherever it lies. */
export function createUnitedRows(connection: Connection, cipher: FieldCipher) {
  const rows = (collection: string) => connection.collection<Kept>(collection);
  const byId = (collection: string, _id: string) =>
    rows(collection).findOne({ _id }) as Promise<Kept | null>;

  async function of(holding: Holding, artisan: string, chats: readonly number[]): Promise<Kept[]> {
    const { collection, unites } = holding;
    const among = unites?.as === "named" ? unites.among?.(chats) : undefined;
    const filter = among ? { _id: { $in: among }, artisan } : holding.of({ artisan });
    if (!filter) return [];
    const found = rows(collection)
      .find(filter as object)
      .sort({ _id: 1 });
    return await found.toArray();
  }

  /** The document under another id, for another record; its seals are bound to where it stands. */
  function under(_id: string, kept: Kept, { survivor, loser }: Pair, holding: Holding): Kept {
    const more = holding.unites?.as === "keyed" ? holding.unites.more : undefined;
    const moved: Kept = {
      ...structuredClone(kept),
      ...{ _id, artisan: survivor },
      ...more?.(kept, loser, survivor),
    };
    for (const { path, place, sealed } of sealedValues(holding, kept)) {
      const again = cipher.seal({ ...place, record: _id }, cipher.open(place, sealed));
      const [name = "", field] = path.split(".");
      if (field === undefined) moved[name] = again;
      else (moved[name] as Record<string, unknown>)[field] = again;
    }
    return moved;
  }

  /** The old one goes only as it was copied: who changed it meanwhile is seen by the next look. */
  async function move({ collection, from, to }: Move, pair: Pair): Promise<void> {
    const holding = HOLDINGS.find((one) => one.collection === collection);
    for (let look = 0; holding && look < LOOKS; look += 1) {
      const kept = await byId(collection, from);
      if (!kept) return;
      const moved = under(to, kept, pair, holding);
      const isPut = await put(collection, moved);
      const { deletedCount } = await rows(collection).deleteOne(asItIs(kept));
      if (deletedCount === 1) return;
      if (isPut) await rows(collection).deleteOne(asItIs(moved));
    }
  }

  /** False: it is there already, from a try that died or as somebody gave it just now. */
  async function put(collection: string, kept: Kept): Promise<boolean> {
    return rows(collection)
      .insertOne(kept)
      .then(
        () => true,
        (error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
          return false;
        },
      );
  }

  async function patch(
    { collection, _id }: Extract<UniteStep, { is: "patch" }>,
    from: Record<string, unknown>,
    to: Record<string, unknown>,
  ): Promise<void> {
    const kept = await byId(collection, _id);
    if (!kept) return;
    const changed = Object.entries(changedFields(kept, from, to));
    const set = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
    const gone = changed.filter(([, value]) => value === undefined).map(([name]) => [name, 1]);
    if (!changed.length) return;
    await rows(collection).updateOne(
      { _id },
      {
        ...(Object.keys(set).length && { $set: set }),
        ...(gone.length && { $unset: Object.fromEntries(gone) as Record<string, 1> }),
      },
    );
  }

  return {
    /** All that is to be done, in its order. `chats`: Telegram ids of both records. */
    async plan(pair: Pair, chats: readonly number[]): Promise<UniteStep[]> {
      const steps: UniteStep[] = [];
      for (const holding of HOLDINGS) {
        if (holding.unites?.as !== "named" && holding.unites?.as !== "keyed") continue;
        const theirs = await of(holding, pair.loser, chats);
        if (!theirs.length) continue;
        steps.push(...uniteSteps(holding, pair, await of(holding, pair.survivor, chats), theirs));
      }
      return steps;
    },

    /** Does one step; done again it changes nothing. */
    do: (step: UniteStep, pair: Pair): Promise<void> =>
      step.is === "move" ? move(step, pair) : patch(step, step.before, step.after),

    /** Takes it back; what changed in a document since goes with it. */
    undo: (step: UniteStep, { survivor, loser }: Pair): Promise<void> =>
      step.is === "move"
        ? move({ ...step, from: step.to, to: step.from }, { survivor: loser, loser: survivor })
        : patch(step, step.after, step.before),
  };
}

/** Finds it only while its plain values are the same. */
function asItIs(kept: Kept): Record<string, unknown> {
  const isPlain = (value: unknown) =>
    ["string", "number", "boolean"].includes(typeof value) || value instanceof Date;
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => isPlain(value)));
}
