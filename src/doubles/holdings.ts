import { byArtisan, EPOCH, type Holding, REMOVE } from "../privacy/holding.ts";

/** Records that may be of one person, and what was united. */
export const doubleHoldings: readonly Holding[] = [
  {
    collection: "doubles",
    unites: { as: "itself" },
    of: byArtisan((artisan) => ({ artisans: artisan })),
    tell: ({ state, foundAt }) => ({ state, foundAt }),
    erase: () => REMOVE,
    traces: ({ artisans }) => (artisans as string[]).map((artisan) => ({ artisan, since: EPOCH })),
  },
  {
    // Also the other record's old values go: what was united can no longer be taken apart.
    collection: "merges",
    unites: { as: "itself" },
    sealed: ["kept"],
    of: byArtisan((artisan) => ({ $or: [{ survivor: artisan }, { loser: artisan }] })),
    tell: ({ state, at }) => ({ state, at }),
    erase: () => REMOVE,
    traces: ({ survivor, loser }) =>
      [survivor, loser].map((artisan) => ({ artisan: String(artisan), since: EPOCH })),
  },
];
