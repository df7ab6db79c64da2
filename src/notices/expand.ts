import { crash } from "../crash.ts";
import { deliveryId, type NewDelivery } from "./delivery.ts";
import type { Notice } from "./notice.ts";
import type { NoticeInHand } from "./notice-repository.ts";
import type { NoticeServices } from "./notice-services.ts";
import { type ListServices, recipientsAfter, type Row } from "./recipients.ts";

type Services = ListServices & Pick<NoticeServices, "log" | "noticeCodes">;

const BATCH = 50;

/** Lists the recipients of every notice that waits for it, or whose lister died. */
export async function expandNotices(services: Services, signal?: AbortSignal): Promise<void> {
  const { clock, notices } = services;
  for (const { id } of await notices.awaitingExpansion(clock.now())) {
    if (signal?.aborted) return;
    const taken = await notices.takeExpansion(id, clock.now());
    if (!taken) continue;
    crash("expansion-claimed");
    await expand(taken, services);
  }
}

/** How long after it was first seen a reminder that expired is listed. */
const LISTED_FOR_MS = 7 * 86_400_000;

/**
 * Everybody whom a reminder was for that nobody saw in time ends as expired, where people see it
 * and pass on what is still of use. Done again, and by several at once, it writes nothing twice.
 */
export async function listExpired(services: Services, signal?: AbortSignal): Promise<void> {
  const { clock, notices } = services;
  const since = new Date(clock.now().getTime() - LISTED_FOR_MS);
  for (const expired of await notices.expiredUnlisted(since)) {
    let notice = expired;
    for (let more = true; more;) {
      if (signal?.aborted) return;
      const found = await recipientsAfter(notice, BATCH, services);
      if (found === "later" || found === "cancelled") break;
      const rows = found.rows.map((row) => (row.state === "cancelled" ? row : { ...row, ...LATE }));
      await write(notice, rows, services);
      notice = { ...notice, listed: notice.listed + rows.length, cursor: found.cursor ?? "" };
      more = found.cursor !== undefined;
    }
    await notices.listedExpired(notice.id, notice.listed);
  }
}

const LATE = { state: "expired", reason: "tooLate" } as const;

/** A crash anywhere repeats at most one batch, and rows that are there already stay. */
async function expand(inHand: NoticeInHand, services: Services): Promise<void> {
  const { clock, notices, noticeCodes } = services;
  let { notice } = inHand;
  if (notice.code === undefined) await noticeCodes.give(notice.id);
  for (;;) {
    const found = await recipientsAfter(notice, BATCH, services);
    if (found === "later") return notices.putBack(inHand);
    if (found === "cancelled") return notices.endExpansion(inHand, "cancelled");
    await write(notice, found.rows, services);
    crash("rows-in");
    const listed = notice.listed + found.rows.length;
    const cursor = found.cursor ?? found.rows.at(-1)?.artisan ?? notice.cursor;
    if (!(await notices.moveCursor(inHand, cursor, listed, clock.now()))) return;
    crash("cursor-moved");
    notice = { ...notice, cursor, listed };
    if (found.cursor === undefined) break;
  }
  await checkCount(notice, services);
  crash("before-flag");
  await notices.endExpansion(inHand, "sending");
}

async function write(
  { id: notice, planVersion, lane, listed, notAfter }: Notice,
  found: readonly Row[],
  { clock, deliveries, log }: Services,
): Promise<void> {
  const now = clock.now();
  const rows = found.map((row, index): NewDelivery => ({
    id: deliveryId(notice, row.artisan),
    ...{ notice, planVersion, lane, notAfter, state: "ready", seq: listed + index, nextAt: now },
    ...row,
  }));
  await deliveries.add(rows, now);
  const expired = rows.filter(({ state }) => state === "expired").length;
  if (expired) log.warn("deliveries expired", { notice, expired });
}

async function checkCount({ id, listed }: Notice, { deliveries, log }: Services): Promise<void> {
  const counted = await deliveries.countOf(id);
  if (counted !== listed) log.alarm("notice miscounted", { notice: id, listed, counted });
}
