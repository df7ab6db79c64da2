import type { Speech } from "../bot/language.ts";
import { crash } from "../crash.ts";
import { inEveryLanguage, type Letter } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Services } from "../services.ts";
import { SEATED } from "../trainings/enrolment.ts";
import type { Training } from "../trainings/training.ts";
import { differences } from "./differences.ts";
import { type PlanChange, planOf, worthTelling } from "./plan.ts";
import { changeId, entryId, type PlanEntry } from "./plan-entry.ts";
import { type Manner, showDifferences } from "./show-plan.ts";

export type ChangeServices = Pick<
  Services,
  "clock" | "enrolments" | "notices" | "plans" | "settings" | "texts" | "trainings"
>;

/** What a coordinator wants changed, and the plan it was seen against. */
export interface Wish {
  training: string;
  version: number;
  /** The same at every try, another for every wish. */
  handle: string;
  change: PlanChange;
  by: number;
  night?: string;
}

export type ChangeOutcome =
  | { ok: true; count: number; training: Training }
  /** nothing: all is as it was. overtaken: somebody else changed it first. */
  | { ok: false; reason: "nothing" | "overtaken" | "unknown"; training?: Training };

/**
 * Changes a published plan, and tells all who had been told. What is to be told is kept before the
 * plan's number rises; a crash at any point is mended by the next try or by `mendChanges`.
 */
export async function changePlan(wish: Wish, services: ChangeServices): Promise<ChangeOutcome> {
  const { plans, trainings } = services;
  const training = await trainings.byId(wish.training);
  if (!training) return { ok: false, reason: "unknown" };
  const id = entryId(wish.training, wish.version + 1, wish.handle);
  if (training.planEntry !== id) {
    if (training.planVersion !== wish.version) return { ok: false, reason: "overtaken", training };
    const before = planOf(training);
    if (!differences(before, { ...before, ...wish.change }).length)
      return { ok: false, reason: "nothing", training };
    // Else a change whose letter is not written would be lost behind this one.
    await mendChanges(services, training.id);
    await plans.begin(await entryOf(wish, training, services));
    crash("change-begun");
    await trainings.changePlan(
      training.id,
      wish.version,
      { ...wish.change, planEntry: id },
      services.clock.now(),
    );
    crash("change-made");
  }
  return finish(id, training.id, services);
}

async function finish(id: string, training: string, services: ChangeServices) {
  const now = await services.trainings.byId(training);
  if (!now) return { ok: false, reason: "unknown" } as const;
  if (now.planEntry !== id) {
    await services.plans.drop(id);
    return { ok: false, reason: "overtaken", training: now } as const;
  }
  await mendChanges(services, training);
  const letter = await services.notices.byId(changeId(training, now.planVersion));
  return { ok: true, count: letter?.to?.length ?? 0, training: now } as const;
}

async function entryOf(wish: Wish, training: Training, services: ChangeServices) {
  const before = planOf(training);
  const after = { ...before, ...wish.change };
  const at = services.clock.now();
  return {
    id: entryId(training.id, wish.version + 1, wish.handle),
    ...{ training: training.id, version: wish.version + 1, before, after, by: wish.by, at },
    ...(wish.night !== undefined && { night: wish.night }),
    told: await toldOf(training, services),
    state: "begun",
    notAfter: worthTelling(before, after, at),
  } satisfies PlanEntry;
}

/** Who has been told of the training's plan: who holds a seat, was offered one, or waits for one. */
export async function toldOf(
  { id, seatHolders }: Training,
  { enrolments }: Pick<Services, "enrolments">,
  before?: Date,
): Promise<string[]> {
  const found = await enrolments.of(id, [...SEATED, "waiting"]);
  const early = found.filter(({ since }) => before === undefined || since <= before);
  const ids = early.map(({ artisan }) => artisan);
  const holders = before === undefined ? seatHolders : [];
  // An erased person's seat stays under a sign that leads to nobody.
  return [...new Set([...holders, ...ids])].filter((one) => !one.startsWith("gone-")).sort();
}

/** A begun change that nobody takes up any more. */
const FORGOTTEN_MS = 10 * 60_000;

/** Writes every letter that a crash left unwritten, of one training or of all. Repeatable. */
export async function mendChanges(services: ChangeServices, of?: string): Promise<void> {
  const { clock, plans, trainings } = services;
  for (const entry of await plans.untold(of)) {
    const training = await trainings.byId(entry.training);
    if (training?.planEntry === entry.id) await tellChange(entry, training, services);
    else if (!training || training.planVersion >= entry.version) await plans.drop(entry.id);
    else if (clock.now().getTime() - entry.at.getTime() > FORGOTTEN_MS) await plans.drop(entry.id);
  }
}

async function tellChange(
  entry: PlanEntry,
  training: Training,
  services: ChangeServices,
): Promise<void> {
  const { plans, settings, texts } = services;
  const { id, told, version, night, notAfter } = entry;
  // Whoever came between the look at them and the rise of the number knew the old plan as well.
  const late = await toldOf(training, services, training.plannedAt);
  const manner = { showAmounts: await settings.showAmounts() };
  await sendLetter(
    {
      id: changeId(training.id, version),
      message: entry.after.state === "cancelled" ? "training-cancelled" : "training-changed",
      values: inEveryLanguage(texts, (speech) => changeValues(speech, training, entry, manner)),
      buttons: readButtons(training.id, version),
      urgency: night === undefined ? "reminder" : "anyTime",
      ...{ to: [...told, ...late], training: training.id, planVersion: version, notAfter },
      ...{ always: true, follows: changeId(training.id, version - 1) },
    },
    services,
  );
  await plans.told(id);
}

/** What the letter about a change says, but for the reader's name. */
export function changeValues(
  speech: Speech,
  { title, contact }: Pick<Training, "title" | "contact">,
  { before, after }: Pick<PlanEntry, "before" | "after">,
  manner: Manner,
): Record<string, string> {
  const changes = showDifferences(speech, differences(before, after), manner);
  return { training: title, changes, contact };
}

export function readButtons(training: string, version: number): Letter["buttons"] {
  return [
    [{ label: "button-promise-read", press: packPress("janji.read", training, String(version)) }],
    [{ label: "button-my-card", press: packPress("kartu.open", training) }],
  ];
}
