import type { ListFilter } from "../artisans/artisan-list-repository.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { CRAFTS, isCraftKey, showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { ExportFilter, ExportRequest } from "./export.ts";
import { SHEET_FORMATS } from "./spreadsheet.ts";

const button = (label: string, action: string, ...args: string[]): Button[] => [
  { label, press: packPress(action, ...args) },
];

/** What papers there are. */
export function papersCard(speech: Speech): Card {
  return {
    text: speech.html("papers"),
    buttons: [
      button(speech.plain("button-paper-list"), "paper.list"),
      button(speech.plain("button-paper-import"), "paper.import"),
      button(speech.plain("button-paper-blank"), "paper.blank"),
      button(speech.plain("button-paper-form"), "paper.form"),
      button(speech.plain("button-paper-catalogue"), "paper.catalogue"),
    ],
  };
}

/** Whom the list is to be of. */
export function filtersCard(speech: Speech): Card {
  return {
    text: speech.html("export-whom"),
    buttons: [
      button(speech.plain("button-export-all"), "paper.of", "all"),
      button(speech.plain("button-export-kecamatan"), "paper.by", "kecamatan", "0"),
      button(speech.plain("button-export-craft"), "paper.by", "craft", "0"),
      button(speech.plain("button-export-community"), "paper.by", "community", "0"),
    ],
  };
}

export interface FilterValue {
  value: string;
  label: string;
}

const ON_A_PAGE = 8;
const BUTTON_SIGNS = 24;

/** One page of kecamatan, crafts or communities. */
export function valuesCard(
  speech: Speech,
  kind: "kecamatan" | "craft" | "community",
  values: readonly FilterValue[],
  page: number,
): Card {
  const pages = Math.max(1, Math.ceil(values.length / ON_A_PAGE));
  const here = Math.min(Math.max(0, page), pages - 1);
  const shown = values.slice(here * ON_A_PAGE, (here + 1) * ON_A_PAGE);
  const turn = (label: string, to: number) => button(label, "paper.by", kind, String(to));
  return {
    text: speech.html(values.length ? `export-which-${kind}` : "export-no-communities"),
    buttons: [
      ...shown.map(({ value, label }) => button(cut(label), "paper.of", kind, value)),
      ...(here > 0 ? [turn(speech.plain("ask-page-before"), here - 1)] : []),
      ...(here + 1 < pages
        ? [turn(speech.plain("ask-page-after", { page: here + 1, pages }), here + 1)]
        : []),
    ],
  };
}

function cut(label: string): string {
  const signs = Array.from(label);
  return signs.length > BUTTON_SIGNS ? `${signs.slice(0, BUTTON_SIGNS - 1).join("")}…` : label;
}

/** How many it would be, and in which form. */
export function formatsCard(
  speech: Speech,
  { filter, count, whom }: { filter: ListFilter; count: number; whom: string },
): Card {
  if (count === 0) return { text: speech.html("export-nobody", { whom }) };
  const value = filter.kind === "all" ? [] : [filter.value];
  return {
    text: speech.html("export-form", { whom, count }),
    buttons: SHEET_FORMATS.map((format) =>
      button(speech.plain(`button-export-${format}`), "paper.make", format, filter.kind, ...value),
    ),
  };
}

/** For the second person: who asks, of whom, why. */
export function secondCard(speech: Speech, request: ExportRequest, whom: string): Card {
  const { id, why, count } = request;
  return {
    text: speech.html("export-second", {
      who: why?.name ?? "",
      reason: why?.reason ?? "",
      whom,
      count,
    }),
    buttons: [
      button(speech.plain("button-export-approve"), "paper.yes", id),
      button(speech.plain("button-export-refuse"), "paper.no", id),
    ],
  };
}

/** A filter in words: "Kec. Petir". */
export function showFilter(
  filter: ExportFilter,
  { speech, places, communities }: FilterEnv,
): string {
  switch (filter.kind) {
    case "all":
      return speech.plain("export-all");
    case "kecamatan":
      return places.showKecamatan(filter.value);
    case "craft":
      return isCraftKey(filter.value)
        ? showCraft(filter.value, speech.language, "short")
        : filter.value;
    case "community":
      return communities.get(filter.value) ?? filter.value;
    case "notice":
      return speech.plain("export-notice");
  }
}

interface FilterEnv {
  speech: Speech;
  places: Places;
  communities: ReadonlyMap<string, string>;
}

/** All values of one kind of filter, as they are offered. */
export function filterValues(
  kind: "kecamatan" | "craft" | "community",
  { speech, places, communities }: FilterEnv,
): FilterValue[] {
  if (kind === "kecamatan")
    return places
      .kecamatan()
      .map(({ code }) => ({ value: code, label: places.showKecamatan(code) }));
  if (kind === "craft")
    return CRAFTS.map(({ key }) => ({
      value: key,
      label: showCraft(key, speech.language, "short"),
    }));
  return [...communities].map(([value, label]) => ({ value, label }));
}
