import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import type { YearRows } from "./holiday.ts";
import type { HolidaySheet } from "./holiday-sheet.ts";
import { type HolidaySheetDocument, holidaySheetSchema } from "./holiday-sheet-schema.ts";

/** Lists of holidays that came in. */
export function createHolidaySheets(connection: Connection) {
  const sheets = modelOf(connection, "HolidaySheet", holidaySheetSchema, "holidaySheets");

  return {
    /** Repeatable. */
    async add({ id, ...sheet }: HolidaySheet): Promise<void> {
      await sheets.updateOne({ _id: id }, { $setOnInsert: sheet }, { upsert: true });
    },

    async byId(id: string): Promise<HolidaySheet | undefined> {
      const found = await sheets.findOne({ _id: id }).lean<HolidaySheetDocument>();
      if (!found) return undefined;
      const { _id, ...rest } = found;
      return { id: _id, ...rest };
    },

    /** What stood there is kept with it. Saved twice, what stood there first is kept. */
    async save(id: string, before: YearRows | undefined): Promise<void> {
      const kept = { state: "saved", ...(before && { before }) } as const;
      await sheets.updateOne({ _id: id, state: "preview" }, { $set: kept });
    },

    async undo(id: string): Promise<void> {
      await sheets.updateOne({ _id: id, state: "saved" }, { $set: { state: "undone" } });
    },

    async drop(id: string): Promise<void> {
      await sheets.deleteOne({ _id: id, state: "preview" });
    },
  };
}
