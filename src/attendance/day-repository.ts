import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { AttendanceDay, Screen } from "./day.ts";
import { type AttendanceDayDocument, attendanceDaySchema } from "./day-schema.ts";
import { DAY_HANDLE } from "./room.ts";

/** The attendance of days: rooms, heads, and what was settled. */
export function createAttendanceDays(connection: Connection, cipher: FieldCipher) {
  const days = modelOf(connection, "AttendanceDay", attendanceDaySchema, "attendanceDays");
  const idOf = (training: string, date: string) => `day:${training}:${date}`;
  const one = async (filter: Record<string, unknown>): Promise<AttendanceDay | undefined> => {
    const found = await days.findOne(filter).lean<AttendanceDayDocument>();
    return found ? read(found) : undefined;
  };
  const list = async (filter: Record<string, unknown>): Promise<AttendanceDay[]> =>
    (await days.find(filter).sort({ _id: 1 }).lean<AttendanceDayDocument[]>()).map(read);
  const change = async (filter: { _id: string }, update: Record<string, unknown>) =>
    (await days.updateOne(filter, update)).matchedCount === 1;

  return {
    byHandle: (handle: string) => one({ handle }),

    /** The day, made on its first look. */
    async of(training: string, date: string): Promise<AttendanceDay> {
      const _id = idOf(training, date);
      const handle = cipher.blindIndex(`day ${_id}`).slice(0, DAY_HANDLE);
      const fresh = { training, date, handle, open: false };
      await days.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true }).catch(unlessThere);
      return (await one({ _id })) ?? { id: _id, ...fresh };
    },

    /** From which the codes of a room come: nothing in the database tells it. */
    secretOf: ({ id, openedAt }: AttendanceDay): string =>
      cipher.blindIndex(`room ${id} ${openedAt?.getTime() ?? 0}`),

    opened: () => list({ open: true }),

    /** Closed, and a message still shows a code. */
    stillShown: () => list({ open: false, "shown.message": operators({ $exists: true }) }),

    /** Days since this date whose room was opened once. */
    countable: (since: string) =>
      list({ date: operators({ $gte: since }), openedAt: operators({ $exists: true }) }),

    /** What was counted before is counted anew. */
    open: ({ id }: AttendanceDay, by: number, at: Date) =>
      change({ _id: id, open: false } as { _id: string }, {
        $set: { open: true, openedAt: at, openedBy: by },
        $unset: { counted: 1, countedBy: 1, settled: 1, closedAt: 1, shown: 1 },
      }),

    /** Which message shows the code of this minute. */
    async show({ id }: AttendanceDay, shown: Screen): Promise<void> {
      await change({ _id: id, open: true } as { _id: string }, { $set: { shown } });
    },

    /** The message is gone. */
    async unshow({ id }: AttendanceDay, { message }: Screen): Promise<void> {
      const filter = { _id: id, "shown.message": message } as { _id: string };
      await change(filter, { $unset: { shown: 1 } });
    },

    /** One process shows the code of a minute; false when another has it, or it is shown. */
    takeMinute: ({ id }: AttendanceDay, minute: number) =>
      change(
        {
          ...{ _id: id, open: true },
          "shown.minute": operators({ $lt: minute }),
        } as { _id: string },
        { $set: { "shown.minute": minute } },
      ),

    close: ({ id }: AttendanceDay, at: Date) =>
      change({ _id: id, open: true } as { _id: string }, { $set: { open: false, closedAt: at } }),

    /** The heads of a closed room. */
    count: ({ id }: AttendanceDay, counted: number, countedBy: number) =>
      change({ _id: id, open: false } as { _id: string }, {
        $set: { counted, countedBy },
        $unset: { settled: 1 },
      }),

    settle: ({ id }: AttendanceDay, settled: NonNullable<AttendanceDay["settled"]>) =>
      change({ _id: id, open: false } as { _id: string }, { $set: { settled } }),
  };
}

function unlessThere(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}

function read({ _id, ...day }: AttendanceDayDocument): AttendanceDay {
  return { id: _id, ...day };
}
