import { packPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { localDate } from "../dates.ts";
import type { Task } from "../office/task.ts";
import type { Services } from "../services.ts";
import { seatsLeft, type Training } from "../trainings/training.ts";
import { phaseOf } from "./candidates.ts";

/** The next training whose participants are to be chosen. */
export async function selectionTask(
  ctx: BotContext,
  services: Services,
): Promise<Task | undefined> {
  for (const training of await ahead(services)) {
    if (phaseOf(training, services) !== "choosing") continue;
    const wished = await services.enrolments.of(training.id, ["interested"]);
    if (wished.length) return taskOf(ctx, training, "task-choose", wished.length);
  }
  return undefined;
}

/** The next training with a free seat that only the phone can fill. */
export async function listTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  for (const training of await ahead(services)) {
    const waiting = training.waitingList?.length ?? 0;
    if (!waiting || !seatsLeft(training) || phaseOf(training, services) !== "phoning") continue;
    return taskOf(ctx, training, "task-phone", waiting);
  }
  return undefined;
}

const ahead = ({ clock, trainings }: Services) => trainings.upcoming(localDate(clock.now()));

function taskOf(
  { speech }: BotContext,
  training: Training,
  key: "task-choose" | "task-phone",
  count: number,
): Task {
  const { id, title } = training;
  const values = { title, count: String(count), free: String(seatsLeft(training)) };
  return {
    text: speech.html(key, values),
    button: { label: speech.plain("button-sheet"), press: packPress("choose.sheet", id, "0") },
  };
}
