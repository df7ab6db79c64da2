import { Composer } from "grammy";
import { TICKS } from "../artisans/artisan.ts";
import { note } from "../access/note.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, type Permit } from "../bot/gate.ts";
import type { Speech } from "../bot/language.ts";
import { showPicture } from "../bot/picture.ts";
import { sendFile, withProgress } from "../bot/send-file.ts";
import { localDate } from "../dates.ts";
import { mayRegisterPeople } from "../office/settings.ts";
import { CONSENT_VERSION } from "../privacy/consent.ts";
import type { Services } from "../services.ts";
import { catalogueEntries } from "./catalogue.ts";
import { cataloguePicture, ON_A_PICTURE } from "./catalogue-picture.ts";
import { cataloguePdf } from "./catalogue-sheet.ts";
import { fileName } from "./file-name.ts";
import { frameNow } from "./paper-frame.ts";
import { paperFormPdf } from "./paper-form.ts";

/** Pictures of one press: each is a message of its own. */
const PICTURES = 5;

/** What the office prints of no training: the catalogue, and the form for people without a phone. */
export function officePaperCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    "paper.catalogue",
    allowed(services, "paper.catalogue", async (ctx) => {
      const { length: count } = await services.artisanList.inCatalogue();
      await ctx.replace(catalogueCard(ctx.speech, count));
    }),
  );
  composer.callbackQuery(
    "paper.cataloguePdf",
    allowed(services, "paper.catalogue", (ctx, permit) => sendCatalogue(ctx, permit, services)),
  );
  composer.callbackQuery(
    /^paper\.cataloguePng:/,
    allowed(services, "paper.catalogue", (ctx, permit) => sendPictures(ctx, permit, services)),
  );
  composer.callbackQuery(
    "paper.form",
    allowed(services, "paper.form", (ctx, permit) => sendForm(ctx, permit, services)),
  );
  return composer;
}

function catalogueCard(speech: Speech, count: number): Card {
  const button = (key: string, press: string) => [{ label: speech.plain(key), press }];
  return {
    text: speech.html(count ? "catalogue-which" : "catalogue-none", { count }),
    buttons: count
      ? [
          button("button-catalogue-pdf", "paper.cataloguePdf"),
          button("button-catalogue-png", packPress("paper.cataloguePng", "0")),
        ]
      : [],
  };
}

/** The entries of these people; who they are is in the audit before their photos are fetched. */
async function sheetOf(
  ctx: BotContext,
  ids: readonly string[],
  permit: Permit,
  services: Services,
) {
  const people = await services.artisanList.byIds(ids);
  await note(
    permit,
    people.map(({ id }) => id),
    services,
  );
  const entries = await catalogueEntries(people, { api: ctx.api, places: services.places });
  return {
    ...(await frameNow(services)),
    heading: `Katalog perajin ${services.places.name}`,
    entries,
  };
}

const caption = ({ speech }: BotContext) => speech.html("catalogue-caption");

async function sendCatalogue(ctx: BotContext, permit: Permit, services: Services): Promise<void> {
  await withProgress(ctx, ctx.speech.html("catalogue-making"), async () => {
    const ids = await services.artisanList.inCatalogue();
    const sheet = await sheetOf(ctx, ids, permit, services);
    const date = localDate(services.clock.now());
    const name = fileName({ paper: "catalogue", date, ending: "pdf" });
    const bytes = await cataloguePdf(sheet);
    await sendFile(ctx, { name, bytes }, { caption: caption(ctx), protect: false });
    return ctx.speech.html("catalogue-made", { count: sheet.entries.length });
  });
}

/** Some pages as pictures, with a button for those that follow. */
async function sendPictures(ctx: BotContext, permit: Permit, services: Services): Promise<void> {
  const all = await services.artisanList.inCatalogue();
  const pages = Math.ceil(all.length / ON_A_PICTURE);
  const first = Math.trunc(Number(readPress(ctx.callbackQuery?.data ?? "").args[0])) || 0;
  const last = Math.min(first + PICTURES, pages);
  if (first < 0 || first >= pages) return ctx.toast(ctx.speech.plain("button-gone"));
  await withProgress(ctx, ctx.speech.html("catalogue-making"), async () => {
    for (let page = first; page < last; page += 1) {
      const ids = all.slice(page * ON_A_PICTURE, (page + 1) * ON_A_PICTURE);
      const sheet = await sheetOf(ctx, ids, permit, services);
      const bytes = await cataloguePicture(sheet, { page: page + 1, pages });
      const about = `halaman ${page + 1}`;
      const date = localDate(services.clock.now());
      const name = fileName({ paper: "catalogue", about, date, ending: "png" });
      const more = page + 1 === last && last < pages;
      const press = packPress("paper.cataloguePng", String(last));
      const next = { label: ctx.speech.plain("button-catalogue-more"), press };
      await showPicture(ctx, {
        ...{ bytes, name, caption: caption(ctx) },
        ...(more && { buttons: [[next]] }),
      });
    }
    return ctx.speech.html("catalogue-pages", { first: first + 1, last, pages });
  });
}

const unmarked = (text: string) => text.replace(/<\/?\w+>/g, "");

/** It has nobody in it; with an untrue consent text it is not printed. */
async function sendForm(ctx: BotContext, permit: Permit, services: Services): Promise<void> {
  const settings = await services.settings.read();
  if (!mayRegisterPeople(settings))
    return void (await ctx.show(ctx.speech.html("registration-closed")));
  await note(permit, [], services);
  const { id: speech } = services.texts;
  const paragraphs = unmarked(speech.plain("ask-consent", { ...settings })).split(/\n{2,}/);
  const bytes = await paperFormPdf({
    ...(await frameNow(services)),
    consent: { paragraphs, version: CONSENT_VERSION },
    ticks: TICKS.map((tick) => unmarked(speech.plain(`tick-${tick}`))),
  });
  const date = localDate(services.clock.now());
  const name = fileName({ paper: "form", date, ending: "pdf" });
  const caption = ctx.speech.html("paper-form-caption");
  await sendFile(ctx, { name, bytes }, { caption, protect: false });
}
