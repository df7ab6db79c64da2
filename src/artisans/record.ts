import {
  type Answers,
  DETAIL_FIELDS,
  type DetailField,
  type Field,
  NO_COMMUNITY,
  OTHER_CRAFT,
  UNLISTED_COMMUNITY,
} from "./answers.ts";
import type { Artisan, Details } from "./artisan.ts";

type Answered = Pick<
  Artisan,
  | "name"
  | "kecamatan"
  | "desa"
  | "community"
  | "communityOther"
  | "crafts"
  | "mainCraft"
  | "craftOther"
  | "phone"
  | "whatsapp"
> &
  Details;

/** New values of a record's fields; undefined takes a field away. */
export type Change = { [Name in keyof Artisan]?: Artisan[Name] | undefined };

/** The record's fields that the answers fill, or undefined while a required answer is open. */
export function recordOf(
  answers: Answers,
): (Answered & Pick<Artisan, "consent" | "crafts">) | undefined {
  const { consent, adult, name, kecamatan, community, crafts } = answers;
  if (!consent || !adult || !name || !kecamatan || !community || !crafts?.length) return undefined;
  const { desa, phone, whatsapp } = answers;
  return {
    consent,
    name,
    kecamatan,
    ...without(communityChange(community, answers.communityOther)),
    ...without(craftChange(crafts, answers)),
    crafts,
    mainCraft: mainOf(crafts, answers.mainCraft),
    ...(desa && { desa }),
    ...(phone && { phone }),
    ...(phone && typeof whatsapp === "boolean" && { whatsapp }),
    ...detailsOf(answers),
  };
}

/** What was told of the work; a skipped question tells nothing. */
function detailsOf(answers: Answers): Details {
  const told = DETAIL_FIELDS.flatMap((field: DetailField) => {
    const value = answers[field];
    return value === undefined || value === null ? [] : [[field, value] as const];
  });
  return Object.fromEntries(told);
}

/** What one answer changes in a record, with all that hangs on it. Skipped takes it away. */
export function changeOf(field: Field, value: unknown, artisan: Artisan): Change {
  const answer = { [field]: value } as Answers;
  switch (field) {
    case "consent":
    case "adult":
      return {};
    case "kecamatan":
      return answer.kecamatan === artisan.kecamatan
        ? {}
        : { kecamatan: answer.kecamatan, desa: undefined };
    case "community":
      // Without its name an unlisted community tells nothing: the old one stays until then.
      return answer.community === UNLISTED_COMMUNITY
        ? {}
        : communityChange(answer.community ?? NO_COMMUNITY, undefined);
    case "communityOther":
      return { communityOther: answer.communityOther, community: undefined };
    case "crafts":
      return craftChange(answer.crafts ?? artisan.crafts, artisan);
    case "phone":
      return { phone: answer.phone ?? undefined, whatsapp: undefined };
    case "nib":
      return { nib: answer.nib ?? undefined, nibNumber: undefined };
    default:
      return { [field]: value ?? undefined };
  }
}

/** The answers a record stands for, so that the questions of the form can be asked again. */
export function answersOf(artisan: Artisan): Answers {
  const { consent, name, kecamatan, desa, communityOther, crafts, craftOther } = artisan;
  const { mainCraft, phone, whatsapp } = artisan;
  const community = artisan.community ?? (communityOther ? UNLISTED_COMMUNITY : NO_COMMUNITY);
  const details = DETAIL_FIELDS.map((field: DetailField) => [field, artisan[field]] as const);
  return without({
    consent,
    adult: true,
    name,
    kecamatan,
    desa,
    community,
    communityOther,
    crafts,
    craftOther,
    mainCraft,
    phone,
    whatsapp,
    ...Object.fromEntries(details),
  });
}

function communityChange(community: string, other: string | undefined) {
  const listed = community !== NO_COMMUNITY && community !== UNLISTED_COMMUNITY;
  return {
    community: listed ? community : undefined,
    communityOther: community === UNLISTED_COMMUNITY ? other : undefined,
  };
}

function craftChange(
  crafts: Artisan["crafts"],
  { mainCraft, craftOther }: Pick<Answers, "mainCraft" | "craftOther">,
) {
  return {
    crafts,
    mainCraft: mainOf(crafts, mainCraft),
    craftOther: crafts.includes(OTHER_CRAFT) ? craftOther : undefined,
  };
}

/** A main craft that is no longer among the crafts gives way to the first of them. */
function mainOf(crafts: Artisan["crafts"], main: Answers["mainCraft"]): Artisan["mainCraft"] {
  const [first = OTHER_CRAFT] = crafts;
  return main && crafts.includes(main) ? main : first;
}

type Present<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function without<T extends object>(fields: T): Present<T> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Present<T>;
}
