import {
  anyOf,
  change,
  dateOf,
  type Holding,
  nameless,
  NOBODY,
  without,
} from "../privacy/holding.ts";

/** Who was where on which day, and who says so. */
export const attendanceHoldings: readonly Holding[] = [
  {
    // The presence stays as a number without a name; whoever gave marks of others goes from them.
    collection: "marks",
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ by: chat }, { "voided.by": chat }]),
      ]),
    tell: (kept, { artisan }) =>
      kept["artisan"] === artisan ? without(kept, "_id", "artisan", "by") : undefined,
    erase: (kept, { artisan, chat }, { token }) => {
      const { training, date, road } = kept;
      if (kept["artisan"] !== artisan) {
        const voided = kept["voided"] as { by?: number } | undefined;
        return change(
          ...(kept["by"] === chat ? [{ $set: { by: NOBODY } }] : []),
          ...(voided?.by === chat ? [{ $set: { "voided.by": NOBODY } }] : []),
        );
      }
      const gone = nameless(token, String(training), String(artisan));
      const by = kept["by"] === chat ? NOBODY : kept["by"];
      const _id = `mark:${String(training)}:${String(date)}:${gone}:${String(road)}:${String(by)}`;
      return { is: "replace", by: { ...kept, _id, artisan: gone, by } };
    },
    traces: ({ artisan, at, by }) => [
      { artisan: String(artisan), since: dateOf(at) },
      ...(by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    ],
  },
];
