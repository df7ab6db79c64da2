import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { CraftKey } from "../places/crafts.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

const AT_ONCE = 500;
const FIELDS =
  "name kecamatan community crafts telegram unreachable pausedAt leaving state registrar";

/** What whoever chooses participants may know of a person: nothing sealed, no number. */
export interface EnrolledPerson {
  id: string;
  name: string;
  kecamatan: string;
  community?: string;
  crafts: CraftKey[];
  /** telegram: by the bot. blocked: the bot was refused. none: only by people. */
  road: "telegram" | "blocked" | "none";
  /** Wants no offers at this time. */
  silent: boolean;
}

/** People as they stand in a selection; ids that are gone are left out. */
export function createEnrolledPeople(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  return {
    async byIds(ids: readonly string[]): Promise<Map<string, EnrolledPerson>> {
      const people = new Map<string, EnrolledPerson>();
      for (let done = 0; done < ids.length; done += AT_ONCE) {
        const found = await artisans
          .find({ _id: operators({ $in: ids.slice(done, done + AT_ONCE) }) })
          .select(FIELDS)
          .lean<ArtisanDocument[]>();
        for (const one of found) people.set(one._id, read(one));
      }
      return people;
    },
  };
}

function read(one: ArtisanDocument): EnrolledPerson {
  const { _id: id, name, kecamatan, community, crafts, telegram, unreachable } = one;
  return {
    ...{ id, name, kecamatan, crafts },
    ...(community !== undefined && { community }),
    road: telegram === undefined ? "none" : unreachable ? "blocked" : "telegram",
    silent: one.pausedAt !== undefined || one.leaving !== undefined || one.state === "merged",
  };
}
