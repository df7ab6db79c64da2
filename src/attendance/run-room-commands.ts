import { Composer } from "grammy";
import { linkOf } from "../access/invite-talk.ts";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import { qrPicture } from "../papers/qr.ts";
import type { Services } from "../services.ts";
import { type Roll, rollOf } from "./roll.ts";
import { minuteOf, roomLink, roomToken } from "./room.ts";
import { roomCard } from "./show-rooms.ts";
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
    await services.attendanceDays.open(day, ctx.person, now);
    await show(ctx, services, day.handle);
  });
  on("show", (ctx, { day }) => show(ctx, services, day.handle));
  on("qr", (ctx, roll) => showQr(ctx, roll, services));
  on("close", async (ctx, { day }, permit) => {
    await note(permit, [], services);
    await services.attendanceDays.close(day, services.clock.now());
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
  await services.attendanceDays.show(roll.day, { chat: ctx.person, message, minute });
}

/** A picture of the link of this minute; the next press makes that of the next. */
async function showQr(ctx: BotContext, { day }: Roll, services: Services): Promise<void> {
  if (!day.open) return ctx.toast(ctx.speech.plain("button-gone"));
  const secret = services.attendanceDays.secretOf(day);
  const token = roomToken(secret, minuteOf(services.clock.now()));
  const bytes = await qrPicture(linkOf(ctx, roomLink(day.handle, token)));
  const caption = ctx.speech.html("attend-room-qr");
  const name = fileName({ paper: "roomQr", date: day.date, ending: "png" });
  await showPicture(ctx, { bytes, name, caption });
}
