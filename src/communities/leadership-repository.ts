import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Leadership } from "./leadership.ts";
import { type LeadershipDocument, leadershipSchema } from "./leadership-schema.ts";

/** Who led which community from when until when. */
export function createLeadershipRepository(connection: Connection) {
  const leaderships = modelOf(connection, "Leadership", leadershipSchema, "leaderships");

  return {
    /** Adds it; twice is once. */
    async begin(leadership: Pick<Leadership, "community" | "artisan" | "since" | "by">) {
      const { community, artisan, since } = leadership;
      const _id = `leadership:${community}:${artisan}:${since.getTime()}`;
      await leaderships.updateOne({ _id }, { $setOnInsert: leadership }, { upsert: true });
    },

    /** Ends those of this person in this community that have not ended. */
    async end(
      { community, artisan }: Pick<Leadership, "community" | "artisan">,
      { at, by, note }: { at: Date; by: number; note: string | undefined },
    ): Promise<void> {
      const open = await leaderships
        .find({ community, artisan, endedAt: operators({ $exists: false }) })
        .lean<LeadershipDocument[]>();
      for (const { _id } of open)
        await leaderships.updateOne(
          { _id, endedAt: operators({ $exists: false }) },
          { $set: { endedAt: at, endedBy: by, ...(note !== undefined && { note }) } },
        );
    },

    /** Newest first. */
    async of(community: string): Promise<Leadership[]> {
      const found = await leaderships
        .find({ community })
        .sort({ since: -1, _id: 1 })
        .lean<LeadershipDocument[]>();
      return found.map(({ _id: _, ...rest }) => rest);
    },
  };
}
