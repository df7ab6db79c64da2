import { note } from "../src/access/note.ts";
import { standingOf } from "../src/access/standing.ts";
import type { BotContext } from "../src/bot/context.ts";
import { type Permit, permitOf } from "../src/bot/gate.ts";
import type { Services } from "../src/services.ts";
import { draftTraining, newTrainingId } from "../src/trainings/make-training.ts";
import { draftedCard } from "../src/trainings/manage-card.ts";
import { type TrainingField, unfitFor } from "../src/trainings/training-answers.ts";
import { bring, promised, promiseWords } from "./questions-promises.ts";
import { days, hours, programme, type TrainingForm } from "./questions-when.ts";
import * as where from "./questions-where.ts";
import * as who from "./questions-who.ts";
import type { Questions } from "./questions.ts";
import { writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import type { Script } from "./script.ts";

/** Raise the number when questions, their readers or their order change. */
export const TRAINING = "training.1";

/** The order in which they are spoken. */
const questions: Questions<TrainingForm> = [
  where.title,
  days,
  hours,
  where.venue,
  where.hostCity,
  where.point,
  where.away,
  where.gatherPlace,
  where.gatherAt,
  where.travel,
  programme,
  who.partners,
  who.seats,
  who.quotas,
  who.openTo,
  who.onlyKecamatan,
  who.onlyCrafts,
  who.onlyCommunities,
  who.admission,
  promised,
  ...promiseWords,
  bring,
  where.contact,
];

/** That the person may make trainings, read now; undefined: not (any more). */
async function mayManage(ctx: BotContext, services: Services): Promise<Permit | undefined> {
  const standing = await standingOf(ctx.person, services);
  const as = permitOf(standing, "training.manage", undefined, "private");
  return as && { telegram: ctx.person, action: "training.manage", as };
}

/** /kelola: a training from nothing, by copy, or a draft that is changed; it ends as a draft. */
export function trainingScript(services: Services): Script<TrainingForm> {
  const { trainingDrafts: drafts } = services;

  return {
    id: TRAINING,
    questions: [...questions, reviewQuestion(questions, "done")],
    fromMenu: true,

    async load(ctx) {
      if (!(await mayManage(ctx, services))) return undefined;
      return (await drafts.read(ctx.person)) ?? { answers: {} };
    },

    async keep(ctx, { field, value, reopened, stillOpen }) {
      const writer = writerOf(ctx);
      const draft = await drafts.read(ctx.person);
      if (!draft) {
        const answers = { [field]: value };
        return drafts.open(writer, answers, { artisan: newTrainingId() });
      }
      const unfit =
        field === "days" ? unfitFor((value as string[]).length, draft.answers) : reopened;
      const open = { reopened: unfit as TrainingField[], stillOpen };
      await drafts.keep(writer, field as TrainingField, value, open);
    },

    offer: (ctx, offer) => drafts.offer(writerOf(ctx), offer),
    askNext: (ctx, field) => drafts.ask(writerOf(ctx), field as TrainingField | undefined),
    drop: (ctx) => drafts.drop(writerOf(ctx)),
    saved: ({ speech }) => speech.html("plan-saved"),

    async finish(ctx) {
      const { speech } = ctx;
      const draft = await drafts.read(ctx.person);
      const permit = await mayManage(ctx, services);
      if (!draft || !permit) return speech.html("plan-gone");
      await note(permit, [], services);
      const made = await draftTraining(draft.artisan, draft.answers, services);
      if (!made.ok) return speech.html(`plan-${made.reason}`);
      await drafts.drop(writerOf(ctx));
      return draftedCard(speech, made.training);
    },
  };
}
