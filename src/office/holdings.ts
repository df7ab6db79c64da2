import {
  byChat,
  change,
  chatOf,
  dateOf,
  type Holding,
  NOBODY,
  REMOVE,
} from "../privacy/holding.ts";
import { daysBefore, hoursBefore, monthsBefore } from "../privacy/retention.ts";

/** Who changed settings, what an owner is asked to send, and lists of holidays that came in. */
export const officeHoldings: readonly Holding[] = [
  {
    collection: "settingChanges",
    of: byChat((chat) => ({ by: chat })),
    tell: ({ key, at }) => ({ key, at }),
    erase: () => change({ $set: { by: NOBODY } }),
    traces: ({ by, at }) => (by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    sweeps: ({ now, figures }) => [
      {
        filter: { at: { $lt: monthsBefore(now, figures.auditMonths) }, by: { $ne: NOBODY } },
        step: change({ $set: { by: NOBODY } }, { $unset: { from: 1, to: 1 } }),
      },
    ],
  },
  {
    collection: "settingWaits",
    of: byChat((chat) => ({ _id: `setting:${chat}` })),
    tell: ({ key }) => ({ key }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["until"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
  {
    collection: "holidaySheets",
    of: byChat((chat) => ({ by: chat })),
    tell: ({ year, state, at }) => ({ year, state, at }),
    erase: () => change({ $set: { by: NOBODY } }),
    traces: ({ by, at }) => (by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    sweeps: ({ now, figures }) => [
      { filter: { at: { $lt: daysBefore(now, figures.exportDays) } }, step: REMOVE },
    ],
  },
];
