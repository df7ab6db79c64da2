import { CHANNELS, NIB, SEXES, TURNOVERS, WORKERS } from "../artisans/answers.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { maskPhone } from "../artisans/phone.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { MergeField } from "./merge-fields.ts";

export interface ShowEnv {
  speech: Speech;
  places: Places;
  /** Names of communities by id. */
  communities: ReadonlyMap<string, string>;
}

/** Choices whose texts go by their place in the list: "workers-2". */
const CHOICES = { channels: CHANNELS, workers: WORKERS, turnover: TURNOVERS, nib: NIB, sex: SEXES };

/** What a record says in a field, in words; undefined: nothing. Numbers are masked. */
export function showField(
  field: MergeField,
  artisan: Artisan,
  number: 1 | 2,
  { speech, places, communities }: ShowEnv,
): string | undefined {
  switch (field) {
    case "kecamatan":
      return artisan.desa === undefined
        ? places.showKecamatan(artisan.kecamatan)
        : places.showDesa(artisan.desa);
    case "community":
      return communities.get(artisan.community ?? "") ?? artisan.communityOther;
    case "crafts":
      return showCrafts(artisan, speech);
    case "phone":
      return artisan.phone && maskPhone(artisan.phone.number);
    case "photo":
      return artisan.photo && speech.plain("photo-there");
    case "yearsInCraft":
      return artisan.yearsInCraft === undefined
        ? undefined
        : speech.plain("years", { years: artisan.yearsInCraft });
    case "channels":
    case "workers":
    case "turnover":
    case "nib":
    case "sex":
      return showChoices(field, artisan, speech);
    case "account": {
      if (artisan.telegram === undefined) return undefined;
      const date = showShortDate(localDate(artisan.activeAt), speech.language);
      return speech.plain("merge-account", { number: String(number), date });
    }
    case "products":
    case "teach":
      return artisan[field]?.join(", ");
    case "name":
    case "businessName":
    case "shopLink":
    case "birthYear":
      return artisan[field] === undefined ? undefined : String(artisan[field]);
  }
}

function showCrafts({ crafts, craftOther, mainCraft }: Artisan, { language }: Speech): string {
  const others = crafts.filter((key) => key !== mainCraft);
  const names = [mainCraft, ...others].map((key) => showCraft(key, language, "short"));
  return [...names, ...(craftOther === undefined ? [] : [craftOther])].join(", ");
}

function showChoices(
  field: keyof typeof CHOICES,
  artisan: Artisan,
  speech: Speech,
): string | undefined {
  const told = artisan[field];
  if (told === undefined) return undefined;
  const list: readonly string[] = CHOICES[field];
  const values: readonly string[] = typeof told === "string" ? [told] : told;
  const words = values.map((value) => speech.plain(`detail-${field}-${list.indexOf(value) + 1}`));
  const number = field === "nib" ? artisan.nibNumber : undefined;
  return [...words, ...(number === undefined ? [] : [number])].join(", ");
}
