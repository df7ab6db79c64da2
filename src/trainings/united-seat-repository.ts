import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import { type EnrolmentDocument, enrolmentSchema } from "./enrolment-schema.ts";
import { type TrainingDocument, trainingSchema } from "./training-schema.ts";

/** What became of one artisan in one training, as it is stored. */
export type EnrolmentRow = EnrolmentDocument;

/** A failed step means that the list has just changed. */
const LOOKS = 20;

/** Seats and enrolments that pass from one record to another of the same person. */
export function createUnitedSeats(connection: Connection) {
  const trainings = modelOf(connection, "Training", trainingSchema, "trainings");
  const enrolments = modelOf(connection, "Enrolment", enrolmentSchema, "enrolments");

  /** Sets the whole list, only where it is still as it was read. Undefined: it stays. */
  async function changeHolders(
    training: string,
    change: (holders: string[], seats: number) => string[] | undefined,
  ): Promise<boolean> {
    for (let look = 0; look < LOOKS; look += 1) {
      const found = await trainings.findOne({ _id: training }).lean<TrainingDocument>();
      const seatHolders = found && change(found.seatHolders, found.seats);
      if (!seatHolders) return false;
      const { matchedCount } = await trainings.updateOne(
        { _id: training, seatHolders: found.seatHolders },
        { $set: { seatHolders } },
      );
      if (matchedCount === 1) return true;
    }
    throw new Error(`the seats of ${training} changed ${LOOKS} times`);
  }

  /** The same for the waiting list. */
  async function changeWaiting(
    training: string,
    change: (waiting: string[], holders: readonly string[]) => string[] | undefined,
  ): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      const found = await trainings.findOne({ _id: training }).lean<TrainingDocument>();
      const before = found?.waitingList;
      const waitingList = before && change(before, found.seatHolders);
      if (!waitingList) return;
      const { matchedCount } = await trainings.updateOne(
        { _id: training, waitingList: before },
        { $set: { waitingList } },
      );
      if (matchedCount === 1) return;
    }
    throw new Error(`the waiting list of ${training} changed ${LOOKS} times`);
  }

  return {
    /** Ids of trainings in which the artisan waits for a seat. */
    async waitedFor(artisan: string): Promise<string[]> {
      const found = await trainings
        .find({ waitingList: artisan })
        .sort({ _id: 1 })
        .lean<TrainingDocument[]>();
      return found.map(({ _id }) => _id);
    },

    /** The place on the list passes on; of two the earlier stays, and beside a seat there is none. */
    passWaiting: (training: string, from: string, to: string) =>
      changeWaiting(training, (waiting, holders) => {
        if (!waiting.includes(from)) return undefined;
        const passed = waiting.map((one) => (one === from ? to : one));
        return holders.includes(to) ? passed.filter((one) => one !== to) : [...new Set(passed)];
      }),

    /** Gives the place back: `beside`, where both had one. */
    returnWaiting: (
      training: string,
      { from, to }: { from: string; to: string },
      beside: boolean,
    ) =>
      changeWaiting(training, (waiting) => {
        if (waiting.includes(to)) return undefined;
        if (!beside) return waiting.map((one) => (one === from ? to : one));
        if (!waiting.includes(from)) return [...waiting, to];
        return waiting.flatMap((one) => (one === from ? [from, to] : [one]));
      }),

    /** Ids of trainings in which the artisan holds a seat. */
    async heldBy(artisan: string): Promise<string[]> {
      const found = await trainings
        .find({ seatHolders: artisan })
        .sort({ _id: 1 })
        .lean<TrainingDocument[]>();
      return found.map(({ _id }) => _id);
    },

    async enrolmentsOf(artisan: string): Promise<EnrolmentRow[]> {
      return enrolments.find({ artisan }).sort({ _id: 1 }).lean<EnrolmentRow[]>();
    },

    /** The seat passes on; who holds one already keeps one. False: there was none to pass. */
    pass: (training: string, from: string, to: string) =>
      changeHolders(training, (holders) => {
        if (!holders.includes(from)) return undefined;
        if (holders.includes(to)) return holders.filter((one) => one !== from);
        return holders.map((one) => (one === from ? to : one));
      }),

    /** A second seat, where one is free; true also when it was given before. */
    async giveSeat(training: string, to: string): Promise<boolean> {
      let has = false;
      const given = await changeHolders(training, (holders, seats) => {
        has = holders.includes(to);
        return has || holders.length >= seats ? undefined : [...holders, to];
      });
      return given || has;
    },

    async put({ _id, ...row }: EnrolmentRow): Promise<void> {
      await enrolments.updateOne({ _id }, { $set: row }, { upsert: true });
    },

    async remove(_id: string): Promise<void> {
      await enrolments.deleteOne({ _id });
    },
  };
}
