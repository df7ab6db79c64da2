import { byChat, chatOf, dateOf, type Holding, REMOVE } from "../privacy/holding.ts";
import { hoursBefore } from "../privacy/retention.ts";

/** Accounts that tried codes of notices. */
export const noticeHoldings: readonly Holding[] = [
  {
    collection: "checkers",
    of: byChat((chat) => ({ _id: `checker:${chat}` })),
    tell: ({ tries }) => ({ tries }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["until"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];
