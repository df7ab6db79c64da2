import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import type { Community, CommunityState } from "./community.ts";
import { type CommunityDocument, communitySchema } from "./community-schema.ts";

export type Communities = ReturnType<typeof createCommunityRepository>;

export function createCommunityRepository(connection: Connection) {
  const communities = modelOf(connection, "Community", communitySchema, "communities");
  const read = ({ _id: id, ...rest }: CommunityDocument): Community => ({ id, ...rest });

  return {
    async active(): Promise<Community[]> {
      const found = await communities
        .find({ state: "active" })
        .sort({ name: 1, _id: 1 })
        .lean<CommunityDocument[]>();
      return found.map(read);
    },

    /** Also those that rest or are closed, by name: records still name them. */
    async all(): Promise<Community[]> {
      const found = await communities
        .find({})
        .sort({ name: 1, _id: 1 })
        .lean<CommunityDocument[]>();
      return found.map(read);
    },

    async byId(id: string): Promise<Community | undefined> {
      const found = await communities.findOne({ _id: id }).lean<CommunityDocument>();
      return found ? read(found) : undefined;
    },

    async ledBy(artisan: string): Promise<Community[]> {
      return (await communities.find({ leaders: artisan }).lean<CommunityDocument[]>()).map(read);
    },

    /** Changes who leads it, where that is still as it was read. */
    async changeLeaders(id: string, from: string[], to: string[]): Promise<void> {
      await communities.updateOne({ _id: id, leaders: from }, { $set: { leaders: to } });
    },

    async addLeader(id: string, artisan: string): Promise<void> {
      await communities.updateOne({ _id: id }, { $addToSet: { leaders: artisan } });
    },

    async removeLeader(id: string, artisan: string): Promise<void> {
      await communities.updateOne({ _id: id }, { $pull: { leaders: artisan } });
    },

    async rename(id: string, name: string): Promise<void> {
      await communities.updateOne({ _id: id }, { $set: { name } });
    },

    async setState(id: string, state: CommunityState): Promise<void> {
      await communities.updateOne({ _id: id }, { $set: { state } });
    },

    /** Adds it if its id is new; what people changed meanwhile stays. */
    async seed({ id, ...rest }: Community): Promise<void> {
      await communities.updateOne({ _id: id }, { $setOnInsert: rest }, { upsert: true });
    },
  };
}
