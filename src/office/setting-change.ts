import type { SettingValue } from "./setting-table.ts";

/** Who changed a setting, when, and what stood there before. */
export interface SettingChange {
  /** By the update that asked for it, so that a repeated update changes once. */
  id: string;
  /** Of the table, or "emblem", or "holidays.2027". */
  key: string;
  /** Telegram's id of the owner. */
  by: number;
  at: Date;
  /** Absent: the standard held, or holds again. */
  from?: SettingValue;
  to?: SettingValue;
}

/** What an owner is asked to send next; one thing at a time, for an hour. */
export interface SettingWait {
  /** Of the table, or "emblem", or "holidays.2027". */
  key: string;
  /** What stood there when it was asked. */
  seen?: SettingValue;
  /** The update that led here: handled twice it is not read as the answer. */
  update: number;
}

export const WAIT_MS = 3_600_000;
