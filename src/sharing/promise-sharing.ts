import type { Card } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import type { Html } from "../bot/html.ts";
import type { Services } from "../services.ts";
import { promisedCard } from "./sharing-card.ts";
import type { Sharing, SharingAnswers } from "./sharing.ts";
import { inviteNeighbours } from "./write-letters.ts";

/** Makes a session of what was promised, once, and invites those near by. */
export async function promiseSharing(ctx: BotContext, services: Services): Promise<Card | Html> {
  const { artisans, clock, sharingDrafts, sharings } = services;
  const draft = await sharingDrafts.read(ctx.person);
  const artisan = await artisans.byTelegram(ctx.person);
  if (!draft || !artisan || !isWhole(draft.answers)) return ctx.speech.html("ask-over");
  const { kecamatan } = artisan;
  const sharing = { ...draft.answers, id: draft.artisan, artisan: artisan.id, kecamatan };
  await sharings.add({ ...sharing, madeAt: clock.now() });
  const made = await sharings.byId(draft.artisan);
  if (!made) return ctx.speech.html("ask-over");
  await inviteNeighbours(made, artisan, services);
  await sharingDrafts.drop({ chat: ctx.person, version: ctx.fence });
  return promisedCard(ctx.speech, made);
}

type Whole = Pick<Sharing, keyof SharingAnswers>;

function isWhole(answers: SharingAnswers): answers is Whole {
  const { training, topic, craft, place, seats, date, time } = answers;
  return [training, topic, craft, place, seats, date, time].every((one) => one !== undefined);
}
