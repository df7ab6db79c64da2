import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, permitNow, type Thing } from "../bot/gate.ts";
import { putAside } from "../bot/one-question.ts";
import { readWords } from "../communities/community.ts";
import { westernDigits } from "../text.ts";
import type { Services } from "../services.ts";
import { readHeads } from "./day.ts";
import { markPresence, voidPresence } from "./presence.ts";
import { settleObjection } from "./objections.ts";
import { type Roll, rollOf } from "./roll.ts";
import { rollCard } from "./roll-card.ts";
import { REASON, type Waiting } from "./waiting.ts";

/** Asks for words; whatever else waited for words of this person is put aside. */
export async function waitFor(
  ctx: BotContext,
  waiting: Omit<Waiting, "update">,
  services: Services,
): Promise<void> {
  await ctx.conversation.exitAll();
  await putAside(ctx.person, services);
  await services.attendanceWaits.put(ctx.person, { ...waiting, update: ctx.update.update_id });
  await ctx.replace(ctx.speech.html(`attend-ask-${waiting.step}`));
}

const ACTIONS: Record<Waiting["step"], Action> = {
  ...{ count: "room.run", settle: "room.run", late: "presence.late", void: "presence.void" },
  ...{ disputeVoid: "presence.settle", disputeKept: "presence.settle" },
};

/** What was typed, for the step that waits. The right is read anew: it may have ended meanwhile. */
export async function takeWaiting(
  ctx: BotContext,
  waiting: Waiting,
  services: Services,
): Promise<void> {
  const receipt = waiting.step.startsWith("dispute")
    ? await services.presenceReceipts.byHandle(waiting.about)
    : undefined;
  const artisan = receipt?.artisan ?? waiting.artisan;
  const thing: Thing = artisan === undefined ? {} : { artisans: [artisan] };
  const action = ACTIONS[waiting.step];
  const permit = await permitNow(ctx, action, thing, services);
  if (!permit) return void (await services.attendanceWaits.clear(ctx.person));
  const text = ctx.message?.text ?? "";
  const heads = waiting.step === "count" ? readHeads(westernDigits(text)) : undefined;
  const words = waiting.step === "count" ? undefined : readWords(text, REASON);
  if (words && !words.ok) {
    await ctx.show(ctx.speech.html(`own-words-${words.reason}`, REASON));
    return;
  }
  if (!words && heads === undefined) {
    await ctx.show(ctx.speech.html("attend-count-how"));
    return;
  }
  await note(permit, thing.artisans ?? [], services);
  if (receipt) {
    const state = waiting.step === "disputeVoid" ? "voided" : "kept";
    await settleObjection(receipt, { state, by: ctx.person, reason: words?.value ?? "" }, services);
    await services.attendanceWaits.clear(ctx.person);
    await ctx.show(ctx.speech.html(`attend-settled-${state}`));
    return;
  }
  const roll = await rollOf(await services.attendanceDays.byHandle(waiting.about), services);
  if (roll)
    await act(ctx, roll, waiting, { heads: heads ?? 0, reason: words?.value ?? "" }, services);
  await services.attendanceWaits.clear(ctx.person);
  const now =
    roll && (await rollOf(await services.attendanceDays.byHandle(waiting.about), services));
  if (!now) return;
  await ctx.show(rollCard(ctx.speech, now, { runs: true, isToday: false }));
}

async function act(
  { person: by }: BotContext,
  { day, training, present }: Roll,
  { step, artisan = "", road = "tick" }: Waiting,
  { heads, reason }: { heads: number; reason: string },
  services: Services,
): Promise<void> {
  const whose = { training: day.training, date: day.date, artisan };
  if (step === "count") await services.attendanceDays.count(day, heads, by);
  if (step === "void") await voidPresence(whose, { by, reason }, services);
  if (step === "late")
    await markPresence({ ...whose, road, by, as: "coordinator", reason }, training, services);
  if (step === "settle") {
    const settled = { by, at: services.clock.now(), reason, presences: present.size };
    await services.attendanceDays.settle(day, settled);
  }
}
