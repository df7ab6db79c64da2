import type { Connection } from "mongoose";
import type { Artisan, Tick } from "../artisans/artisan.ts";
import { isDuplicateKey, modelOf } from "../database.ts";
import { type ConsentDocument, consentSchema } from "./consent-schema.ts";
import { AS_LONG_AS_THE_RECORD } from "./holding.ts";

/** What a person said about the record or a tick, by which update. */
export type Proof = Omit<ConsentDocument, "_id" | "artisan" | "until">;

/** Proofs of what was agreed to and taken back; they outlive the record for a while. */
export function createConsents(connection: Connection) {
  const consents = modelOf(connection, "Consent", consentSchema, "consents");

  const keep = async (artisan: string, proof: Proof): Promise<void> => {
    const _id = `consent:${artisan}:${proof.what}:${proof.update}`;
    const row = { _id, artisan, ...proof, until: AS_LONG_AS_THE_RECORD };
    await consents.create(row).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  };

  return {
    keep,

    /** Writes what the record itself proves, before the record changes or goes. */
    async keepOf({ id, consent, ticks = {} }: Pick<Artisan, "id" | "consent" | "ticks">) {
      await keep(id, { what: "record", given: true, ...consent });
      for (const tick of Object.keys(ticks) as Tick[]) {
        const proof = ticks[tick];
        if (proof) await keep(id, { what: tick, given: true, ...proof });
      }
    },
  };
}
