import type { MiddlewareFn } from "grammy";
import { claimOf } from "../intake/person-state.ts";
import { type Card, inlineKeyboard } from "./card.ts";
import type { BotContext } from "./context.ts";
import type { Html } from "./html.ts";
import type { Texts } from "./language.ts";
import { letPass, readRefusal } from "./telegram-errors.ts";

const HTML = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

/** Gives the context what `context.ts` promises, and answers every pressed button exactly once. */
export function scope(texts: Texts): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const claim = claimOf(ctx);
    const toast = answerOnce(ctx);
    Object.assign(ctx, {
      person: claim.chat,
      fence: claim.version,
      speech: texts[claim.language ?? "id"],
      speak(language) {
        claim.language = language;
        ctx.speech = texts[language];
      },
      show: (card) => send(ctx, asCard(card)),
      showProtected: (first, ready, line) => sendProtected(ctx, first, ready, line),
      showWithContact: (card) => send(ctx, asCard(card), contactKeyboard(ctx, card)),
      showWithoutKeyboard: (line) => send(ctx, { text: line }, { remove_keyboard: true }),
      replace: (card) => replace(ctx, asCard(card)),
      settle: (message, line?) => settle(ctx, message, line),
      toast: (line) => toast(line),
    } satisfies Partial<BotContext>);
    let line: string | undefined;
    try {
      await next();
    } catch (error) {
      if (readRefusal(error)?.kind === "flood") line = ctx.speech.plain("update-wait");
      throw error;
    } finally {
      await toast(line);
    }
  };
}

function asCard(card: Card | Html): Card {
  return typeof card === "string" ? { text: card } : card;
}

type Markup = NonNullable<NonNullable<Parameters<BotContext["reply"]>[1]>["reply_markup"]>;

async function send(
  ctx: BotContext,
  card: Card,
  markup?: Markup,
  more: { protect_content?: true } = {},
): Promise<number> {
  const keyboard = markup ?? inlineKeyboard(card);
  const options = { ...HTML, ...more, ...(keyboard && { reply_markup: keyboard }) };
  // Not `ctx.reply`: a tap may come without a chat, and its sender is then whom to answer.
  const sent = await ctx.api.sendMessage(ctx.person, card.text, options);
  return sent.message_id;
}

async function sendProtected(
  ctx: BotContext,
  first: Html,
  ready: (message: number) => Promise<void>,
  line: Html,
): Promise<void> {
  const message = await send(ctx, { text: first }, undefined, { protect_content: true });
  await ready(message);
  await ctx.api.editMessageText(ctx.person, message, line, HTML);
}

/** A message has one keyboard only, so the card's own buttons become words to tap. */
function contactKeyboard({ speech }: BotContext, card: Card): Markup {
  const words = (card.buttons ?? []).map((row) => row.map(({ label }) => ({ text: label })));
  const share = [{ text: speech.plain("ask-share-contact"), request_contact: true as const }];
  return { keyboard: [share, ...words], resize_keyboard: true };
}

async function replace(ctx: BotContext, card: Card): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  const keyboard = inlineKeyboard(card);
  const edited =
    pressed &&
    (await letPass(
      ctx.api
        .editMessageText(ctx.person, pressed.message_id, card.text, {
          ...HTML,
          ...(keyboard && { reply_markup: keyboard }),
        })
        .then(() => true, unmodifiedIsDone),
      "gone",
      "refused",
    ));
  if (!edited) await send(ctx, card);
}

function unmodifiedIsDone(error: unknown): Promise<boolean> {
  return letPass(Promise.reject(error as Error), "notModified").then(() => true);
}

/** Also the buttons of another message that offered the same choice, such as "Maksudnya …?". */
async function settle(ctx: BotContext, message: number, line?: Html): Promise<void> {
  if (line === undefined) await takeButtonsOff(ctx, message);
  else await ifStillThere(ctx.api.editMessageText(ctx.person, message, line, HTML));
  const pressed = ctx.callbackQuery?.message?.message_id;
  if (pressed !== undefined && pressed !== message) await takeButtonsOff(ctx, pressed);
}

async function takeButtonsOff(ctx: BotContext, message: number): Promise<void> {
  await ifStillThere(ctx.api.editMessageReplyMarkup(ctx.person, message));
}

/** A message that was deleted, or looks so already, needs no mending. */
function ifStillThere<T>(edit: Promise<T>): Promise<T | undefined> {
  return letPass(edit, "gone", "notModified", "refused");
}

/** Telegram shows a waiting mark on the button until it is answered. A late answer is no fault. */
function answerOnce(ctx: BotContext): (line?: string) => Promise<void> {
  const answer = ctx.answerCallbackQuery.bind(ctx);
  let answered = !ctx.callbackQuery;
  ctx.answerCallbackQuery = (...args) => {
    answered = true;
    return answer(...args);
  };
  return async (line) => {
    if (answered) return;
    answered = true;
    const text = line === undefined ? {} : { text: line };
    await letPass(answer(text), "tooOld", "notSent", "doubtful", "flood", "refused");
  };
}
