import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import { EXPORT_LIMITS } from "../papers/export.ts";
import { RETENTION, type Retention } from "../privacy/retention.ts";
import type { Settings } from "./settings.ts";
import { settingsSchema } from "./settings-schema.ts";

const ID = "settings:office";

export function createSettingsRepository(connection: Connection) {
  const settings = modelOf(connection, "Settings", settingsSchema, "settings");

  return {
    /** Throws when `seed` was never called. */
    async read(): Promise<Settings> {
      return settings
        .findOne({ _id: ID })
        .select({ _id: 0, retention: 0, exportSecondOver: 0, leaderNotices: 0, showAmounts: 0 })
        .orFail()
        .lean<Settings>();
    },

    /** Whether leaders may write to their own community; off at first. */
    async leaderNotices(): Promise<boolean> {
      const found = await settings.findOne({ _id: ID }).select("leaderNotices").lean();
      return found?.leaderNotices ?? false;
    },

    async allowLeaderNotices(leaderNotices: boolean): Promise<void> {
      await settings.updateOne({ _id: ID }, { $set: { leaderNotices } });
    },

    /** Whether sums of money stand in messages; off at first: "sesuai ketentuan". */
    async showAmounts(): Promise<boolean> {
      const found = await settings.findOne({ _id: ID }).select("showAmounts").lean();
      return found?.showAmounts ?? false;
    },

    async setShowAmounts(showAmounts: boolean): Promise<void> {
      await settings.updateOne({ _id: ID }, { $set: { showAmounts } });
    },

    /** How long data are kept: what the owner set, else the table. */
    async retention(): Promise<Retention> {
      const found = await settings.findOne({ _id: ID }).select("retention").lean();
      return { ...RETENTION, ...found?.retention };
    },

    /** A list of more people than this needs a second person. */
    async exportSecondOver(): Promise<number> {
      const found = await settings.findOne({ _id: ID }).select("exportSecondOver").lean();
      return found?.exportSecondOver ?? EXPORT_LIMITS.secondOver;
    },

    /** Gives the settings that have no value yet their first one. */
    async seed(first: Settings): Promise<void> {
      await settings.updateOne({ _id: ID }, { $setOnInsert: first }, { upsert: true });
      for (const [name, value] of Object.entries(first)) {
        await settings.updateOne({ _id: ID, [name]: "" }, { $set: { [name]: value as string } });
      }
    },
  };
}
