import { tell, type TellServices } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import { nudgeCard } from "./member-card.ts";

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
