import type { Artisan } from "../artisans/artisan.ts";
import { localDate, addDays, instantOf } from "../dates.ts";
import { inEveryLanguage, type LetterButton } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import { type Enrolment, ENROLMENT_STATES, type EnrolmentState, SEATED } from "./enrolment.ts";
import { hasEnded, type Quota, type Training } from "./training.ts";

/**
 * What may be missing of somebody who holds a seat. noTelegram: the record has no account. blocked:
 * Telegram refused the last message. paused: wants no notices for now. noPhone: told no number.
 * oldData: looked at the own record over six months ago. unsure: has a seat, and did not say surely.
 */
export const LACKS = ["unsure", "noTelegram", "blocked", "paused", "noPhone", "oldData"] as const;
export type Lack = (typeof LACKS)[number];
export const isLack = (text: string): text is Lack => LACKS.includes(text as Lack);

/** What a nudge can ask for; the others are told of by hand. */
const NUDGED = ["unsure", "noPhone", "oldData"] as const satisfies Lack[];
type Nudged = (typeof NUDGED)[number];
export const isNudged = (lack: string): lack is Nudged => NUDGED.includes(lack as Nudged);

const OLD_DAYS = 183;

export interface QuotaWarning {
  quota: Quota;
  held: number;
}

export interface Board {
  training: Training;
  states: Record<EnrolmentState, number>;
  /** Who holds a seat, by name. */
  seated: Artisan[];
  lacks: Record<Lack, Artisan[]>;
  warnings: QuotaWarning[];
}

export type BoardServices = Pick<Services, "artisans" | "clock" | "enrolments">;

/** The numbers of one training at this moment. */
export async function boardOf(
  training: Training,
  { artisans, clock, enrolments }: BoardServices,
): Promise<Board> {
  const all = await enrolments.of(training.id);
  const found = await Promise.all(training.seatHolders.map((id) => artisans.byId(id)));
  const seated = found.flatMap((one) => (one ? [one] : []));
  seated.sort((a, b) => a.name.localeCompare(b.name, "id"));
  const count = (state: EnrolmentState) => all.filter((one) => one.state === state).length;
  const lacking = (lack: Lack) => seated.filter((one) => lacks(lack, one, all, clock.now()));
  return {
    ...{ training, seated },
    states: Object.fromEntries(
      ENROLMENT_STATES.map((state) => [state, count(state)]),
    ) as Board["states"],
    lacks: Object.fromEntries(LACKS.map((lack) => [lack, lacking(lack)])) as Board["lacks"],
    warnings: quotaWarnings(training, seated),
  };
}

function lacks(lack: Lack, artisan: Artisan, enrolments: Enrolment[], now: Date): boolean {
  const { id, telegram, unreachable, pausedAt, phone, registeredAt } = artisan;
  switch (lack) {
    case "unsure":
      return enrolments.find((one) => one.artisan === id)?.state !== "confirmed";
    case "noTelegram":
      return telegram === undefined;
    case "blocked":
      return telegram !== undefined && unreachable !== undefined;
    case "paused":
      return pausedAt !== undefined;
    case "noPhone":
      return phone === undefined;
    case "oldData":
      return localDate(artisan.confirmedAt ?? registeredAt) < addDays(localDate(now), -OLD_DAYS);
  }
}

/** Quotas that those who hold seats do not keep to. They warn, and block nothing. */
export function quotaWarnings(
  { quotas = [] }: Pick<Training, "quotas">,
  seated: readonly Pick<Artisan, "community" | "kecamatan">[],
): QuotaWarning[] {
  return quotas.flatMap((quota) => {
    const held = seated.filter((one) => one[quota.by] === quota.of).length;
    const isKept = held >= (quota.least ?? 0) && held <= (quota.most ?? Infinity);
    return isKept ? [] : [{ quota, held }];
  });
}

const BUTTONS: Record<Nudged, (id: string) => LetterButton> = {
  unsure: (id) => ({ label: "training-see", press: `training.open:${id}` }),
  noPhone: () => ({ label: "nudge-change", press: "change" }),
  oldData: () => ({ label: "nudge-change", press: "change" }),
};

export type NudgeOutcome = "sent" | "already" | "nobody" | "over";

/** Days within which a nudge should have reached its reader. */
const NUDGE_DAYS = 3;

/** Writes to all who lack this, once a day; over Telegram, or by whoever carries messages. */
export async function nudge(
  { training, lacks: lists }: Board,
  lack: Nudged,
  services: Pick<Services, "clock" | "notices" | "texts">,
): Promise<NudgeOutcome> {
  const now = services.clock.now();
  const last = training.days.at(-1);
  if (!last || hasEnded(training, now)) return "over";
  const to = lists[lack].map(({ id }) => id);
  if (!to.length) return "nobody";
  const soon = instantOf(addDays(localDate(now), NUDGE_DAYS), "20:00");
  const end = instantOf(last.date, last.until);
  const sent = await sendLetter(
    {
      ...{ id: `nudge:${training.id}:${lack}:${localDate(now)}`, message: "training-nudge", to },
      values: inEveryLanguage(services.texts, (speech) => ({
        training: training.title,
        what: speech.plain(`nudge-what-${lack}`),
        contact: training.contact,
      })),
      buttons: [[BUTTONS[lack](training.id)]],
      urgency: "reminder",
      ...{ training: training.id, planVersion: training.planVersion },
      whileIn: [...SEATED],
      notAfter: soon < end ? soon : end,
    },
    services,
  );
  return sent ? "sent" : "already";
}
