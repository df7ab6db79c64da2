import { deliveryId, type NewDelivery } from "./delivery.ts";
import { currentReminder, roadTo, timeHindrance } from "./guard.ts";
import type { Notice } from "./notice.ts";
import type { NoticeInHand } from "./notice-repository.ts";
import type { NoticeServices } from "./notice-services.ts";
import type { Urgency } from "./quiet-hours.ts";

type Services = Pick<
  NoticeServices,
  "clock" | "log" | "calendar" | "trainings" | "artisans" | "notices" | "noticeCodes" | "deliveries"
>;

const BATCH = 50;

/** Lists the recipients of every notice that waits for it, or whose lister died. */
export async function expandNotices(services: Services): Promise<void> {
  const { clock, notices } = services;
  for (const { id } of await notices.awaitingExpansion()) {
    const taken = await notices.takeExpansion(id, clock.now());
    if (taken) await expand(taken, services);
  }
}

/** A crash anywhere repeats at most one batch, and rows that are there already stay. */
async function expand(inHand: NoticeInHand, services: Services): Promise<void> {
  const { calendar, trainings, notices, noticeCodes } = services;
  const { notice } = inHand;
  if (notice.code === undefined) await noticeCodes.give(notice.id);
  const training = await trainings.byId(notice.training);
  const reminder = currentReminder(notice, training, calendar);
  if (!training || !reminder) return notices.endExpansion(inHand, "cancelled");
  const holders = training.seatHolders.filter((artisan) => artisan > notice.cursor).sort();
  for (let done = 0; done < holders.length; done += BATCH) {
    const batch = holders.slice(done, done + BATCH);
    if (!(await list(batch, notice.listed + done, reminder.urgency, inHand, services))) return;
  }
  await checkCount(notice, notice.listed + holders.length, services);
  await notices.endExpansion(inHand, "sending");
}

/** Writes the rows of a batch and moves on; false when another process has taken over. */
async function list(
  artisans: readonly string[],
  listed: number,
  urgency: Urgency,
  inHand: NoticeInHand,
  services: Services,
): Promise<boolean> {
  const { clock, calendar, deliveries, log, notices } = services;
  const contacts = new Map(
    (await services.artisans.contacts(artisans)).map((contact) => [contact.id, contact]),
  );
  const now = clock.now();
  const { id, planVersion, lane, notAfter } = inHand.notice;
  const hour = timeHindrance(now, notAfter, urgency, calendar);
  const rows = artisans.map((artisan, index): NewDelivery => {
    const road = roadTo(contacts.get(artisan));
    const start = "chat" in road ? (hour ?? { state: "ready" }) : road;
    return {
      id: deliveryId(id, artisan),
      notice: id,
      artisan,
      planVersion,
      lane,
      seq: listed + index,
      nextAt: now,
      notAfter,
      ...start,
    };
  });
  await deliveries.add(rows);
  const expired = rows.filter(({ state }) => state === "expired").length;
  if (expired) log.warn("deliveries expired", { notice: id, expired });
  return notices.moveCursor(inHand, artisans.at(-1) ?? "", listed + rows.length, now);
}

async function checkCount(
  { id }: Notice,
  listed: number,
  { deliveries, log }: Services,
): Promise<void> {
  const counted = await deliveries.countOf(id);
  if (counted !== listed) log.alarm("notice miscounted", { notice: id, listed, counted });
}
