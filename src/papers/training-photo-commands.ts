import { Composer } from "grammy";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { type Permit, permitNow } from "../bot/gate.ts";
import { putAside } from "../bot/one-question.ts";
import { fetchFile } from "../bot/telegram-file.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { cleanText, shorten } from "../text.ts";
import { onTraining, type OnTraining } from "../trainings/on-training.ts";
import type { Training } from "../trainings/training.ts";
import { CAPTION, endingOf, MOST_PHOTO_BYTES, MOST_PHOTOS } from "./training-photo.ts";
import { photoDayCard, photoDaysCard } from "./training-photo-card.ts";

const ACTION = "training.photos";
const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** "Foto kegiatan" of a training: photos that coordinators send of its days, for the Paket SPJ. */
export function trainingPhotoCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (name: string, handle: OnTraining) =>
    composer.callbackQuery(new RegExp(`^foto\\.${name}:`), onTraining(services, ACTION, handle));
  on("open", async (ctx, training) => {
    const photos = await services.trainingPhotos.of(training.id);
    const shown = { now: services.clock.now(), photos, page: pressed(ctx)[1] };
    await ctx.replace(photoDaysCard(ctx.speech, training, shown));
  });
  on("day", (ctx, training) => waitForPhotos(ctx, training, services));
  on("undo", (ctx, training, permit) => takeBack(ctx, training, permit, services));
  on("done", async (ctx, training) => {
    await services.paperWaits.clear(ctx.person);
    const { length: count } = await services.trainingPhotos.of(training.id);
    await ctx.replace(ctx.speech.html("photo-done", { title: training.title, count }));
  });
  composer.on(["message:photo", "message:document"], async (ctx, next) => {
    const wait = await services.paperWaits.read(ctx.person);
    const { document } = ctx.message;
    const isPicture = !document || document.mime_type?.startsWith("image/");
    if (wait?.step !== "photo" || wait.date === undefined || !isPicture) return next();
    const permit = await permitNow(ctx, ACTION, {}, services);
    const training = await services.trainings.byId(wait.training);
    if (permit && training) return takePhoto(ctx, { training, date: wait.date }, permit, services);
    await services.paperWaits.clear(ctx.person);
    if (permit) await next();
  });
  return composer;
}

/** The place of a day that has come, from 1, and its date. */
function dayOf(ctx: BotContext, { days }: Training, now: Date) {
  const number = Number(pressed(ctx)[1]);
  const date = days[number - 1]?.date;
  return date !== undefined && date <= localDate(now) ? { number, date } : undefined;
}

async function waitForPhotos(
  ctx: BotContext,
  training: Training,
  services: Services,
): Promise<void> {
  const day = dayOf(ctx, training, services.clock.now());
  if (!day) return ctx.toast(ctx.speech.plain("button-gone"));
  await ctx.conversation.exitAll();
  await putAside(ctx.person, services);
  const { date } = day;
  const update = ctx.update.update_id;
  await services.paperWaits.put(ctx.person, { step: "photo", training: training.id, date, update });
  await ctx.replace(await cardOf(ctx, training, day, services));
}

async function cardOf(
  ctx: BotContext,
  training: Training,
  day: { number: number; date: string },
  { trainingPhotos }: Services,
) {
  const photos = await trainingPhotos.of(training.id, day.date);
  const own = photos.some(({ by }) => by === ctx.person);
  return photoDayCard(ctx.speech, training, { ...day, count: photos.length, own });
}

/** Each photo is kept as it was sent, before it is said that it is. */
async function takePhoto(
  ctx: BotContext,
  { training, date }: { training: Training; date: string },
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech, message } = ctx;
  const file = message?.photo?.at(-1) ?? message?.document;
  if (!message || !file) return;
  const { trainingPhotos, clock } = services;
  if ((await trainingPhotos.of(training.id, date)).length >= MOST_PHOTOS)
    return void (await ctx.show(speech.html("photo-too-many", { most: MOST_PHOTOS })));
  const read = await readPicture(ctx, file);
  if (!read.ok) {
    const megabytes = MOST_PHOTO_BYTES / 1_048_576;
    return void (await ctx.show(speech.html(`photo-wrong-${read.reason}`, { megabytes })));
  }
  await note(permit, [], services);
  const caption = shorten(cleanText(message.caption ?? ""), CAPTION);
  await trainingPhotos.keep({
    ...{ training: training.id, date, by: ctx.person, at: clock.now() },
    ...{ file: file.file_unique_id, bytes: read.bytes, ...(caption && { caption }) },
  });
  const number = training.days.findIndex((day) => day.date === date) + 1;
  await ctx.show(await cardOf(ctx, training, { number, date }, services));
}

async function readPicture({ api }: BotContext, file: { file_id: string; file_size?: number }) {
  const fetched = await fetchFile(api, file, MOST_PHOTO_BYTES);
  if (!fetched.ok || endingOf(fetched.bytes)) return fetched;
  return { ok: false, reason: "notPicture" } as const;
}

/** The latest that this person sent of the day is taken away. */
async function takeBack(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const day = dayOf(ctx, training, services.clock.now());
  const photos = day && (await services.trainingPhotos.of(training.id, day.date));
  const last = photos?.findLast(({ by }) => by === ctx.person);
  if (!day || !last) return ctx.toast(ctx.speech.plain("button-gone"));
  await note(permit, [], services);
  await services.trainingPhotos.remove(last.id);
  await ctx.replace(await cardOf(ctx, training, day, services));
}
