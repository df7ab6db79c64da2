import { Composer } from "grammy";
import { linkOf } from "../access/invite-talk.ts";
import { note } from "../access/note.ts";
import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, permitOf } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { shortLabel } from "../bot/card.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import { qrPicture } from "../papers/qr.ts";
import type { Services } from "../services.ts";
import { markPresence } from "./presence.ts";
import { type Roll, rollOf } from "./roll.ts";

/** /kartu, and what opens when somebody holds the card before a camera. */
export function participantCardCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(
    ["kartu", "card"],
    allowed(services, "card.own", (ctx) => showOwn(ctx, services)),
  );
  composer
    .filter((ctx) => services.cards.read(ctx.message?.text ?? "") !== undefined)
    .use(allowed(services, "card.open", (ctx) => openCard(ctx, services)));
  composer.callbackQuery(
    /^card\.mark:/,
    guarded(
      services,
      {
        action: "card.mark",
        async find(ctx) {
          const [handle = "", id = ""] = readPress(ctx.callbackQuery?.data ?? "").args;
          const artisan = await shownBy(id, services);
          const [roll] = artisan
            ? (await rollsToday(artisan, services)).filter(({ day }) => day.handle === handle)
            : [];
          return artisan && roll && { artisan, roll };
        },
        thing: ({ artisan: { id } }) => ({ artisans: [id] }),
      },
      async (ctx, { artisan, roll }, permit) => {
        await note(permit, [artisan.id], services);
        const { training, date } = roll.day;
        const by = { road: "card", by: ctx.person, as: "coordinator" } as const;
        await markPresence({ training, date, artisan: artisan.id, ...by }, roll.training, services);
        await ctx.replace(ctx.speech.html("attend-card-marked", { name: artisan.name }));
      },
    ),
  );
  return composer;
}

async function showOwn(ctx: BotContext, { artisans, cards, clock }: Services): Promise<void> {
  const artisan = await artisans.byTelegram(ctx.person);
  if (!artisan || artisan.leaving) {
    await ctx.show(ctx.speech.html("not-registered"));
    return;
  }
  const bytes = await qrPicture(linkOf(ctx, cards.payloadOf(artisan.id)));
  const date = localDate(clock.now());
  const name = fileName({ paper: "cardQr", date, ending: "png" });
  const press = packPress("kartu.own");
  const buttons = [[{ label: ctx.speech.plain("button-kartu-own"), press }]];
  await showPicture(ctx, { bytes, name, caption: ctx.speech.html("attend-card"), buttons });
}

/** The living record of a card; a record that was united with another leads to that one. */
async function shownBy(id: string, { artisans }: Services): Promise<Artisan | undefined> {
  const found = id === "" ? undefined : await artisans.byId(id);
  const artisan = found?.mergedInto === undefined ? found : await artisans.byId(found.mergedInto);
  const gone = !artisan || artisan.leaving || artisan.state === "declined";
  return gone ? undefined : artisan;
}

async function rollsToday(artisan: Artisan, services: Services): Promise<Roll[]> {
  const today = localDate(services.clock.now());
  const rolls: Roll[] = [];
  for (const training of await services.trainings.upcoming(today)) {
    const holds = training.seatHolders.includes(artisan.id);
    if (!holds || !training.days.some(({ date }) => date === today)) continue;
    const roll = await rollOf(await services.attendanceDays.of(training.id, today), services);
    if (roll) rolls.push(roll);
  }
  return rolls;
}

async function openCard(ctx: BotContext, services: Services): Promise<void> {
  const { speech } = ctx;
  const artisan = await shownBy(services.cards.read(ctx.message?.text ?? "") ?? "", services);
  if (!artisan) return void (await ctx.show(speech.html("attend-card-unknown")));
  const standing = await standingOf(ctx.person, services);
  const as = permitOf(standing, "card.mark", { artisans: [artisan.id] }, "private");
  if (!as) return void (await ctx.show(speech.html("attend-card-registered")));
  await note({ telegram: ctx.person, action: "card.mark", as }, [artisan.id], services);
  const rolls = await rollsToday(artisan, services);
  const key = rolls.length ? "attend-card-ask" : "attend-card-no-training";
  await ctx.show({
    text: speech.html(key, { name: artisan.name }),
    buttons: rolls.map(({ day, training }) => [
      {
        label: shortLabel(`✓ ${training.title}`),
        press: packPress("card.mark", day.handle, artisan.id),
      },
    ]),
  });
}
