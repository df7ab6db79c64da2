import {
  byChat,
  change,
  dateOf,
  type Holding,
  NOBODY,
  REMOVE,
  type Trace,
} from "../privacy/holding.ts";
import { daysBefore, hoursBefore } from "../privacy/retention.ts";

/** Who gave or made something; 0 is the program, or somebody who is gone. */
const madeBy = (chat: unknown, since: unknown): Trace[] =>
  chat === NOBODY ? [] : [{ chat: Number(chat), since: dateOf(since) }];

/** Who was given which role, by which invitation, and how often somebody tried. */
export const roleHoldings: readonly Holding[] = [
  {
    collection: "roles",
    of: byChat((chat) => ({ $or: [{ telegram: chat }, { by: chat }] })),
    tell: ({ telegram, role, scope, since, until, endedAt }, { chat }) =>
      telegram === chat ? { role, scope, since, until, endedAt } : undefined,
    erase: ({ telegram }, { chat }) =>
      telegram === chat ? REMOVE : change({ $set: { by: NOBODY } }),
    traces: ({ telegram, since, by }) => [
      { chat: Number(telegram), since: dateOf(since) },
      ...madeBy(by, since),
    ],
  },
  {
    collection: "invitations",
    of: byChat((chat) => ({ $or: [{ usedBy: chat }, { maker: chat }] })),
    tell: ({ role, scope, state, usedBy, usedAt, madeAt }, { chat }) =>
      usedBy === chat ? { role, scope, state, usedAt } : { made: role, scope, state, madeAt },
    erase: ({ usedBy }, { chat }) =>
      usedBy === chat ? REMOVE : change({ $set: { maker: NOBODY } }),
    traces: ({ usedBy, usedAt, maker, madeAt }) => [
      ...(usedBy === undefined ? [] : [{ chat: Number(usedBy), since: dateOf(usedAt) }]),
      ...madeBy(maker, madeAt),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { expiresAt: { $lt: daysBefore(now, figures.personDays) } }, step: REMOVE },
    ],
  },
  {
    collection: "tries",
    of: byChat((telegram) => ({ telegram })),
    tell: ({ count }) => ({ tries: count }),
    erase: () => REMOVE,
    traces: ({ telegram, until }) => [{ chat: Number(telegram), since: dateOf(until) }],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];
