export const DESK_STEPS = ["name", "kecamatan", "save", "rename", "note", "phone"] as const;

/** What a coordinator is writing about a community; one thing at a time, for an hour. */
export interface Desk {
  /**
   * name, kecamatan, save: of a new one. rename: of this one. note: why its leader changes. phone:
   * the number of who is to lead it.
   */
  step: (typeof DESK_STEPS)[number];
  /** The id of the community; of a new one it was drawn when it was begun. */
  community: string;
  name?: string;
  kecamatan?: string;
  /** Telegram's id of the leader who ends. */
  leader?: number;
  /** The update that led here: handled twice it is not read as the next answer. */
  update: number;
}

export const DESK_MS = 3_600_000;
