import type { Services } from "../services.ts";
import {
  type Answer,
  type AnswerWord,
  type Enrolment,
  type EnrolmentState,
  GOING,
  SEATED,
} from "../trainings/enrolment.ts";
import { hasEnded, type Training } from "../trainings/training.ts";

type AnswerServices = Pick<Services, "answers" | "clock" | "enrolments" | "log" | "seats">;

/** notYours: holds no seat. full: it was given up for them, and another has it now. */
export type OwnAnswer = "done" | "notYours" | "full" | "over";

const STATES = {
  coming: "confirmed",
  unsure: "accepted",
  notComing: "withdrawn",
} as const satisfies Partial<Record<AnswerWord, EnrolmentState>>;

/** Settling is done again while others answer meanwhile. */
const LOOKS = 8;
/** Nobody knows when a seat without an enrolment was taken; it is no answer to any question. */
const LONG_AGO = new Date(0);

/** What the person says: it stands over whatever others said for them. Pressed twice it is once. */
export async function giveOwnAnswer(
  training: Training,
  artisan: string,
  { word, by }: { word: keyof typeof STATES; by: number },
  services: AnswerServices,
): Promise<OwnAnswer> {
  const { answers, clock, enrolments } = services;
  if (hasEnded(training, clock.now())) return "over";
  await ensureEnrolment(training, artisan, services);
  const before = await enrolments.one(training.id, artisan);
  const from = ownFrom(before, word);
  if (!before || !from.includes(before.state)) return "notYours";
  const now = clock.now();
  const answer = { word, by, as: "artisan", at: now } as const;
  const state = STATES[word];
  const since = before.state === state ? before.since : now;
  const which = { training: training.id, artisan };
  if (!(await answers.giveOwn({ ...which, from, state, since, answer }))) return "notYours";
  if (await settleSeat(training.id, artisan, services)) return "done";
  await enrolments.move({ ...which, state: "withdrawn", from: GOING, at: now });
  return "full";
}

/** Also a seat that somebody else gave up for them can be wanted back. */
function ownFrom(before: Enrolment | undefined, word: AnswerWord): EnrolmentState[] {
  const { state, answer } = before ?? {};
  const forThem = answer?.word === "notComing" && answer.as !== "artisan";
  const again = state === "withdrawn" && (word === "notComing" || forThem);
  return [...GOING, ...(again ? (["withdrawn"] as const) : [])];
}

/** What a leader or a coordinator heard of somebody; false when anybody answered meanwhile. */
export async function answerFor(
  enrolment: Enrolment,
  answer: Answer,
  services: AnswerServices,
): Promise<boolean> {
  const { training, artisan, state: before } = enrolment;
  if (before !== "offered" && before !== "accepted") return false;
  const state = stateAfter(before, answer.word);
  const since = before === state ? enrolment.since : answer.at;
  const step = { training, artisan, from: [before], since, answer };
  if (!(await services.answers.giveFor({ ...step, state }, enrolment))) return false;
  await settleSeat(training, artisan, services);
  return true;
}

function stateAfter(before: "offered" | "accepted", word: AnswerWord): EnrolmentState {
  if (word === "coming") return before === "offered" ? "accepted" : "confirmed";
  if (word === "notComing") return before === "offered" ? "declined" : "withdrawn";
  return before;
}

/** A seat from before there were enrolments, or whose enrolment a crash left out, gets one. */
export async function ensureEnrolment(
  { id: training, seatHolders }: Pick<Training, "id" | "seatHolders">,
  artisan: string,
  { enrolments }: Pick<AnswerServices, "enrolments">,
): Promise<void> {
  if (!seatHolders.includes(artisan)) return;
  const step = { training, artisan, state: "accepted", from: ["none"] } as const;
  await enrolments.move({ ...step, at: LONG_AGO });
}

/**
 * Makes the seat follow the enrolment. Of two who answer at once each looks again after its step,
 * so that the last word holds; false when the seat that was wanted is another's by now.
 */
async function settleSeat(
  id: string,
  artisan: string,
  { enrolments, log, seats }: AnswerServices,
): Promise<boolean> {
  let held = true;
  for (let look = 0; look < LOOKS; look += 1) {
    const state = (await enrolments.one(id, artisan))?.state;
    const wants = SEATED.some((one) => one === state);
    held = true;
    if (wants) held = await seats.hold(id, artisan);
    else await seats.free(id, artisan);
    if ((await enrolments.one(id, artisan))?.state === state) break;
  }
  if (!held) log.warn("seat gone", { training: id });
  return held;
}
