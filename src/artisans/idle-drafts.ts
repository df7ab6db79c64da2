import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { daysAfter, hoursBefore, RETENTION, type Retention } from "../privacy/retention.ts";
import { tell, type TellServices } from "../bot/tell.ts";
import type { Services } from "../services.ts";

export type IdleServices = TellServices & Pick<Services, "idleDrafts" | "people" | "texts">;

const PAGE = 50;

/** Reminds once of a registration that nobody went on with for a day. */
export async function nudgeDrafts(
  services: IdleServices,
  { nudgeHours }: Retention,
  signal?: AbortSignal,
): Promise<void> {
  const { clock, idleDrafts } = services;
  const now = clock.now();
  // A draft runs out so many days after its last answer.
  const runsOutBy = daysAfter(hoursBefore(now, nudgeHours), RETENTION.draftDays);
  for (const { id, kind, chat } of await idleDrafts.toNudge({ now, runsOutBy }, PAGE)) {
    if (signal?.aborted) return;
    const mine = await idleDrafts.markNudged(id, runsOutBy, now);
    if (mine && kind === "draft") await say(chat, "draft-nudge", "button-continue", services);
  }
}

/** Drops what ran out, and says so. Of a talk about changes nothing is lost, so nothing is said. */
export async function dropDrafts(
  services: IdleServices,
  _figures: Retention,
  signal?: AbortSignal,
): Promise<void> {
  const { clock, idleDrafts } = services;
  for (const { id, kind, chat } of await idleDrafts.runOut(clock.now(), PAGE)) {
    if (signal?.aborted) return;
    const mine = await idleDrafts.drop(id, clock.now());
    if (mine && kind === "draft") await say(chat, "draft-dropped", "button-register", services);
  }
}

async function say(
  chat: number,
  text: "draft-nudge" | "draft-dropped",
  button: "button-continue" | "button-register",
  services: IdleServices,
): Promise<void> {
  const speech = services.texts[(await services.people.languageOf(chat)) ?? "id"];
  await tell(chat, registerCard(speech, text, button), services);
}

function registerCard(speech: Speech, text: string, button: string): Card {
  return {
    text: speech.html(text),
    buttons: [[{ label: speech.plain(button), press: packPress("register") }]],
  };
}
