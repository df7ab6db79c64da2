import type { Delivery, Recorded } from "./delivery.ts";
import type { Answer } from "./messenger.ts";
import type { Notice } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Ready } from "./prepare.ts";
import type { Original } from "./original-repository.ts";

/** Until: how long the delivery is in this hand, where an upload made that longer. */
type Sent = Outcome & { change: Recorded; until?: Date };

/** How long one upload may take, with its wait for a slot. */
const UPLOAD_MS = 90_000;
/** While somebody uploads, the others of the notice wait. */
const SOON_MS = 5_000;
/** One, and another where the sender died or the answer was lost. */
const MOST_TRIES = 2;
/** Refusals that are about this person or this moment, and say nothing of the file. */
const NOT_THE_FILE = ["blocked", "deactivated", "neverStarted", "flood", "notSent", "unauthorised"];

type Upload = (originals: readonly Original[]) => Promise<Answer>;

/**
 * Telegram does not know the file by its id any more: its original goes to this person, once for
 * the whole notice, and everybody else gets it by the id that it has from then on. Where that does
 * not help either, the delivery fails and the alarm is rung.
 */
export async function uploadAgain(
  delivery: Delivery,
  { notice: used }: Pick<Ready, "notice">,
  services: NoticeServices,
  upload: Upload,
): Promise<Sent> {
  const { clock, deliveries, notices, originals } = services;
  const now = clock.now();
  const notice = used && (await notices.byId(used.id));
  const seen = notice?.upload;
  if (!used || !notice) return failed();
  if (seen?.fileIds && !used.upload?.fileIds) return again(now);
  if (seen?.fileIds || (seen?.tries ?? 0) >= MOST_TRIES) return failed();
  const soon = new Date(now.getTime() + SOON_MS);
  if (seen && now.getTime() - seen.at.getTime() < UPLOAD_MS) return again(soon);
  const files = await originals.of(notice);
  if (!files?.length) return failed();
  const until = new Date(now.getTime() + UPLOAD_MS + SOON_MS);
  const mine = { at: now, tries: (seen?.tries ?? 0) + 1 };
  if (!(await notices.takeUpload(notice.id, seen, mine))) return again(soon);
  if (!(await deliveries.hold(delivery, until))) return again(soon);
  const answer = await upload(files);
  await conclude(notice, mine, seen, answer, services);
  const isRefused = !answer.ok && answer.refusal.kind === "badFile";
  return { ...(isRefused ? failed() : outcomeOf(answer, delivery, clock.now())), until };
}

async function conclude(
  { id }: Notice,
  mine: NonNullable<Notice["upload"]>,
  before: Notice["upload"],
  answer: Answer,
  { notices }: NoticeServices,
): Promise<void> {
  if (answer.ok) await notices.setUpload(id, mine, { ...mine, fileIds: answer.fileIds ?? [] });
  else if (NOT_THE_FILE.includes(answer.refusal.kind))
    await notices.setUpload(id, mine, { at: new Date(0), tries: before?.tries ?? 0 });
  // A lost answer leaves it to the next, once; what the file itself is refused for is final.
  else if (answer.refusal.kind !== "doubtful")
    await notices.setUpload(id, mine, { ...mine, tries: MOST_TRIES });
}

const again = (nextAt: Date): Sent => ({ change: { state: "ready", reason: "badFile", nextAt } });

const failed = (): Sent => ({
  change: { state: "failed", reason: "badFile" },
  alarm: "file refused",
});
