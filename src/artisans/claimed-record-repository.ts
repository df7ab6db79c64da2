import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { Language } from "../bot/language.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { Consent } from "./answers.ts";
import type { Registrar } from "./artisan.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

/** taken: somebody else has it, or it is not to be had. accountTaken: the account has a record. */
export type Bound = "bound" | "taken" | "accountTaken";

/** Finds a record that somebody else registered, and that nobody has or is taking. */
export const UNCLAIMED = {
  telegram: operators({ $exists: false }),
  "registrar.telegram": operators({ $exists: true }),
  state: operators({ $ne: "merged" as const }),
  leaving: operators({ $exists: false }),
  inMerge: operators({ $exists: false }),
};

/** Records that somebody else registered, on their way to their person. */
export function createClaimedRecords(connection: Connection, cipher: FieldCipher) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  return {
    async isUnclaimed(id: string): Promise<boolean> {
      return (await artisans.exists({ _id: id, ...UNCLAIMED })) !== null;
    },

    /** Ids of unclaimed records with this number; two are as many as one needs to know. */
    async unclaimedWith(number: string): Promise<string[]> {
      const found = await artisans
        .find({ phoneKey: cipher.blindIndex(number), ...UNCLAIMED })
        .limit(2)
        .lean<ArtisanDocument[]>();
      return found.map(({ _id }) => _id);
    },

    /** Gives the record to the account, in one step with one winner. */
    async bind(
      id: string,
      { telegram, language }: { telegram: number; language: Language },
      now: Date,
    ): Promise<Bound> {
      try {
        const done = await artisans.updateOne(
          { _id: id, ...UNCLAIMED },
          // The account counts its versions from elsewhere: the fence begins anew.
          { $set: { telegram, language, activeAt: now, by: 0 } },
        );
        if (done.matchedCount === 1) return "bound";
        return (await artisans.exists({ _id: id, telegram })) ? "bound" : "taken";
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return "accountTaken";
      }
    },

    /** Nothing goes out about it from now on, and it is erased then. */
    async leave(id: string, leaving: { since: Date; eraseAt: Date }): Promise<void> {
      await artisans.updateOne({ _id: id, ...UNCLAIMED }, { $set: { leaving } });
    },

    /** Takes the record back from the account; what was agreed to before holds again. */
    async unbind(
      id: string,
      telegram: number,
      before: { consent: Consent; registrar: Registrar },
    ): Promise<void> {
      await artisans.updateOne(
        { _id: id, telegram },
        { $set: before, $unset: { telegram: 1, ticks: 1, unreachable: 1 } },
      );
    },
  };
}
