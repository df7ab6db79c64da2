import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Selection } from "../notices/audience.ts";
import type { Contact } from "./artisan.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

export type Audiences = ReturnType<typeof createAudiences>;

/** How many are meant, by the road that leads to them. */
export interface HeadCount {
  /** Get it by Telegram. */
  telegram: number;
  /** Wanted news, and have no Telegram or cannot be reached there. */
  without: number;
  /** Are meant, and get nothing: they do not want news, paused them, or are leaving. */
  silent: number;
}

/** A member of an audience as a list shows them. */
export interface Listed extends Pick<Contact, "id" | "name" | "reachable"> {
  kecamatan: string;
}

/** Who of the register is meant by a notice. Announcements go only to who wants news. */
export function createAudiences(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");
  const absent = operators({ $exists: false });
  const wants = { "ticks.news": operators({ $exists: true }), pausedAt: absent, leaving: absent };
  const reachable = { telegram: operators({ $exists: true }), unreachable: absent };

  /** Conditions of a selection, and who comes after an id. */
  function filterOf({ only, except, asOf }: Selection, after?: string) {
    const list = (field: string, part: "kec" | "kom" | "ker") => {
      const wanted = only[part].length ? [{ [field]: operators({ $in: only[part] }) }] : [];
      const unwanted = except[part].length ? [{ [field]: operators({ $nin: except[part] }) }] : [];
      return [...wanted, ...unwanted];
    };
    return {
      $and: [
        { state: operators({ $nin: ["merged", "declined"] as const }) },
        { registeredAt: operators({ $lte: asOf }) },
        ...list("kecamatan", "kec"),
        ...list("community", "kom"),
        ...list("crafts", "ker"),
        ...(only.ids ? [{ _id: operators({ $in: only.ids }) }] : []),
        ...(except.ids.length ? [{ _id: operators({ $nin: except.ids }) }] : []),
        ...(after === undefined ? [] : [{ _id: operators({ $gt: after }) }]),
      ],
    };
  }

  const look = (filter: Record<string, unknown>, skip: number, limit: number) =>
    artisans
      .find(filter)
      .select("name kecamatan telegram unreachable")
      .sort({ _id: 1 })
      .skip(skip)
      .limit(limit)
      .lean<ArtisanDocument[]>();

  return {
    async count(selection: Selection): Promise<HeadCount> {
      const filter = filterOf(selection);
      const all = await artisans.countDocuments(filter);
      const wanting = await artisans.countDocuments({ ...filter, ...wants });
      const telegram = await artisans.countDocuments({ ...filter, ...wants, ...reachable });
      return { telegram, without: wanting - telegram, silent: all - wanting };
    },

    /** Ids of who gets the notice, after this one and in the order of ids. */
    async after(selection: Selection, id: string, limit: number): Promise<string[]> {
      const found = await look({ ...filterOf(selection, id), ...wants }, 0, limit);
      return found.map(({ _id }) => _id);
    },

    /** A page of who gets the notice. */
    async page(selection: Selection, skip: number, limit: number): Promise<Listed[]> {
      const found = await look({ ...filterOf(selection), ...wants }, skip, limit);
      return found.map(({ _id: id, name, kecamatan, telegram, unreachable }) => ({
        ...{ id, name, kecamatan },
        reachable: telegram !== undefined && !unreachable,
      }));
    },

    /** These artisans as a list shows them, by id; who is gone is left out. */
    async named(ids: readonly string[]): Promise<Map<string, Listed>> {
      const found = await look({ _id: operators({ $in: [...ids] }) }, 0, ids.length || 1);
      return new Map(
        found.map(({ _id: id, name, kecamatan, telegram, unreachable }) => [
          id,
          { ...{ id, name, kecamatan }, reachable: telegram !== undefined && !unreachable },
        ]),
      );
    },
  };
}
