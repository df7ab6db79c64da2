import { addDays, localDate, showDate } from "../dates.ts";
import { inEveryLanguage } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import { instantOf } from "../dates.ts";
import { voidPresence } from "./presence.ts";
import type { Receipt } from "./receipt.ts";

type ObjectionServices = Pick<
  Services,
  "artisans" | "clock" | "marks" | "notices" | "presenceReceipts" | "texts" | "trainings"
>;

const TOLD_DAYS = 7;

/** Settles an objection, and tells its person. Done again it does what is left of it. */
export async function settleObjection(
  receipt: Receipt,
  { state, by, reason }: { state: "voided" | "kept"; by: number; reason: string },
  services: ObjectionServices,
): Promise<void> {
  const { clock, presenceReceipts, texts, trainings } = services;
  if (receipt.objection?.state !== "open") return;
  const training = await trainings.byId(receipt.training);
  if (state === "voided") await voidPresence(receipt, { by, reason }, services);
  const until = instantOf(addDays(localDate(clock.now()), TOLD_DAYS), "12:00");
  await sendLetter(
    {
      ...{ id: `settled:${receipt.handle}`, message: `presence-${state}` },
      ...{ to: [receipt.artisan], buttons: [], urgency: "today", notAfter: until },
      values: inEveryLanguage(texts, ({ language }) => ({
        training: training?.title ?? "",
        when: showDate(receipt.date, language),
        contact: training?.contact ?? "",
      })),
    },
    services,
  );
  await presenceReceipts.settle(receipt, { state, settledBy: by, settledAt: clock.now(), reason });
}
