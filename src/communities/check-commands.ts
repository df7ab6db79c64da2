import { Composer } from "grammy";
import type { Artisan } from "../artisans/artisan.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, guarded, type Permit } from "../bot/gate.ts";
import { standingOf } from "../access/standing.ts";
import type { Services } from "../services.ts";
import {
  askReason,
  askWhyNot,
  checkPressed,
  decideAsLeader,
  decideAtOffice,
  findOfficeCheck,
  showNextOfLeader,
  showOfficeCheck,
} from "./check-talk.ts";
import { ledBy } from "./leading.ts";

type Handle = (ctx: BotContext, artisan: Artisan, permit: Permit) => Promise<void>;

/** What leaders and coordinators do with records that wait to be checked. */
export function checkCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (action: Action, handle: Handle) =>
    guarded(
      services,
      {
        action,
        find: (ctx) => services.artisans.byId(checkPressed(ctx)[0] ?? ""),
        thing: ({ id, check }) => ({ artisans: [id], community: check?.community }),
      },
      handle,
    );
  for (const [press, result] of [
    ["check.yes", "member"],
    ["check.not", "notMember"],
    ["check.ask", "asked"],
  ] as const) {
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      on("member.check", (ctx, artisan, permit) =>
        decideAsLeader(ctx, artisan, result, permit, services),
      ),
    );
  }
  composer.callbackQuery(
    /^check\.no:/,
    on("member.check", (ctx, artisan) => askWhyNot(ctx, artisan, services)),
  );
  composer.callbackQuery(
    "check.next",
    guarded(
      services,
      {
        action: "member.check",
        find: async (ctx) => ledBy(await standingOf(ctx.person, services)),
        thing: (community) => ({ community }),
      },
      (ctx) => showNextOfLeader(ctx, services, { sayNone: true }),
    ),
  );
  composer.callbackQuery(
    /^check\.office(:|$)/,
    guarded(
      services,
      {
        action: "record.check",
        find: (ctx) => findOfficeCheck(ctx, services),
        thing: ({ id }) => ({ artisans: [id] }),
      },
      (ctx, artisan, permit) => showOfficeCheck(ctx, artisan, permit, services),
    ),
  );
  composer.callbackQuery(
    /^check\.why:/,
    on("record.check", (ctx, artisan) => askReason(ctx, artisan)),
  );
  composer.callbackQuery(
    /^check\.(accept|end):/,
    on("record.check", (ctx, artisan, permit) => decideAtOffice(ctx, artisan, permit, services)),
  );
  return composer;
}
