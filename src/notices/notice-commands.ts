import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { type Action, allowed, guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { showExcept, showNames, showOptions, tick, turnTrained } from "./choose-audience.ts";
import { confirm, preview, testToSelf, undo } from "./confirm-notice.ts";
import { type Awaits, isDraft, type Notice, noticeId } from "./notice.ts";
import { pressed, showNotice } from "./show-notice.ts";
import { markRead, remindUnread, sendCorrection, showPeople, steer } from "./steer-notice.ts";
import {
  ask,
  begin,
  discard,
  showMenu,
  takeContent,
  takeCorrection,
  takePiece,
  takeTime,
} from "./write-notice.ts";

type Handle = (ctx: BotContext, notice: Notice, permit: Permit) => Promise<void>;

const thing = ({ author, community }: Notice) => ({ author, community });

/** /kabar, the buttons of its cards, and what is typed or sent for a notice. */
export function noticeCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(written(services));

  const on = (name: string, action: Action, handle: Handle) =>
    composer.callbackQuery(
      new RegExp(`^kb\\.${name}:`),
      guarded(services, { action, find: (ctx) => found(ctx, services), thing }, handle),
    );
  /** Buttons of a draft; whatever became of it since is shown. */
  const onDraft = (name: string, action: Action, handle: Handle) =>
    on(name, action, (ctx, notice, permit) =>
      isDraft(notice) ? handle(ctx, notice, permit) : showNotice(ctx, notice.id, services),
    );

  /** What they write themselves, and if they lead, for the community they are in. */
  const own = (action: Action, handle: (ctx: BotContext, permit: Permit) => Promise<void>) =>
    guarded(
      services,
      { action, find: (ctx) => mine(ctx, services), thing: (found) => found },
      (ctx, _, permit) => handle(ctx, permit),
    );

  composer.command(
    ["kabar", "news"],
    own("notice.list", (ctx, permit) => showMenu(ctx, permit, services)),
  );
  composer.callbackQuery(
    "kb.new",
    own("notice.write", (ctx) => begin(ctx, services)),
  );
  composer.callbackQuery(
    /^kb\.read:/,
    allowed(services, "notice.read", (ctx) => markRead(ctx, services)),
  );

  on("open", "notice.list", (ctx, { id }) => showNotice(ctx, id, services));
  on("back", "notice.list", async (ctx, { id }) => {
    await services.noticeDrafts.stopAsking(ctx.person);
    await showNotice(ctx, id, services);
  });
  onDraft("part", "notice.write", (ctx, notice) => showOptions(ctx, notice, services));
  onDraft("t", "notice.write", (ctx, notice) => tick(ctx, notice, services));
  onDraft("trained", "notice.write", (ctx, notice) => turnTrained(ctx, notice, services));
  onDraft("except", "notice.write", showExcept);
  onDraft("content", "notice.write", (ctx, notice) => ask(ctx, notice, "content", services));
  onDraft("discard", "notice.write", (...args) => discard(...args, services));
  onDraft("names", "notice.names", (...args) => showNames(...args, services));
  onDraft("pre", "notice.write", (ctx, notice) => preview(ctx, notice, services));
  onDraft("test", "notice.send", (...args) => testToSelf(...args, services));
  onDraft("at", "notice.send", (ctx, notice) => ask(ctx, notice, "time", services));
  on("go", "notice.send", (...args) => confirm(...args, services));
  on("undo", "notice.steer", (...args) => undo(...args, services));
  on("pause", "notice.steer", (ctx, one, permit) => steer(ctx, one, "pause", permit, services));
  on("goon", "notice.steer", (ctx, one, permit) => steer(ctx, one, "goOn", permit, services));
  on("stop", "notice.steer", (ctx, one, permit) => steer(ctx, one, "cancel", permit, services));
  on("fix", "notice.correct", (ctx, notice) => ask(ctx, notice, "correction", services));
  on("fixgo", "notice.correct", (...args) => sendCorrection(...args, services));
  on("remind", "notice.send", (...args) => remindUnread(...args, services));
  on("list", "notice.report", (...args) => showPeople(...args, services));
  return composer;
}

async function mine({ person }: BotContext, { artisans }: Services) {
  return { author: person, community: (await artisans.byTelegram(person))?.community };
}

/** The announcement that the pressed button names. */
async function found(ctx: BotContext, { notices }: Services): Promise<Notice | undefined> {
  const notice = await notices.byId(noticeId(pressed(ctx)[0] ?? ""));
  return notice?.kind === "announcement" ? notice : undefined;
}

/** Messages that were asked for, and further pieces of an album. */
function written(services: Services): Composer<BotContext> {
  const { noticeDrafts } = services;
  const composer = new Composer<BotContext>();
  const awaited = (ctx: BotContext) => noticeDrafts.awaitedFrom(ctx.person);
  const album = (ctx: BotContext) =>
    noticeDrafts.ofAlbum(ctx.person, ctx.message?.media_group_id ?? "");
  const taking = (
    action: Action,
    find: typeof awaited,
    take: (ctx: BotContext, notice: Notice, services: Services) => Promise<void>,
  ) => guarded(services, { action, find, thing }, (ctx, notice) => take(ctx, notice, services));
  const take: Record<Awaits["what"], ReturnType<typeof taking>> = {
    content: taking("notice.write", awaited, takeContent),
    time: taking("notice.send", awaited, takeTime),
    correction: taking("notice.correct", awaited, takeCorrection),
  };
  const takeNext = taking("notice.write", album, takePiece);
  composer.on("message", async (ctx, next) => {
    if (ctx.message.text?.startsWith("/")) return next();
    if (ctx.message.media_group_id !== undefined && (await album(ctx))) return takeNext(ctx);
    const asked = (await awaited(ctx))?.awaits;
    return asked ? take[asked.what](ctx) : next();
  });
  return composer;
}
