import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Html } from "../bot/html.ts";
import type { Fetched } from "../bot/telegram-file.ts";
import { localDate, showShortDate } from "../dates.ts";
import { readSheet } from "../papers/spreadsheet.ts";
import type { Services } from "../services.ts";
import { readWord } from "../text.ts";
import { noteChange, tellOwners } from "./change-setting.ts";
import { countMoved, remindersDue } from "./consequences.ts";
import { byYear } from "./holiday.ts";
import { sheetCard, yearCard } from "./holiday-card.ts";
import { HOLIDAY_LIMITS, type HolidaySheet } from "./holiday-sheet.ts";
import { type RawRow, readHolidays, rowsOfLines } from "./read-holidays.ts";
import type { SettingWait } from "./setting-change.ts";
import { button } from "./settings-card.ts";
import { lastChange, name, stopAsking } from "./settings-talk.ts";

const keyOf = (year: string) => `holidays.${year}`;

/** The year whose list is asked for. */
export function yearOfKey(key: string | undefined): string | undefined {
  return /^holidays\.(\d{4})$/.exec(key ?? "")?.[1];
}

const isYear = (year: string | undefined): year is string => /^20\d\d$/.test(year ?? "");

/** The list of a year as it holds; this year's if none is named. */
export async function showYear(
  ctx: BotContext,
  [wanted, page]: readonly (string | undefined)[],
  services: Services,
  above: readonly Html[] = [],
): Promise<void> {
  const { calendar, clock, holidaySheets, settingChanges } = services;
  const year = isYear(wanted) ? wanted : localDate(clock.now()).slice(0, 4);
  const rows = byYear(calendar)[year] ?? { rows: [], ramadan: [] };
  const last = await settingChanges.latest(keyOf(year));
  const sheet = last && (await holidaySheets.byId(String(last.to ?? "")));
  const undo = sheet?.state === "saved" && mayUndo(sheet, clock.now()) ? sheet.id : undefined;
  const changed = await lastChange(ctx, keyOf(year), services);
  const shown = { rows, page, above, changed, ...(undo && { undo }) };
  await ctx.replace(yearCard(ctx.speech, year, shown));
}

const mayUndo = ({ at }: HolidaySheet, now: Date) =>
  now.getTime() - at.getTime() < HOLIDAY_LIMITS.undoMs;

export async function askYear(ctx: BotContext, year: string, services: Services): Promise<void> {
  if (!isYear(year)) return;
  await services.settingWaits.put(ctx.person, { key: keyOf(year), update: ctx.update.update_id });
  await ctx.conversation.exitAll();
  await ctx.replace({
    text: ctx.speech.html("ask-holidays", { year }),
    buttons: [[button(ctx.speech, "cancel", "set.cancel", keyOf(year))]],
  });
}

interface Sent {
  wait: SettingWait;
  year: string;
  permit: Permit;
  /** The file, if it was one. */
  fetched?: Fetched;
}

/** A list that was typed or sent: read, kept as a preview, and shown with what could not be read. */
export async function takeHolidays(ctx: BotContext, sent: Sent, services: Services): Promise<void> {
  const { wait, year, fetched } = sent;
  const typed = ctx.message?.text ?? "";
  if (readWord(typed) === "cancel") return stopAsking(ctx, services);
  if (wait.update === ctx.update.update_id) return askYear(ctx, year, services);
  const raw = fetched ? await rowsOfFile(fetched) : rowsOfLines(typed);
  if (typeof raw === "string") {
    const megabytes = String(HOLIDAY_LIMITS.bytes / 1_000_000);
    await ctx.show(ctx.speech.html(`holidays-file-${raw}`, { megabytes }));
    return;
  }
  const now = services.clock.now();
  const source = services.texts.id.plain("holidays-source", {
    date: showShortDate(localDate(now)),
  });
  const read = readHolidays(raw, year, source);
  const { rows, ramadan } = read;
  const id = `hol-${ctx.update.update_id}`;
  const kept = { id, by: ctx.person, year, state: "preview", at: now } as const;
  const sheet: HolidaySheet = { ...kept, rows: { rows, ramadan } };
  await services.holidaySheets.add(sheet);
  await ctx.show(sheetCard(ctx.speech, sheet, read));
}

/** The rows of a sheet, or why it cannot be read. */
async function rowsOfFile(fetched: Fetched): Promise<RawRow[] | "tooBig" | "notASheet"> {
  if (!fetched.ok) return fetched.reason === "tooBig" ? "tooBig" : "notASheet";
  const read = await readSheet(fetched.bytes, HOLIDAY_LIMITS);
  if (!read.ok)
    return read.reason === "tooBig" || read.reason === "tooMany" ? "tooBig" : "notASheet";
  return read.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

interface Pressed {
  id: string;
  permit: Permit;
}

/** Puts the list in the place of what was there; reminders move with it. */
export async function saveSheet(
  ctx: BotContext,
  { id, permit }: Pressed,
  services: Services,
): Promise<void> {
  const sheet = await services.holidaySheets.byId(id);
  if (!sheet) return ctx.replace(ctx.speech.html("holidays-gone"));
  const { year, rows, state } = sheet;
  if (state !== "preview") return showYear(ctx, [year], services);
  const before = (await services.settings.years())[year];
  const due = await remindersDue(services);
  await noteChange({ key: keyOf(year), to: id }, at(ctx, permit), services);
  await services.settings.putYear(year, rows);
  await services.holidaySheets.save(id, before);
  await services.settingWaits.clear(ctx.person);
  await holds(ctx, { year, due, key: "holidays-kept" }, services);
}

/** Takes it back: what stood there before holds again. */
export async function undoSheet(
  ctx: BotContext,
  { id, permit }: Pressed,
  services: Services,
): Promise<void> {
  const { clock, holidaySheets, settingChanges, settings } = services;
  const sheet = await holidaySheets.byId(id);
  if (!sheet) return ctx.replace(ctx.speech.html("holidays-gone"));
  const { year, before, state } = sheet;
  const latest = (await settingChanges.latest(keyOf(year)))?.to;
  if (state !== "saved" || !mayUndo(sheet, clock.now()) || latest !== id)
    return showYear(ctx, [year], services, [ctx.speech.html("holidays-undo-late")]);
  const due = await remindersDue(services);
  await noteChange({ key: keyOf(year), from: id }, at(ctx, permit), services);
  await settings.putYear(year, before);
  await holidaySheets.undo(id);
  await holds(ctx, { year, due, key: "holidays-undone" }, services);
}

export async function dropSheet(ctx: BotContext, id: string, services: Services): Promise<void> {
  await services.holidaySheets.drop(id);
  await stopAsking(ctx, services);
}

const at = (ctx: BotContext, permit: Permit) => ({ permit, update: ctx.update.update_id });

/** Shows what holds now and how many reminders moved, and tells the other owners. */
async function holds(
  ctx: BotContext,
  { year, due, key }: { year: string; due: Map<string, number>; key: string },
  services: Services,
): Promise<void> {
  await services.calendar.reread();
  const count = countMoved(due, await remindersDue(services));
  await showYear(ctx, [year], services, [
    ctx.speech.html(key, { year }),
    ...(count ? [ctx.speech.html("setting-after-reminders", { count })] : []),
  ]);
  const who = await name(ctx, ctx.person, services);
  const rows = (byYear(services.calendar)[year]?.rows ?? []).length;
  await tellOwners(
    ctx.person,
    (speech) => speech.html("holidays-told", { who, year, count: rows }),
    services,
  );
}
