import { hasBegun, hasEnded, type Training, type TrainingState } from "./training.ts";

/** Where a training may be moved by hand, and from where. */
const FROM = {
  open: ["draft", "selecting"],
  selecting: ["open"],
  running: ["open", "selecting"],
  closed: ["running"],
  archived: ["closed"],
} as const satisfies Partial<Record<TrainingState, readonly TrainingState[]>>;

export type Goal = keyof typeof FROM;
export const GOALS = Object.keys(FROM) as Goal[];

export const isGoal = (text: string): text is Goal => Object.hasOwn(FROM, text);

/** The states from which it may come there. */
export const sourcesOf = (goal: Goal): readonly TrainingState[] => FROM[goal];

/**
 * Why a training cannot be moved there. already: it is there. otherState: it is not where one goes
 * there from. begun: its first hour has come. notBegun, notEnded: it has not yet.
 */
export type MoveRefusal = "already" | "otherState" | "begun" | "notBegun" | "notEnded";

export function moveRefusal(training: Training, goal: Goal, now: Date): MoveRefusal | undefined {
  if (training.state === goal) return "already";
  if (!sourcesOf(goal).includes(training.state)) return "otherState";
  if (goal === "open") return hasBegun(training, now) ? "begun" : undefined;
  if (goal === "running") return hasBegun(training, now) ? undefined : "notBegun";
  if (goal === "closed") return hasEnded(training, now) ? undefined : "notEnded";
  return undefined;
}

/** The moves that a coordinator may make now, in the order of a training's life. */
export const movesFrom = (training: Training, now: Date): Goal[] =>
  GOALS.filter((goal) => moveRefusal(training, goal, now) === undefined);
