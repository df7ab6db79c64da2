import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";
import type { CarriedPerson, CarrierRecord } from "./carried-person.ts";
import { peopleByIds } from "./people-by-ids-repository.ts";

const FIELDS =
  "name language kecamatan community phone whatsapp ticks state telegram unreachable pausedAt leaving";

/** People as carriers need them; ids that are gone are left out. */
export function createCarriedPeople(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  return {
    byIds: peopleByIds(connection, FIELDS, read),

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
      return found.flatMap(({ _id: id, telegram, community, unreachable }) => {
        if (telegram === undefined) return [];
        const member = community !== undefined && { community };
        return [{ id, telegram, ...member, reachable: !unreachable }];
      });
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
