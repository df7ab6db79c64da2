import { CARRIED_STATES } from "./carried.ts";
import type { Delivery, DeliveryState } from "./delivery.ts";
import type { StateCount } from "./delivery-repository.ts";
import type { Notice } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";

/** By which road people are told. */
export interface Roads {
  /** It arrived there, or may have. */
  telegram: number;
  /** A carrier tells them. */
  carrier: number;
  /** Nobody: it concerns them no more, or they did not want it. */
  none: number;
  /** Not decided yet. */
  open: number;
}

/** One person of a report; names are looked up by who may see them. */
export type ReportRow = Pick<
  Delivery,
  "artisan" | "state" | "reason" | "sentAt" | "readAt" | "doubts" | "carried" | "endedAt"
>;

/** What became of a notice, as a plain value for messages, sheets and charts. */
export interface Report {
  notice: Notice;
  total: number;
  states: Partial<Record<DeliveryState, number>>;
  /** The same with reasons. */
  counts: StateCount[];
  roads: Roads;
  read: number;
  /** Sent, and perhaps twice. */
  doubted: number;
}

type ReportServices = Pick<NoticeServices, "deliveries">;

/** Totals of a notice as they are now: counted from the deliveries, never kept. */
export async function totalsOf(notice: Notice, { deliveries }: ReportServices): Promise<Report> {
  const counts = await deliveries.countsOf(notice.id);
  const states: Report["states"] = {};
  for (const { state, count } of counts) states[state] = (states[state] ?? 0) + count;
  const [read, doubted] = await Promise.all([
    deliveries.countRead(notice.id),
    deliveries.countDoubted(notice.id),
  ]);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return { notice, total, states, counts, roads: roadsOf(states), read, doubted };
}

function roadsOf(states: Report["states"]): Roads {
  const sum = (...names: DeliveryState[]) =>
    names.reduce((all, name) => all + (states[name] ?? 0), 0);
  return {
    telegram: sum("sent"),
    carrier: sum(...CARRIED_STATES),
    none: sum("cancelled", "superseded"),
    open: sum("ready", "sending"),
  };
}

const AT_ONCE = 500;

/** The totals, and a row for each person. */
export async function reportOf(
  notice: Notice,
  services: ReportServices,
): Promise<Report & { rows: ReportRow[] }> {
  const rows: ReportRow[] = [];
  for (let after: string | undefined = ""; after !== undefined;) {
    const page: Delivery[] = await services.deliveries.after(notice.id, after, AT_ONCE);
    rows.push(...page.map(rowOf));
    after = page.length === AT_ONCE ? page.at(-1)?.artisan : undefined;
  }
  return { ...(await totalsOf(notice, services)), rows };
}

function rowOf(delivery: Delivery): ReportRow {
  const { artisan, state, reason, sentAt, readAt, doubts, carried, endedAt } = delivery;
  return {
    ...{ artisan, state, doubts, endedAt },
    ...(carried !== undefined && { carried }),
    ...(reason !== undefined && { reason }),
    ...(sentAt !== undefined && { sentAt }),
    ...(readAt !== undefined && { readAt }),
  };
}
