import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { showDate } from "../dates.ts";
import type { Training } from "../trainings/training.ts";
import type { Receipt } from "./receipt.ts";

/** To an artisan whose code opened the room: it is the receipt as well. */
export function enteredCard(
  speech: Speech,
  { isFirst, receipt, training }: { isFirst: boolean; receipt: Receipt; training: Training },
  name: string,
): Card {
  const when = showDate(receipt.date, speech.language);
  const key = isFirst ? "attend-entered" : "attend-entered-already";
  return {
    text: speech.html(key, { name, training: training.title, when }),
    buttons: [
      [
        {
          label: speech.plain("button-presence-wrong"),
          press: packPress("receipt.wrong", receipt.handle),
        },
      ],
    ],
  };
}
