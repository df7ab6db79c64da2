import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { type Mark, markId, presencesOf } from "./mark.ts";
import { type MarkDocument, markSchema } from "./mark-schema.ts";

export type Marks = ReturnType<typeof createMarks>;

/** The proofs of presence of all trainings. */
export function createMarks(connection: Connection) {
  const marks = modelOf(connection, "Mark", markSchema, "marks");
  const found = async (filter: Record<string, unknown>): Promise<Mark[]> =>
    (await marks.find(filter).sort({ _id: 1 }).lean<MarkDocument[]>()).map(read);

  return {
    /** False when this proof is there already: it stays as it was first given. */
    async add(mark: Omit<Mark, "id" | "voided">): Promise<boolean> {
      try {
        await marks.create({ _id: markId(mark), ...mark });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    /** All of a training, or of one of its days; voided ones too. */
    of: (training: string, date?: string): Promise<Mark[]> =>
      found({ training, ...(date !== undefined && { date }) }),

    /** Ids of all who were present on at least one day, in order. */
    async presentIn(training: string): Promise<string[]> {
      const given = presencesOf(await found({ training }));
      return [...new Set(given.map(({ artisan }) => artisan))].sort();
    },

    /** It counts no more from now on; false when it was voided before. */
    async void(id: string, voided: NonNullable<Mark["voided"]>): Promise<boolean> {
      const { modifiedCount } = await marks.updateOne(
        { _id: id, voided: operators({ $exists: false }) },
        { $set: { voided } },
      );
      return modifiedCount === 1;
    },
  };
}

function read({ _id, ...mark }: MarkDocument): Mark {
  return { id: _id, ...mark };
}
