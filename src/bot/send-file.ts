import { InputFile } from "grammy";
import type { BotContext } from "./context.ts";
import type { Html } from "./html.ts";
import type { Card } from "./card.ts";
import { inlineKeyboard } from "./card.ts";

/** A file on its way: from memory to Telegram, never over a disk. */
export interface OutgoingFile {
  /** As `fileName` makes it. */
  name: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Sends a document; one that names other people can be neither forwarded nor saved elsewhere. */
export async function sendFile(
  ctx: BotContext,
  { name, bytes }: OutgoingFile,
  { caption, protect, buttons }: { caption: Html; protect: boolean; buttons?: Card["buttons"] },
): Promise<void> {
  const reply_markup = buttons && inlineKeyboard({ text: caption, buttons });
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    ...{ caption, parse_mode: "HTML", protect_content: protect },
    ...(reply_markup && { reply_markup }),
  });
}

/** Work that takes a while: a line tells that it goes on, and then what came of it. */
export async function withProgress(
  ctx: BotContext,
  line: Html,
  work: () => Promise<Html>,
): Promise<void> {
  const progress = await ctx.show(line);
  await ctx.settle(progress, await work());
}
