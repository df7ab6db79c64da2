import { ANSWER } from "./messenger.ts";
import type { Notice } from "./notice.ts";
import { isUnderWay } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import { totalsOf } from "./report.ts";
import { reportCard } from "./report-card.ts";

type ProgressServices = Pick<
  NoticeServices,
  "clock" | "deliveries" | "gate" | "log" | "messenger" | "notices" | "people" | "texts"
>;

/** Between two edits of one message. */
const PACE_MS = 4_000;
/** Over this time the rate is counted. */
const RATE_MS = 20_000;

/** Edits the messages that show how far notices have come; each every few seconds, and at the end. */
export async function showProgress(services: ProgressServices): Promise<void> {
  const { clock, gate, notices } = services;
  const shown = await notices.withProgress();
  if (shown.length === 0 || (await gate.isClosed(clock.now()))) return;
  for (const notice of shown) {
    const now = clock.now();
    // The last word is not held back.
    const before = isUnderWay(notice) ? new Date(now.getTime() - PACE_MS) : now;
    if (notice.state === "queued" && notice.startAt > now) continue;
    if (await notices.takeProgress(notice.id, before, now)) await edit(notice, services);
  }
}

/** A message that cannot be edited is let go; what was shown last is the end of it. */
async function edit(seen: Notice, services: ProgressServices): Promise<void> {
  const { clock, deliveries, gate, messenger, notices, people, texts } = services;
  const notice = (await notices.byId(seen.id)) ?? seen;
  const { progress } = notice;
  if (!progress) return;
  const now = clock.now();
  const report = await totalsOf(notice, services);
  const begun = Math.max(now.getTime() - RATE_MS, notice.startAt.getTime());
  const seconds = Math.max(1, (now.getTime() - begun) / 1_000);
  const perSecond = (await deliveries.countEnded(notice.id, new Date(begun))) / seconds;
  const speech = texts[(await people.languageOf(progress.chat)) ?? "id"];
  const card = reportCard(speech, report, { perSecond });
  const answer = await messenger.post(
    progress.chat,
    { is: "editText", message: progress.message, card },
    { silent: true, plain: false, lane: ANSWER },
  );
  const isOver = !isUnderWay(notice) && report.roads.open === 0;
  if (answer.ok) return isOver ? notices.closeProgress(notice.id) : undefined;
  const { refusal } = answer;
  if (refusal.kind === "flood") await gate.close(new Date(now.getTime() + refusal.retryAfterMs));
  else if (refusal.kind !== "notSent" && refusal.kind !== "doubtful")
    if (refusal.kind !== "notModified" || isOver) await notices.closeProgress(notice.id);
}
