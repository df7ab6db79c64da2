import { instantOf, localDate, showDate } from "../dates.ts";
import { staffId } from "../notices/delivery.ts";
import { inEveryLanguage } from "../notices/letter.ts";
import { type NewLetter, sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import {
  ableLeaders,
  allCalls,
  type Call,
  type CallServices,
  isOffices,
  leadersNow,
} from "./call-list.ts";

export type TellSilentServices = CallServices & Pick<Services, "notices" | "texts">;

/**
 * Tells leaders, and in its time the office, how many of theirs nobody heard of: one line each for
 * a plan, and one a day for offers. How many, never who.
 */
export async function tellSilent(services: TellSilentServices): Promise<void> {
  const calls = await allCalls(services);
  if (!calls.length) return;
  const leaders = await leadersNow(services);
  const coordinators = await services.roles.holders("coordinator", services.clock.now());
  const today = localDate(services.clock.now());
  const lines = new Map<string, { to: Set<number>; calls: Call[] }>();
  for (const call of calls) {
    const isOffice = isOffices(call, leaders);
    const to = isOffice ? coordinators : ableLeaders(call, leaders);
    const id = lineId(call, isOffice ? "office" : (call.person.community ?? ""), today);
    const line = lines.get(id) ?? { to: new Set(), calls: [] };
    to.forEach((one) => line.to.add(one));
    line.calls.push(call);
    lines.set(id, line);
  }
  const known = await services.notices.known([...lines.keys()]);
  for (const [id, { to, calls: share }] of lines) {
    const [first] = share;
    // Where nobody holds the role there is nobody who knows: told when there is.
    if (!first || to.size === 0 || known.has(id)) continue;
    await sendLetter(lineOf(id, [...to], first.training, share.length, services), services);
  }
}

function lineId({ training, enrolment, asker }: Call, who: string, today: string): string {
  const plan = `${training.id}:${training.planVersion}`;
  if (enrolment.state === "offered") return `ask-offered:${plan}:${who}:${today}`;
  return `ask:${plan}:${who}:${asker}`;
}

function lineOf(
  id: string,
  to: readonly number[],
  training: Training,
  count: number,
  { texts }: TellSilentServices,
): NewLetter {
  const [first] = training.days;
  const [date, from] = [first?.date ?? "", first?.from ?? "00:00"];
  return {
    ...{ id, message: "silent-asked", to: to.map(staffId), urgency: "reminder" },
    values: inEveryLanguage(texts, ({ language }) => ({
      training: training.title,
      count: String(count),
      date: showDate(date, language),
    })),
    buttons: [[{ label: "button-call-list", press: "call.list:0" }]],
    ...{ training: training.id, planVersion: training.planVersion, ofThisPlan: true },
    notAfter: instantOf(date, from),
  };
}
