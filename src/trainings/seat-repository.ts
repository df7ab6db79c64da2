import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { hasBegun, type Training, type TrainingState } from "./training.ts";
import { type TrainingDocument, trainingSchema } from "./training-schema.ts";

export type Seats = ReturnType<typeof createSeats>;

/** A failed step means that the list has just changed, so the next look tells why. */
const LOOKS = 5;

const RUNNING = ["open", "selecting", "running"] as const satisfies TrainingState[];
const EVER = new Date(0);

/** How somebody comes to a seat. first: nobody may wait before them. */
interface Way {
  states: readonly TrainingState[];
  from: "anywhere" | "first" | "list";
}

/** Each step that gives or frees a seat or a place on the waiting list is one atomic command. */
export function createSeats(connection: Connection) {
  const trainings = modelOf(connection, "Training", trainingSchema, "trainings");

  const look = async (id: string): Promise<Training | undefined> => {
    const found = await trainings.findOne({ _id: id }).lean<TrainingDocument>();
    if (!found) return undefined;
    const { _id, ...training } = found;
    return { id: _id, ...training };
  };

  /** The one step that takes a seat; false when the training is not as it was read. */
  const take = async ({ id, seats }: Training, artisan: string, way: Way): Promise<boolean> => {
    const list = {
      anywhere: {},
      first: {
        $or: [{ "waitingList.0": operators({ $exists: false }) }, { "waitingList.0": artisan }],
      },
      list: { waitingList: artisan },
    }[way.from];
    const { modifiedCount } = await trainings.updateOne(
      {
        ...{ _id: id, seats, state: operators({ $in: [...way.states] }) },
        [`seatHolders.${seats - 1}`]: operators({ $exists: false }),
        seatHolders: operators({ $ne: artisan }),
        ...list,
      },
      { $addToSet: { seatHolders: artisan }, $pull: { waitingList: artisan } },
    );
    return modifiedCount === 1;
  };

  /** Looks again while the training changes under it. */
  const seat = async (id: string, artisan: string, now: Date, way: Way): Promise<Taken> => {
    for (let at = 0; at < LOOKS; at += 1) {
      const training = await look(id);
      if (!training || !way.states.includes(training.state) || hasBegun(training, now))
        return "closed";
      if (training.seatHolders.includes(artisan)) return "held";
      if (training.seatHolders.length >= training.seats) return "full";
      if (way.from === "list" && !training.waitingList?.includes(artisan)) return "closed";
      if (await take(training, artisan, way)) return "taken";
    }
    throw new Error(`a seat of ${id} was neither free nor taken, ${LOOKS} times`);
  };

  return {
    take,

    /** A seat for somebody whom people chose; never one more than there are. */
    choose: (id: string, artisan: string, now: Date) =>
      seat(id, artisan, now, { states: ["selecting"], from: "anywhere" }),

    /** Holds the seat from now on, or held it already, also on its days; false: none is free. */
    async hold(id: string, artisan: string): Promise<boolean> {
      const way = { states: [...RUNNING], from: "anywhere" } as const;
      const outcome = await seat(id, artisan, EVER, way);
      return outcome === "taken" || outcome === "held";
    },

    /** A free seat for somebody of the waiting list. */
    passOn: (id: string, artisan: string, now: Date) =>
      seat(id, artisan, now, { states: RUNNING, from: "list" }),

    /** The end of the waiting list; answers the number, undefined where they wait or sit already. */
    async wait(id: string, artisan: string, state: TrainingState): Promise<number | undefined> {
      const found = await trainings
        .findOneAndUpdate(
          {
            ...{ _id: id, state },
            seatHolders: operators({ $ne: artisan }),
            waitingList: operators({ $ne: artisan }),
          },
          { $addToSet: { waitingList: artisan }, $inc: { waitCount: 1 } },
          { returnDocument: "after" },
        )
        .lean<TrainingDocument>();
      return found?.waitCount;
    },

    /** Frees the seat and the place on the list; false when there was neither. */
    async free(id: string, artisan: string): Promise<boolean> {
      const { modifiedCount } = await trainings.updateOne(
        { _id: id },
        { $pull: { seatHolders: artisan, waitingList: artisan } },
      );
      return modifiedCount === 1;
    },

    /** Ids of trainings in which somebody waits. */
    async waitedFor(artisan: string): Promise<string[]> {
      const found = await trainings
        .find({ waitingList: artisan }, { _id: 1 })
        .sort({ _id: 1 })
        .lean<TrainingDocument[]>();
      return found.map(({ _id }) => _id);
    },
  };
}

/** held: it is theirs already. closed: not at this time, or they do not wait. */
type Taken = "taken" | "held" | "full" | "closed";
