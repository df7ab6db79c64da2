import { openSurveyTalk } from "../../scenes/index.ts";
import { note } from "../access/note.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { joinHtml } from "../bot/html.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import type { Task } from "../office/task.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { openSurvey } from "./open-survey.ts";
import { SURVEY_FORMS, type Survey } from "./survey.ts";
import { totalsCard } from "./survey-card.ts";
import { LEAST_ANSWERS, totalsOf } from "./totals.ts";

export const pressed = (ctx: BotContext) => readPress(ctx.callbackQuery?.data ?? "").args;

export async function openForm(ctx: BotContext, services: Services): Promise<void> {
  const [name = "", training = ""] = pressed(ctx);
  const form = SURVEY_FORMS.find((one) => one === name);
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (!form || !artisan) return ctx.toast(ctx.speech.plain("button-gone"));
  const opening = await openSurvey(form, training, artisan, services);
  if (opening.ok) await openSurveyTalk(ctx, artisan.id, opening.answers, services);
  else await ctx.show(ctx.speech.html(`survey-not-${opening.reason}`));
}

export async function showTotals(ctx: BotContext, { id, title }: Training, services: Services) {
  const { surveys } = services;
  const totals = totalsOf(await surveys.of(id), await surveys.quizOf(id));
  await ctx.replace(totalsCard(ctx.speech, title, totals, id));
}

/** Free words in no order that tells whose they are; none where so few answered. */
export async function showWords(
  ctx: BotContext,
  { id, title }: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const told = (await services.surveys.of(id)).filter(({ form }) => form === "feedback");
  const words = told
    .flatMap(({ answers }) => answers.comment ?? [])
    .sort((a, b) => a.localeCompare(b));
  if (told.length < LEAST_ANSWERS || !words.length)
    return ctx.toast(speech.plain("survey-words-none"));
  await note(permit, [], services);
  const page = pageOf(words, pressed(ctx)[1]);
  const lines = page.items.map((one) => speech.html("survey-words-line", { words: one }));
  await ctx.replace({
    text: joinHtml([speech.html("survey-words", { title }), ...lines], "\n\n"),
    buttons: turnRow(page, speech, "sv.words", id),
  });
}

/** Whoever asked for help with sharing, the longest waiting first. */
export async function showHelp(ctx: BotContext, permit: Permit, services: Services): Promise<void> {
  const { artisans, trainings } = services;
  const { speech } = ctx;
  const [first] = await othersAskingForHelp(ctx, services);
  const artisan = first && (await artisans.byId(first.artisan));
  if (!artisan) return ctx.replace(speech.html("survey-help-none"));
  await note(permit, [artisan.id], services);
  const training = await trainings.byId(first.training);
  await ctx.replace({
    text: speech.html("survey-help", {
      name: artisan.name,
      kecamatan: services.places.showKecamatan(artisan.kecamatan),
      training: training?.title ?? "",
    }),
    buttons: [
      [{ label: speech.plain("button-survey-helped"), press: packPress("sv.helped", artisan.id) }],
    ],
  });
}

async function othersAskingForHelp(ctx: BotContext, services: Services): Promise<Survey[]> {
  const own = (await services.artisans.byTelegram(ctx.person))?.id;
  return (await services.surveys.askingForHelp()).filter(({ artisan }) => artisan !== own);
}

export async function waitingForHelp(
  ctx: BotContext,
  { surveys }: Services,
): Promise<Survey | undefined> {
  const [artisan] = pressed(ctx);
  return (await surveys.askingForHelp()).find((one) => one.artisan === artisan);
}

/** The line of /tugas. */
export async function helpTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const { length } = await othersAskingForHelp(ctx, services);
  if (!length) return undefined;
  return {
    text: ctx.speech.html("survey-help-task", { count: length }),
    button: { label: ctx.speech.plain("button-survey-help"), press: packPress("sv.help") },
  };
}
