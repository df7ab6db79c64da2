import { Composer } from "grammy";
import { isTalking } from "../../scenes/index.ts";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";
import { continueCard } from "./continue-card.ts";

/** Whatever nobody took gets a line that names the next step. */
export function unhandled(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("edited_message", async (ctx) => {
    await ctx.show(ctx.speech.html("edit-not-taken"));
  });
  composer.on("callback_query:data", async (ctx) => {
    await ctx.toast(ctx.speech.plain("button-gone"));
    if (ctx.callbackQuery.data.startsWith("ask:")) await offerToContinue(ctx, services);
  });
  composer.on("message", async (ctx) => {
    const unknown = ctx.message.text?.startsWith("/") ? "command-unknown" : "not-understood";
    if (!(await offerToContinue(ctx, services))) await ctx.show(ctx.speech.html(unknown));
  });
  return composer;
}

/** A form whose dialogue was lost (a new version, a restart) is still there in the draft. */
async function offerToContinue(ctx: BotContext, services: Services): Promise<boolean> {
  if (isTalking(ctx)) return false;
  const press = (await recordForm(ctx, services)) ?? (await trainingForm(ctx, services));
  if (press) await ctx.show(continueCard(ctx.speech, ...press));
  return press !== undefined;
}

type Press = Parameters<typeof continueCard> extends [unknown, ...infer Args] ? Args : never;

/** What opens the form that is left of somebody's record, or of a training itself. */
async function recordForm(ctx: BotContext, services: Services): Promise<Press | undefined> {
  const { behalfDrafts, changes, corrections, drafts, trainingDrafts } = services;
  const open = [
    ["register", drafts],
    ["resume", changes],
    ["behalf", behalfDrafts],
    ["correct", corrections],
    ["manage.resume", trainingDrafts],
  ] as const;
  for (const [action, kept] of open) if (await kept.read(ctx.person)) return [action];
  return undefined;
}

/** The same of a form about a training; its own button opens it, so that it is open to whom it was. */
async function trainingForm(
  { person }: BotContext,
  { quizDrafts, sharedDrafts, sharingDrafts, surveyDrafts }: Services,
): Promise<Press | undefined> {
  const survey = (await surveyDrafts.read(person))?.answers;
  if (survey?.form && survey.training) return ["sv.open", survey.form, survey.training];
  const quiz = (await quizDrafts.read(person))?.answers;
  if (quiz?.training) return ["sv.quiz", quiz.training];
  const sharing = (await sharingDrafts.read(person))?.answers;
  if (sharing?.training) return ["shr.plan", sharing.training];
  const shared = (await sharedDrafts.read(person))?.answers;
  return shared?.session ? ["shr.tell", shared.session] : undefined;
}
