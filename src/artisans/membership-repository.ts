import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

/** Who belongs to which community. */
export function createMemberships(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");
  const living = { state: operators({ $ne: "merged" as const }) };

  return {
    /** The communities of these accounts; those without one are left out. */
    async communitiesOf(accounts: readonly number[]): Promise<Map<number, string>> {
      const found = await artisans
        .find({ telegram: operators({ $in: [...accounts] }), ...living })
        .select("telegram community")
        .lean<ArtisanDocument[]>();
      return new Map(
        found.flatMap(({ telegram, community }) =>
          telegram !== undefined && community !== undefined ? [[telegram, community] as const] : [],
        ),
      );
    },

    count: (community: string): Promise<number> =>
      artisans.countDocuments({ community, ...living }),
  };
}
