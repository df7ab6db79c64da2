import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import { titleOf } from "../notices/content.ts";
import { DELIVERY_STATES } from "../notices/delivery.ts";
import type { Notice } from "../notices/notice.ts";
import { reportOf, type ReportRow } from "../notices/report.ts";
import type { Services } from "../services.ts";
import { type Bar, barChart } from "./chart.ts";
import { fileName } from "./file-name.ts";

const TITLE_SIGNS = 34;

/** How many of a notice came to which end, as a PNG; it names nobody. */
export async function chartOfNotice(
  notice: Notice,
  speech: Speech,
  services: Pick<Services, "clock" | "deliveries">,
): Promise<{ name: string; png: Buffer }> {
  const { rows, total } = await reportOf(notice, services);
  const today = localDate(services.clock.now());
  const png = await barChart(
    {
      title: speech.plain("report-chart", { title: drawn(titleOf(notice, TITLE_SIGNS)) }),
      note: speech.plain("report-chart-note", {
        total,
        date: showShortDate(today, speech.language),
      }),
    },
    barsOf(rows, speech),
  );
  return { name: fileName({ paper: "noticeChart", date: today, ending: "png" }), png };
}

function barsOf(rows: readonly ReportRow[], speech: Speech): Bar[] {
  const count = (is: (row: ReportRow) => boolean) => rows.filter(is).length;
  const bars = DELIVERY_STATES.flatMap((state) => {
    const value = count((row) => row.state === state);
    return value > 0 ? [{ label: speech.plain(`outcome-${state}`), value, state }] : [];
  });
  const read = { label: speech.plain("report-chart-read"), value: count((row) => !!row.readAt) };
  return [
    ...bars.flatMap(({ state, ...bar }) => (state === "sent" ? [bar, read] : [bar])),
    {
      label: speech.plain("report-chart-told"),
      value: count(({ carried }) => carried?.state === "told"),
    },
  ];
}

/** The font has letters, and no little pictures. */
const drawn = (title: string) => title.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Zs}+=<>|]/gu, "").trim();
