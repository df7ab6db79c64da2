import { standingOf, type Standing, type StandingServices } from "../access/standing.ts";

/** Who leads the community at this moment: whoever left it does not. */
export async function leaderStandings(
  community: string,
  services: StandingServices,
): Promise<Standing[]> {
  const { clock, roles } = services;
  const holders = await roles.holders("leader", clock.now(), community);
  const standings = await Promise.all(holders.map((telegram) => standingOf(telegram, services)));
  return standings.filter(({ held }) =>
    held.some(({ role, scope }) => role === "leader" && scope === community),
  );
}

/** The community somebody leads; undefined: none. */
export function ledBy({ held }: Standing): string | undefined {
  return held.find(({ role }) => role === "leader")?.scope;
}
