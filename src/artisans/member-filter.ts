import { type CraftKey, CRAFTS } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";

/** What a list of members is narrowed to. */
export interface MemberFilter {
  kecamatan?: string;
  craft?: CraftKey;
  verified?: boolean;
  reachable?: boolean;
  trained?: boolean;
}

const FLAGS = { v: "verified", r: "reachable", t: "trained" } as const;

/** As a button carries it: "k19.c3.v1"; "-" is none. */
export function packFilter({ kecamatan, craft, ...flags }: MemberFilter): string {
  const parts = [
    ...(kecamatan === undefined ? [] : [`k${kecamatan.split(".").at(-1)}`]),
    ...(craft === undefined ? [] : [`c${CRAFTS.findIndex(({ key }) => key === craft)}`]),
    ...Object.entries(FLAGS).flatMap(([sign, name]) =>
      flags[name] === undefined ? [] : [`${sign}${flags[name] ? 1 : 0}`],
    ),
  ];
  return parts.join(".") || "-";
}

/** Whatever is not understood is no filter. */
export function readFilter(packed: string, places: Pick<Places, "kecamatan">): MemberFilter {
  const filter: MemberFilter = {};
  for (const part of packed.split(".")) {
    const [sign = "", rest] = [part.slice(0, 1), part.slice(1)];
    const craft = sign === "c" ? CRAFTS[Number(rest)]?.key : undefined;
    const place = places.kecamatan().find(({ code }) => code.endsWith(`.${rest}`));
    if (craft) filter.craft = craft;
    else if (sign === "k" && place) filter.kecamatan = place.code;
    else if (isFlag(sign) && /^[01]$/.test(rest)) filter[FLAGS[sign]] = rest === "1";
  }
  return filter;
}

function isFlag(sign: string): sign is keyof typeof FLAGS {
  return Object.hasOwn(FLAGS, sign);
}

/** Hard to reach: blocked the bot; silent for long; data long not confirmed. */
export const FAR = ["blocked", "silent", "old"] as const;
export type Far = (typeof FAR)[number];
