import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { addDays, localDate } from "../dates.ts";
import { holdsSeat, seatsLeft, takesSeats, type Training, type TrainingPlan } from "./training.ts";
import { createEnrolments } from "./enrolment-repository.ts";
import { ENROLMENT_STATES } from "./enrolment.ts";
import { type TrainingDocument, trainingSchema } from "./training-schema.ts";

export type Trainings = ReturnType<typeof createTrainingRepository>;

/** closed: not open for seats, or begun. unknown: there is no such training. */
export type SeatOutcome = "joined" | "alreadyJoined" | "full" | "closed" | "unknown";

/** Reminders, thanks and questions go on for a while after the last day. */
const ANNOUNCED_DAYS = 100;
/** A failed step means that the training has just changed, so the next look tells why. */
const LOOKS = 5;

/** Trainings, who holds their seats, and the record of who joined and left. */
export function createTrainingRepository(connection: Connection) {
  const trainings = modelOf(connection, "Training", trainingSchema, "trainings");
  const enrolments = createEnrolments(connection);

  const byId = async (id: string): Promise<Training | undefined> => {
    const found = await trainings.findById(id).lean();
    return found ? read(found) : undefined;
  };

  /** In one of these states, with a last day on or after the date; earliest first. */
  const withDayFrom = async (date: string, states: Training["state"][]): Promise<Training[]> => {
    const found = await trainings
      .find({
        state: operators({ $in: states }),
        "days.date": operators({ $gte: date }),
      })
      .lean();
    return found.map(read).sort((a, b) => firstDate(a).localeCompare(firstDate(b)));
  };

  /** Repeatable: the record keeps the moment of its first writing. */
  const recordEnrolment = async (
    training: string,
    artisan: string,
    state: "accepted" | "withdrawn",
    since: Date,
  ): Promise<void> => {
    const from = ["none", ...ENROLMENT_STATES.filter((other) => other !== state)] as const;
    await enrolments.move({ training, artisan, state, from, at: since });
  };

  /** The one step that takes a seat; false when the training is not as it was read. */
  const seat = async ({ id, seats }: Training, artisan: string): Promise<boolean> => {
    const { modifiedCount } = await trainings.updateOne(
      {
        _id: id,
        state: "open",
        seats,
        [`seatHolders.${seats - 1}`]: operators({ $exists: false }),
        seatHolders: operators({ $ne: artisan }),
      },
      { $addToSet: { seatHolders: artisan } },
    );
    return modifiedCount === 1;
  };

  return {
    byId,

    /** What an artisan may look at: not over on this local date. */
    upcoming: (today: string) => withDayFrom(today, ["open", "selecting", "running"]),

    /** Those that still have something to tell: told to people, not cancelled, not long over. */
    announced: (now: Date) =>
      withDayFrom(addDays(localDate(now), -ANNOUNCED_DAYS), [
        "open",
        "selecting",
        "running",
        "closed",
        "archived",
      ]),

    /** All that people were ever told of and that were not cancelled, earliest first. */
    everTold: () => withDayFrom("", ["open", "selecting", "running", "closed", "archived"]),

    /** Takes a seat for the artisan, in one atomic step: never one more than there are. */
    async takeSeat(id: string, artisan: string, now: Date): Promise<SeatOutcome> {
      for (let look = 0; look < LOOKS; look += 1) {
        const training = await byId(id);
        if (!training) return "unknown";
        const refusal = seatRefusal(training, artisan, now);
        if (!refusal && !(await seat(training, artisan))) continue;
        if (!refusal || refusal === "alreadyJoined")
          await recordEnrolment(id, artisan, "accepted", now);
        return refusal ?? "joined";
      }
      throw new Error(`a seat of ${id} was neither free nor taken, ${LOOKS} times`);
    },

    /** Gives the seat up; false when the artisan holds none. */
    async giveUpSeat(id: string, artisan: string, now: Date): Promise<boolean> {
      const { modifiedCount } = await trainings.updateOne(
        { _id: id },
        { $pull: { seatHolders: artisan } },
      );
      if (modifiedCount === 1) await recordEnrolment(id, artisan, "withdrawn", now);
      return modifiedCount === 1;
    },

    /** Adds a training that is not there yet; false when it is, and it is left as it is. */
    async add({ id, ...plan }: TrainingPlan): Promise<boolean> {
      const added = await trainings.create({ _id: id, ...plan, seatHolders: [] }).catch(unlessDone);
      return added !== undefined;
    },

    /**
     * Moves or cancels a training: the plan's number rises, so that nothing of the old plan is
     * sent any more. False when somebody else changed it first.
     */
    async changePlan(
      id: string,
      fromVersion: number,
      change: Partial<Pick<Training, "days" | "place" | "state" | "gathering">>,
      now: Date,
    ): Promise<boolean> {
      const { modifiedCount } = await trainings.updateOne(
        { _id: id, planVersion: fromVersion },
        { $set: { ...change, planVersion: fromVersion + 1, plannedAt: now } },
      );
      return modifiedCount === 1;
    },
  };
}

function seatRefusal(
  training: Training,
  artisan: string,
  now: Date,
): Exclude<SeatOutcome, "joined" | "unknown"> | undefined {
  if (holdsSeat(training, artisan)) return "alreadyJoined";
  if (!takesSeats(training, now)) return "closed";
  return seatsLeft(training) === 0 ? "full" : undefined;
}

function read({ _id, ...training }: TrainingDocument): Training {
  return { id: _id, ...training };
}

const firstDate = ({ days }: Training): string => days[0]?.date ?? "";

function unlessDone(error: unknown): undefined {
  if (!isDuplicateKey(error)) throw error;
  return undefined;
}
