import { CHANNELS, NIB, SEXES, TURNOVERS, WORKERS } from "../artisans/answers.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { showPhone } from "../artisans/phone.ts";
import type { Speech } from "../bot/language.ts";
import { type CraftKey, showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { Cell, Column } from "./spreadsheet.ts";

/** The columns of the list of artisans, with their widths; `number` and `code` are not answers. */
const WIDTHS = {
  number: 6,
  name: 32,
  sex: 14,
  birthYear: 12,
  adult: 18,
  kecamatan: 24,
  desa: 20,
  community: 28,
  crafts: 40,
  mainCraft: 24,
  craftOther: 20,
  phone: 18,
  whatsapp: 14,
  businessName: 24,
  products: 30,
  shopLink: 28,
  channels: 30,
  workers: 18,
  yearsInCraft: 12,
  turnover: 18,
  nib: 12,
  nibNumber: 18,
  teach: 30,
  consent: 16,
  code: 16,
} as const;

export type SheetField = keyof typeof WIDTHS;
export const SHEET_FIELDS = Object.keys(WIDTHS) as SheetField[];

/** Choices whose words are `detail-<field>-1`, `…-2`, in their order. */
export const LISTED = {
  sex: SEXES,
  channels: CHANNELS,
  workers: WORKERS,
  turnover: TURNOVERS,
  nib: NIB,
} as const;

/** Several crafts or choices stand in one cell with this between: their names have commas. */
export const BETWEEN = "; ";

export interface SheetEnv {
  /** Papers of the office are Indonesian. */
  speech: Speech;
  places: Places;
  /** Names of communities by id. */
  communities: ReadonlyMap<string, string>;
}

/** What a row of the list is made of: a record, or what was read of a sheet. */
export type Listed = Omit<
  Artisan,
  "id" | "state" | "language" | "consent" | "registeredAt" | "activeAt"
>;

export function sheetColumns(speech: Speech): Column[] {
  return SHEET_FIELDS.map((field) => ({
    header: headerOf(field, speech),
    width: WIDTHS[field],
  }));
}

export function headerOf(field: SheetField, speech: Speech): string {
  if (field === "number") return speech.plain("sheet-number");
  if (field === "code") return speech.plain("sheet-code");
  return speech.plain(`field-${field}`);
}

/** The cells of a person, by column. Phones as they are written at home: 0812-3456-7890. */
export function sheetCells(
  artisan: Listed,
  { speech, places, communities }: SheetEnv,
): Partial<Record<SheetField, string>> {
  const { desa, community, communityOther, phone, whatsapp } = artisan;
  const manner = artisan.registrar?.manner ?? "bot";
  return {
    name: artisan.name,
    sex: words("sex", artisan, speech),
    birthYear: text(artisan.birthYear),
    adult: speech.plain("ask-yes"),
    kecamatan: places.showKecamatan(artisan.kecamatan),
    desa: desa === undefined ? "" : (places.desaByCode(desa)?.name ?? desa),
    community: (community && communities.get(community)) ?? communityOther ?? "",
    crafts: artisan.crafts.map(craftName).join(BETWEEN),
    mainCraft: craftName(artisan.mainCraft),
    craftOther: artisan.craftOther ?? "",
    phone: phone ? showPhone(phone.number) : "",
    whatsapp: whatsapp === undefined ? "" : speech.plain(whatsapp ? "ask-yes" : "ask-no"),
    businessName: artisan.businessName ?? "",
    products: artisan.products?.join(BETWEEN) ?? "",
    shopLink: artisan.shopLink ?? "",
    channels: words("channels", artisan, speech),
    workers: words("workers", artisan, speech),
    yearsInCraft: text(artisan.yearsInCraft),
    turnover: words("turnover", artisan, speech),
    nib: words("nib", artisan, speech),
    nibNumber: artisan.nibNumber ?? "",
    teach: artisan.teach?.join(BETWEEN) ?? "",
    consent: speech.plain(`sheet-consent-${manner}`),
  };
}

/** A row of the list: its number, what is known of the person, and the code of the record. */
export function sheetRow(number: number, artisan: Artisan, env: SheetEnv): Cell[] {
  const cells = sheetCells(artisan, env);
  return SHEET_FIELDS.map((field) => {
    if (field === "number") return number;
    return field === "code" ? artisan.id : (cells[field] ?? "");
  });
}

/** Crafts are written in their short form, which is read back letter by letter. */
const craftName = (key: CraftKey) => showCraft(key, "id", "short");

const text = (value: number | undefined) => (value === undefined ? "" : String(value));

function words(field: keyof typeof LISTED, artisan: Listed, speech: Speech): string {
  const told = artisan[field];
  if (told === undefined) return "";
  const list: readonly string[] = LISTED[field];
  const values: readonly string[] = typeof told === "string" ? [told] : told;
  return values
    .map((value) => speech.plain(`detail-${field}-${list.indexOf(value) + 1}`))
    .join(BETWEEN);
}
