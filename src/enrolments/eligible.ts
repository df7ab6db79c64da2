import type { Eligibility } from "../trainings/training.ts";

/** What of a record a training may ask for. */
export interface Applicant {
  kecamatan: string;
  community?: string;
  crafts: readonly string[];
}

/** Why somebody may not apply; undefined: they may. */
export function whyNotEligible(
  mayApply: Eligibility | undefined,
  { kecamatan, community, crafts }: Applicant,
): keyof Eligibility | undefined {
  const { kecamatan: from = [], crafts: craft = [], communities = [] } = mayApply ?? {};
  if (from.length && !from.includes(kecamatan)) return "kecamatan";
  if (craft.length && !crafts.some((one) => craft.includes(one))) return "crafts";
  const isMember = community !== undefined && communities.includes(community);
  return communities.length && !isMember ? "communities" : undefined;
}
