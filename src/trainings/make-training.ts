import { randomBytes } from "node:crypto";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { type Goal, type MoveRefusal, moveRefusal, sourcesOf } from "./moves.ts";
import { hasBegun, type Training } from "./training.ts";
import { planOf, type TrainingAnswers } from "./training-answers.ts";

/** Short, since it travels in buttons beside other ids. */
export const newTrainingId = (): string => `t${randomBytes(6).toString("hex")}`;

export type Drafted =
  | { ok: true; training: Training }
  /** published: meanwhile it is a draft no more. */
  | { ok: false; reason: "incomplete" | "published" };

/** Makes the draft of a training from its answers, or writes it anew. Repeatable. */
export async function draftTraining(
  id: string,
  answers: TrainingAnswers,
  services: Pick<Services, "clock" | "managedTrainings" | "settings">,
): Promise<Drafted> {
  const { officeName } = await services.settings.read();
  const plan = planOf(answers, { id, organiser: officeName, now: services.clock.now() });
  if (!plan) return { ok: false, reason: "incomplete" };
  return (await services.managedTrainings.saveDraft(plan))
    ? { ok: true, training: { ...plan, seatHolders: [] } }
    : { ok: false, reason: "published" };
}

export type Moved =
  { ok: true; training: Training } | { ok: false; reason: MoveRefusal; training: Training };

/** Moves a training on, in one conditional update. Pressed twice, it is moved once. */
export async function moveTraining(
  training: Training,
  goal: Goal,
  { clock, managedTrainings }: Pick<Services, "clock" | "managedTrainings">,
): Promise<Moved> {
  const now = clock.now();
  const reason = moveRefusal(training, goal, now);
  if (reason) return { ok: false, reason, training };
  // What is published is planned now: of its reminders none that died before is missed.
  const given = training.state === "draft" ? { plannedAt: now } : {};
  const moved = await managedTrainings.move(training.id, sourcesOf(goal), goal, given);
  return moved
    ? { ok: true, training: { ...training, ...given, state: goal } }
    : { ok: false, reason: "otherState", training };
}

export type BeginServices = Pick<Services, "audit" | "clock" | "managedTrainings">;

/** By the clock: a training whose first hour has come is running. Repeatable. */
export async function beginTrainings({
  audit,
  clock,
  managedTrainings,
}: BeginServices): Promise<void> {
  const now = clock.now();
  for (const training of await managedTrainings.dueToBegin(localDate(now))) {
    if (!hasBegun(training, now)) continue;
    await audit.write({
      ...{ who: 0, as: "program", what: "training.manage", whom: [], from: "clock" },
      ...{ result: "allowed", detail: `${training.id} running` },
    });
    await managedTrainings.move(training.id, sourcesOf("running"), "running");
  }
}
