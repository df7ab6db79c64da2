import type { OpenDelivery } from "../notices/doubtful-delivery-repository.ts";
import { expandNotices } from "../notices/expand.ts";
import type { NoticeServices } from "../notices/notice-services.ts";
import { planReminders } from "../notices/plan-reminders.ts";
import type { Services } from "../services.ts";
import { askHowItWas, type LetterServices } from "../sharing/write-letters.ts";

export type SettleServices = NoticeServices & LetterServices & Pick<Services, "doubtfulDeliveries">;

/** What became of the deliveries that were open in the backup. */
export interface Settled {
  expired: number;
  unknown: number;
  waiting: number;
}

const PAGE = 500;

/**
 * The notices that came due since the backup or were not listed in it, among them the reminders
 * that the bot, when it starts, would take for late ones: they may have gone out.
 */
export async function noticesInDoubt(services: SettleServices): Promise<string[]> {
  await planReminders(services);
  await askHowItWas(services);
  return (await services.notices.awaitingExpansion(services.clock.now())).map(({ id }) => id);
}

/**
 * After a restore nobody knows what went out since the backup, so nothing that was due meanwhile
 * is sent by the program: what is dead by now expires, the rest becomes unknown and is listed for
 * people (`/sampaikan`). What only comes due later stays. Repeatable.
 */
export async function settleDeliveries(
  inDoubt: readonly string[],
  services: SettleServices,
): Promise<Settled> {
  const { clock, doubtfulDeliveries: deliveries } = services;
  await expandNotices(services);
  const settled: Settled = { expired: 0, unknown: 0, waiting: 0 };
  const now = clock.now();
  for (let last = ""; ;) {
    const page = await deliveries.open(last, PAGE);
    for (const fate of FATES) {
      const ids = page.filter((one) => fateOf(one, inDoubt, now) === fate).map(({ id }) => id);
      settled[fate] += ids.length;
      // What waits is in nobody's hand: a delivery is taken up only when it is due.
      if (ids.length && fate !== "waiting") await deliveries.end(ids, fate, REASON[fate], now);
    }
    last = page.at(-1)?.id ?? "";
    if (page.length < PAGE) return settled;
  }
}

const FATES = ["expired", "unknown", "waiting"] as const;
const REASON = { expired: "tooLate", unknown: "doubt" } as const;

function fateOf(
  { notice, nextAt, notAfter }: OpenDelivery,
  inDoubt: readonly string[],
  now: Date,
): keyof Settled {
  if (notAfter <= now) return "expired";
  return nextAt <= now || inDoubt.includes(notice) ? "unknown" : "waiting";
}
