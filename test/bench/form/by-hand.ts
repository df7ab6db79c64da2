import { Bot } from "grammy";
import { cannedClient, ME, TOKEN, type Way } from "./chat.ts";
import { mouthOf } from "./plain.ts";
import type { Form, Sample } from "./sample.ts";
import { createTalk } from "./talk.ts";

interface Session {
  number: number;
  message: number;
  answers: Sample;
}

/** The least there can be: a number that says which question is open. */
export function createByHand(form: Form): Way {
  const sessions = new Map<number, string>();
  const talk = createTalk(form);
  const bot = new Bot(TOKEN, { botInfo: ME, client: cannedClient });

  bot.command("daftar", async (ctx) => {
    const message = await talk.ask(0, {}, mouthOf(ctx));
    keep(ctx.chat.id, { number: 0, message, answers: {} });
  });
  bot.on("message:text", async (ctx) => {
    const kept = sessions.get(ctx.chat.id);
    if (kept === undefined) return;
    const { number, message, answers } = JSON.parse(kept) as Session;
    const heard = { typed: ctx.message.text, number, message };
    const next = await talk.take(heard, answers, mouthOf(ctx));
    if (next !== undefined) keep(ctx.chat.id, { number: number + 1, message: next, answers });
  });

  function keep(chat: number, session: Session): void {
    sessions.set(chat, JSON.stringify(session));
  }

  return {
    handle: (update) => bot.handleUpdate(update),
    state: (chat) => sessions.get(chat) ?? "",
  };
}
