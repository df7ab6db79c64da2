/** By this name the emblem stands among the settings. */
export const EMBLEM_KEY = "emblem";

export const EMBLEM_LIMITS = {
  /** Of the file, in bytes. */
  bytes: 3_000_000,
  /** Of the shorter side, in dots: with fewer it is blurred on paper. */
  side: 64,
} as const;
