import { note } from "../access/note.ts";
import { readWords } from "../artisans/read-words.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { putAside } from "../bot/one-question.ts";
import { pageOf } from "../bot/pages.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { type ChoiceKind, REASON } from "./choice.ts";
import { selectionOf } from "./candidates.ts";
import { type Chosen, pick, skip } from "./choose.ts";
import {
  candidateCard,
  offeredCard,
  offeredPersonCard,
  sheetCard,
  type SheetEnv,
} from "./sheet-card.ts";

interface Which {
  training: Training;
  artisan: Artisan;
}

interface Asking {
  permit: Permit;
  page: string | undefined;
}

async function envOf({ speech }: BotContext, services: Services): Promise<SheetEnv> {
  const all = await services.communities.all();
  const communities = new Map(all.map(({ id, name }) => [id, name]));
  return { speech, places: services.places, communities };
}

/** A page of the sheet, after the line of the audit. */
export async function showSheet(
  ctx: BotContext,
  training: Training,
  { permit, page }: Asking,
  services: Services,
): Promise<void> {
  const selection = await selectionOf(training, services);
  await note(
    permit,
    pageOf(selection.order, page).items.map(({ id }) => id),
    services,
  );
  await ctx.replace(sheetCard(await envOf(ctx, services), selection, page));
}

/** Who was offered a seat and has not answered. */
export async function showOffered(
  ctx: BotContext,
  training: Training,
  { permit, page }: Asking,
  services: Services,
): Promise<void> {
  const offered = await services.enrolments.of(training.id, ["offered"]);
  const people = await services.enrolledPeople.byIds(offered.map(({ artisan }) => artisan));
  const shown = [...people.values()].sort((a, b) => a.name.localeCompare(b.name, "id"));
  await note(
    permit,
    pageOf(shown, page).items.map(({ id }) => id),
    services,
  );
  await ctx.replace(offeredCard(await envOf(ctx, services), training, shown, page));
}

/** One person of the sheet. */
export async function showPerson(
  ctx: BotContext,
  { training, artisan }: Which,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [artisan.id], services);
  const selection = await selectionOf(training, services);
  const place = selection.order.findIndex(({ id }) => id === artisan.id);
  const one = selection.order[place];
  if (one) return ctx.replace(candidateCard(await envOf(ctx, services), selection, one, place + 1));
  const enrolment = await services.enrolments.one(training.id, artisan.id);
  if (enrolment?.state === "offered")
    return ctx.replace(offeredPersonCard(ctx.speech, training, artisan));
  await answer(ctx, { training, artisan }, { is: "gone" });
}

/** Picks the next at once; for anybody else the reason is asked first. */
export async function pickNow(
  ctx: BotContext,
  found: Which,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [found.artisan.id], services);
  const wish = { training: found.training.id, artisan: found.artisan.id, by: ctx.person };
  const chosen = await pick(wish, services);
  if (chosen.is === "needsReason") return askReason(ctx, found, "jump", services, chosen.before);
  await answer(ctx, found, chosen);
}

/** One question, answered by the next thing that is typed. */
export async function askReason(
  ctx: BotContext,
  { training, artisan }: Which,
  kind: ChoiceKind,
  services: Services,
  before = 0,
): Promise<void> {
  await putAside(ctx.person, services);
  const asked = { training: training.id, artisan: artisan.id, kind };
  await services.choices.ask(ctx.person, { ...asked, update: ctx.update.update_id });
  const values = { name: artisan.name, before: String(before) };
  await ctx.replace(ctx.speech.html(`ask-reason-${kind}`, values));
}

/** Reads the reason; one that is too short or too long is asked again, and nothing is done. */
export async function takeReason(
  ctx: BotContext,
  { kind, update, ...found }: Which & { kind: ChoiceKind; update: number },
  permit: Permit,
  services: Services,
): Promise<void> {
  if (update === ctx.update.update_id) return;
  const read = readWords(ctx.message?.text ?? "", REASON);
  if (!read.ok) {
    await ctx.show(ctx.speech.html(`reason-${read.reason}`, REASON));
    return;
  }
  await note(permit, [found.artisan.id], services);
  const wish = {
    ...{ training: found.training.id, artisan: found.artisan.id, by: ctx.person },
    reason: read.value,
  };
  const chosen = await (kind === "skip" ? skip(wish, services) : pick(wish, services));
  await services.choices.stopAsking(ctx.person);
  await answer(ctx, found, chosen, read.value);
}

/** What was chosen, with the reason as it will be read, and the way back to the sheet. */
async function answer(
  ctx: BotContext,
  { training, artisan }: Which,
  chosen: Chosen,
  reason?: string,
): Promise<void> {
  const { speech } = ctx;
  const number = chosen.is === "waiting" ? String(chosen.number) : "";
  const text = speech.html(`chosen-${chosen.is}`, {
    ...{ name: artisan.name, title: training.title, number },
    reason: reason ?? speech.plain("chosen-in-order"),
  });
  const press = packPress("choose.sheet", training.id, "0");
  await ctx.replace({ text, buttons: [[{ label: speech.plain("button-sheet-back"), press }]] });
}
