export type CommunityState = "active" | "dormant" | "closed";

/** A handmade community with its leaders. */
export interface Community {
  id: string;
  name: string;
  /** Codes of the kecamatan its members live in. */
  kecamatan: string[];
  state: CommunityState;
  /** Ids of the artisans who lead it, one or two. */
  leaders: string[];
  /** Made up for the demo; never the name of a real group. */
  invented: boolean;
}

/** Communities of the kecamatan first, then the others, each part by name. */
export function nearestFirst(communities: readonly Community[], kecamatan: string): Community[] {
  const isNear = (community: Community) => community.kecamatan.includes(kecamatan);
  const byName = [...communities].sort((a, b) => a.name.localeCompare(b.name, "id"));
  return [...byName.filter(isNear), ...byName.filter((community) => !isNear(community))];
}
