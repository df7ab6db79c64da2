import { remindersOf } from "../trainings/reminder-rules.ts";
import { runId } from "./notice.ts";
import { titleOf } from "./content.ts";
import type { NoticeServices } from "./notice-services.ts";
import { reminderLabel } from "./reminder-card.ts";

/** Something that will be sent, and what people call it. */
export interface Due {
  at: Date;
  label: string;
}

/**
 * What is sent next if nothing changes, soonest first: reminders that are not due yet, and
 * deliveries that wait for their hour. In Indonesian.
 */
export async function upcoming(
  {
    calendar,
    deliveries,
    notices,
    texts,
    trainings,
  }: Pick<NoticeServices, "calendar" | "deliveries" | "notices" | "texts" | "trainings">,
  now: Date,
  limit: number,
): Promise<Due[]> {
  const reminders = (await trainings.announced(now)).flatMap((training) =>
    remindersOf(training, calendar).map((reminder) => ({
      run: runId(training.id, training.planVersion, reminder.rule),
      at: reminder.dueAt,
      label: reminderLabel(texts.id, training, reminder),
    })),
  );
  const labels = new Map(reminders.map(({ run, label }) => [run, label]));
  const written = await announcements({ notices, texts }, now);
  for (const { id, label } of written) labels.set(id, label);
  const waiting = (await deliveries.waiting(now)).flatMap(({ notice, at, count }) => {
    const label = labels.get(notice);
    const values = { label: label ?? "", count: String(count) };
    // Without a label its plan holds no more, and the guard will stop it.
    return label ? [{ at, label: texts.id.plain("reminder-label-waiting", values) }] : [];
  });
  const planned = reminders.filter(({ at }) => at > now).map(({ at, label }) => ({ at, label }));
  const scheduled = written.flatMap(({ at, label }) => (at > now ? [{ at, label }] : []));
  return [...planned, ...scheduled, ...waiting]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, limit);
}

/** What people wrote and what is on its way or confirmed for later. */
async function announcements(
  { notices, texts }: Pick<NoticeServices, "notices" | "texts">,
  now: Date,
) {
  const found = [...(await notices.scheduled(now)), ...(await notices.beingSent())];
  return found
    .filter(({ kind }) => kind === "announcement")
    .map((notice) => ({
      id: notice.id,
      at: notice.startAt,
      label: texts.id.plain("notice-label", { title: titleOf(notice, 40) }),
    }));
}
