import { InputFile } from "grammy";
import { type Card, inlineKeyboard } from "./card.ts";
import type { BotContext } from "./context.ts";
import type { Html } from "./html.ts";

interface Picture {
  bytes: Buffer;
  name: string;
  caption: Html;
  buttons?: Card["buttons"];
  /** Others are on it: it can be neither forwarded nor saved. */
  protect?: boolean;
}

/** Sends a PNG with a line under it, so that it can be passed on or printed. Answers its id. */
export async function showPicture(
  ctx: BotContext,
  { bytes, name, caption, buttons, protect = false }: Picture,
): Promise<number> {
  const file = new InputFile(bytes, name);
  const reply_markup = buttons && inlineKeyboard({ text: caption, buttons });
  const sent = await ctx.api.sendPhoto(ctx.person, file, {
    ...{ caption, parse_mode: "HTML", protect_content: protect },
    ...(reply_markup && { reply_markup }),
  });
  return sent.message_id;
}
