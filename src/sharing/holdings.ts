import { anyOf, change, dateOf, type Holding, nameless, NOBODY } from "../privacy/holding.ts";

/** Sessions stay as numbers; their pioneer's words and picture go with the pioneer. */
export const sharingHoldings: readonly Holding[] = [
  {
    collection: "sharings",
    unites: { as: "named", fields: ["artisan", "guests"] },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }, { guests: artisan }]),
        ...(chat === undefined ? [] : [{ confirmedBy: chat }]),
      ]),
    tell: (kept, { artisan }) => {
      const { topic, date, place, state, men, women, sentence, guests } = kept;
      if (kept["artisan"] === artisan) return { topic, date, place, state, men, women, sentence };
      const comes = artisan !== undefined && (guests as string[]).includes(artisan);
      return comes ? { topic, date, place, comes } : undefined;
    },
    erase: (kept, { artisan = "", chat }, { token }) => {
      const gone = nameless(token, kept._id, artisan);
      const isGuest = (kept["guests"] as string[]).includes(artisan);
      return change(
        ...(kept["artisan"] === artisan
          ? [{ $set: { artisan: gone, place: "–" }, $unset: { photo: 1, sentence: 1 } }]
          : []),
        ...(isGuest ? [{ $addToSet: { guests: gone } }, { $pull: { guests: artisan } }] : []),
        ...(kept["confirmedBy"] === chat ? [{ $set: { confirmedBy: NOBODY } }] : []),
      );
    },
    traces: ({ artisan, guests, madeAt, confirmedBy }) => [
      ...[String(artisan), ...(guests as string[])].map((one) => ({
        artisan: one,
        since: dateOf(madeAt),
      })),
      ...(typeof confirmedBy === "number" && confirmedBy !== NOBODY
        ? [{ chat: confirmedBy, since: dateOf(madeAt) }]
        : []),
    ],
  },
];
