import {
  anyOf,
  change,
  dateOf,
  type Holding,
  nameless,
  NOBODY,
  without,
} from "../privacy/holding.ts";
import { monthsBefore } from "../privacy/retention.ts";

/** What participants said: it stays without a name, and free words go with their person. */
export const feedbackHoldings: readonly Holding[] = [
  {
    collection: "surveys",
    // Of two answers to one form those of the record that stays count; the others are kept beside.
    unites: {
      as: "keyed",
      idFor: ({ form, training }, artisan) => `srv:${String(form)}:${String(training)}:${artisan}`,
      beside: () => ({ beside: true }),
    },
    sealed: ["comment", "certificateName"],
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ helpedBy: chat }]),
      ]),
    tell: (kept, { artisan }) =>
      kept["artisan"] === artisan ? without(kept, "_id", "artisan", "helpedBy") : undefined,
    erase: (kept, { artisan }, { token }) => {
      if (kept["artisan"] !== artisan) return change({ $set: { helpedBy: NOBODY } });
      const { form, training } = kept;
      const gone = nameless(token, String(training), String(artisan));
      const _id = `srv:${String(form)}:${String(training)}:${gone}`;
      const rest = without(kept, "comment", "certificateName");
      return { is: "replace", by: { ...rest, _id, artisan: gone } };
    },
    traces: ({ artisan, at, helpedBy }) => [
      { artisan: String(artisan), since: dateOf(at) },
      ...(typeof helpedBy === "number" && helpedBy !== NOBODY
        ? [{ chat: helpedBy, since: dateOf(at) }]
        : []),
    ],
    sweeps: ({ now, figures }) => [
      {
        filter: {
          comment: { $exists: true },
          at: { $lt: monthsBefore(now, figures.feedbackTextMonths) },
        },
        step: change({ $unset: { comment: 1 } }),
      },
    ],
  },
];
