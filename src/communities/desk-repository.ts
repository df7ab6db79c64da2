import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { DESK_MS, type Desk } from "./desk.ts";
import { type DeskDocument, deskSchema } from "./desk-schema.ts";

/** What each coordinator is in the middle of. */
export function createDesks(connection: Connection, clock: Clock) {
  const desks = modelOf(connection, "Desk", deskSchema, "desks");
  const idOf = (telegram: number) => `desk:${telegram}`;

  return {
    async read(telegram: number): Promise<Desk | undefined> {
      const found = await desks
        .findOne({ _id: idOf(telegram), until: operators({ $gt: clock.now() }) })
        .lean<DeskDocument>();
      if (!found) return undefined;
      const { step, community, name, kecamatan, leader, update } = found;
      return {
        ...{ step, community, update },
        ...(name !== undefined && { name }),
        ...(kecamatan !== undefined && { kecamatan }),
        ...(leader !== undefined && { leader }),
      };
    },

    /** What was there before is put away. */
    async put(telegram: number, desk: Desk): Promise<void> {
      const gone = (["name", "kecamatan", "leader"] as const).filter(
        (one) => desk[one] === undefined,
      );
      await desks.updateOne(
        { _id: idOf(telegram) },
        {
          $set: { ...desk, until: new Date(clock.now().getTime() + DESK_MS) },
          ...(gone.length && { $unset: Object.fromEntries(gone.map((one) => [one, 1])) }),
        },
        { upsert: true },
      );
    },

    async clear(telegram: number): Promise<void> {
      await desks.deleteOne({ _id: idOf(telegram) });
    },
  };
}
