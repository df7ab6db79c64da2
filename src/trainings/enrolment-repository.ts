import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { type Enrolment, enrolmentId, type EnrolmentState } from "./enrolment.ts";
import { type EnrolmentDocument, enrolmentSchema } from "./enrolment-schema.ts";

export type Enrolments = ReturnType<typeof createEnrolments>;

/** A step of an enrolment: who comes to which state, from which of them. */
export interface Move extends Omit<Enrolment, "since"> {
  /** The states it may come from; `none`: there may be no enrolment yet. */
  from: readonly (EnrolmentState | "none")[];
  at: Date;
}

/** What outlives the step that gave it. */
const OUTLIVES = ["number", "interest", "freedAt"];

/** What became of each artisan in each training. */
export function createEnrolments(connection: Connection) {
  const enrolments = modelOf(connection, "Enrolment", enrolmentSchema, "enrolments");
  const found = async (filter: Record<string, unknown>): Promise<Enrolment[]> =>
    (await enrolments.find(filter).sort({ _id: 1 }).lean<EnrolmentDocument[]>()).map(read);

  return {
    async one(training: string, artisan: string): Promise<Enrolment | undefined> {
      const [enrolment] = await found({ _id: enrolmentId(training, artisan) });
      return enrolment;
    },

    /** Those of these artisans that there are, by the artisan's id. */
    async among(training: string, artisans: readonly string[]): Promise<Map<string, Enrolment>> {
      const ids = artisans.map((artisan) => enrolmentId(training, artisan));
      const rows = await found({ _id: operators({ $in: ids }) });
      return new Map(rows.map((row) => [row.artisan, row]));
    },

    /** All of a training, or those in these states; in the order of the artisans' ids. */
    of: (training: string, states?: readonly EnrolmentState[]): Promise<Enrolment[]> =>
      found({ training, ...(states && { state: operators({ $in: states }) }) }),

    ofArtisan: (artisan: string): Promise<Enrolment[]> => found({ artisan }),

    /** One atomic step; false when the enrolment is in none of the states it may come from. */
    async move({ from, at, ...to }: Move): Promise<boolean> {
      const { number, interest, freedAt, by, answerBy, reason, ...rest } = to;
      const given = { number, interest, freedAt, by, answerBy, reason };
      const kept = Object.entries(given).filter(([, value]) => value !== undefined);
      const left = Object.keys(given).filter(
        (name) => !OUTLIVES.includes(name) && given[name as keyof typeof given] === undefined,
      );
      const _id = enrolmentId(to.training, to.artisan);
      const real = from.filter((one) => one !== "none");
      // An upsert takes the only value of a $in for the value to store: no state is called "none".
      const states = real.length === 1 ? from : real;
      const { matchedCount, upsertedCount } = await enrolments
        .updateOne(
          { _id, state: operators({ $in: states as EnrolmentState[] }) },
          {
            $set: { ...rest, since: at, ...Object.fromEntries(kept) },
            ...(left.length > 0 && { $unset: Object.fromEntries(left.map((name) => [name, 1])) }),
          },
          { upsert: from.includes("none") },
        )
        .catch((error: unknown) => {
          // There is one, in a state that it may not come from.
          if (!isDuplicateKey(error)) throw error;
          return { matchedCount: 0, upsertedCount: 0 };
        });
      return matchedCount + upsertedCount === 1;
    },
  };
}

function read({ _id, ...enrolment }: EnrolmentDocument): Enrolment {
  return enrolment;
}
