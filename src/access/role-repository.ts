import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { type GivenRole, type Grant, grantId, lapseOf } from "./role.ts";
import { type RoleDocument, roleSchema } from "./role-schema.ts";

export type Roles = ReturnType<typeof createRoleRepository>;

type Which = Pick<Grant, "telegram" | "role" | "scope">;

/** Roles as they were given. Whoever asks reads them anew: an ended role ends at once. */
export function createRoleRepository(connection: Connection) {
  const roles = modelOf(connection, "Role", roleSchema, "roles");
  const read = ({ _id: _, warnedFor: __, ...grant }: RoleDocument): Grant => grant;

  return {
    /** All that was ever given to this account, also what has ended. */
    async of(telegram: number): Promise<Grant[]> {
      return (await roles.find({ telegram }).lean<RoleDocument[]>()).map(read);
    },

    /** Accounts that were ever given any role. */
    everHeld: (): Promise<number[]> => roles.distinct("telegram"),

    /** Accounts that hold the role now; of a leader's, for this community. */
    async holders(role: GivenRole, now: Date, scope?: string): Promise<number[]> {
      const found = await roles
        .find({
          role,
          ...(scope !== undefined && { scope }),
          since: operators({ $lte: now }),
          until: operators({ $gt: now }),
          endedAt: operators({ $exists: false }),
        })
        .sort({ _id: 1 })
        .lean<RoleDocument[]>();
      return found.map(({ telegram }) => telegram);
    },

    /** Gives the role for twelve months, or renews it. Twice is once. */
    async give(which: Which, { by, since }: Pick<Grant, "by" | "since">): Promise<void> {
      await roles.updateOne(
        { _id: grantId(which) },
        { $set: { ...which, since, until: lapseOf(since), by }, $unset: { endedAt: 1 } },
        { upsert: true },
      );
    },

    /** Gives it if it was never given; what became of it since stays. */
    async seed(which: Which, { by, since }: Pick<Grant, "by" | "since">): Promise<void> {
      const grant = { ...which, since, until: lapseOf(since), by };
      await roles.updateOne({ _id: grantId(which) }, { $setOnInsert: grant }, { upsert: true });
    },

    /**
     * Gives it if nothing became of it since that moment: done again it does not bring back what
     * was taken away meanwhile.
     */
    async begin(which: Which, { by, since }: Pick<Grant, "by" | "since">): Promise<void> {
      try {
        await roles.updateOne(
          { _id: grantId(which), since: operators({ $lt: since }) },
          { $set: { ...which, since, until: lapseOf(since), by }, $unset: { endedAt: 1 } },
          { upsert: true },
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** Lets it lapse twelve months from now, if it is in force. */
    async renew(which: Which, now: Date): Promise<boolean> {
      const done = await roles.updateOne(
        {
          _id: grantId(which),
          until: operators({ $gt: now }),
          endedAt: operators({ $exists: false }),
        },
        { $set: { until: lapseOf(now) } },
      );
      return done.matchedCount === 1;
    },

    /** Roles in force of those who lead one of these communities. */
    async leading(communities: readonly string[], now: Date): Promise<Grant[]> {
      const found = await roles
        .find({
          role: "leader",
          scope: operators({ $in: [...communities] }),
          since: operators({ $lte: now }),
          until: operators({ $gt: now }),
          endedAt: operators({ $exists: false }),
        })
        .sort({ since: 1, _id: 1 })
        .lean<RoleDocument[]>();
      return found.map(read);
    },

    /** All roles in force, by kind and then by when they began. */
    async inForce(now: Date): Promise<Grant[]> {
      const found = await roles
        .find({
          since: operators({ $lte: now }),
          until: operators({ $gt: now }),
          endedAt: operators({ $exists: false }),
        })
        .sort({ role: 1, since: 1, _id: 1 })
        .lean<RoleDocument[]>();
      return found.map(read);
    },

    /** Roles in force that lapse before that day. */
    async lapsing(now: Date, before: Date): Promise<Grant[]> {
      const found = await roles
        .find({
          since: operators({ $lte: now }),
          until: operators({ $gt: now, $lte: before }),
          endedAt: operators({ $exists: false }),
        })
        .sort({ until: 1, _id: 1 })
        .lean<RoleDocument[]>();
      const isNews = ({ warnedFor, until }: RoleDocument) =>
        warnedFor?.getTime() !== until.getTime();
      return found.filter(isNews).map(read);
    },

    /** Takes the one warning of this end; false when another process tells it. */
    async takeWarning(grant: Grant): Promise<boolean> {
      const { until } = grant;
      const done = await roles.updateOne(
        { _id: grantId(grant), until, warnedFor: operators({ $ne: until }) },
        { $set: { warnedFor: until } },
      );
      return done.matchedCount === 1;
    },

    /** Takes the role away, from this moment on. */
    async end(which: Which, at: Date): Promise<void> {
      await roles.updateOne({ _id: grantId(which) }, { $set: { endedAt: at } });
    },

    /** Takes back that it was taken away at that moment. */
    async restore(which: Which, endedAt: Date): Promise<void> {
      await roles.updateOne({ _id: grantId(which), endedAt }, { $unset: { endedAt: 1 } });
    },
  };
}
