import {
  CHANNELS,
  DETAIL_FIELDS,
  type DetailField,
  NIB,
  SEXES,
  TURNOVERS,
  WORKERS,
} from "../artisans/answers.ts";
import { type Artisan, TICKS } from "../artisans/artisan.ts";
import { showPhone } from "../artisans/phone.ts";
import type { Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showDateRange, showShortDate } from "../dates.ts";
import { DELIVERY_STATES } from "../notices/delivery.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { MyData } from "./my-data.ts";

/** A list in the message ends here; the file has all of it. */
const MOST_LISTED = 5;
const MOST_SIGNS = 120;

type Row = [label: string, value: string | undefined];

interface Known {
  places: Places;
  /** Name of the person's community, where it is in the list. */
  community: string | undefined;
}

/** All that is kept, for its owner to read: the one place that shows the whole number. */
export function myDataCard(speech: Speech, data: MyData, known: Known): Card {
  const { artisan } = data;
  const sections = [
    speech.html("mydata-title"),
    ...(artisan ? [section(speech, "mydata-person", recordRows(speech, artisan, known))] : []),
    ...(artisan ? [section(speech, "mydata-consents", consentRows(speech, artisan))] : []),
    ...(data.kept["drafts"] ? [speech.html("mydata-draft")] : []),
    lines(speech, "mydata-trainings", trainingLines(speech, data)),
    lines(speech, "mydata-messages", messageLines(speech, data)),
    lines(speech, "mydata-views", viewLines(speech, data)),
    speech.html("mydata-end"),
  ];
  return { text: joinHtml(sections, "\n\n") };
}

function section(speech: Speech, title: string, rows: Row[]): Html {
  const told = rows.flatMap(([label, value]) =>
    value === undefined ? [] : [speech.html("review-line", { label, answer: short(value) })],
  );
  return joinHtml([speech.html(title), ...told]);
}

function lines(speech: Speech, title: string, values: string[]): Html {
  const shown = values.slice(0, MOST_LISTED).map(short);
  const more = values.length - shown.length;
  return joinHtml([
    speech.html(title),
    ...(values.length ? [] : [speech.html("mydata-none")]),
    ...shown.map((line) => speech.html("mydata-line", { line })),
    ...(more > 0 ? [speech.html("mydata-more", { more: String(more) })] : []),
  ]);
}

const short = (text: string) => (text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text);

function recordRows(speech: Speech, artisan: Artisan, { places, community }: Known): Row[] {
  const { crafts, craftOther, phone, desa, whatsapp } = artisan;
  const craftNames = crafts.map((key) => showCraft(key, speech.language, "short"));
  const label = (field: string) => speech.plain(`field-${field}`);
  return [
    [label("name"), artisan.name],
    [label("kecamatan"), places.showKecamatan(artisan.kecamatan)],
    [label("desa"), desa && places.showDesa(desa)],
    [label("community"), community ?? artisan.communityOther],
    [label("crafts"), [...craftNames, ...(craftOther ? [craftOther] : [])].join(", ")],
    [label("phone"), phone && showPhone(phone.number)],
    [label("whatsapp"), whatsapp === undefined ? undefined : yesOrNo(speech, whatsapp)],
    ...DETAIL_FIELDS.map((field): Row => [label(field), detail(speech, field, artisan)]),
  ];
}

const yesOrNo = (speech: Speech, yes: boolean) => speech.plain(yes ? "ask-yes" : "ask-no");

/** The fields whose answers are chosen from a list; their words are `detail-<field>-1` … */
const CHOSEN: Partial<Record<DetailField, readonly string[]>> = {
  channels: CHANNELS,
  workers: WORKERS,
  turnover: TURNOVERS,
  nib: NIB,
  sex: SEXES,
};

function detail(speech: Speech, field: DetailField, artisan: Artisan): string | undefined {
  const value = artisan[field];
  if (value === undefined) return undefined;
  if (field === "photo") return speech.plain("photo-there");
  const words = [value].flat().map((one) => {
    const told = `${one as string | number}`;
    const at = CHOSEN[field]?.indexOf(told) ?? -1;
    return at < 0 ? told : speech.plain(`detail-${field}-${at + 1}`);
  });
  return words.join(", ");
}

function consentRows(speech: Speech, { consent, ticks = {} }: Artisan): Row[] {
  const given = (proof: { version: string; at: string }) =>
    speech.plain("mydata-given", {
      date: showShortDate(localDate(new Date(proof.at)), speech.language),
      version: proof.version,
    });
  return [
    [speech.plain("field-consent"), given(consent)],
    ...TICKS.map((tick): Row => {
      const proof = ticks[tick];
      return [speech.plain(`button-tick-${tick}`), proof ? given(proof) : yesOrNo(speech, false)];
    }),
  ];
}

function trainingLines({ language }: Speech, { kept }: MyData): string[] {
  return (kept["trainings"] ?? []).map(({ title, days }) => {
    const dates = (days as { date: string }[]).map(({ date }) => date);
    return `${String(title)}: ${showDateRange(dates, language)}`;
  });
}

/** How many messages came to which end. */
function messageLines(speech: Speech, { kept }: MyData): string[] {
  const deliveries = kept["deliveries"] ?? [];
  return DELIVERY_STATES.flatMap((state) => {
    const count = deliveries.filter((one) => one["state"] === state).length;
    return count ? [`${speech.plain(`delivery-${state}`)}: ${count}`] : [];
  });
}

function viewLines({ language }: Speech, { views }: MyData): string[] {
  return [...views]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ who, what, at }) => `${showShortDate(localDate(at), language)}: ${who} – ${what}`);
}
