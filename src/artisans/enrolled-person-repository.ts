import type { Connection } from "mongoose";
import type { CraftKey } from "../places/crafts.ts";
import type { ArtisanDocument } from "./artisan-schema.ts";
import { peopleByIds } from "./people-by-ids-repository.ts";

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
  return { byIds: peopleByIds(connection, FIELDS, read) };
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
