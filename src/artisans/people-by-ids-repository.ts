import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

const AT_ONCE = 500;

/** Reads people as somebody may know them, by the fields named; ids that are gone are left out. */
export function peopleByIds<Person>(
  connection: Connection,
  fields: string,
  read: (one: ArtisanDocument) => Person,
) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");
  return async (ids: readonly string[]): Promise<Map<string, Person>> => {
    const people = new Map<string, Person>();
    for (let done = 0; done < ids.length; done += AT_ONCE) {
      const found = await artisans
        .find({ _id: operators({ $in: ids.slice(done, done + AT_ONCE) }) })
        .select(fields)
        .lean<ArtisanDocument[]>();
      for (const one of found) people.set(one._id, read(one));
    }
    return people;
  };
}
