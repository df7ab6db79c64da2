import { InputFile } from "grammy";
import type { BotContext } from "./context.ts";
import type { Html } from "./html.ts";

/** Sends a PNG with a line under it, so that it can be passed on or printed. */
export async function showPicture(
  ctx: BotContext,
  { bytes, name, caption }: { bytes: Buffer; name: string; caption: Html },
): Promise<void> {
  const file = new InputFile(bytes, name);
  await ctx.api.sendPhoto(ctx.person, file, { caption, parse_mode: "HTML" });
}
