import { Composer } from "grammy";
import { isTalking } from "../../scenes/index.ts";
import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { ledBy } from "./leading.ts";
import {
  type Listed,
  memberPressed,
  nudge,
  search,
  showFar,
  showFilter,
  showList,
  showMember,
  showNumber,
  thingOf,
} from "./member-talk.ts";

type OnList = (ctx: BotContext, listed: Listed, permit: Permit) => Promise<void>;
type OnMember = (ctx: BotContext, artisan: Artisan, permit: Permit) => Promise<void>;

/** /anggota and /perajin: lists, search, one member, one number, and who is hard to reach. */
export function memberCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const listed = async (ctx: BotContext, list: string): Promise<Listed | undefined> => {
    if (list === "all") return { list, community: undefined };
    const community = ledBy(await standingOf(ctx.person, services));
    return community === undefined ? undefined : { list: "own", community };
  };
  const onList = (action: Action, list: (ctx: BotContext) => string, handle: OnList) =>
    guarded(
      services,
      {
        action,
        find: (ctx) => listed(ctx, list(ctx)),
        thing: ({ community }) => ({ community }),
      },
      handle,
    );
  const onMember = (action: Action, handle: OnMember) =>
    guarded(
      services,
      {
        action,
        find: (ctx) => services.artisans.byId(memberPressed(ctx)[0] ?? ""),
        thing: thingOf,
      },
      handle,
    );

  const pressedList = (ctx: BotContext) => memberPressed(ctx)[0] ?? "";
  const commands: [names: string[], list: "own" | "all"][] = [
    [["anggota", "members"], "own"],
    [["perajin", "artisans"], "all"],
  ];
  for (const [names, list] of commands) {
    const show = onList(
      "member.list",
      () => list,
      (ctx, one, permit) => showList(ctx, one, permit, services),
    );
    const find = onList(
      "member.search",
      () => list,
      (ctx, one, permit) => search(ctx, typedAfter(ctx), one, permit, services),
    );
    composer.command(names, (ctx) => (ctx.match.trim() ? find(ctx) : show(ctx)));
  }
  composer.callbackQuery(
    /^members\.(list|page):/,
    onList("member.list", pressedList, (ctx, one, permit) => showList(ctx, one, permit, services)),
  );
  composer.callbackQuery(
    /^members\.(filter|by):/,
    onList("member.list", pressedList, (ctx, one) => showFilter(ctx, one, services)),
  );
  composer.callbackQuery(
    /^members\.far:/,
    onList("member.list", pressedList, (ctx, one, permit) => showFar(ctx, one, permit, services)),
  );
  composer.callbackQuery(
    /^member\.open:/,
    onMember("member.show", (ctx, artisan, permit) => showMember(ctx, artisan, permit, services)),
  );
  composer.callbackQuery(
    /^phone\.show:/,
    onMember("phone.show", (ctx, artisan, permit) => showNumber(ctx, artisan, permit, services)),
  );
  composer.callbackQuery(
    /^member\.nudge:/,
    onMember("member.nudge", (ctx, artisan, permit) => nudge(ctx, artisan, permit, services)),
  );
  composer.callbackQuery("still-right", async (ctx) => {
    const done = await services.members.confirm(ctx.person, services.clock.now());
    await ctx.replace(ctx.speech.html(done ? "still-right" : "not-registered"));
  });
  composer.on("message:text", async (ctx, next) => {
    if (ctx.msg.text.startsWith("/") || isTalking(ctx)) return next();
    const list = await services.searchers.listeningTo(ctx.person, services.clock.now());
    if (!list) return next();
    await onList(
      "member.search",
      () => list,
      (_, one, permit) => search(ctx, ctx.msg.text, one, permit, services),
    )(ctx);
  });
  return composer;
}

const typedAfter = (ctx: BotContext): string => (ctx.message?.text ?? "").replace(/^\/\S+\s*/, "");
