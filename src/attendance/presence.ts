import { localDate, showDate } from "../dates.ts";
import { inEveryLanguage } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import type { Mark } from "./mark.ts";
import { objectUntil, type Receipt } from "./receipt.ts";
import { packPress } from "../bot/callback-data.ts";

export type PresenceServices = Pick<
  Services,
  "artisans" | "clock" | "marks" | "notices" | "presenceReceipts" | "texts"
>;

type NewMark = Pick<Mark, "training" | "date" | "artisan" | "road" | "by" | "as" | "reason">;

/**
 * Keeps a proof of presence and sees to its one receipt: who came in by the code reads it in the
 * answer, whoever was marked by others gets a letter. Done again it sends nothing twice.
 */
export async function markPresence(
  given: NewMark,
  training: Training,
  services: PresenceServices,
): Promise<{ isFirst: boolean; receipt: Receipt }> {
  const { clock, marks, presenceReceipts } = services;
  const at = clock.now();
  const { reason, ...mark } = given;
  const added = await marks.add({ ...mark, at, ...(reason !== undefined && { reason }) });
  const receipt = await presenceReceipts.of({ ...mark, at });
  const isFirst = receipt.road === mark.road && receipt.by === mark.by;
  if (isFirst && mark.road !== "code") await sendReceipt(receipt, training, services);
  return { isFirst: added && isFirst, receipt };
}

/** Whoever has no Telegram is not called on the phone for it: the leader who ticks sees them. */
async function sendReceipt(
  receipt: Receipt,
  training: Training,
  services: PresenceServices,
): Promise<void> {
  const { artisans, clock, texts } = services;
  const [contact] = await artisans.contacts([receipt.artisan]);
  if (contact?.chat === undefined) return;
  const isToday = receipt.date === localDate(clock.now());
  await sendLetter(
    {
      ...{ id: `receipt:${receipt.handle}`, message: "presence-receipt", to: [receipt.artisan] },
      values: inEveryLanguage(texts, ({ language }) => ({
        training: training.title,
        when: showDate(receipt.date, language),
      })),
      buttons: [
        [{ label: "button-presence-wrong", press: packPress("receipt.wrong", receipt.handle) }],
      ],
      // To somebody who sits in the room; a mark that comes later can wait for the morning.
      urgency: isToday ? "anyTime" : "today",
      ...{ training: training.id, notAfter: objectUntil(receipt) },
    },
    services,
  );
}

/** Voids what counts of a person's day; answers how many marks. Done again it changes nothing. */
export async function voidPresence(
  { training, date, artisan }: Pick<Mark, "training" | "date" | "artisan">,
  { by, reason, onlyBy }: { by: number; reason: string; onlyBy?: number },
  { clock, marks }: Pick<Services, "clock" | "marks">,
): Promise<number> {
  const all = await marks.ofPerson(training, date, artisan);
  const counting = all.filter(
    (mark) => !mark.voided && (onlyBy === undefined || mark.by === onlyBy),
  );
  for (const { id } of counting) await marks.void(id, { at: clock.now(), by, reason });
  return counting.length;
}
