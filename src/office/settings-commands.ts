import { Composer, InputFile, type MiddlewareFn } from "grammy";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, type Permit } from "../bot/gate.ts";
import { fetchFile } from "../bot/telegram-file.ts";
import type { Services } from "../services.ts";
import { EMBLEM_KEY, EMBLEM_LIMITS } from "./emblem.ts";
import { askEmblem, removeEmblem, showEmblem, takeEmblem } from "./emblem-talk.ts";
import { HOLIDAY_LIMITS } from "./holiday-sheet.ts";
import {
  askYear,
  dropSheet,
  saveSheet,
  showYear,
  takeHolidays,
  undoSheet,
  yearOfKey,
} from "./holiday-talk.ts";
import { type Setting, SETTING_GROUPS, settingOf } from "./setting-table.ts";
import { readSetting } from "./read-setting.ts";
import {
  askSetting,
  change,
  losesSomething,
  showGroup,
  showHome,
  showSetting,
  stopAsking,
  takeSetting,
} from "./settings-talk.ts";
import { sureCard } from "./settings-card.ts";

/** What is worked out in this update reads the calendar as it stands. */
export const freshCalendar =
  ({ calendar }: Services): MiddlewareFn<BotContext> =>
  async (_ctx, next) => {
    await calendar.refresh();
    await next();
  };

const pressed = (ctx: BotContext) => readPress(ctx.callbackQuery?.data ?? "").args;

type Handle = (ctx: BotContext, permit: Permit) => Promise<void>;

/** /pengaturan: what the office settles, for its owners. */
export function settingsCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const see = (handle: Handle) => allowed(services, "settings.show", handle);
  const may = (handle: Handle) => allowed(services, "settings.change", handle);
  /** The setting that the button names, if there is one. */
  const onSetting =
    (handle: (ctx: BotContext, one: Setting, permit: Permit) => Promise<void>) =>
    async (ctx: BotContext, permit: Permit) => {
      const setting = settingOf(pressed(ctx)[0]);
      if (setting) await handle(ctx, setting, permit);
    };

  composer.command(
    ["pengaturan", "settings"],
    see((ctx) => showHome(ctx, services)),
  );
  composer.callbackQuery(
    "set.home",
    see((ctx) => showHome(ctx, services)),
  );
  composer.callbackQuery(
    /^set\.group:/,
    see(async (ctx) => {
      const [wanted, page] = pressed(ctx);
      const group = SETTING_GROUPS.find((one) => one === wanted);
      if (group) await showGroup(ctx, group, page, services);
    }),
  );
  composer.callbackQuery(
    /^set\.show:/,
    see(async (ctx) => {
      if (pressed(ctx)[0] === EMBLEM_KEY) return showEmblem(ctx, services);
      const setting = settingOf(pressed(ctx)[0]);
      if (setting) await showSetting(ctx, setting, services);
    }),
  );
  composer.callbackQuery(
    /^set\.ask:/,
    may(onSetting((ctx, setting) => askSetting(ctx, setting, services))),
  );
  composer.callbackQuery(
    /^set\.cancel:/,
    may((ctx) => stopAsking(ctx, services)),
  );
  composer.callbackQuery(
    /^set\.turn:/,
    may(
      onSetting(async (ctx, setting, permit) => {
        if (setting.shape.kind !== "switch") return;
        await change(ctx, { setting, to: pressed(ctx)[1] === "on", permit }, services);
      }),
    ),
  );
  composer.callbackQuery(
    /^set\.standard:/,
    may(
      onSetting(async (ctx, setting, permit) => {
        if (setting.needed) return;
        if (await losesSomething(setting, undefined, services))
          return ctx.replace(sureCard(ctx.speech, setting, undefined));
        await change(ctx, { setting, to: undefined, permit }, services);
      }),
    ),
  );
  composer.callbackQuery(
    /^set\.sure:/,
    may(
      onSetting(async (ctx, setting, permit) => {
        const read = readSetting(pressed(ctx)[1] ?? "", setting);
        if (read.ok) await change(ctx, { setting, to: read.value, permit }, services);
      }),
    ),
  );
  composer.use(emblemCommands(services), holidayCommands(services));
  composer.on("message:text").filter(
    async (ctx) => (await asked(ctx, services)) !== undefined,
    may(async (ctx, permit) => {
      const wait = await asked(ctx, services);
      if (!wait || wait.key === EMBLEM_KEY) return askEmblem(ctx, services);
      const year = yearOfKey(wait.key);
      if (year === undefined) return takeSetting(ctx, { wait, permit }, services);
      await takeHolidays(ctx, { wait, year, permit }, services);
    }),
  );
  return composer;
}

/** What this person was asked to send; a command is no answer. */
async function asked(ctx: BotContext, { settingWaits }: Services) {
  if (ctx.message?.text?.startsWith("/")) return undefined;
  return settingWaits.read(ctx.person);
}

function emblemCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const may = (handle: Handle) => allowed(services, "settings.change", handle);
  composer.callbackQuery(
    "set.emblem",
    may((ctx) => askEmblem(ctx, services)),
  );
  composer.callbackQuery(
    "set.emblemOff",
    may((ctx, permit) => removeEmblem(ctx, permit, services)),
  );
  composer.callbackQuery(
    "set.emblemSee",
    allowed(services, "settings.show", async (ctx) => {
      const bytes = await services.emblem.original();
      if (bytes) await ctx.replyWithDocument(new InputFile(bytes, "lambang"));
    }),
  );
  composer.on(["message:photo", "message:document"]).filter(
    async (ctx) => (await asked(ctx, services))?.key === EMBLEM_KEY,
    may(async (ctx, permit) => {
      const { document, photo } = ctx.message ?? {};
      const file = document ?? photo?.at(-1);
      if (!file) return;
      const fetched = await fetchFile(ctx.api, file, EMBLEM_LIMITS.bytes);
      await takeEmblem(ctx, { fetched, permit }, services);
    }),
  );
  return composer;
}

function holidayCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const may = (handle: Handle) => allowed(services, "settings.change", handle);
  composer.callbackQuery(
    /^set\.year:/,
    allowed(services, "settings.show", (ctx) => showYear(ctx, pressed(ctx), services)),
  );
  composer.callbackQuery(
    /^set\.yearAsk:/,
    may((ctx) => askYear(ctx, pressed(ctx)[0] ?? "", services)),
  );
  composer.callbackQuery(
    /^set\.yearSave:/,
    may((ctx, permit) => saveSheet(ctx, { id: pressed(ctx)[0] ?? "", permit }, services)),
  );
  composer.callbackQuery(
    /^set\.yearUndo:/,
    may((ctx, permit) => undoSheet(ctx, { id: pressed(ctx)[0] ?? "", permit }, services)),
  );
  composer.callbackQuery(
    /^set\.yearDrop:/,
    may((ctx) => dropSheet(ctx, pressed(ctx)[0] ?? "", services)),
  );
  composer.on("message:document").filter(
    async (ctx) => yearOfKey((await asked(ctx, services))?.key) !== undefined,
    may(async (ctx, permit) => {
      const wait = await asked(ctx, services);
      const year = yearOfKey(wait?.key);
      const document = ctx.message?.document;
      if (!wait || year === undefined || !document) return;
      const fetched = await fetchFile(ctx.api, document, HOLIDAY_LIMITS.bytes);
      await takeHolidays(ctx, { wait, year, permit, fetched }, services);
    }),
  );
  return composer;
}
