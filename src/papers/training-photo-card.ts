import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { localDate, showDate, showShortDate } from "../dates.ts";
import type { Training } from "../trainings/training.ts";
import type { TrainingPhoto } from "./training-photo.ts";

const button = (speech: Speech, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(key),
  press: packPress(action, ...args),
});

/** Of which day the photos are; there are none of days to come. */
export function photoDaysCard(
  speech: Speech,
  { id, title, days }: Training,
  { now, photos, page }: { now: Date; photos: readonly TrainingPhoto[]; page: unknown },
): Card {
  const today = localDate(now);
  const begun = days.flatMap(({ date }, at) => (date <= today ? [{ date, number: at + 1 }] : []));
  const shown = pageOf(begun, page);
  const count = (of: string) => photos.filter(({ date }) => date === of).length;
  return {
    text: speech.html(begun.length ? "photo-which-day" : "photo-no-day", {
      title,
      count: photos.length,
    }),
    buttons: [
      ...shown.items.map(({ date, number }): Button[] => [
        {
          label: shortLabel(`${showShortDate(date, speech.language)} (${count(date)})`),
          press: packPress("foto.day", id, String(number)),
        },
      ]),
      ...turnRow(shown, speech, "foto.open", id),
      [button(speech, "button-photo-back", "manage.open", id)],
    ],
  };
}

/** Photos of this day may come now; the latest of one's own can be taken back. */
export function photoDayCard(
  speech: Speech,
  { id }: Pick<Training, "id">,
  { number, date, count, own }: { number: number; date: string; count: number; own: boolean },
): Card {
  return {
    text: speech.html("photo-day", { date: showDate(date, speech.language), count }),
    buttons: [
      ...(own ? [[button(speech, "button-photo-undo", "foto.undo", id, String(number))]] : []),
      [button(speech, "button-photo-days", "foto.open", id, "0")],
      [button(speech, "button-photo-done", "foto.done", id)],
    ],
  };
}
