import type { Connection } from "mongoose";
import { operators } from "../database.ts";
import type { Training } from "./training.ts";
import { trainingSchema } from "./training-schema.ts";

/** A failed step means that the training has just changed, so the next look tells why. */
const LOOKS = 5;
const OPEN = ["open", "selecting", "running"] as const satisfies Training["state"][];

/** Seats alone, without what becomes of the enrolment. Every step is repeatable. */
export function createSeats(connection: Connection) {
  const trainings = connection.model("Training", trainingSchema, "trainings");

  return {
    /** Holds the seat from now on, or held it already; false: all are taken, or it is over. */
    async hold(id: string, artisan: string): Promise<boolean> {
      for (let look = 0; look < LOOKS; look += 1) {
        const training = await trainings.findById(id).lean();
        if (!training || !OPEN.some((state) => state === training.state)) return false;
        const { seats, seatHolders } = training;
        if (seatHolders.includes(artisan)) return true;
        if (seatHolders.length >= seats) return false;
        const { modifiedCount } = await trainings.updateOne(
          {
            ...{ _id: id, seats, state: training.state },
            [`seatHolders.${seats - 1}`]: operators({ $exists: false }),
            seatHolders: operators({ $ne: artisan }),
          },
          { $addToSet: { seatHolders: artisan } },
        );
        if (modifiedCount === 1) return true;
      }
      throw new Error(`a seat of ${id} was neither free nor taken, ${LOOKS} times`);
    },

    /** Lets the seat go. */
    async free(id: string, artisan: string): Promise<void> {
      await trainings.updateOne({ _id: id }, { $pull: { seatHolders: artisan } });
    },
  };
}
