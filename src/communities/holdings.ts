import {
  anyOf,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Holding,
  byChat,
  REMOVE,
} from "../privacy/holding.ts";
import { hoursBefore } from "../privacy/retention.ts";

/** Who searched, and numbers that stand in chats for a quarter of an hour. */
export const memberHoldings: readonly Holding[] = [
  {
    collection: "searchers",
    of: byChat((chat) => ({ _id: `searcher:${chat}` })),
    tell: ({ searches, until }) => ({ searches, until }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["until"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
  {
    // Without its row the message would stay in the chat: it goes by the clock, in 15 minutes.
    collection: "shownNumbers",
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ chat }]),
      ]),
    tell: ({ artisan, dueAt }, whom) => (artisan === whom.artisan ? { dueAt } : undefined),
    erase: ({ chat }, whom) =>
      chat === whom.chat ? REMOVE : change({ $set: { artisan: "gone" } }),
    traces: ({ artisan, chat }) => [
      { artisan: String(artisan), since: EPOCH },
      { chat: Number(chat), since: EPOCH },
    ],
  },
];
