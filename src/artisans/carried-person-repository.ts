import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";
import type { CarriedPerson, CarrierRecord } from "./carried-person.ts";

const AT_ONCE = 500;
const FIELDS =
  "name language kecamatan community phone whatsapp ticks state telegram unreachable pausedAt leaving";

/** People as carriers need them; ids that are gone are left out. */
export function createCarriedPeople(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  return {
    async byIds(ids: readonly string[]): Promise<Map<string, CarriedPerson>> {
      const people = new Map<string, CarriedPerson>();
      for (let done = 0; done < ids.length; done += AT_ONCE) {
        const found = await artisans
          .find({ _id: operators({ $in: ids.slice(done, done + AT_ONCE) }) })
          .select(FIELDS)
          .lean<ArtisanDocument[]>();
        for (const one of found) people.set(one._id, read(one));
      }
      return people;
    },

    /** Ids of all members of these communities. */
    async membersOf(communities: readonly string[]): Promise<string[]> {
      const found = await artisans
        .find({ community: operators({ $in: [...communities] }) }, { _id: 1 })
        .lean<ArtisanDocument[]>();
      return found.map(({ _id }) => _id);
    },

    async carriers(telegrams: readonly number[]): Promise<CarrierRecord[]> {
      const found = await artisans
        .find({ telegram: operators({ $in: [...telegrams] }) })
        .select("telegram community unreachable")
        .lean<ArtisanDocument[]>();
      return found.flatMap(({ telegram, community, unreachable }) =>
        telegram === undefined
          ? []
          : [{ telegram, ...(community !== undefined && { community }), reachable: !unreachable }],
      );
    },
  };
}

function read(one: ArtisanDocument): CarriedPerson {
  const { _id: id, name, language, kecamatan, community, whatsapp } = one;
  return {
    ...{ id, name, language, kecamatan },
    ...(community !== undefined && { community }),
    ...(whatsapp !== undefined && { whatsapp }),
    hasPhone: one.phone !== undefined,
    phoneToLeader: one.ticks?.phoneToLeader !== undefined,
    reachable: one.telegram !== undefined && !one.unreachable,
    silent: one.pausedAt !== undefined || one.leaving !== undefined || one.state === "merged",
  };
}
