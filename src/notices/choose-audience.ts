import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { everybody, isPart, withValue } from "./audience.ts";
import { exceptCard, NAMES, namesCard, optionsCard, pageOfOption } from "./notice-card.ts";
import type { Notice } from "./notice.ts";
import { countNow, labelsOf, pressed, selectionNow, showNotice } from "./show-notice.ts";

/** A page of one list, to tick. */
export async function showOptions(
  ctx: BotContext,
  notice: Notice,
  services: Services,
): Promise<void> {
  const [, side = "", part = "", page = "0"] = pressed(ctx);
  if (!isPart(part) || !mayChoose(notice, part)) return;
  await showPage(
    ctx,
    notice,
    side === "except" ? "except" : "only",
    part,
    pageNumber(page),
    services,
  );
}

/** A leader's audience is the own community and no other. */
const mayChoose = ({ community }: Notice, part: string) =>
  community === undefined || part !== "kom";

export const pageNumber = (text: string) =>
  Math.max(0, Math.min(999, Math.trunc(Number(text)) || 0));

async function showPage(
  ctx: BotContext,
  notice: Notice,
  side: "only" | "except",
  part: "kec" | "kom" | "ker" | "pel",
  page: number,
  services: Services,
): Promise<void> {
  const { audience = everybody() } = notice;
  const options = (await labelsOf(ctx, services))[part].map((one) => ({
    ...one,
    on: audience[side][part].includes(one.value),
  }));
  await ctx.replace(optionsCard(ctx.speech, notice, { side, part }, options, page));
}

/** Sets or takes one tick. The button says which, so that twice is once. */
export async function tick(ctx: BotContext, notice: Notice, services: Services): Promise<void> {
  const [, where = "", on, value = ""] = pressed(ctx);
  const side = where.startsWith("e") ? "except" : "only";
  const part = where.slice(1);
  if (!isPart(part) || !mayChoose(notice, part)) return;
  const known = (await labelsOf(ctx, services))[part];
  const at = known.findIndex((one) => one.value === value);
  if (at === -1) return;
  const audience = withValue(notice.audience ?? everybody(), side, part, value, on === "1");
  await services.noticeDrafts.keepAudience(notice, audience);
  const fresh = (await services.notices.byId(notice.id)) ?? notice;
  await showPage(ctx, fresh, side, part, pageOfOption(at), services);
}

/** Trained, never, or both: the button says which. */
export async function turnTrained(
  ctx: BotContext,
  notice: Notice,
  services: Services,
): Promise<void> {
  const { only, except } = notice.audience ?? everybody();
  const trained = pressed(ctx)[1];
  const chosen = trained === "yes" || trained === "never" ? ({ trained } as const) : {};
  await services.noticeDrafts.keepAudience(notice, { only, except, ...chosen });
  await showNotice(ctx, notice.id, services);
}

export async function showExcept(ctx: BotContext, notice: Notice): Promise<void> {
  await ctx.replace(exceptCard(ctx.speech, notice));
}

/** A page of who is meant, after the line of the audit. */
export async function showNames(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [handle = "", given = "0"] = pressed(ctx);
  const page = pageNumber(given);
  const selection = await selectionNow(notice, services);
  const { telegram, without } = await countNow(notice, services);
  const people = await services.audiences.page(selection, page * NAMES, NAMES);
  await note(
    permit,
    people.map(({ id }) => id),
    services,
  );
  const { speech } = ctx;
  await ctx.replace(
    namesCard(speech, {
      title: speech.html("notice-names"),
      people: people.map(({ name, kecamatan, reachable }) => ({
        name,
        note: `${services.places.showKecamatan(kecamatan)}, ${speech.plain(reachable ? "notice-by-telegram" : "notice-by-hand")}`,
      })),
      ...{ page, count: telegram + without, turn: ["kb.names", handle] },
    }),
  );
}
