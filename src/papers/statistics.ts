import { localDate } from "../dates.ts";
import { CRAFTS } from "../places/crafts.ts";
import type { Services } from "../services.ts";

export const STATISTICS = ["kecamatan", "craft", "community", "month"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** How many artisans of one value: a code, a key, an id or "2025-08"; "" is none. */
export interface Count {
  value: string;
  count: number;
}

const MONTHS = 12;

type StatisticServices = Pick<Services, "artisanList" | "clock" | "communities" | "places">;

/**
 * Numbers of artisans, with no data of a person. Coordinators may see every record, so that small
 * numbers hide nothing from them; nobody else sees these. Months are the last twelve, in WIB;
 * somebody with several crafts counts in each.
 */
export async function countArtisans(
  by: Statistic,
  { artisanList, clock, communities, places }: StatisticServices,
): Promise<Count[]> {
  switch (by) {
    case "kecamatan": {
      const counts = await artisanList.countByKecamatan();
      return places.kecamatan().map(({ code }) => ({ value: code, count: counts.get(code) ?? 0 }));
    }
    case "craft": {
      const counts = await artisanList.countByCraft();
      return CRAFTS.map(({ key }) => ({ value: key, count: counts.get(key) ?? 0 }));
    }
    case "community": {
      const counts = await artisanList.countByCommunity();
      const known = await communities.all();
      const rows = known.map(({ id }) => ({ value: id, count: counts.get(id) ?? 0 }));
      const named = new Set(known.map(({ id }) => id));
      const others = [...counts].filter(([id]) => !named.has(id));
      const none = others.reduce((sum, [, count]) => sum + count, 0);
      return [...rows, { value: "", count: none }];
    }
    case "month":
      return countMonths(artisanList.registrations(), localDate(clock.now()).slice(0, 7));
  }
}

async function countMonths(
  registrations: AsyncIterable<Date>,
  thisMonth: string,
): Promise<Count[]> {
  const counts = new Map<string, number>();
  for await (const at of registrations) {
    const month = localDate(at).slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return lastMonths(thisMonth).map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

/** "2024-09" … "2025-08". */
function lastMonths(thisMonth: string): string[] {
  const [year = 0, month = 1] = thisMonth.split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, at) => {
    const date = new Date(Date.UTC(year, month - MONTHS + at, 1));
    return date.toISOString().slice(0, 7);
  });
}
