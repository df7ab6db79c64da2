import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { Training, TrainingPlan, TrainingState } from "./training.ts";
import { type TrainingDocument, trainingSchema } from "./training-schema.ts";

/** What a draft may lack: it is taken out when an answer is taken back. */
const OPTIONAL = ["gathering", "travel", "point", "quotas", "mayApply", "promises"] as const;

/** Trainings as the office makes them and moves them on. */
export function createManagedTrainings(connection: Connection) {
  const trainings = modelOf(connection, "Training", trainingSchema, "trainings");
  const found = async (filter: Record<string, unknown>): Promise<Training[]> => {
    const rows = await trainings.find(filter).sort({ _id: 1 }).lean<TrainingDocument[]>();
    return rows
      .map(({ _id: id, ...training }) => ({ id, ...training }))
      .sort((a, b) => firstDate(a).localeCompare(firstDate(b)));
  };

  return {
    /** In one of these states, by their first day, earliest first. */
    inStates: (states: readonly TrainingState[]): Promise<Training[]> =>
      found({ state: operators({ $in: [...states] }) }),

    /** Open or choosing, with a first day on or before this local date. */
    dueToBegin: (today: string): Promise<Training[]> =>
      found({
        state: operators({ $in: ["open", "selecting"] as const }),
        "days.0.date": operators({ $lte: today }),
      }),

    /** Writes a draft, new or again; false when it is a draft no more. */
    async saveDraft({ id: _id, state: _, ...plan }: TrainingPlan): Promise<boolean> {
      const gone = OPTIONAL.filter((name) => plan[name] === undefined);
      const done = await trainings
        .updateOne(
          { _id, state: "draft" },
          {
            $set: plan,
            $setOnInsert: { seatHolders: [] },
            ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
          },
          { upsert: true },
        )
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
          return { matchedCount: 0, upsertedCount: 0 };
        });
      return done.matchedCount + done.upsertedCount === 1;
    },

    /** One step of its life; false when it is in none of these states. */
    async move(
      id: string,
      from: readonly TrainingState[],
      to: TrainingState,
      given: Partial<Pick<Training, "plannedAt">> = {},
    ): Promise<boolean> {
      const { matchedCount } = await trainings.updateOne(
        { _id: id, state: operators({ $in: [...from] }) },
        { $set: { state: to, ...given } },
      );
      return matchedCount === 1;
    },

    /** Throws a draft away; false when it is none. */
    async dropDraft(id: string): Promise<boolean> {
      const { deletedCount } = await trainings.deleteOne({ _id: id, state: "draft" });
      return deletedCount === 1;
    },
  };
}

const firstDate = ({ days }: Training): string => days[0]?.date ?? "";
