import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { addDays, instantOf, localDate, localTime, showDate, weekday } from "../dates.ts";
import { dailyId, handleOf, LANES, type Notice } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import { isHoliday, officeHours, type OfficeCalendar } from "./quiet-hours.ts";
import { totalsOf } from "./report.ts";
import { reportCard } from "./report-card.ts";

const SATURDAY = 6;

function isWorkingDay(date: string, calendar: OfficeCalendar): boolean {
  return weekday(date) < SATURDAY && !isHoliday(date, calendar);
}

/**
 * Plans the line of this working day, once, whatever process sees its hour first: when the office
 * begins. One that did not go out by the end of the day is of no use.
 */
export async function planDailyLine({
  calendar,
  clock,
  log,
  notices,
}: Pick<NoticeServices, "calendar" | "clock" | "log" | "notices">): Promise<void> {
  const now = clock.now();
  const [date, time] = [localDate(now), localTime(now)];
  const { from, until } = officeHours(calendar);
  if (!isWorkingDay(date, calendar) || time < from || time >= until) return;
  const id = dailyId(date);
  if ((await notices.known([id])).has(id)) return;
  const added = await notices.add({
    ...{ id, kind: "daily", planVersion: 0, lane: LANES.reminder, state: "queued", asOf: now },
    notAfter: instantOf(date, until),
  });
  if (added) log.info("daily line due", { date });
}

type StaffServices = Pick<
  NoticeServices,
  "calendar" | "clock" | "deliveries" | "noticeDrafts" | "notices"
>;

/** A line to staff as it reads at this moment; undefined when what it is about is gone. */
export async function staffCard(
  speech: Speech,
  notice: Notice,
  services: StaffServices,
): Promise<Card | undefined> {
  if (notice.kind === "daily") return dailyCard(speech, services);
  const of = await services.notices.byId(notice.of ?? "");
  if (!of) return undefined;
  const report = reportCard(speech, await totalsOf(of, services));
  return { ...report, text: joinHtml([speech.html("report-title"), report.text], "\n\n") };
}

/** What happened since the line before, what waits, and what somebody has to carry. */
async function dailyCard(speech: Speech, services: StaffServices): Promise<Card> {
  const { calendar, clock, deliveries, noticeDrafts, notices } = services;
  const now = clock.now();
  const today = localDate(now);
  let date = addDays(today, -1);
  while (!isWorkingDay(date, calendar)) date = addDays(date, -1);
  const counts = await deliveries.endedSince(instantOf(date, officeHours(calendar).from));
  const sum = (...states: string[]) =>
    counts.reduce((all, one) => all + (states.includes(one.state) ? one.count : 0), 0);
  const scheduled = await notices.scheduled(now);
  const figures = {
    sent: sum("sent"),
    expired: sum("expired"),
    unreachable: sum("byHand", "blocked", "failed"),
    unknown: sum("unknown"),
    drafts: await noticeDrafts.countUnsent(),
    scheduled: scheduled.length,
    waiting: await deliveries.countWaiting(),
  };
  const [next] = scheduled.filter(({ kind }) => kind === "announcement");
  return {
    text: speech.html("daily-line", {
      date: showDate(today, speech.language),
      since: showDate(date, speech.language),
      ...figures,
    }),
    ...(next && {
      buttons: [
        [
          {
            label: speech.plain("button-notice-next"),
            press: packPress("kb.open", handleOf(next.id)),
          },
        ],
      ],
    }),
  };
}
