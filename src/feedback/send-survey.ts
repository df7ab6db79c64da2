import type { Card } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import type { Html } from "../bot/html.ts";
import type { Services } from "../services.ts";
import { rightOf } from "./quiz.ts";
import { type SurveyAnswers, testAnswers } from "./survey.ts";
import { surveyThanksCard, testResultLine } from "./survey-card.ts";

/** Keeps what was answered and thanks for it; sent twice it is kept once. */
export async function sendSurvey(ctx: BotContext, services: Services): Promise<Card | Html> {
  const { clock, surveyDrafts, surveys } = services;
  const draft = await surveyDrafts.read(ctx.person);
  const { form, training } = draft?.answers ?? {};
  if (!draft || !form || training === undefined) return ctx.speech.html("survey-gone");
  const { answers, artisan } = draft;
  await surveys.add({ form, training, artisan, answers, at: clock.now() });
  await surveyDrafts.drop({ chat: ctx.person, version: ctx.fence });
  return surveyThanksCard(ctx.speech, {
    form,
    training,
    ...(await resultOf(ctx, { artisan, answers }, services)),
  });
}

/** The own result, and after the training what it was before. */
async function resultOf(
  { speech }: BotContext,
  { artisan, answers }: { artisan: string; answers: SurveyAnswers },
  { surveys }: Services,
): Promise<{ result?: Html }> {
  const { form, training = "" } = answers;
  if (form !== "before" && form !== "after") return {};
  const quiz = await surveys.quizOf(training);
  if (!quiz) return {};
  const first = form === "after" ? await surveys.one("before", training, artisan) : undefined;
  const of = quiz.questions.length;
  const right = rightOf(quiz, testAnswers({ answers }));
  const before = first && rightOf(quiz, testAnswers(first));
  return { result: testResultLine(speech, { right, of, ...(before !== undefined && { before }) }) };
}
