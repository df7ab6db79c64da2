import type { Artisan } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";
import { GOING } from "../trainings/enrolment.ts";
import { holdsSeat, type Training } from "../trainings/training.ts";
import { isTimeFor, type SurveyAnswers, type SurveyForm } from "./survey.ts";

export type Opening =
  | { ok: true; answers: SurveyAnswers }
  | { ok: false; reason: "unknown" | "notTheirs" | "notNow" | "sent" | "noTest" | "nothing" };

type OpenServices = Pick<Services, "clock" | "enrolments" | "marks" | "surveys" | "trainings">;

/** Whether a participant may answer this form now, and what it begins with; on facts read now. */
export async function openSurvey(
  form: SurveyForm,
  trainingId: string,
  artisan: Artisan,
  services: OpenServices,
): Promise<Opening> {
  const { clock, surveys, trainings } = services;
  const training = await trainings.byId(trainingId);
  if (!training || training.state === "cancelled") return { ok: false, reason: "unknown" };
  if (!(await takesPart(form, training, artisan.id, services)))
    return { ok: false, reason: "notTheirs" };
  if (!isTimeFor(form, training, clock.now())) return { ok: false, reason: "notNow" };
  if (await surveys.one(form, training.id, artisan.id)) return { ok: false, reason: "sent" };
  const isTest = form === "before" || form === "after";
  const questions = isTest ? ((await surveys.quizOf(training.id))?.questions.length ?? 0) : 0;
  if (isTest && questions === 0) return { ok: false, reason: "noTest" };
  const pionir = artisan.ticks?.pionir !== undefined;
  // A month later there is the one question, for those only who allowed it.
  if (form === "month" && !pionir) return { ok: false, reason: "nothing" };
  return { ok: true, answers: { form, training: training.id, questions, pionir } };
}

/** Before it begins: whoever goes. Afterwards: whoever was there on at least one day. */
async function takesPart(
  form: SurveyForm,
  training: Training,
  artisan: string,
  { enrolments, marks }: OpenServices,
): Promise<boolean> {
  if (form !== "before") return (await marks.presentIn(training.id)).includes(artisan);
  const enrolment = await enrolments.one(training.id, artisan);
  return holdsSeat(training, artisan) && GOING.some((state) => state === enrolment?.state);
}
