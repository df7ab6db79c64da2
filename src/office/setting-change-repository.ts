import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import type { SettingChange } from "./setting-change.ts";
import { type SettingChangeDocument, settingChangeSchema } from "./setting-change-schema.ts";

/** What was changed by whom; the old values are kept here and nowhere else. */
export function createSettingChanges(connection: Connection) {
  const changes = modelOf(connection, "SettingChange", settingChangeSchema, "settingChanges");
  const read = ({ _id: id, ...rest }: SettingChangeDocument): SettingChange => ({ id, ...rest });

  return {
    /** Repeatable: what stands there of the first try stays. */
    async add({ id, ...change }: SettingChange): Promise<void> {
      await changes.updateOne({ _id: id }, { $setOnInsert: change }, { upsert: true });
    },

    /** The latest of one setting. */
    async latest(key: string): Promise<SettingChange | undefined> {
      const found = await changes
        .find({ key })
        .sort({ at: -1, _id: -1 })
        .limit(1)
        .lean<SettingChangeDocument[]>();
      return found[0] && read(found[0]);
    },
  };
}
