import { LANES, type Notice, reportId } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";

type FinishServices = Pick<NoticeServices, "clock" | "deliveries" | "log" | "notices">;

/** How long a report is of use. */
const REPORT_MS = 48 * 3_600_000;

/** Closes the notices of which every delivery has come to its end, and reports those people wrote. */
export async function finishNotices(services: FinishServices): Promise<void> {
  const { deliveries, log, notices } = services;
  for (const notice of await notices.beingSent()) {
    if (!notice.isListed || (await deliveries.isOpen(notice.id))) continue;
    // The report first: who dies between the two does both again, and there is one report.
    if (notice.kind === "announcement") await report(notice, services);
    if (await notices.finish(notice.id)) log.info("notice done", { notice: notice.id });
  }
}

async function report(notice: Notice, { clock, notices }: FinishServices): Promise<void> {
  const now = clock.now();
  await notices.add({
    ...{ id: reportId(notice.id), kind: "report", of: notice.id, planVersion: 0 },
    ...{ lane: LANES.reminder, state: "queued", asOf: now },
    notAfter: new Date(now.getTime() + REPORT_MS),
  });
}
