import {
  byArtisan,
  byChat,
  change,
  dateOf,
  EPOCH,
  type Holding,
  NOBODY,
  REMOVE,
} from "../privacy/holding.ts";
import { daysBefore } from "../privacy/retention.ts";

/** Lists that were asked for, and sheets that came in. */
export const paperHoldings: readonly Holding[] = [
  {
    collection: "exports",
    sealed: ["why"],
    of: byChat((chat) => ({ $or: [{ by: chat }, { decidedBy: chat }] })),
    tell: ({ by, format, kind, value, count, state, askedAt, why }, { chat }) =>
      by === chat ? { format, kind, value, count, state, askedAt, why } : undefined,
    erase: ({ by }, { chat }) => (by === chat ? REMOVE : change({ $set: { decidedBy: NOBODY } })),
    traces: ({ by, decidedBy, askedAt, decidedAt }) => [
      { chat: Number(by), since: dateOf(askedAt) },
      ...(decidedBy ? [{ chat: Number(decidedBy), since: dateOf(decidedAt) }] : []),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { askedAt: { $lt: daysBefore(now, figures.exportDays) } }, step: REMOVE },
    ],
  },
];
void byArtisan;
void EPOCH;
