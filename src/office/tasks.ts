import { standingOf } from "../access/standing.ts";
import type { Card } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, permitOf } from "../bot/gate.ts";
import { joinHtml } from "../bot/html.ts";
import { callTask } from "../answers/answer-talk.ts";
import { checkTask } from "../communities/check-talk.ts";
import { dayTask, disputeTask } from "../attendance/dispute-task.ts";
import { listTask, selectionTask } from "../enrolments/selection-task.ts";
import { doubleTask } from "../doubles/pair-talk.ts";
import { helpTask } from "../feedback/feedback-talk.ts";
import type { Services } from "../services.ts";
import { sharingTask } from "../sharing/sharing-talk.ts";
import type { Task } from "./task.ts";

type Source = (ctx: BotContext, services: Services) => Promise<Task | undefined>;

/** To add a line: what its person must be allowed, and a function that answers it, if any. */
const SOURCES: [action: Action, source: Source][] = [
  ["record.check", checkTask],
  ["doubles.list", doubleTask],
  ["presence.settle", disputeTask],
  ["room.run", dayTask],
  ["enrolment.sheet", selectionTask],
  ["enrolment.sheet", listTask],
  ["feedback.help", helpTask],
  ["sharing.reach", sharingTask],
  ["answer.list", callTask],
];

/** All that waits for this person, each with its button. */
export async function tasksCard(ctx: BotContext, services: Services): Promise<Card> {
  const standing = await standingOf(ctx.person, services);
  const mine = SOURCES.filter(([action]) => permitOf(standing, action, undefined, "private"));
  const found = await Promise.all(mine.map(([, source]) => source(ctx, services)));
  const tasks = found.filter((task) => task !== undefined);
  if (!tasks.length) return { text: ctx.speech.html("tasks-none") };
  return {
    text: joinHtml(
      tasks.map(({ text }) => text),
      "\n\n",
    ),
    buttons: tasks.map(({ button }) => [button]),
  };
}
