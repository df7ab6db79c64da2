import type { Connection } from "mongoose";
import { newCode } from "../codes.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import {
  type Claim,
  type ClaimOffer,
  type ClaimState,
  CODE_LENGTH,
  CODE_MS,
  OFFER_MS,
} from "./claim.ts";
import {
  type ClaimDocument,
  type ClaimerDocument,
  claimerSchema,
  claimSchema,
} from "./claim-schema.ts";

export type Claims = ReturnType<typeof createClaimRepository>;

/** Codes by which records get to their persons, and which account was asked about which record. */
export function createClaimRepository(connection: Connection, cipher: FieldCipher) {
  const claims = modelOf(connection, "Claim", claimSchema, "claims");
  const claimers = modelOf(connection, "Claimer", claimerSchema, "claimers");
  const idOf = (artisan: string) => `claim:${artisan}`;
  const claimerOf = (telegram: number) => `claimer:${telegram}`;
  const digestOf = (code: string) => cipher.blindIndex(`claim code ${code}`);
  const read = ({ _id: _, ...claim }: ClaimDocument): Claim => claim;

  /** Draws until the code is nobody else's. */
  async function issue(artisan: string, registrar: number, now: Date): Promise<string> {
    const code = newCode(CODE_LENGTH);
    const expiresAt = new Date(now.getTime() + CODE_MS);
    const fresh = { artisan, code: digestOf(code), expiresAt, registrar, state: "open" as const };
    try {
      await claims.updateOne(
        { _id: idOf(artisan) },
        { $set: fresh, $unset: { boundTo: 1, boundAt: 1, before: 1 } },
        { upsert: true },
      );
      return code;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return issue(artisan, registrar, now);
    }
  }

  return {
    /** A new code for the record; an older one is worth nothing any more. */
    issue,

    /** Of a record that was taken back there is nothing to claim. */
    async drop(artisan: string): Promise<void> {
      await claims.deleteOne({ _id: idOf(artisan), state: "open" });
    },

    async byArtisan(artisan: string): Promise<Claim | undefined> {
      const found = await claims.findOne({ _id: idOf(artisan) }).lean<ClaimDocument>();
      return found ? read(found) : undefined;
    },

    /** The claim that a code opens, while it can still be used. */
    async byCode(code: string, now: Date): Promise<Claim | undefined> {
      const found = await claims
        .findOne({ code: digestOf(code), state: "open", expiresAt: operators({ $gt: now }) })
        .lean<ClaimDocument>();
      return found ? read(found) : undefined;
    },

    /** Keeps what the record says before it is claimed. */
    async remember(artisan: string, before: NonNullable<Claim["before"]>): Promise<void> {
      await claims.updateOne({ _id: idOf(artisan), state: "open" }, { $set: { before } });
    },

    /** The code is used up; repeatable. */
    async bound(artisan: string, boundTo: number, boundAt: Date): Promise<void> {
      await claims.updateOne(
        { _id: idOf(artisan), state: "open" },
        { $set: { state: "bound", boundTo, boundAt } },
      );
    },

    /** Ends what was bound to the account; false when it was not, or no longer. */
    async end(
      artisan: string,
      boundTo: number,
      state: Extract<ClaimState, "refused" | "disowned">,
    ): Promise<boolean> {
      const done = await claims.updateOne(
        { _id: idOf(artisan), state: "bound", boundTo },
        { $set: { state } },
      );
      return done.matchedCount === 1;
    },

    /** The account is asked whether the record is theirs. */
    async offer(telegram: number, { artisan, road, at }: ClaimOffer): Promise<void> {
      const $set = { artisan, road, at };
      await claimers.updateOne({ _id: claimerOf(telegram) }, { $set }, { upsert: true });
    },

    /** What the account was asked, for an hour. */
    async offered(telegram: number, now: Date): Promise<ClaimOffer | undefined> {
      const since = new Date(now.getTime() - OFFER_MS);
      const found = await claimers
        .findOne({ _id: claimerOf(telegram), at: operators({ $gt: since }) })
        .lean<ClaimerDocument>();
      return found ? { artisan: found.artisan, road: found.road, at: found.at } : undefined;
    },

    async dropOffer(telegram: number): Promise<void> {
      await claimers.deleteOne({ _id: claimerOf(telegram) });
    },
  };
}
