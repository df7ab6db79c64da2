import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import type { SurveyForm } from "./survey.ts";
import { RATINGS } from "./survey.ts";
import type { Totals } from "./totals.ts";

/** The way into a form, wherever it is offered. */
export function surveyButton(speech: Speech, form: SurveyForm, training: string): Button {
  return { label: speech.plain(`button-survey-${form}`), press: surveyPress(form, training) };
}

export const surveyPress = (form: SurveyForm, training: string) =>
  packPress("sv.open", form, training);

/** What follows a form: thanks, the own result of a test, and what is left to answer. */
export function surveyThanksCard(
  speech: Speech,
  { form, training, result }: { form: SurveyForm; training: string; result?: Html },
): Card {
  const text = speech.html(`survey-thanks-${form}`);
  const next: Partial<Record<SurveyForm, SurveyForm>> = { feedback: "after" };
  const follows = next[form];
  return {
    text: joinHtml(result ? [text, result] : [text], "\n\n"),
    buttons: follows ? [[surveyButton(speech, follows, training)]] : [],
  };
}

export function testResultLine(
  speech: Speech,
  { right, of, before }: { right: number; of: number; before?: number },
): Html {
  const values = { right: String(right), of: String(of) };
  return before === undefined
    ? speech.html("survey-result", values)
    : speech.html("survey-result-both", { ...values, before: String(before) });
}

/** What the office sees of all answers together. */
export function totalsCard(speech: Speech, title: string, totals: Totals, training: string): Card {
  const { count, means, tests } = totals;
  const lines = [
    speech.html("survey-totals", { title, count: String(count) }),
    ...(means
      ? RATINGS.map((rating) =>
          speech.html("survey-totals-line", {
            label: speech.plain(`field-rate-${rating}`),
            mean: oneDecimal(means[rating], speech),
          }),
        )
      : [speech.html("survey-totals-few")]),
    ...(tests
      ? [
          speech.html("survey-totals-tests", {
            count: String(tests.count),
            before: percent(tests.before),
            after: percent(tests.after),
          }),
        ]
      : []),
  ];
  return {
    text: joinHtml(lines),
    ...(means && {
      buttons: [
        [
          {
            label: speech.plain("button-survey-words"),
            press: packPress("sv.words", training, "0"),
          },
        ],
      ],
    }),
  };
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** "4,3" in Indonesian. */
function oneDecimal(mean: number, { language }: Speech): string {
  const shown = mean.toFixed(1);
  return language === "id" ? shown.replace(".", ",") : shown;
}
