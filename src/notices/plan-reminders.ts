import { type Reminder, remindersOf } from "../trainings/reminder-rules.ts";
import type { Training } from "../trainings/training.ts";
import { LANES, type NewNotice, type NoticeState, runId } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";

/**
 * Writes down every reminder that has come due, once, whatever process and tick sees it first.
 * Nothing is remembered between ticks, so the first tick after a stop catches up by itself.
 */
export async function planReminders(
  services: Pick<NoticeServices, "clock" | "log" | "calendar" | "trainings" | "notices">,
): Promise<void> {
  const { clock, log, calendar, trainings, notices } = services;
  const now = clock.now();
  const announced = await trainings.announced(now);
  const due = announced.flatMap((training) =>
    runsDue(training, remindersOf(training, calendar), now),
  );
  const known = await notices.known(due.map(({ id }) => id));
  for (const run of due) {
    if (known.has(run.id) || !(await notices.add(run))) continue;
    if (run.state === "expired") log.warn("reminder expired", { run: run.id });
    else log.info("reminder due", { run: run.id, state: run.state });
  }
}

/** What each due reminder is by now. Of several that are alive only the latest is sent. */
export function runsDue(
  training: Pick<Training, "id" | "planVersion" | "plannedAt">,
  reminders: readonly Reminder[],
  now: Date,
): (NewNotice & { rule: string })[] {
  const due = reminders.filter(({ dueAt }) => dueAt <= now);
  const latest = due.findLast(({ notAfter }) => now < notAfter);
  return due.map((reminder) => ({
    id: runId(training.id, training.planVersion, reminder.rule),
    kind: "reminder",
    training: training.id,
    planVersion: training.planVersion,
    rule: reminder.rule,
    lane: LANES.reminder,
    state: reminder === latest ? "queued" : unsentState(reminder, training, now),
    asOf: now,
    notAfter: reminder.notAfter,
  }));
}

/** Missed is told to people; over before the plan was made, or overtaken, is not. */
function unsentState(
  { notAfter }: Reminder,
  { plannedAt }: Pick<Training, "plannedAt">,
  now: Date,
): NoticeState {
  return now >= notAfter && plannedAt < notAfter ? "expired" : "skipped";
}
