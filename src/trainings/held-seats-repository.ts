import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { localDate } from "../dates.ts";
import type { Training } from "./training.ts";
import { type TrainingDocument, trainingSchema } from "./training-schema.ts";

/** The seats of one artisan, over all trainings. */
export function createHeldSeats(connection: Connection) {
  const trainings = modelOf(connection, "Training", trainingSchema, "trainings");

  return {
    async of(artisan: string): Promise<Training[]> {
      const found = await trainings
        .find({ seatHolders: artisan })
        .sort({ _id: 1 })
        .lean<TrainingDocument[]>();
      return found.map(({ _id: id, ...training }) => ({ id, ...training }));
    },

    /** Ids of all who hold a seat of a training whose first day has come, and was not cancelled. */
    holdersBefore: (now: Date): Promise<string[]> =>
      trainings.distinct("seatHolders", {
        "days.0.date": operators({ $lte: localDate(now) }),
        state: operators({ $ne: "cancelled" as const }),
      }),
  };
}
