import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { showHours, showMoment, showTime } from "../dates.ts";
import { EMBLEM_KEY } from "./emblem.ts";
import {
  hoursOf,
  type Setting,
  SETTING_GROUPS,
  type SettingGroup,
  SETTINGS,
  type SettingValue,
  type SettingValues,
} from "./setting-table.ts";

export const button = (speech: Speech, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(`button-setting-${key}`),
  press: packPress(action, ...args),
});

const nameKey = (key: string) => key.replace(".", "-");
/** How a setting is called: "Nama dinas". */
export const nameOfSetting = (key: string, speech: Speech): string =>
  speech.plain(`setting-name-${nameKey(key)}`);

const unitOf = (key: string): string =>
  /(Months|Days|Hours)$/.exec(key)?.[1]?.toLowerCase() ?? "people";

/** A value as people read it; one that is empty is not settled. */
export function showValue(
  { key, shape }: Pick<Setting, "key" | "shape">,
  value: SettingValue,
  speech: Speech,
): string {
  if (value === "") return speech.plain("setting-none");
  switch (shape.kind) {
    case "switch":
      return speech.plain(value ? "setting-on" : "setting-off");
    case "percent":
      return `${value}%`;
    case "count":
      return speech.plain(`setting-unit-${unitOf(key)}`, { count: Number(value) });
    case "time":
      return showTime(String(value), speech.language);
    case "span": {
      const { from, until } = hoursOf(String(value));
      return showHours(from, until, speech.language);
    }
    default:
      return String(value);
  }
}

/** All groups, and how many are not settled. */
export function homeCard(speech: Speech, open: number): Card {
  const rows = SETTING_GROUPS.map((group) => [button(speech, group, "set.group", group, "0")]);
  return {
    text: joinHtml([
      speech.html("settings-home"),
      ...(open ? [speech.html("settings-open", { count: open })] : []),
    ]),
    buttons: [...rows, [button(speech, "holidays", "set.year", "")]],
  };
}

/** The settings of one group with what holds, a page at a time. */
export function groupCard(
  speech: Speech,
  group: SettingGroup,
  { values, hasEmblem, page }: { values: SettingValues; hasEmblem: boolean; page?: string },
): Card {
  const emblem = {
    ...{ key: EMBLEM_KEY, value: speech.plain(hasEmblem ? "emblem-there" : "setting-none") },
  };
  const rows = SETTINGS.filter((one) => one.group === group).map((one) => ({
    ...{ key: one.key, value: showValue(one, values[one.key], speech) },
  }));
  const shown = pageOf(group === "office" ? [...rows, emblem] : rows, page);
  const lines = shown.items.map(({ key, value }) =>
    speech.html("setting-line", { name: nameOfSetting(key, speech), value }),
  );
  return {
    text: joinHtml([speech.html(`settings-${group}`), ...lines]),
    buttons: [
      ...shown.items.map(({ key }) => [
        { label: shortLabel(nameOfSetting(key, speech)), press: packPress("set.show", key) },
      ]),
      ...turnRow(shown, speech, "set.group", group),
      [button(speech, "home", "set.home")],
    ],
  };
}

export interface Shown {
  value: SettingValue;
  /** Somebody set it; else the standard holds. */
  isSet: boolean;
  /** Who changed it last, and when. */
  changed?: { who: string; at: Date };
  /** What to say above it: that it is kept, and what that means. */
  above?: readonly Html[];
}

/** One setting: what it is for, what holds, what would hold without it, and who changed it. */
export function settingCard(speech: Speech, setting: Setting, shown: Shown): Card {
  const { key, group, standard, shape, needed } = setting;
  const { value, isSet, changed, above = [] } = shown;
  const said = (one: SettingValue) => showValue(setting, one, speech);
  const change: Button[] =
    shape.kind === "switch"
      ? [button(speech, value ? "turn-off" : "turn-on", "set.turn", key, value ? "off" : "on")]
      : [button(speech, "change", "set.ask", key)];
  const back = isSet && !needed ? [[button(speech, "standard", "set.standard", key)]] : [];
  return {
    text: joinHtml([
      ...above,
      speech.html("setting-title", { name: nameOfSetting(key, speech) }),
      speech.html(`setting-about-${nameKey(key)}`),
      speech.html("setting-now", { value: said(value) }),
      ...(needed ? [] : [speech.html("setting-standard", { value: said(standard) })]),
      changedLine(speech, changed),
    ]),
    buttons: [change, ...back, [button(speech, "back", "set.group", group, "0")]],
  };
}

/** Who changed it and when. */
export function changedLine(speech: Speech, changed: Shown["changed"]): Html {
  return changed
    ? speech.html("setting-changed", {
        ...{ who: changed.who, at: showMoment(changed.at, speech.language) },
      })
    : speech.html("setting-unchanged");
}

/** A question for what cannot be taken back. */
export function sureCard(speech: Speech, setting: Setting, to: SettingValue | undefined): Card {
  const value = showValue(setting, to ?? setting.standard, speech);
  const name = nameOfSetting(setting.key, speech);
  return {
    text: speech.html("setting-sure", { name, value }),
    buttons: [
      [button(speech, "sure", "set.sure", setting.key, String(to ?? setting.standard))],
      [button(speech, "no", "set.show", setting.key)],
    ],
  };
}

/** The question for a new value. */
export function askCard(speech: Speech, { key, shape }: Setting): Card {
  const bounds =
    "least" in shape
      ? {
          ...{ least: boundOf(shape.least), most: boundOf(shape.most) },
        }
      : { least: "", most: "most" in shape ? String(shape.most) : "" };
  const values = { name: nameOfSetting(key, speech), ...bounds };
  return {
    text: joinHtml([
      speech.html(`ask-setting-${shape.kind}`, values),
      ...(key === "certificate.number" ? [speech.html("setting-about-certificate-number")] : []),
    ]),
    buttons: [[button(speech, "cancel", "set.cancel", key)]],
  };
}

/** "17.00" of a time; a number as it is. */
export const boundOf = (bound: string | number): string => String(bound).replace(":", ".");
