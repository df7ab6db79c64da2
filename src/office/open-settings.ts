import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { EMBLEM_KEY } from "./emblem.ts";
import { byYear } from "./holiday.ts";
import { mayRegisterPeople } from "./settings.ts";
import type { SettingKey, SettingValues } from "./setting-table.ts";

/** What the office has not settled yet. */
export interface OpenSetting {
  key: SettingKey | typeof EMBLEM_KEY | `holidays.${string}`;
  /** Until it is settled real people cannot register. */
  blocks: boolean;
}

/** What papers and texts have a place for. */
const WANTED = [
  ...(["privacy.contact", "privacy.dataPlace", "privacy.authority"] as const),
  ...(["office.address", "office.contact", "signer.name", "signer.position"] as const),
  ...(["signer.nip", "certificate.number"] as const),
] as const;

interface Facts {
  hasEmblem: boolean;
  /** Years of which the calendar has rows, and those with the days of Ramadan. */
  years: readonly string[];
  ramadanYears: readonly string[];
  /** The local date. */
  today: string;
}

/** Everything that still waits for the office, what keeps registration closed first. */
export async function openSettings({
  calendar,
  clock,
  emblem,
  settings,
}: Pick<Services, "calendar" | "clock" | "emblem" | "settings">): Promise<OpenSetting[]> {
  await calendar.refresh();
  const years = Object.entries(byYear(calendar));
  return openAmong(await settings.all(), {
    hasEmblem: await emblem.isThere(),
    years: years.filter(([, { rows }]) => rows.length > 0).map(([year]) => year),
    ramadanYears: years.filter(([, { ramadan }]) => ramadan.length > 0).map(([year]) => year),
    today: localDate(clock.now()),
  });
}

function openAmong(values: SettingValues, facts: Facts): OpenSetting[] {
  const { hasEmblem, years, ramadanYears, today } = facts;
  const closed = !mayRegisterPeople({
    privacyContact: values["privacy.contact"],
    dataPlace: values["privacy.dataPlace"],
  });
  const words = WANTED.filter((key) => values[key] === "").map((key) => ({
    ...{ key, blocks: closed && (key === "privacy.contact" || key === "privacy.dataPlace") },
  }));
  const lacking = yearsWanted(today).filter(
    (year) => !years.includes(year) || !ramadanYears.includes(year),
  );
  return [
    ...words,
    ...(hasEmblem ? [] : [{ key: EMBLEM_KEY, blocks: false } as const]),
    ...lacking.map((year) => ({ key: `holidays.${year}` as const, blocks: false })),
  ];
}

/** This year, and from 1 December on the next as well. */
function yearsWanted(today: string): string[] {
  const year = today.slice(0, 4);
  return today.slice(5) >= "12-01" ? [year, String(Number(year) + 1)] : [year];
}
