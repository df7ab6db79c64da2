/** jump: picked although others stood before. skip: not picked although it was their turn. */
export const CHOICE_KINDS = ["jump", "skip"] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

/** One choice that needed a reason; whom it concerns may read the reason. */
export interface Choice {
  training: string;
  artisan: string;
  kind: ChoiceKind;
  /** Whom a jump passed over. */
  over: string[];
  /** Telegram's id of who chose. */
  by: number;
  at: Date;
  /** In their own words, 10 to 200 signs. */
  reason: string;
}

/** Signs that a reason may have. */
export const REASON = { least: 10, most: 200 };

/** Chosen again it is the same choice. */
export const choiceId = ({
  training,
  artisan,
  kind,
}: Pick<Choice, "training" | "artisan" | "kind">) => `choice:${training}:${artisan}:${kind}`;

/** What somebody is asked the reason for; one thing at a time, for half an hour. */
export interface Asked {
  training: string;
  artisan: string;
  kind: ChoiceKind;
  /** The update that led here: handled twice it is not read as the reason. */
  update: number;
}

export const ASKED_MS = 30 * 60_000;
