import { openSharedTalk, openSharingTalk } from "../../scenes/index.ts";
import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { permitOf } from "../bot/gate.ts";
import { pageOf } from "../bot/pages.ts";
import { localDate } from "../dates.ts";
import type { Task } from "../office/task.ts";
import { setTick } from "../privacy/ticks.ts";
import type { Services } from "../services.ts";
import { hasEnded, type Training } from "../trainings/training.ts";
import { reachBy, type Sharing, startOf } from "./sharing.ts";
import {
  cancelQuestionCard,
  invitedCard,
  ownCard,
  reachCard,
  sharingCard,
} from "./sharing-card.ts";
import { tellGuestsItIsOff } from "./write-letters.ts";

export const pressed = (ctx: BotContext): string =>
  readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";

export async function showSharing(ctx: BotContext, services: Services): Promise<void> {
  const { artisans, clock, sharings } = services;
  const artisan = await artisans.byTelegram(ctx.person);
  const standing = await standingOf(ctx.person, services);
  const isOffice = permitOf(standing, "sharing.reach", undefined, "private") !== undefined;
  if (!artisan) {
    if (isOffice) await showReach(ctx, services);
    else await ctx.show(ctx.speech.html("training-register-first"));
    return;
  }
  const today = localDate(clock.now());
  const from = await lastAttended(artisan, services);
  const near = (await sharings.planned(today)).filter(
    (one) => one.kecamatan === artisan.kecamatan && one.artisan !== artisan.id,
  );
  await ctx.show(
    sharingCard(ctx.speech, {
      own: await sharings.ofPioneer(artisan.id),
      near: near.slice(0, 6),
      ...(from && { from }),
      mayPromise: artisan.ticks?.pionir !== undefined,
      isOffice,
    }),
  );
}

/** The training that ended last of those in which they were present. */
async function lastAttended(
  { id }: Artisan,
  { clock, heldSeats, marks }: Services,
): Promise<Training | undefined> {
  const now = clock.now();
  const over = (await heldSeats.of(id)).filter((training) => hasEnded(training, now));
  const latest = over.sort((a, b) => lastDate(b).localeCompare(lastDate(a)));
  for (const training of latest)
    if ((await marks.presentIn(training.id)).includes(id)) return training;
  return undefined;
}

const lastDate = ({ days }: Training) => days.at(-1)?.date ?? "";

export async function plan(ctx: BotContext, services: Services): Promise<void> {
  const artisan = await services.artisans.byTelegram(ctx.person);
  const training = artisan && (await lastAttended(artisan, services));
  if (!artisan || !training) return ctx.toast(ctx.speech.plain("button-gone"));
  if (artisan.ticks?.pionir === undefined) return showSharing(ctx, services);
  await openSharingTalk(ctx, training.id, services);
}

/** Being asked about sharing is a permission of its own: it is given by this very press. */
export async function allowAndPlan(ctx: BotContext, services: Services): Promise<void> {
  const who = { person: ctx.person, fence: ctx.fence, update: ctx.update.update_id };
  await setTick(who, "pionir", true, services);
  await plan(ctx, services);
}

export type Handle = (ctx: BotContext, sharing: Sharing, services: Services) => Promise<void>;

export async function asPioneer(
  ctx: BotContext,
  services: Services,
  handle: Handle,
): Promise<void> {
  const sharing = await services.sharings.byId(pressed(ctx));
  const artisan = await services.artisans.byTelegram(ctx.person);
  const isTheirs = sharing !== undefined && sharing.artisan === artisan?.id;
  if (!isTheirs || sharing.state !== "planned") return ctx.toast(ctx.speech.plain("button-gone"));
  await handle(ctx, sharing, services);
}

export const showOwn: Handle = (ctx, sharing, { clock }) =>
  ctx.replace(ownCard(ctx.speech, sharing, clock.now() >= startOf(sharing)));

export const askToCancel: Handle = (ctx, sharing) =>
  ctx.replace(cancelQuestionCard(ctx.speech, sharing));

export const tellOf: Handle = async (ctx, sharing, services) => {
  if (services.clock.now() < startOf(sharing))
    return ctx.toast(ctx.speech.plain("sharing-too-early"));
  await openSharedTalk(ctx, sharing.id, services);
};

export const callOff: Handle = async (ctx, sharing, services) => {
  await services.sharings.cancel(sharing.id);
  await tellGuestsItIsOff(sharing, services);
  await ctx.replace(ctx.speech.html("sharing-cancelled"));
};

export async function asGuest(ctx: BotContext, services: Services): Promise<void> {
  const { artisans, sharings } = services;
  const { action } = readPress(ctx.callbackQuery?.data ?? "");
  const [sharing, artisan] = [
    await sharings.byId(pressed(ctx)),
    await artisans.byTelegram(ctx.person),
  ];
  if (!sharing || !artisan || sharing.artisan === artisan.id)
    return ctx.toast(ctx.speech.plain("button-gone"));
  const outcome = action === "shr.join" ? await sharings.join(sharing, artisan.id) : undefined;
  if (outcome === "full" || outcome === "gone")
    return ctx.replace(ctx.speech.html(`sharing-${outcome}`));
  if (action === "shr.leave") await sharings.leave(sharing.id, artisan.id);
  const now = (await sharings.byId(sharing.id)) ?? sharing;
  const pioneer = (await artisans.byId(sharing.artisan))?.name ?? "";
  await ctx.replace(
    invitedCard(ctx.speech, now, { pioneer, comes: now.guests.includes(artisan.id) }),
  );
}

export async function showReach(ctx: BotContext, services: Services): Promise<void> {
  const { artisanList, places, sharings } = services;
  const all = await sharings.all();
  const reach = reachBy(await artisanList.pioneers(), all);
  const page = pageOf(reach, pressed(ctx));
  await ctx.replace(reachCard(ctx.speech, reach, page, all, places));
}

/** The line of /tugas: sessions that no leader can confirm, or did not. */
export async function sharingTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const own = (await services.artisans.byTelegram(ctx.person))?.id;
  const held = (await services.sharings.toConfirm()).filter(({ artisan }) => artisan !== own);
  const [first] = held;
  if (!first) return undefined;
  return {
    text: ctx.speech.html("sharing-task", { count: held.length }),
    button: {
      label: ctx.speech.plain("button-sharing-check"),
      press: packPress("shr.check", first.id),
    },
  };
}
