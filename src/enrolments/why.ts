import { localDate, showShortDate } from "../dates.ts";
import type { Card } from "../bot/card.ts";
import { packPress } from "../bot/callback-data.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import type { Training } from "../trainings/training.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";

type WhyServices = Pick<EnrolmentServices, "choices" | "enrolments" | "trainings">;

/** How many trainings a leader reads of at once. */
const MOST = 3;

/** "Mengapa saya belum terpilih?": the order, and the reasons that concern this person. */
export async function whyCard(
  speech: Speech,
  training: Training,
  artisan: string,
  services: WhyServices,
): Promise<Card> {
  const lines = await reasonLines(speech, training, artisan, services);
  return {
    text: joinHtml([speech.html("why-order", { title: training.title }), joinHtml(lines)], "\n\n"),
    buttons: [
      [{ label: speech.plain("training-see"), press: packPress("training.open", training.id) }],
    ],
  };
}

/** The same about somebody else, over the trainings for which they were not chosen (yet). */
export async function whyOfCard(
  speech: Speech,
  { id, name }: { id: string; name: string },
  services: WhyServices,
): Promise<Card> {
  const open = (await services.enrolments.ofArtisan(id)).filter(({ state }) =>
    ["interested", "notChosen", "waiting"].includes(state),
  );
  const latest = [...open].sort((a, b) => b.since.getTime() - a.since.getTime()).slice(0, MOST);
  const parts: Html[] = [];
  for (const { training: of } of latest) {
    const training = await services.trainings.byId(of);
    if (!training) continue;
    const lines = await reasonLines(speech, training, id, services);
    parts.push(joinHtml([speech.html("why-of-training", { title: training.title }), ...lines]));
  }
  if (!parts.length) return { text: speech.html("why-of-none", { name }) };
  return { text: joinHtml([speech.html("why-of", { name }), ...parts], "\n\n") };
}

async function reasonLines(
  speech: Speech,
  { id }: Training,
  artisan: string,
  { choices }: WhyServices,
): Promise<Html[]> {
  const about = await choices.about(id, artisan);
  if (!about.length) return [speech.html("why-no-reason")];
  return about.map(({ artisan: whom, at, reason }) =>
    speech.html(whom === artisan ? "why-skipped" : "why-jumped", {
      date: showShortDate(localDate(at), speech.language),
      reason,
    }),
  );
}
