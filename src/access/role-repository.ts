import type { Connection } from "mongoose";
import { operators } from "../database.ts";
import { type GivenRole, type Grant, grantId, lapseOf } from "./role.ts";
import { type RoleDocument, roleSchema } from "./role-schema.ts";

export type Roles = ReturnType<typeof createRoleRepository>;

type Which = Pick<Grant, "telegram" | "role" | "scope">;

/** Roles as they were given. Whoever asks reads them anew: an ended role ends at once. */
export function createRoleRepository(connection: Connection) {
  const roles = connection.model("Role", roleSchema, "roles");
  const read = ({ _id: _, ...grant }: RoleDocument): Grant => grant;

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

    /** Takes the role away, from this moment on. */
    async end(which: Which, at: Date): Promise<void> {
      await roles.updateOne({ _id: grantId(which) }, { $set: { endedAt: at } });
    },
  };
}
