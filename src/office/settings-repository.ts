import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import { RETENTION, type Retention } from "../privacy/retention.ts";
import type { YearRows } from "./holiday.ts";
import type { FirstSettings, Settings } from "./settings.ts";
import {
  type SettingKey,
  SETTINGS,
  type SettingValue,
  type SettingValues,
} from "./setting-table.ts";
import { type SettingsDocument, settingsSchema } from "./settings-schema.ts";

const ID = "settings:office";
/** A bare year would be taken for a place in a list. */
const yearPath = (year: string) => `y${year}`;

/** Everything the office settled, read when it is asked for: no process keeps a copy. */
export function createSettingsRepository(connection: Connection) {
  const settings = modelOf(connection, "Settings", settingsSchema, "settings");
  const found = (select?: string) =>
    settings
      .findOne({ _id: ID })
      .select(select ?? {})
      .lean<SettingsDocument | null>();

  const all = async () => valuesOf((await found("-holidays")) ?? {});
  const one = async <K extends SettingKey>(key: K): Promise<SettingValues[K]> => (await all())[key];
  const put = async (path: string, value: SettingValue | undefined): Promise<void> => {
    const change = value === undefined ? { $unset: { [path]: 1 } } : { $set: { [path]: value } };
    await settings.updateOne({ _id: ID }, change);
  };

  return {
    all,

    /** What texts are filled with. Throws when `seed` was never called. */
    async read(): Promise<Settings> {
      const kept = await settings.findOne({ _id: ID }).orFail().lean<SettingsDocument>();
      const values = valuesOf(kept);
      return {
        officeName: kept.officeName,
        ...(values["office.contact"] !== "" && { officeContact: values["office.contact"] }),
        ...{ privacyContact: values["privacy.contact"], dataPlace: values["privacy.dataPlace"] },
        privacyBasis: values["privacy.basis"],
        recordMonths: String(values["retention.recordMonths"]),
      };
    },

    /** What was set at this path; undefined: nothing, the standard holds. */
    async given(path: string): Promise<SettingValue | undefined> {
      return at((await found(path)) ?? {}, path) as SettingValue | undefined;
    },

    /** Undefined: the standard holds again. */
    put,

    /** Whether leaders may write to their own community; off at first. */
    leaderNotices: () => one("leader.notices"),
    allowLeaderNotices: (is: boolean) => put("leaderNotices", is),

    /** Whether sums of money stand in messages; off at first: "sesuai ketentuan". */
    showAmounts: () => one("promises.showAmounts"),
    setShowAmounts: (is: boolean) => put("showAmounts", is),

    /** Whether leaders may tick the presence of their own members; on at first. */
    leaderAttendance: () => one("leader.attendance"),
    allowLeaderAttendance: (is: boolean) => put("leaderAttendance", is),

    /** How long data are kept: what the owner set, else the table. */
    async retention(): Promise<Retention> {
      const given = (await found("retention"))?.["retention"] as Partial<Retention> | undefined;
      return { ...RETENTION, ...given };
    },

    /** A list of more people than this needs a second person. */
    exportSecondOver: () => one("export.secondOver"),

    /** Whether people of neighbouring cities may register. */
    takesNeighbours: () => one("registration.outside"),

    /** The share of days that a certificate asks for, 0 to 1. */
    certificateThreshold: async () => (await one("certificate.threshold")) / 100,

    /** The calendars that were entered, by year. */
    async years(): Promise<Record<string, YearRows>> {
      const kept = Object.entries((await found("holidays"))?.holidays ?? {});
      return Object.fromEntries(kept.map(([name, rows]) => [name.slice(1), rows]));
    },

    /** Undefined: the rows of the seed hold again, where there are any. */
    async putYear(year: string, rows: YearRows | undefined): Promise<void> {
      const path = `holidays.${yearPath(year)}`;
      const change = rows === undefined ? { $unset: { [path]: 1 } } : { $set: { [path]: rows } };
      await settings.updateOne({ _id: ID }, change);
    },

    /** Gives the settings that have no value yet their first one. */
    async seed(first: FirstSettings): Promise<void> {
      await settings.updateOne({ _id: ID }, { $setOnInsert: first }, { upsert: true });
      await Promise.all(
        Object.entries(first).map(([name, value]) =>
          settings.updateOne({ _id: ID, [name]: "" }, { $set: { [name]: value } }),
        ),
      );
    },
  };
}

function valuesOf(kept: object): SettingValues {
  const values = SETTINGS.map(({ key, path, standard }) => [key, at(kept, path) ?? standard]);
  return Object.fromEntries(values) as SettingValues;
}

/** What stands at "quiet.night". An empty text was not set: `seed` begins with some. */
function at(kept: object, path: string): unknown {
  let value: unknown = kept;
  for (const name of path.split("."))
    value = (value as Record<string, unknown> | undefined)?.[name];
  return value === "" || value === null ? undefined : value;
}
