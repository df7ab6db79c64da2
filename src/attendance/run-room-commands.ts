import { Composer } from "grammy";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import type { Services } from "../services.ts";
import type { AttendanceDay, Screen } from "./day.ts";
import { type Roll, rollOf } from "./roll.ts";
import { minuteOf } from "./room.ts";
import { putOff, roomCard, roomPicture } from "./show-rooms.ts";
import { takeWaiting, waitFor } from "./waiting-talk.ts";

/** What a coordinator does with the room of a day. */
export function runRoomCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (
    press: string,
    handle: (ctx: BotContext, roll: Roll, permit: Permit) => Promise<void>,
  ) =>
    composer.callbackQuery(
      new RegExp(`^room\\.${press}:`),
      guarded(
        services,
        {
          action: "room.run",
          async find(ctx) {
            const [handleOf = ""] = readPress(ctx.callbackQuery?.data ?? "").args;
            return rollOf(await services.attendanceDays.byHandle(handleOf), services);
          },
          thing: () => ({}),
        },
        handle,
      ),
    );
  on("open", async (ctx, { day }, permit) => {
    const now = services.clock.now();
    if (day.date !== localDate(now)) return ctx.toast(ctx.speech.plain("attend-room-not-today"));
    await note(permit, [], services);
    if (!day.open && day.shown) await putOff(day, day.shown, "elsewhere", services);
    await services.attendanceDays.open(day, ctx.person, now);
    await show(ctx, services, day.handle);
  });
  on("show", (ctx, { day }) => show(ctx, services, day.handle));
  on("qr", (ctx, roll) => showQr(ctx, roll, services));
  on("close", async (ctx, { day }, permit) => {
    await note(permit, [], services);
    await services.attendanceDays.close(day, services.clock.now());
    await takeOff(ctx, day, services);
    await waitFor(ctx, { step: "count", about: day.handle }, services);
  });
  on("count", (ctx, { day }) => waitFor(ctx, { step: "count", about: day.handle }, services));
  on("settle", (ctx, { day }) => waitFor(ctx, { step: "settle", about: day.handle }, services));
  composer.on("message:text", async (ctx, next) => {
    const typed = ctx.msg.text.startsWith("/");
    const waiting = typed ? undefined : await services.attendanceWaits.read(ctx.person);
    if (!waiting || waiting.update === ctx.update.update_id) return next();
    await takeWaiting(ctx, waiting, services);
  });
  return composer;
}

async function show(ctx: BotContext, services: Services, handle: string): Promise<void> {
  const roll = await rollOf(await services.attendanceDays.byHandle(handle), services);
  if (!roll?.day.open) return ctx.toast(ctx.speech.plain("button-gone"));
  const minute = minuteOf(services.clock.now());
  const message = await ctx.show(await roomCard(ctx.speech, roll.day, roll.training, services));
  await moveTo(roll.day, { chat: ctx.person, message, minute }, services);
}

/** The code as a picture to scan as well: from then on that message changes by the minute. */
async function showQr(ctx: BotContext, { day, training }: Roll, services: Services): Promise<void> {
  if (!day.open) return ctx.toast(ctx.speech.plain("button-gone"));
  const botName = ctx.me.username;
  const minute = minuteOf(services.clock.now());
  const bytes = await roomPicture(day, botName, services);
  const { text: caption, ...card } = await roomCard(ctx.speech, day, training, services, true);
  const name = fileName({ paper: "roomQr", date: day.date, ending: "png" });
  const message = await showPicture(ctx, { bytes, name, caption, ...card });
  await moveTo(day, { chat: ctx.person, message, minute, botName }, services);
}

/** One message shows the code: the one before says that it does no more. */
async function moveTo(day: AttendanceDay, screen: Screen, services: Services): Promise<void> {
  await services.attendanceDays.show(day, screen);
  if (day.shown) await putOff(day, day.shown, "elsewhere", services);
}

/** The text under the pressed button becomes the question for heads; any other says it is over. */
async function takeOff(ctx: BotContext, day: AttendanceDay, services: Services): Promise<void> {
  const { shown } = day;
  if (!shown) return;
  const isHere = shown.message === ctx.callbackQuery?.message?.message_id;
  if (isHere && shown.botName === undefined) await services.attendanceDays.unshow(day, shown);
  else await putOff(day, shown, "closed", services);
}
