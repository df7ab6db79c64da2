import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { tell, type TellServices } from "../bot/tell.ts";
import type { Services } from "../services.ts";

const PAGE = 50;

export type NudgeServices = TellServices & Pick<Services, "members" | "texts">;

/** Sends the nudges that leaders and coordinators asked for. To be called in open hours. */
export async function sendNudges(services: NudgeServices, now: Date): Promise<void> {
  const { members, texts } = services;
  for (const { id, telegram, language } of await members.nudgesDue(now, PAGE)) {
    if (telegram === undefined || !(await members.takeSending(id))) continue;
    await tell(telegram, nudgeCard(texts[language]), services);
  }
}

/** The nudge itself. */
function nudgeCard(speech: Speech): Card {
  return {
    text: speech.html("nudge"),
    buttons: [
      [{ label: speech.plain("button-still-right"), press: packPress("still-right") }],
      [{ label: speech.plain("button-change"), press: packPress("change") }],
    ],
  };
}
