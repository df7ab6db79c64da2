import { createRequire } from "node:module";
import type { Update } from "grammy/types";
import { installPeers, peersFolder } from "../install-peers.ts";
import { cannedFetch, ME, TOKEN, type Way } from "./chat.ts";
import type { Form, Sample } from "./sample.ts";
import { createTalk, type Mouth } from "./talk.ts";

/** As much of telegraf as is used here; it is installed by the bench and has no types in the project. */
interface WizardContext {
  chat: { id: number };
  message: { text: string };
  wizard: { state: { message: number; answers: Sample }; next(): unknown };
  scene: { enter(id: string): Promise<unknown>; leave(): Promise<unknown> };
  telegram: { editMessageText(...args: unknown[]): Promise<unknown> };
  reply(text: string, options: object): Promise<{ message_id: number }>;
}

type Step = (ctx: WizardContext) => Promise<unknown>;

interface Telegraf {
  Telegraf: new (token: string) => {
    botInfo: object;
    use(...middleware: unknown[]): void;
    command(name: string, step: Step): void;
    handleUpdate(update: Update): Promise<void>;
  };
  Scenes: {
    WizardScene: new (id: string, ...steps: Step[]) => unknown;
    Stage: new (scenes: unknown[]) => { middleware(): unknown };
  };
  session(options: { store: object; getSessionKey(ctx: WizardContext): Promise<string> }): unknown;
}

/** telegraf's own dialogue: a list of steps, each of which hears the answer and asks on. */
export async function createWizard(form: Form): Promise<Way> {
  const telegraf = await loadTelegraf();
  const sessions = new Map<string, string>();
  const talk = createTalk(form);
  const begin: Step = async (ctx) => {
    const message = await talk.ask(0, {}, mouthOf(ctx));
    Object.assign(ctx.wizard.state, { message, answers: {} });
    return ctx.wizard.next();
  };
  const steps = form.typed.map((_, number): Step => async (ctx) => {
    const { state } = ctx.wizard;
    const heard = { typed: ctx.message.text, number, message: state.message };
    const next = await talk.take(heard, state.answers, mouthOf(ctx));
    if (next === undefined) return undefined;
    state.message = next;
    return number + 1 < form.typed.length ? ctx.wizard.next() : ctx.scene.leave();
  });

  const bot = new telegraf.Telegraf(TOKEN);
  bot.botInfo = ME;
  const store = {
    get: (key: string) => JSON.parse(sessions.get(key) ?? "null") as unknown,
    set: (key: string, value: unknown) => void sessions.set(key, JSON.stringify(value)),
    delete: (key: string) => void sessions.delete(key),
  };
  const getSessionKey = ({ chat }: WizardContext) => Promise.resolve(String(chat.id));
  bot.use(telegraf.session({ store, getSessionKey }));
  const { Stage, WizardScene } = telegraf.Scenes;
  bot.use(new Stage([new WizardScene("form", begin, ...steps)]).middleware());
  bot.command("daftar", (ctx) => ctx.scene.enter("form"));
  return {
    handle: (update) => bot.handleUpdate(update),
    state: (chat) => sessions.get(String(chat)) ?? "",
  };
}

/** telegraf, with the canned answer where it hands its requests to node-fetch. */
async function loadTelegraf(): Promise<Telegraf> {
  await installPeers();
  const require = createRequire(peersFolder + "/package.json");
  const fetching = require("node-fetch") as { default: unknown };
  fetching.default = cannedFetch;
  return require("telegraf") as Telegraf;
}

function mouthOf(ctx: WizardContext): Mouth {
  return {
    send: async (text, options) => (await ctx.reply(text, options)).message_id,
    edit: (message, text, options) =>
      ctx.telegram.editMessageText(ctx.chat.id, message, undefined, text, options),
  };
}
