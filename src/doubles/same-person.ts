import { nameCloseness } from "./name-sound.ts";

/** What is compared of two records. */
export interface Likened {
  name: string;
  kecamatan: string;
  community?: string | undefined;
  birthYear?: number | undefined;
  sex?: string | undefined;
  phone?: { number: string } | undefined;
}

export const REASONS = ["phone", "name"] as const;
export type Reason = (typeof REASONS)[number];

/** Why two records may be one person's, and how much speaks for it. */
export interface Likeness {
  reasons: readonly Reason[];
  weight: number;
}

const FOR = { phone: 60, same: 60, part: 35, community: 15, birthYear: 25 } as const;
const AGAINST = 40;
/** Below it two close names are two people. */
const ENOUGH = 50;

/**
 * Whether two records may be of one person; undefined: nothing says so. The same number alone
 * raises the question, and only the question, since families share phones. So does a close name in
 * one kecamatan, with community, year of birth and sex to speak for or against it.
 */
export function likeness(a: Likened, b: Likened): Likeness | undefined {
  const phone = a.phone !== undefined && a.phone.number === b.phone?.number ? FOR.phone : 0;
  const name = nameWeight(a, b);
  const facts = communityWeight(a, b) + yearWeight(a, b) - (differentSex(a, b) ? AGAINST : 0);
  const isClose = name > 0 && name + facts >= ENOUGH;
  if (!phone && !isClose) return undefined;
  const reasons = REASONS.filter((reason) => (reason === "phone" ? phone > 0 : isClose));
  return { reasons, weight: Math.max(1, phone + name + facts) };
}

function nameWeight(a: Likened, b: Likened): number {
  if (a.kecamatan !== b.kecamatan) return 0;
  const closeness = nameCloseness(a.name, b.name);
  return closeness === "far" ? 0 : FOR[closeness];
}

function communityWeight({ community: a }: Likened, { community: b }: Likened): number {
  return a !== undefined && a === b ? FOR.community : 0;
}

/** One year off is a slip and says nothing; more speaks against. */
function yearWeight({ birthYear: a }: Likened, { birthYear: b }: Likened): number {
  if (a === undefined || b === undefined || Math.abs(a - b) === 1) return 0;
  return a === b ? FOR.birthYear : -AGAINST;
}

function differentSex({ sex: a }: Likened, { sex: b }: Likened): boolean {
  return (a === "L" && b === "P") || (a === "P" && b === "L");
}
