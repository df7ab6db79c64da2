import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { addDays, localDate } from "../dates.ts";
import {
  holdsSeat,
  isSelected,
  isWaiting,
  numberIn,
  seatsLeft,
  takesSeats,
  type Training,
  type TrainingPlan,
} from "./training.ts";
import { createEnrolments } from "./enrolment-repository.ts";
import { ENROLMENT_STATES, type EnrolmentState, GOING } from "./enrolment.ts";
import { createSeats } from "./seat-repository.ts";
import { type TrainingDocument, trainingSchema } from "./training-schema.ts";

export type Trainings = ReturnType<typeof createTrainingRepository>;

/** waiting: on the waiting list. closed: not open for seats, or begun. unknown: there is no such training. */
export type SeatOutcome = "joined" | "alreadyJoined" | "waiting" | "closed" | "unknown";

/** What a new plan changes of a training. */
export type PlanStep = Partial<
  Pick<
    Training,
    | ("days" | "place" | "state" | "gathering" | "promises" | "cancelReason" | "planEntry")
    | ("travel" | "point" | "bring")
  >
>;

/** Reminders, thanks and questions go on for a while after the last day. */
const ANNOUNCED_DAYS = 100;
/** A failed step means that the training has just changed, so the next look tells why. */
const LOOKS = 5;

/** Trainings, who holds their seats, and the record of who joined and left. */
export function createTrainingRepository(connection: Connection) {
  const trainings = modelOf(connection, "Training", trainingSchema, "trainings");
  const enrolments = createEnrolments(connection);
  const seats = createSeats(connection);

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
    to: { state: EnrolmentState; number?: number; freedAt?: Date },
    since: Date,
    but: readonly EnrolmentState[] = [],
  ): Promise<void> => {
    // Whoever confirmed and presses an old "Ikut" has still confirmed.
    const stays = to.state === "accepted" ? [to.state, "confirmed"] : [to.state];
    const others = ENROLMENT_STATES.filter((one) => !stays.includes(one) && !but.includes(one));
    await enrolments.move({ training, artisan, ...to, from: ["none", ...others], at: since });
  };

  /** A seat that is held beside one of these states was just given back: so it must not be read. */
  const beginAnew = (training: string, artisan: string, at: Date) =>
    enrolments.move({
      ...{ training, artisan, state: "withdrawn", from: ["declined", "released"], at },
    });

  /** The end of the waiting list, or the place there that they have. */
  const waitFor = async (id: string, artisan: string, now: Date): Promise<void> => {
    const number = await seats.wait(id, artisan, "open");
    const known = await enrolments.one(id, artisan);
    const training = await byId(id);
    // Someone else of the same person was given a seat meanwhile, or it was closed.
    if (!training || !isWaiting(training, artisan)) return;
    if (known?.state === "waiting") return;
    const given = number ?? numberIn(training, artisan);
    await recordEnrolment(id, artisan, { state: "waiting", number: given }, now);
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

    /**
     * Takes a seat for the artisan, in one atomic step: never one more than there are. Where none
     * is free, or others wait before them, it is a place on the waiting list.
     */
    async takeSeat(id: string, artisan: string, now: Date): Promise<SeatOutcome> {
      for (let look = 0; look < LOOKS; look += 1) {
        const training = await byId(id);
        if (!training) return "unknown";
        const hindrance = seatHindrance(training, artisan, now);
        if (hindrance !== "alreadyJoined" && hindrance !== "closed")
          await beginAnew(id, artisan, now);
        if (!hindrance && !(await seats.take(training, artisan, DIRECT))) continue;
        if (hindrance === "waiting") await waitFor(id, artisan, now);
        // Who said more than yes stays as they are.
        if (!hindrance) await recordEnrolment(id, artisan, { state: "accepted" }, now);
        if (hindrance === "alreadyJoined")
          await recordEnrolment(id, artisan, { state: "accepted" }, now, GOING);
        return hindrance ?? "joined";
      }
      throw new Error(`a seat of ${id} was neither free nor taken, ${LOOKS} times`);
    },

    /** The number that somebody on the waiting list was given. */
    async waitingNumber(id: string, artisan: string): Promise<number | undefined> {
      return (await enrolments.one(id, artisan))?.number;
    },

    /** Gives up the seat, or the place on the waiting list; false when the artisan has neither. */
    async giveUpSeat(id: string, artisan: string, now: Date): Promise<boolean> {
      const training = await byId(id);
      const held = training !== undefined && holdsSeat(training, artisan);
      const given = await seats.free(id, artisan);
      const to = { state: "withdrawn", ...(held && { freedAt: now }) } as const;
      if (given) await recordEnrolment(id, artisan, to, now);
      return given;
    },

    /** There is a test from now on. */
    async noteTest(id: string): Promise<void> {
      await trainings.updateOne({ _id: id }, { $set: { hasTest: true } });
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
      change: PlanStep,
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

const DIRECT = { states: ["open"], from: "first" } as const;

/** Why they cannot simply sit down. */
function seatHindrance(
  training: Training,
  artisan: string,
  now: Date,
): Exclude<SeatOutcome, "joined" | "unknown"> | undefined {
  if (holdsSeat(training, artisan)) return "alreadyJoined";
  if (!takesSeats(training, now) || isSelected(training)) return "closed";
  const [first = artisan] = training.waitingList ?? [];
  return seatsLeft(training) === 0 || first !== artisan ? "waiting" : undefined;
}

function read({ _id, ...training }: TrainingDocument): Training {
  return { id: _id, ...training };
}

const firstDate = ({ days }: Training): string => days[0]?.date ?? "";

function unlessDone(error: unknown): undefined {
  if (!isDuplicateKey(error)) throw error;
  return undefined;
}
