import { addDays, instantOf } from "../dates.ts";
import type { Enrolment } from "../trainings/enrolment.ts";
import { hasBegun, type Training } from "../trainings/training.ts";

const DAY_MS = 86_400_000;
/** A first offer waits so long before its carrier asks, and so long before the office does. */
const OFFER_WAITS_MS = { leader: 3 * DAY_MS, office: 4 * DAY_MS };

/** When people are asked a last time, when leaders are, and when the rest is the office's. */
export function askingTimes({ days }: Pick<Training, "days">) {
  const date = days[0]?.date ?? "9999-01-10";
  return {
    askedAt: instantOf(addDays(date, -3), "09:00"),
    leaderFrom: instantOf(addDays(date, -3), "16:00"),
    officeFrom: instantOf(addDays(date, -2), "12:00"),
  };
}

/** Who has to ask somebody that nobody heard of; undefined: nobody has to. */
export type Asker = "leader" | "office";

/**
 * Who asks whether this person comes. Silence alone frees no seat: it only goes from people to
 * people, and to the office at last. A timed offer ends by itself.
 */
export function askerFor(
  enrolment: Pick<Enrolment, "state" | "since" | "answer" | "answerBy">,
  training: Training,
  now: Date,
): Asker | undefined {
  if (hasBegun(training, now)) return undefined;
  if (enrolment.state === "offered") return offerAsker(enrolment, now);
  if (enrolment.state !== "accepted") return undefined;
  const { askedAt, leaderFrom, officeFrom } = askingTimes(training);
  const { answer, since } = enrolment;
  // A yes that is younger than the question is an answer to it.
  if (now < leaderFrom || since >= askedAt) return undefined;
  if (answer?.word === "notReached" && answer.at >= askedAt) return "office";
  if (now >= officeFrom) return "office";
  return answer && answer.at >= askedAt ? undefined : "leader";
}

function offerAsker(
  { since, answer, answerBy }: Pick<Enrolment, "since" | "answer" | "answerBy">,
  now: Date,
): Asker | undefined {
  if (answerBy) return undefined;
  const waited = now.getTime() - since.getTime();
  if (waited < OFFER_WAITS_MS.leader) return undefined;
  const wasTried = answer?.word === "notReached" && answer.at >= since;
  return wasTried || waited >= OFFER_WAITS_MS.office ? "office" : "leader";
}
