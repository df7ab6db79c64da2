import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database.ts";
import type { FieldCipher } from "./field-cipher.ts";
import type { Facts, Holding, Step, Trace, Whom } from "./holding.ts";
import { HOLDINGS } from "./holdings.ts";
import { type Kept, unsealed } from "./sealed-values.ts";

const PAGE = 50;

/** Does what the list of places says: finds, tells, erases and sweeps, one document a write. */
export function createHoldings(connection: Connection, cipher: FieldCipher) {
  const rows = ({ collection }: Pick<Holding, "collection">) =>
    connection.collection<Kept>(collection);

  /** The documents that fit, page by page in the order of their ids. */
  async function* pages(holding: Holding, filter: Record<string, unknown>) {
    for (let last = ""; ;) {
      const found = await rows(holding)
        .find({ $and: [{ _id: { $gt: last } }, filter] } as object)
        .sort({ _id: 1 })
        .limit(PAGE)
        .toArray();
      yield found as Kept[];
      last = found.at(-1)?._id ?? "";
      if (found.length < PAGE) return;
    }
  }

  async function* all(holding: Holding, filter: Record<string, unknown>) {
    for await (const page of pages(holding, filter)) yield* page;
  }

  /** With a filter the document must still be as it was found. */
  async function take(
    step: Step,
    holding: Holding,
    _id: string,
    filter: Record<string, unknown> = {},
  ): Promise<void> {
    const where = { ...filter, _id } as object;
    if (step.is === "remove") await rows(holding).deleteOne(where);
    if (step.is === "change")
      for (const update of step.updates) await rows(holding).updateOne(where, update);
    if (step.is === "replace") {
      await rows(holding)
        .insertOne(step.by)
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      await rows(holding).deleteOne(where);
    }
  }

  async function isRegistered({ _id }: Kept): Promise<boolean> {
    const telegram = Number(_id.split(":")[1]);
    return (await connection.collection("artisans").findOne({ telegram })) !== null;
  }

  return {
    /** All that is kept of a person, by collection, with its seals open. */
    async tell(whom: Whom): Promise<Record<string, Record<string, unknown>[]>> {
      const told: Record<string, Record<string, unknown>[]> = {};
      for (const holding of HOLDINGS) {
        const filter = holding.of(whom);
        if (!filter) continue;
        const entries: Record<string, unknown>[] = [];
        for await (const kept of all(holding, filter)) {
          const entry = holding.tell(unsealed(holding, kept, cipher), whom);
          if (entry) entries.push(entry);
        }
        if (entries.length) told[holding.collection] = entries;
      }
      return told;
    },

    /** Erases a person from one place. Repeatable. */
    async erase(holding: Holding, whom: Whom, facts: Omit<Facts, "token">): Promise<void> {
      const filter = holding.of(whom);
      if (!filter) return;
      const known = { ...facts, token: cipher.blindIndex };
      for await (const kept of all(holding, filter))
        await take(holding.erase(kept, whom, known), holding, kept._id);
    },

    /** Lets go what is old enough; answers how much. Stops between two pages when told to. */
    async sweep(
      holding: Holding,
      facts: Omit<Facts, "token">,
      signal?: AbortSignal,
    ): Promise<number> {
      const known = { ...facts, token: cipher.blindIndex };
      let swept = 0;
      for (const { filter, step, unlessRegistered } of holding.sweeps?.(known) ?? []) {
        for await (const page of pages(holding, filter)) {
          if (signal?.aborted) return swept;
          for (const kept of page) {
            if (unlessRegistered && (await isRegistered(kept))) continue;
            const one = typeof step === "function" ? step(kept) : step;
            await take(one, holding, kept._id, filter);
            swept += 1;
          }
        }
      }
      return swept;
    },

    /** Everybody that any place speaks of. */
    async *traces(): AsyncGenerator<Trace> {
      for (const holding of HOLDINGS)
        for await (const kept of all(holding, {})) yield* holding.traces(kept);
    },
  };
}
