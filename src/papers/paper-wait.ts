/** What comes next from a coordinator. tools: a list of tools. photo: photos of a day, any number. */
export const PAPER_WAITS = ["tools", "photo"] as const;

export interface PaperWait {
  step: (typeof PAPER_WAITS)[number];
  training: string;
  /** Local date of the day whose photos come. */
  date?: string;
  /** The update that led here: handled twice it is not read as the answer. */
  update: number;
}

export const PAPER_WAIT_MS = 3_600_000;
