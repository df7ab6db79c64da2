import type { Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showCode } from "../codes.ts";
import type { Notice } from "../notices/notice.ts";
import { subjectLabel } from "../notices/notice-words.ts";
import { type Errand, errandState } from "./errand.ts";
import { type ErrandServices, noticeErrands } from "./errands.ts";
import { lineCard } from "./errand-card.ts";

const MOST_NAMED = 20;

/** Where everybody stands whom Telegram did not bring a notice: nobody is left out. */
export interface CarryReport {
  told: Errand[];
  /** Tried in vain. */
  notReached: Errand[];
  /** Nobody has answered for them yet. */
  waiting: Errand[];
  /** It concerns them no more. */
  moot: Errand[];
  /** Their data were erased since. */
  gone: number;
}

export async function carryReport(notice: Notice, services: ErrandServices): Promise<CarryReport> {
  const now = services.clock.now();
  const listed = await services.carriedDeliveries.ofNotice(notice.id);
  const report: CarryReport = { told: [], notReached: [], waiting: [], moot: [], gone: 0 };
  const errands = await noticeErrands(notice, services);
  for (const errand of errands) {
    const state = errandState(errand, now);
    if (state === "told" || state === "read") report.told.push(errand);
    else if (state === "moot") report.moot.push(errand);
    else report[errand.delivery.carried ? "notReached" : "waiting"].push(errand);
  }
  const people = new Set(listed.map(({ artisan }) => artisan));
  const known = new Set(errands.map(({ person }) => person.id));
  return { ...report, gone: people.size - known.size };
}

export function carryReportCard(speech: Speech, code: string, report: CarryReport): Card {
  const [first] = [...report.waiting, ...report.notReached, ...report.told, ...report.moot];
  const what = first?.subject ? subjectLabel(speech, first.subject) : "";
  const groups = (["waiting", "notReached", "told", "moot"] as const).map((group) =>
    groupText(speech, group, report[group]),
  );
  const gone = report.gone > 0 && speech.html("carry-report-gone", { count: report.gone });
  const title = speech.html("carry-report-title", { code: showCode(code), what });
  const parts = [title, ...groups, gone].filter((part): part is Html => Boolean(part));
  return lineCard(speech, joinHtml(parts, "\n\n"));
}

function groupText(
  speech: Speech,
  group: Exclude<keyof CarryReport, "gone">,
  errands: readonly Errand[],
): Html | undefined {
  if (!errands.length) return undefined;
  const named = errands.slice(0, MOST_NAMED).map(({ person }) => person.name);
  const names = named.join(", ");
  const more = errands.length - named.length;
  return joinHtml([
    speech.html(`carry-report-${group}`, { count: errands.length }),
    speech.html("carry-report-names", { names, more: String(more) }),
  ]);
}
