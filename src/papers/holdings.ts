import {
  byArtisan,
  byChat,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Holding,
  NOBODY,
  REMOVE,
} from "../privacy/holding.ts";
import { daysBefore, hoursBefore, monthsBefore } from "../privacy/retention.ts";

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
  {
    collection: "imports",
    of: byChat((chat) => ({ by: chat })),
    tell: ({ state, counts, at }) => ({ state, counts, at }),
    // Its rows are of other people: they go on, and come to their own end.
    erase: () => change({ $set: { by: NOBODY } }),
    traces: ({ by, at }) => (by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    sweeps: ({ now }) => [{ filter: { until: { $lt: now } }, step: REMOVE }],
  },
  {
    // What waits to be saved, and what is needed to take it back.
    collection: "importRows",
    unites: { as: "stays" },
    sealed: ["plan"],
    of: byArtisan((artisan) => ({ artisan })),
    tell: ({ state, plan }) => ({ state, plan }),
    erase: () => REMOVE,
    traces: ({ artisan }) => [{ artisan: String(artisan), since: EPOCH }],
    sweeps: ({ now }) => [{ filter: { until: { $lt: now } }, step: REMOVE }],
  },
  {
    // The pictures are the office's, of a day and not of a person; who sent them is not named any more.
    collection: "trainingPhotos",
    of: byChat((chat) => ({ by: chat })),
    tell: ({ training, date, at, caption }) => ({ training, date, at, caption }),
    erase: () => change({ $set: { by: NOBODY } }),
    traces: ({ by, at }) => (by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    // As long as the marks of the day that they show.
    sweeps: ({ now, figures }) => [
      { filter: { at: { $lt: monthsBefore(now, figures.markMonths) } }, step: REMOVE },
    ],
  },
  {
    collection: "paperWaits",
    of: byChat((chat) => ({ _id: `waits:${chat}` })),
    tell: ({ step, training }) => ({ step, training }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["until"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];
