import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Fetched } from "../bot/telegram-file.ts";
import { emblemPng } from "../papers/raster.ts";
import type { Services } from "../services.ts";
import { noteChange, tellOwners } from "./change-setting.ts";
import { EMBLEM_KEY, EMBLEM_LIMITS } from "./emblem.ts";
import { button, changedLine } from "./settings-card.ts";
import { lastChange, name } from "./settings-talk.ts";

/** Whether there is an emblem, and what can be done with it. */
export async function showEmblem(
  ctx: BotContext,
  services: Services,
  above: readonly Html[] = [],
): Promise<void> {
  const { speech } = ctx;
  const isThere = await services.emblem.isThere();
  const changed = await lastChange(ctx, EMBLEM_KEY, services);
  const card: Card = {
    text: joinHtml([
      ...above,
      speech.html("emblem-about"),
      speech.html("setting-now", {
        value: speech.plain(isThere ? "emblem-there" : "setting-none"),
      }),
      changedLine(speech, changed),
    ]),
    buttons: [
      [button(speech, isThere ? "emblem-change" : "emblem-send", "set.emblem")],
      ...(isThere
        ? [
            [button(speech, "emblem-see", "set.emblemSee")],
            [button(speech, "emblem-remove", "set.emblemOff")],
          ]
        : []),
      [button(speech, "back", "set.group", "office", "0")],
    ],
  };
  await ctx.replace(card);
}

export async function askEmblem(ctx: BotContext, services: Services): Promise<void> {
  await services.settingWaits.put(ctx.person, { key: EMBLEM_KEY, update: ctx.update.update_id });
  await ctx.conversation.exitAll();
  await ctx.replace({
    text: ctx.speech.html("ask-emblem"),
    buttons: [[button(ctx.speech, "cancel", "set.cancel", EMBLEM_KEY)]],
  });
}

/** Keeps what was sent as it came, if it can be drawn on paper. */
export async function takeEmblem(
  ctx: BotContext,
  { fetched, permit }: { fetched: Fetched; permit: Permit },
  services: Services,
): Promise<void> {
  const megabytes = String(EMBLEM_LIMITS.bytes / 1_000_000);
  const drawn = fetched.ok ? await emblemPng(fetched.bytes, EMBLEM_LIMITS.side) : fetched;
  if (!fetched.ok || !drawn.ok) {
    const reason = drawn.ok ? "gone" : drawn.reason;
    const least = String(EMBLEM_LIMITS.side);
    await ctx.show(ctx.speech.html(`emblem-${reason}`, { megabytes, least }));
    return;
  }
  await noteChange({ key: EMBLEM_KEY, to: true }, at(ctx, permit), services);
  const kept = { original: fetched.bytes, drawn: drawn.png };
  await services.emblem.keep(kept, services.clock.now());
  await services.settingWaits.clear(ctx.person);
  await showEmblem(ctx, services, [ctx.speech.html("setting-kept")]);
  await tellChanged(ctx, "emblem-there", services);
}

export async function removeEmblem(
  ctx: BotContext,
  permit: Permit,
  services: Services,
): Promise<void> {
  await noteChange({ key: EMBLEM_KEY, from: true }, at(ctx, permit), services);
  await services.emblem.remove();
  await showEmblem(ctx, services, [ctx.speech.html("emblem-removed")]);
  await tellChanged(ctx, "setting-none", services);
}

const at = (ctx: BotContext, permit: Permit) => ({ permit, update: ctx.update.update_id });

async function tellChanged(
  ctx: BotContext,
  value: "emblem-there" | "setting-none",
  services: Services,
): Promise<void> {
  const who = await name(ctx, ctx.person, services);
  await tellOwners(
    ctx.person,
    (speech) => {
      const called = speech.plain("setting-name-emblem");
      return speech.html("setting-told", { who, name: called, value: speech.plain(value) });
    },
    services,
  );
}
