import {
  anyOf,
  byChat,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Holding,
  NOBODY,
  REMOVE,
} from "../privacy/holding.ts";
import { hoursBefore } from "../privacy/retention.ts";

/** Who led a community, and what a coordinator is writing about one. */
export const communityHoldings: readonly Holding[] = [
  {
    collection: "leaderships",
    unites: { as: "named", fields: ["artisan"] },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ by: chat }, { endedBy: chat }]),
      ]),
    tell: ({ community, artisan, since, endedAt, note }, whom) =>
      artisan === whom.artisan ? { community, since, endedAt, note } : undefined,
    erase: ({ artisan, by, endedBy }, whom) =>
      artisan === whom.artisan
        ? REMOVE
        : change(
            ...(by === whom.chat ? [{ $set: { by: NOBODY } }] : []),
            ...(endedBy === whom.chat ? [{ $set: { endedBy: NOBODY } }] : []),
          ),
    traces: ({ artisan, since, by, endedBy, endedAt }) => [
      { artisan: String(artisan), since: dateOf(since) },
      ...(by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(since) }]),
      ...(endedBy === undefined || endedBy === NOBODY
        ? []
        : [{ chat: Number(endedBy), since: dateOf(endedAt) }]),
    ],
  },
  {
    collection: "desks",
    of: byChat((chat) => ({ $or: [{ _id: `desk:${chat}` }, { leader: chat }] })),
    tell: (kept, { chat }) =>
      chatOf(kept) === chat ? { step: kept["step"], name: kept["name"] } : undefined,
    erase: () => REMOVE,
    traces: (kept) => [
      { chat: chatOf(kept), since: dateOf(kept["until"]) },
      ...(kept["leader"] === undefined
        ? []
        : [{ chat: Number(kept["leader"]), since: dateOf(kept["until"]) }]),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];

/** Who searched, and numbers that stand in chats for a quarter of an hour. */
export const memberHoldings: readonly Holding[] = [
  {
    collection: "searchers",
    of: byChat((chat) => ({ _id: `searcher:${chat}` })),
    tell: ({ list, listensUntil }) => ({ list, listensUntil }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["listensUntil"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { listensUntil: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
  {
    // Without its row the message would stay in the chat: it goes by the clock, in 15 minutes.
    collection: "shownNumbers",
    unites: { as: "stays" },
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
