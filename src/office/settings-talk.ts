import { nameOf } from "../access/person-name.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Html } from "../bot/html.ts";
import type { Services } from "../services.ts";
import { readWord } from "../text.ts";
import { changeSetting, tellOwners } from "./change-setting.ts";
import { consequencesOf, remindersDue } from "./consequences.ts";
import { openSettings } from "./open-settings.ts";
import { readSetting } from "./read-setting.ts";
import type { SettingWait } from "./setting-change.ts";
import { type Setting, settingOf, type SettingGroup, type SettingValue } from "./setting-table.ts";
import {
  askCard,
  boundOf,
  groupCard,
  homeCard,
  nameOfSetting,
  settingCard,
  showValue,
  sureCard,
} from "./settings-card.ts";

export async function showHome(ctx: BotContext, services: Services): Promise<void> {
  const open = await openSettings(services);
  await ctx.replace(homeCard(ctx.speech, open.length));
}

export async function showGroup(
  ctx: BotContext,
  group: SettingGroup,
  page: string | undefined,
  { emblem, settings }: Services,
): Promise<void> {
  const [values, hasEmblem] = await Promise.all([settings.all(), emblem.isThere()]);
  const shown = { values, hasEmblem, ...(page !== undefined && { page }) };
  await ctx.replace(groupCard(ctx.speech, group, shown));
}

/** Who changed something last, and when. */
export async function lastChange(ctx: BotContext, key: string, services: Services) {
  const last = await services.settingChanges.latest(key);
  if (!last) return undefined;
  const who =
    last.by === 0 ? ctx.speech.plain("setting-somebody") : await name(ctx, last.by, services);
  return { who, at: last.at };
}

export const name = (ctx: BotContext, telegram: number, services: Services): Promise<string> =>
  nameOf(telegram, ctx.api, services);

/** A setting as it stands at this moment. */
export async function showSetting(
  ctx: BotContext,
  setting: Setting,
  services: Services,
  above: readonly Html[] = [],
): Promise<void> {
  const values = await services.settings.all();
  const changed = await lastChange(ctx, setting.key, services);
  const isSet = (await services.settings.given(setting.path)) !== undefined;
  const shown = { value: values[setting.key], isSet, above, ...(changed && { changed }) };
  await ctx.replace(settingCard(ctx.speech, setting, shown));
}

/** Asks for a new value; what was asked before is put away. */
export async function askSetting(
  ctx: BotContext,
  setting: Setting,
  services: Services,
): Promise<void> {
  const seen = await services.settings.given(setting.path);
  const update = ctx.update.update_id;
  const wait = { key: setting.key, update, ...(seen !== undefined && { seen }) };
  await services.settingWaits.put(ctx.person, wait);
  // A form in the middle would take it for its answer; its answers are kept.
  await ctx.conversation.exitAll();
  await ctx.replace(askCard(ctx.speech, setting));
}

export async function stopAsking(ctx: BotContext, services: Services): Promise<void> {
  await services.settingWaits.clear(ctx.person);
  await ctx.replace(ctx.speech.html("setting-stopped"));
}

/** Takes what an owner typed for a setting. */
export async function takeSetting(
  ctx: BotContext,
  { wait, permit }: { wait: SettingWait; permit: Permit },
  services: Services,
): Promise<void> {
  const setting = settingOf(wait.key);
  const typed = ctx.message?.text ?? "";
  if (!setting || readWord(typed) === "cancel") return stopAsking(ctx, services);
  if (wait.update === ctx.update.update_id) return askSetting(ctx, setting, services);
  const read = readSetting(typed, setting);
  if (!read.ok) return complain(ctx, setting, read.reason);
  if (await losesSomething(setting, read.value, services)) {
    await services.settingWaits.clear(ctx.person);
    await ctx.show(sureCard(ctx.speech, setting, read.value));
    return;
  }
  await change(ctx, { setting, to: read.value, permit, wait }, services);
  await services.settingWaits.clear(ctx.person);
}

async function complain(ctx: BotContext, { shape }: Setting, reason: string): Promise<void> {
  const [least, most] = [
    "least" in shape ? boundOf(shape.least) : "",
    "most" in shape ? boundOf(shape.most) : "",
  ];
  await ctx.show(ctx.speech.html(`setting-wrong-${reason}`, { least, most }));
}

/** What is kept for a shorter time goes tonight, and nobody brings it back. */
export async function losesSomething(
  { key, path, standard }: Setting,
  to: SettingValue | undefined,
  { settings }: Pick<Services, "settings">,
): Promise<boolean> {
  if (!key.startsWith("retention.")) return false;
  const now = (await settings.given(path)) ?? standard;
  return Number(to ?? standard) < Number(now);
}

export interface Change {
  setting: Setting;
  /** Undefined: the standard holds again. */
  to: SettingValue | undefined;
  permit: Permit;
  /** What was asked, where something was. */
  wait?: SettingWait;
}

/** Sets it, says what that means, and tells the other owners what holds. */
export async function change(
  ctx: BotContext,
  { setting, to, permit, wait }: Change,
  services: Services,
): Promise<void> {
  const { key, path } = setting;
  const before = await services.settings.given(path);
  const due = await remindersDue(services);
  const meanwhile =
    wait && before !== wait.seen ? await meanwhileLine(ctx, setting, before, services) : [];
  await changeSetting(setting, to, { permit, update: ctx.update.update_id }, services);
  const means = await consequencesOf(setting.key, due, ctx.speech, services);
  await showSetting(ctx, setting, services, [
    ctx.speech.html("setting-kept"),
    ...meanwhile,
    ...means,
  ]);
  const who = await name(ctx, ctx.person, services);
  const now = (await services.settings.all())[setting.key];
  await tellOwners(
    ctx.person,
    (speech) =>
      speech.html("setting-told", {
        ...{ who, name: nameOfSetting(key, speech), value: showValue(setting, now, speech) },
      }),
    services,
  );
}

/** Somebody else changed it between the question and the answer. */
async function meanwhileLine(
  ctx: BotContext,
  setting: Setting,
  before: SettingValue | undefined,
  services: Services,
): Promise<Html[]> {
  const last = await lastChange(ctx, setting.key, services);
  if (!last) return [];
  const value = showValue(setting, before ?? setting.standard, ctx.speech);
  return [ctx.speech.html("setting-meanwhile", { who: last.who, value })];
}
