import { Composer } from "grammy";
import { linkOf } from "../access/invite-talk.ts";
import { note } from "../access/note.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { sendFile, withProgress } from "../bot/send-file.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { onTraining } from "../trainings/on-training.ts";
import { artisanCardPdf, artisanCardPng, artisanCardsPdf } from "./artisan-card.ts";
import { cardsOf, mayHaveCard } from "./artisan-cards.ts";
import { fileName } from "./file-name.ts";

/** Cards in one file: more come in a second one, while the first is printed. */
const IN_A_FILE = 100;

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** Kartu perajin: one's own, that of somebody one may see, and those of many on sheets. */
export function artisanCardCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    /^kartu\.(own|print)$/,
    allowed(services, "card.own", async (ctx) => {
      const artisan = await services.artisans.byTelegram(ctx.person);
      if (!artisan || artisan.leaving)
        return void (await ctx.show(ctx.speech.html("not-registered")));
      const asPdf = ctx.callbackQuery?.data === "kartu.print";
      await sendCard(ctx, artisan, { asPdf, own: true }, services);
    }),
  );
  composer.callbackQuery(
    /^kartu\.(of|ofPrint):/,
    guarded(
      services,
      {
        action: "artisanCard.make",
        find: (ctx) => services.artisans.byId(pressed(ctx)[0] ?? ""),
        thing: ({ id, community }) => ({ artisans: [id], community }),
      },
      async (ctx, artisan, permit) => {
        await note(permit, [artisan.id], services);
        const asPdf = ctx.callbackQuery?.data?.startsWith("kartu.ofPrint:") === true;
        await sendCard(ctx, artisan, { asPdf, own: false }, services);
      },
    ),
  );
  composer.callbackQuery(
    /^kartu\.sheet:/,
    guarded(
      services,
      {
        action: "artisanCard.make",
        find: (ctx) => services.communities.byId(pressed(ctx)[0] ?? ""),
        thing: ({ id }) => ({ community: id }),
      },
      async (ctx, { id, name }, permit) => {
        const ids = await services.artisanList.ids({ kind: "community", value: id });
        await sendSheets(ctx, { about: name, ids }, permit, services);
      },
    ),
  );
  composer.callbackQuery(
    /^kartu\.training:/,
    onTraining(services, "artisanCard.make", (ctx, { title, seatHolders }, permit) =>
      sendSheets(ctx, { about: title, ids: seatHolders }, permit, services),
    ),
  );
  return composer;
}

const linkIn = (ctx: BotContext) => (payload: string) => linkOf(ctx, payload);

async function sendCard(
  ctx: BotContext,
  artisan: Artisan,
  { asPdf, own }: { asPdf: boolean; own: boolean },
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  if (!mayHaveCard(artisan))
    return void (await ctx.show(speech.html(own ? "kartu-own-unchecked" : "kartu-unchecked")));
  const [card] = await cardsOf([artisan], linkIn(ctx), services);
  if (!card) return;
  const date = localDate(services.clock.now());
  const ending = asPdf ? "pdf" : "png";
  const name = fileName({ paper: "artisanCard", about: artisan.name, date, ending });
  const caption = speech.html(own ? "kartu-own" : "kartu-of", { name: artisan.name });
  if (asPdf)
    return sendFile(ctx, { name, bytes: await artisanCardPdf(card) }, { caption, protect: !own });
  const press = own ? packPress("kartu.print") : packPress("kartu.ofPrint", artisan.id);
  const buttons = [[{ label: speech.plain("button-kartu-print"), press }]];
  const bytes = await artisanCardPng(card);
  await showPicture(ctx, { bytes, name, caption, buttons, protect: !own });
}

/** Sheets to be cut; whom they are of is in the audit before the first is made. */
async function sendSheets(
  ctx: BotContext,
  { about, ids }: { about: string; ids: readonly string[] },
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const people = (await services.artisanList.byIds(ids)).filter(mayHaveCard);
  const without = ids.length - people.length;
  if (!people.length) return void (await ctx.show(speech.html("kartu-sheet-none")));
  await note(
    permit,
    people.map(({ id }) => id),
    services,
  );
  await withProgress(ctx, speech.html("kartu-making", { count: people.length }), async () => {
    const cards = await cardsOf(people, linkIn(ctx), services);
    const date = localDate(services.clock.now());
    for (let at = 0; at < cards.length; at += IN_A_FILE) {
      const part = cards.slice(at, at + IN_A_FILE);
      const which = cards.length > IN_A_FILE ? `${at / IN_A_FILE + 1} ` : "";
      const name = fileName({
        ...{ paper: "artisanCards", about: `${which}${about}`, date, ending: "pdf" },
      } as const);
      const caption = speech.html("kartu-sheet", { count: part.length });
      await sendFile(ctx, { name, bytes: await artisanCardsPdf(part) }, { caption, protect: true });
    }
    return speech.html("kartu-made", { count: people.length, without });
  });
}
