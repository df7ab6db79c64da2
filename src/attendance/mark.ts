/** How a presence was proven. paper: ticked in later from the sheet that was signed. */
export const MARK_ROADS = ["code", "tick", "card", "paper"] as const;
export type MarkRoad = (typeof MARK_ROADS)[number];

/** One proof of presence of one enrolment on one day; never deleted. */
export interface Mark {
  id: string;
  training: string;
  artisan: string;
  /** The training day, YYYY-MM-DD in Asia/Jakarta. */
  date: string;
  road: MarkRoad;
  /** Telegram's id of who gave it: the artisan's own by the room's code. */
  by: number;
  as: "artisan" | "leader" | "coordinator";
  at: Date;
  /** Why it came more than a day late. */
  reason?: string;
  /** The same proof given anew after it was voided: how often before. */
  again?: number;
  /** Its person is gone, or it is old: `artisan` leads to nobody. */
  nameless?: boolean;
  /** It counts no more. */
  voided?: { at: Date; by: number; reason: string };
}

/** The same proof has the same id at every try; given anew after it was voided it is another. */
export const markId = ({
  training,
  date,
  artisan,
  road,
  by,
  again = 0,
}: Pick<Mark, "training" | "date" | "artisan" | "road" | "by" | "again">) =>
  `mark:${training}:${date}:${artisan}:${road}:${by}${again ? `:${again}` : ""}`;

/** One presence per artisan and day, however many marks back it. */
export interface Presence {
  artisan: string;
  date: string;
}

/** The presences that marks prove: what is voided proves nothing. */
export function presencesOf(marks: readonly Mark[]): Presence[] {
  const counted = marks.filter(({ voided }) => !voided);
  const keys = new Set(counted.map(({ artisan, date }) => `${date} ${artisan}`));
  return [...keys].sort().map((key) => {
    const [date = "", artisan = ""] = key.split(" ");
    return { artisan, date };
  });
}
