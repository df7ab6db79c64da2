import { isDeepStrictEqual } from "node:util";
import type { DetailField } from "../artisans/answers.ts";
import type { Artisan } from "../artisans/artisan.ts";
import type { Change } from "../artisans/record.ts";
import type { Side } from "./double.ts";

type Parts = Record<string, readonly (keyof Artisan)[]>;
/** What may be told of one's work and is left out here would be lost in a merge. */
type Details = Record<Exclude<DetailField, "nibNumber">, Parts[string]>;

/** What is picked as one: the parts belong together. Asked in this order. */
const FIELDS = {
  name: ["name"],
  kecamatan: ["kecamatan", "desa"],
  community: ["community", "communityOther"],
  crafts: ["crafts", "mainCraft", "craftOther"],
  phone: ["phone", "whatsapp"],
  businessName: ["businessName"],
  products: ["products"],
  photo: ["photo"],
  shopLink: ["shopLink"],
  channels: ["channels"],
  workers: ["workers"],
  yearsInCraft: ["yearsInCraft"],
  turnover: ["turnover"],
  nib: ["nib", "nibNumber"],
  sex: ["sex"],
  birthYear: ["birthYear"],
  teach: ["teach"],
  account: ["telegram", "language", "unreachable", "pausedAt", "consent", "ticks", "registrar"],
} as const satisfies Parts & Details;

export type MergeField = keyof typeof FIELDS;
export const MERGE_FIELDS = Object.keys(FIELDS) as MergeField[];

export function isMergeField(value: string): value is MergeField {
  return Object.hasOwn(FIELDS, value);
}

export const partsOf = (field: MergeField): readonly (keyof Artisan)[] => FIELDS[field];

export interface Pair {
  a: Artisan;
  b: Artisan;
}

/** What becomes of a pair: who stays, from whom each field comes, and what is still to be asked. */
export interface Draft {
  survivor: Side;
  sides: Partial<Record<MergeField, Side>>;
  open: MergeField[];
}

/** The picks so far on two records. A field that is empty in one, or alike, is not asked. */
export function draftOf(pair: Pair, choices: Partial<Record<string, Side>>): Draft {
  const survivor = survivorOf(pair);
  const sides: Draft["sides"] = {};
  const open: MergeField[] = [];
  for (const field of MERGE_FIELDS) {
    const fuller = fullerSide(field, pair) ?? choices[field];
    if (fuller) sides[field] = fuller === "alike" ? survivor : fuller;
    else open.push(field);
  }
  return { survivor, sides, open };
}

/** The record that keeps its id: the one with a Telegram account, else the older one. */
function survivorOf({ a, b }: Pair): Side {
  const [hasA, hasB] = [a.telegram !== undefined, b.telegram !== undefined];
  if (hasA !== hasB) return hasA ? "a" : "b";
  return a.registeredAt <= b.registeredAt ? "a" : "b";
}

/** Both tell it, and neither says all that the other says. */
export function isAsked(field: MergeField, pair: Pair): boolean {
  return fullerSide(field, pair) === undefined;
}

/** The side that says all the other says; undefined: they differ. */
function fullerSide(field: MergeField, { a, b }: Pair): Side | "alike" | undefined {
  const account = field === "account";
  const overA = account ? b.telegram === undefined : covers(field, a, b);
  const overB = account ? a.telegram === undefined : covers(field, b, a);
  if (overA && overB) return "alike";
  if (overA) return "a";
  return overB ? "b" : undefined;
}

function covers(field: MergeField, one: Artisan, other: Artisan): boolean {
  return partsOf(field).every((part) => {
    if (other[part] === undefined) return true;
    if (part === "phone") return coversPhone(one.phone, other.phone);
    return isDeepStrictEqual(one[part], other[part]);
  });
}

/** The same number, and verified where the other one is. */
function coversPhone(one: Artisan["phone"], other: Artisan["phone"]): boolean {
  return one?.number === other?.number && (one?.verified === true || other?.verified !== true);
}

const BEST_FIRST: Artisan["state"][] = ["active", "pending", "returned", "declined", "merged"];

/** New values of the record that stays; undefined takes a field away. */
export function changeOfSurvivor(pair: Pair, { survivor, sides }: Draft): Change {
  const stays = pair[survivor];
  const goes = pair[survivor === "a" ? "b" : "a"];
  const adopted = MERGE_FIELDS.filter((field) => (sides[field] ?? survivor) !== survivor);
  const values = adopted.flatMap(partsOf).map((part) => [part, goes[part]] as const);
  const claimed = sides.account !== undefined && pair[sides.account].telegram !== undefined;
  return {
    ...Object.fromEntries(values),
    ...(claimed && stays.registrar && { registrar: undefined }),
    ...differing(stays, {
      state: BEST_FIRST.find((state) => state === stays.state || state === goes.state),
      registeredAt: earlier(stays.registeredAt, goes.registeredAt),
      activeAt:
        earlier(stays.activeAt, goes.activeAt) === stays.activeAt ? goes.activeAt : stays.activeAt,
    }),
  };
}

const earlier = (one: Date, other: Date): Date => (one <= other ? one : other);

function differing(stays: Artisan, values: Partial<Record<keyof Artisan, unknown>>) {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([part, value]) => !isDeepStrictEqual(stays[part as keyof Artisan], value),
    ),
  );
}
