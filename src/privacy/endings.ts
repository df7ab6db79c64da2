import type { Ending } from "../artisans/record-life-repository.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { eraseEverywhere, type EraseServices } from "./erase.ts";
import { daysAfter, daysBefore, monthsBefore, type Retention } from "./retention.ts";
import { tell, type TellServices } from "../bot/tell.ts";

type EndServices = EraseServices & TellServices & Pick<Services, "recordLife" | "texts">;

const PAGE = 50;

/** Erases those whose time to take it back is over. */
export async function eraseLeavers(
  services: EndServices,
  _figures: Retention,
  signal?: AbortSignal,
): Promise<void> {
  const due = await services.recordLife.toErase(services.clock.now(), PAGE);
  await eraseEach(due, "erased", services, signal);
}

/** Tells the person of a silent record when it will be erased, and how to keep it. */
export async function warnSilent(
  services: EndServices,
  { recordMonths, warnDays }: Retention,
  signal?: AbortSignal,
): Promise<void> {
  const { clock, log, recordLife, texts } = services;
  const now = clock.now();
  const since = daysAfter(monthsBefore(now, recordMonths), warnDays);
  for (const { id, chat, language } of await recordLife.toWarn(since, PAGE)) {
    if (signal?.aborted) return;
    if (!(await recordLife.markWarned(id, since, now))) continue;
    const card = warningCard(texts[language], daysAfter(now, warnDays));
    const told = chat !== undefined && (await tell(chat, card, services));
    if (!told) log.warn("silent record not warned", { artisan: id });
  }
}

/** Erases silent records that were warned long enough ago. */
export async function eraseSilent(
  services: EndServices,
  { recordMonths, warnDays }: Retention,
  signal?: AbortSignal,
): Promise<void> {
  const now = services.clock.now();
  const when = { since: monthsBefore(now, recordMonths), warnedBy: daysBefore(now, warnDays) };
  const due = await services.recordLife.silent(when, PAGE);
  await eraseEach(due, "erased-silent", services, signal);
}

async function eraseEach(
  due: readonly Ending[],
  word: "erased" | "erased-silent",
  services: EndServices,
  signal?: AbortSignal,
): Promise<void> {
  for (const { id, chat, language } of due) {
    if (signal?.aborted) return;
    const whom = { artisan: id, ...(chat !== undefined && { chat }) };
    const text = services.texts[language].html(word);
    await eraseEverywhere(whom, services, async () => {
      if (chat !== undefined) await tell(chat, { text }, services);
    });
    services.log.info("record erased");
  }
}

function warningCard(speech: Speech, eraseAt: Date): Card {
  const when = showDate(localDate(eraseAt), speech.language);
  return {
    text: speech.html("silent-warning", { when }),
    buttons: [[{ label: speech.plain("button-still-here"), press: packPress("still-here") }]],
  };
}
