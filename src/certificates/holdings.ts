import {
  anyOf,
  change,
  dateOf,
  EPOCH,
  type Facts,
  type Holding,
  nameless,
  NOBODY,
  type Step,
  without,
} from "../privacy/holding.ts";
import { monthsBefore } from "../privacy/retention.ts";
import type { Kept } from "../privacy/sealed-values.ts";

/** What was said stays as a number, with its code, and names nobody. */
function withoutName({ training, artisan }: Kept, token: Facts["token"]): Step {
  // The same that stands for the person in the marks of the training.
  const gone = nameless(token, String(training), String(artisan));
  return change({ $set: { artisan: gone, nameless: true }, $unset: { name: 1 } });
}

/** Telegram's id of who took it back. */
const takenBackBy = ({ ended }: Kept) => (ended as { by?: number } | undefined)?.by;

const holds = ({ state }: Kept) => state === "valid";

/** Certificates, of those who took part. */
export const certificateHoldings: readonly Holding[] = [
  {
    collection: "certificates",
    // Both codes stay good for /cek; of two that hold for one training, the other says that it is replaced.
    unites: {
      as: "named",
      fields: ["artisan"],
      beside: ({ training, state }, mine) =>
        state === "valid" && mine.some((one) => one["training"] === training && holds(one))
          ? { state: "replaced" }
          : {},
    },
    sealed: ["name"],
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ "ended.by": chat }]),
      ]),
    tell: (kept, { artisan }) => {
      if (kept["artisan"] !== artisan) return undefined;
      const { ended } = kept as { ended?: Kept };
      const shown = without(kept, "_id", "artisan", "edition");
      return ended ? { ...shown, ended: without(ended, "by") } : shown;
    },
    erase: (kept, { artisan, chat }, { token }) => {
      if (kept["artisan"] === artisan) return withoutName(kept, token);
      return change(...(takenBackBy(kept) === chat ? [{ $set: { "ended.by": NOBODY } }] : []));
    },
    traces: (kept) => [
      { artisan: String(kept["artisan"]), since: dateOf(kept["issuedAt"]) },
      ...(takenBackBy(kept) ? [{ chat: takenBackBy(kept) as number, since: EPOCH }] : []),
    ],
    sweeps: ({ now, figures, token }) => [
      {
        filter: {
          issuedAt: { $lt: monthsBefore(now, figures.markMonths) },
          nameless: { $exists: false },
        },
        step: (kept) => withoutName(kept, token),
      },
    ],
  },
];
