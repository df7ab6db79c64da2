import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import { shorten } from "../text.ts";
import { columnChart } from "./column-chart.ts";

export interface AttendanceFigures {
  training: string;
  /** Local dates, with how many were present and how many held a seat. */
  days: readonly { date: string; present: number; expected: number }[];
  asOf: Date;
}

/** How many came on each day, as text. */
export function attendanceText(speech: Speech, { training, days, asOf }: AttendanceFigures): Html {
  const lines = days.map(({ date, present, expected }) =>
    speech.html("chart-attendance-line", {
      ...{ date: showShortDate(date, speech.language), present, expected },
    }),
  );
  const date = showShortDate(localDate(asOf), speech.language);
  return joinHtml([speech.html("chart-attendance-head", { training, date }), ...lines]);
}

/** The same as a picture. */
export function attendancePicture(
  speech: Speech,
  { training, days, asOf }: AttendanceFigures,
): Promise<Buffer> {
  const date = showShortDate(localDate(asOf), speech.language);
  const picture = {
    title: speech.plain("chart-attendance"),
    note: speech.plain("chart-attendance-note", { training: shorten(training, 70), date }),
  };
  return columnChart(
    picture,
    days.map((day) => ({
      ...{ label: labelOf(day.date, speech), value: day.present, of: day.expected },
    })),
  );
}

/** "Jum" over "22 Agu". */
function labelOf(date: string, { language }: Speech): string {
  const [weekday, rest = ""] = showShortDate(date, language).split(", ");
  return `${weekday}\n${rest.split(" ").slice(0, 2).join(" ")}`;
}
