import { InputFile } from "grammy";
import { type Button, inlineKeyboard } from "./card.ts";
import type { BotContext } from "./context.ts";
import type { Html } from "./html.ts";

interface Picture {
  bytes: Buffer;
  name: string;
  caption: Html;
  buttons?: Button[][];
}

/** Sends a PNG with a line under it, so that it can be passed on or printed. Answers its id. */
export async function showPicture(
  ctx: BotContext,
  { bytes, name, caption, buttons }: Picture,
): Promise<number> {
  const file = new InputFile(bytes, name);
  const keyboard = inlineKeyboard({ text: caption, ...(buttons && { buttons }) });
  const sent = await ctx.api.sendPhoto(ctx.person, file, {
    ...{ caption, parse_mode: "HTML" },
    ...(keyboard && { reply_markup: keyboard }),
  });
  return sent.message_id;
}
