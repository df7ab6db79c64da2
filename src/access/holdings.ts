import { byChat, dateOf, type Holding, REMOVE } from "../privacy/holding.ts";

/** Who was given which role. */
export const roleHoldings: readonly Holding[] = [
  {
    collection: "roles",
    of: byChat((telegram) => ({ telegram })),
    tell: ({ role, scope, since, until, endedAt }) => ({ role, scope, since, until, endedAt }),
    erase: () => REMOVE,
    traces: ({ telegram, since }) => [{ chat: Number(telegram), since: dateOf(since) }],
  },
];
