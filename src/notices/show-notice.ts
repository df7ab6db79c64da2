import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Html } from "../bot/html.ts";
import type { Card } from "../bot/card.ts";
import { CRAFTS, showCraft } from "../places/crafts.ts";
import type { Services } from "../services.ts";
import { everybody, type Lists, type Part, PARTS } from "./audience.ts";
import { type AudienceLines, draftCard } from "./notice-card.ts";
import { correctionId, type Notice } from "./notice.ts";
import { selectionFor } from "./recipients.ts";
import { totalsOf } from "./report.ts";
import { reportCard } from "./report-card.ts";

/** What the pressed button carries after its action. */
export function pressed(ctx: BotContext): string[] {
  return readPress(ctx.callbackQuery?.data ?? "").args;
}

/** Who is meant, as of now while it is a draft. */
export function selectionNow(notice: Notice, services: Services) {
  const { audience = everybody(), community } = notice;
  return selectionFor(audience, community, services.clock.now(), services);
}

export async function countNow(notice: Notice, services: Services) {
  return services.audiences.count(await selectionNow(notice, services));
}

/** The card of a notice as it is at this moment, whatever that is. */
export async function cardOf(
  ctx: BotContext,
  notice: Notice,
  services: Services,
): Promise<Card | Html> {
  const { speech } = ctx;
  if (notice.state === "draft") {
    const lines = await audienceLines(ctx, notice, services);
    return draftCard(speech, notice, lines, await countNow(notice, services));
  }
  return reportCard(
    speech,
    await totalsOf(notice, services),
    undefined,
    await fixes(notice, services),
  );
}

/** How far the last correction has come. */
async function fixes(notice: Notice, services: Services) {
  if (notice.revision === 0) return undefined;
  const id = correctionId(notice.id, notice.revision);
  const { states, roads } = await totalsOf({ ...notice, id }, services);
  return { done: states.sent ?? 0, open: roads.open };
}

export async function showNotice(ctx: BotContext, id: string, services: Services): Promise<void> {
  const notice = await services.notices.byId(id);
  if (notice) await ctx.replace(await cardOf(ctx, notice, services));
  else await ctx.replace(ctx.speech.html("notice-gone"));
}

/** Names of the values of each list, for people. */
export async function labelsOf(ctx: BotContext, services: Services) {
  const [communities, trainings] = await Promise.all([
    services.communities.active(),
    services.trainings.everTold(),
  ]);
  const { places } = services;
  const { language } = ctx.speech;
  return {
    kec: places.kecamatan().map(({ code, name }) => ({ value: code, label: name })),
    kom: communities.map(({ id, name }) => ({ value: id, label: name })),
    ker: crafts(language),
    pel: trainings.map(({ id, title }) => ({ value: id, label: title })).reverse(),
  } satisfies Record<Part, { value: string; label: string }[]>;
}

function crafts(language: "id" | "en") {
  return CRAFTS.map(({ key }) => ({
    value: key,
    label: showCraft(key, language, "short"),
  }));
}

async function audienceLines(
  ctx: BotContext,
  { audience = everybody() }: Notice,
  services: Services,
): Promise<AudienceLines> {
  const { speech } = ctx;
  const labels = await labelsOf(ctx, services);
  const lines = (lists: Lists, key: string) =>
    PARTS.flatMap((part) => {
      const names = lists[part].map(
        (value) => labels[part].find((one) => one.value === value)?.label ?? value,
      );
      if (!names.length) return [];
      return [speech.html(key, { part: speech.plain(`notice-part-${part}`), names: brief(names) })];
    });
  const only = lists(audience.only);
  return [
    ...(only ? lines(audience.only, "notice-only") : [speech.html("notice-everybody")]),
    ...(audience.trained ? [speech.html(`notice-trained-${audience.trained}`)] : []),
    ...lines(audience.except, "notice-not"),
  ];
}

const lists = (only: Lists) => PARTS.some((part) => only[part].length > 0);

function brief(names: string[]): string {
  return names.length > 6
    ? `${names.slice(0, 6).join(", ")}, +${names.length - 6}`
    : names.join(", ");
}
