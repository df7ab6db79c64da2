import {
  byArtisan,
  change,
  dateOf,
  type Facts,
  type Holding,
  nameless,
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
    of: byArtisan((artisan) => ({ artisan })),
    tell: (kept) => without(kept, "_id", "artisan", "edition"),
    erase: (kept, _whom, { token }) => withoutName(kept, token),
    traces: ({ artisan, issuedAt }) => [{ artisan: String(artisan), since: dateOf(issuedAt) }],
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
