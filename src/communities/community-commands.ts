import { Composer } from "grammy";
import { linkOf } from "../access/invite-talk.ts";
import { note } from "../access/note.ts";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, allowed, guarded, type Permit, permitOf } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import { qrPicture } from "../papers/qr.ts";
import type { Services } from "../services.ts";
import type { Community, CommunityState } from "./community.ts";
import { closeQuestionCard } from "./community-card.ts";
import type { Desk } from "./desk.ts";
import { beginNew, gone, pickKecamatan, put, save, take, turnPage } from "./desk-talk.ts";
import { endLeader, renewLeader } from "./leader-talk.ts";
import { leadingGrant } from "./leaders.ts";
import { showCommunities, showCommunity } from "./show-community.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** /komunitas: communities and their leaders. */
export function communityCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (
    press: string,
    action: Action,
    handle: (ctx: BotContext, community: Community, permit: Permit) => Promise<void>,
  ) =>
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      guarded(
        services,
        {
          action,
          find: (ctx) => services.communities.byId(pressed(ctx)[0] ?? ""),
          thing: ({ id }) => ({ community: id }),
        },
        handle,
      ),
    );
  const list = allowed(services, "community.list", (ctx) =>
    showCommunities(ctx, pressed(ctx)[0], services),
  );
  composer.command(["komunitas", "communities"], async (ctx) => {
    // What was being written is put away: it would be taken for the next thing that is typed.
    await services.desks.clear(ctx.person);
    await list(ctx);
  });
  composer.callbackQuery(/^community\.list:/, list);
  on("community\\.open", "community.show", (ctx, found, permit) =>
    showCommunity(ctx, found, permit, services),
  );
  on("community\\.share", "community.share", (ctx, found, permit) =>
    share(ctx, found, permit, services),
  );
  on("community\\.rename", "community.change", (ctx, { id }) =>
    put(ctx, { step: "rename", community: id }, services),
  );
  on("community\\.close", "community.change", async (ctx, found) => {
    const members = await services.memberships.count(found.id);
    await ctx.replace(closeQuestionCard(ctx.speech, found, members));
  });
  on("community\\.closeYes", "community.change", (ctx, found, permit) =>
    setState(ctx, found, { permit, state: "closed" }, services),
  );
  on("community\\.reopen", "community.change", (ctx, found, permit) =>
    setState(ctx, found, { permit, state: "active" }, services),
  );
  composer.use(newCommunity(services), leaderCommands(services));
  return composer;
}

/** The few steps of a new community, and whatever else is typed about one. */
function newCommunity(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const change = (handle: (ctx: BotContext, permit: Permit) => Promise<void>) =>
    allowed(services, "community.change", handle);
  composer.callbackQuery(
    "community.new",
    change((ctx) => beginNew(ctx, services)),
  );
  composer.callbackQuery(
    "community.stop",
    change(async (ctx) => {
      await services.desks.clear(ctx.person);
      await ctx.replace(ctx.speech.html("community-stopped"));
    }),
  );
  composer.callbackQuery(
    /^community\.kecPage:/,
    change((ctx) => turnPage(ctx, pressed(ctx)[0] ?? "", services)),
  );
  composer.callbackQuery(
    /^community\.kec:/,
    change(async (ctx) => {
      const desk = await services.desks.read(ctx.person);
      await pickKecamatan(ctx, desk, pressed(ctx)[0] ?? "", services);
    }),
  );
  composer.callbackQuery(
    /^community\.save:/,
    change((ctx, permit) => save(ctx, pressed(ctx)[0] ?? "", permit, services)),
  );
  composer.on("message:text", async (ctx, next) => {
    const desk = ctx.message.text.startsWith("/")
      ? undefined
      : await services.desks.read(ctx.person);
    if (!desk) return next();
    await change((_, permit) => takeIfAllowed(ctx, desk, permit, services))(ctx);
  });
  return composer;
}

/** A note ends a leader and a number invites one: actions of their own. */
async function takeIfAllowed(
  ctx: BotContext,
  desk: Desk,
  permit: Permit,
  services: Services,
): Promise<void> {
  const standing = await standingOf(ctx.person, services);
  const action = { note: "leader.end", phone: "leader.invite" }[desk.step as string];
  const thing = { community: desk.community };
  if (action && !permitOf(standing, action, thing, "private")) return gone(ctx);
  await take(ctx, desk, permit, services);
}

/** Inviting, renewing and ending those who lead. */
function leaderCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onLeader = (
    press: string,
    action: "leader.end" | "leader.renew",
    handle: (
      ctx: BotContext,
      which: { community: string; leader: number },
      permit: Permit,
    ) => Promise<void>,
  ) =>
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      guarded(
        services,
        {
          action,
          async find(ctx) {
            const [community = "", leader = ""] = pressed(ctx);
            const grant = /^\d{1,16}$/.test(leader)
              ? await leadingGrant(community, Number(leader), services)
              : undefined;
            return grant && { community, leader: grant.telegram };
          },
          thing: ({ community }) => ({ community }),
        },
        handle,
      ),
    );
  composer.callbackQuery(
    /^lead\.invite:/,
    guarded(
      services,
      {
        action: "leader.invite",
        find: (ctx) => services.communities.byId(pressed(ctx)[0] ?? ""),
        thing: ({ id }) => ({ community: id }),
      },
      async (ctx, { id, state }) => {
        if (state === "closed") await ctx.replace(ctx.speech.html("community-is-closed"));
        else await put(ctx, { step: "phone", community: id }, services);
      },
    ),
  );
  onLeader("lead\\.renew", "leader.renew", (ctx, which, permit) =>
    renewLeader(ctx, which, permit, services),
  );
  onLeader("lead\\.end", "leader.end", (ctx, which) =>
    put(ctx, { step: "note", ...which }, services),
  );
  onLeader("lead\\.endYes", "leader.end", (ctx, which, permit) =>
    endLeader(ctx, which, permit, services),
  );
  return composer;
}

/** A closed one is no longer offered; whoever belongs to it stays where they are. */
async function setState(
  ctx: BotContext,
  community: Community,
  { permit, state }: { permit: Permit; state: CommunityState },
  services: Services,
): Promise<void> {
  await note(permit, [], services);
  await services.communities.setState(community.id, state);
  await showCommunity(ctx, { ...community, state }, permit, services);
}

/** The link by which artisans join, with a QR to be printed. */
async function share(
  ctx: BotContext,
  { id, name, state }: Community,
  permit: Permit,
  services: Services,
): Promise<void> {
  if (state === "closed") return ctx.replace(ctx.speech.html("community-is-closed"));
  await note(permit, [], services);
  const link = linkOf(ctx, `c_${id}`);
  const caption = ctx.speech.html("community-link", { name, link });
  const date = localDate(services.clock.now());
  const file = fileName({ paper: "communityQr", about: name, date, ending: "png" });
  await showPicture(ctx, { bytes: await qrPicture(link), name: file, caption });
}
