import { Composer } from "grammy";
import { askAgain, isTalking } from "../../scenes/index.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { continueCard } from "../bot/continue-card.ts";
import { allowed } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import type { Community } from "./community.ts";
import { joinCommunity } from "./join.ts";

const LINK = /^\/start(?:@\w+)? c_(.*)$/s;
const linked = ({ message }: BotContext) => LINK.exec(message?.text ?? "")?.[1];

/** The link that a leader or coordinator passes on: artisans join a community by it. */
export function joinCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer
    .filter((ctx) => linked(ctx) !== undefined)
    .use(allowed(services, "community.join", (ctx) => offer(ctx, linked(ctx) ?? "", services)));
  composer.callbackQuery(
    /^join\.yes:/,
    allowed(services, "community.join", (ctx) => join(ctx, services)),
  );
  composer.callbackQuery(
    "join.no",
    allowed(services, "community.join", (ctx) => ctx.replace(ctx.speech.html("join-not"))),
  );
  return composer;
}

async function offer(ctx: BotContext, id: string, services: Services): Promise<void> {
  const { speech } = ctx;
  const { artisans, communities, drafts } = services;
  const community = /^[\w-]{1,62}$/.test(id) ? await communities.byId(id) : undefined;
  const record = await artisans.byTelegram(ctx.person);
  const say = async (key: string, name: string) => {
    await ctx.show(speech.html(key, { name }));
  };
  if (community?.state !== "active") return say("join-unknown", "");
  const { name } = community;
  if (record?.community === id) return say("join-already", name);
  if (record) return ask(ctx, community, await nameOfOwn(record.community, services));
  if (await drafts.read(ctx.person)) return fillIn(ctx, community, services);
  // Nothing is kept of a person before they agreed to it, not even this wish.
  const register = { label: speech.plain("button-register"), press: packPress("register") };
  await ctx.show({ text: speech.html("join-register", { name }), buttons: [[register]] });
}

async function nameOfOwn(id: string | undefined, { communities }: Services): Promise<string> {
  return id === undefined ? "" : ((await communities.byId(id))?.name ?? "");
}

async function ask(ctx: BotContext, { id, name }: Community, own: string): Promise<void> {
  const { speech } = ctx;
  await ctx.show({
    text: speech.html(own ? "join-question-leave" : "join-question", { name, own }),
    buttons: [
      [{ label: speech.plain("button-join-yes"), press: packPress("join.yes", id) }],
      [{ label: speech.plain("button-join-no"), press: packPress("join.no") }],
    ],
  });
}

/** The form is open already: its question about the community is answered by the link. */
async function fillIn(ctx: BotContext, { id, name }: Community, services: Services): Promise<void> {
  const writer = { chat: ctx.person, version: ctx.fence };
  await services.drafts.keep(writer, "community", id, { reopened: [] });
  await ctx.show(ctx.speech.html("join-filled", { name }));
  if (isTalking(ctx)) await askAgain(ctx);
  else await ctx.show(continueCard(ctx.speech, "register"));
}

async function join(ctx: BotContext, services: Services): Promise<void> {
  const [id = ""] = readPress(ctx.callbackQuery?.data ?? "").args;
  const who = { telegram: ctx.person, version: ctx.fence };
  const joined = await joinCommunity(who, id, services);
  const { speech } = ctx;
  if (!joined.ok && joined.reason === "notRegistered")
    return ctx.replace(speech.html("not-registered"));
  if (!joined.ok) return ctx.replace(speech.html("join-unknown"));
  const key = joined.state === "active" ? "join-already" : "join-done";
  await ctx.replace(speech.html(key, { name: joined.name }));
}
