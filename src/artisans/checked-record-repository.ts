import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";
import type { Check, CheckReason, CheckResult, Handed } from "./check.ts";

/** A record that waits to be checked. */
export interface Waiting {
  id: string;
  check: Check;
}

export interface Decision {
  result: CheckResult;
  reason?: CheckReason;
  by: number;
  at: Date;
}

/** Records on their way from "waiting" to "checked". Each step has one winner. */
export function createCheckedRecords(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  const look = async (filter: Record<string, unknown>, limit: number): Promise<Waiting[]> => {
    const found = await artisans
      .find({ state: "pending", ...filter })
      .select("check")
      .sort({ "check.since": 1, _id: 1 })
      .limit(limit)
      .lean<{ _id: string; check: Check }[]>();
    return found.map(({ _id: id, check }) => ({ id, check }));
  };
  const ofLeaders = (community: string, butNot: string) => ({
    "check.with": "leader" as const,
    "check.community": community,
    _id: operators({ $ne: butNot }),
  });
  const ofOffice = (butNot: string) => ({
    "check.with": "coordinator" as const,
    _id: operators({ $ne: butNot }),
  });
  /** Still as it was seen. */
  const seen = (id: string, check: Check) => ({
    _id: id,
    state: "pending" as const,
    "check.with": check.with,
    "check.since": check.since,
    inMerge: operators({ $exists: false }),
  });
  const step = async (filter: Record<string, unknown>, update: Record<string, unknown>) =>
    (await artisans.updateOne(filter, update)).matchedCount === 1;

  return {
    /** Waiting since before there were checks. */
    async unopened(limit: number): Promise<{ id: string; community?: string }[]> {
      const found = await artisans
        .find({ state: "pending", "check.with": null })
        .select("community")
        .limit(limit)
        .lean<ArtisanDocument[]>();
      return found.map(({ _id: id, community }) => ({ id, ...(community && { community }) }));
    },

    async open(id: string, check: Check): Promise<void> {
      const fresh = { _id: id, state: "pending" as const, check: operators({ $exists: false }) };
      await artisans.updateOne(fresh, { $set: { check } });
    },

    /** Those whose leaders are to be asked, or have been silent too long; longest first. */
    due: (now: Date, limit: number) =>
      look({ "check.with": "leader", "check.dueAt": operators({ $lte: now }) }, limit),

    /** Counts one asking; false when another process did, or it was decided meanwhile. */
    asked: (id: string, check: Check, nextAt: Date) =>
      step(
        { ...seen(id, check), "check.asked": check.asked },
        { $inc: { "check.asked": 1 }, $set: { "check.dueAt": nextAt } },
      ),

    handOver: (id: string, check: Check, why: Handed) =>
      step(seen(id, check), {
        $set: { "check.with": "coordinator", "check.why": why },
        $unset: { "check.dueAt": 1 },
      }),

    /** What leaders of the community have in hand, but for the own record. */
    waitingIn: (community: string, butNot: string, limit: number) =>
      look(ofLeaders(community, butNot), limit),
    countIn: (community: string, butNot: string) =>
      artisans.countDocuments({ state: "pending", ...ofLeaders(community, butNot) }),

    /** What coordinators have in hand, but for the own record. */
    waitingAtOffice: (butNot: string, limit: number) => look(ofOffice(butNot), limit),
    countAtOffice: (butNot: string) =>
      artisans.countDocuments({ state: "pending", ...ofOffice(butNot) }),

    /** Decides; false when somebody else did, or it is no longer what was seen. */
    decide: (id: string, check: Check, { result, reason, by, at }: Decision) =>
      step(seen(id, check), {
        $set: {
          ...outcomeOf(result),
          ...{ "check.result": result, "check.by": by, "check.at": at },
          ...(result !== "asked" && { "check.untold": at }),
          ...(reason !== undefined && { "check.reason": reason }),
        },
        $unset: {
          "check.dueAt": 1,
          ...(reason === undefined && { "check.reason": 1 }),
          ...(result === "notMember" && { community: 1, communityOther: 1 }),
        },
      }),

    /** Results that the artisans have not been told. */
    async untold(limit: number): Promise<string[]> {
      const found = await artisans
        .find({ "check.untold": operators({ $exists: true }) })
        .select("_id")
        .sort({ "check.untold": 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },

    /** False when another process tells it. */
    takeTelling: (id: string) =>
      step(
        { _id: id, "check.untold": operators({ $exists: true }) },
        { $unset: { "check.untold": 1 } },
      ),
  };
}

function outcomeOf(result: CheckResult): Record<string, unknown> {
  switch (result) {
    case "member":
    case "active":
      return { state: "active" };
    case "returned":
    case "declined":
      return { state: result };
    case "notMember":
    case "asked":
      return { "check.with": "coordinator", "check.why": result };
  }
}
