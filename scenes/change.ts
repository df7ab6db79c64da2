import { type Answers, DETAIL_FIELDS, type Field } from "../src/artisans/answers.ts";
import type { Artisan } from "../src/artisans/artisan.ts";
import { changeRecord } from "../src/artisans/change.ts";
import { showProfile } from "../src/artisans/profile.ts";
import { answersOf } from "../src/artisans/record.ts";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import { details } from "./questions-detail.ts";
import type { Question, Questions } from "./questions.ts";
import { type Form, inDraft, required, writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import type { Script } from "./script.ts";

/** Raise the number when questions, their readers or their order change. */
export const CHANGE = "change.1";

const withoutStep = ({ step: _, ...question }: Question<Form>): Question<Form> => question;
const questions: Questions<Form> = [...required.map(withoutStep), ...details];

/**
 * The record's own questions asked again, one by one from a card that lists them. Each answer is
 * kept in the record at once; the draft of kind "change" knows only which fields are open.
 */
export function changeScript(services: Services): Script<Form> {
  const { artisans, changes } = services;

  return {
    id: CHANGE,
    questions: [...questions, reviewQuestion(questions, "done")],
    fromMenu: true,
    saysLeft: true,

    async load(ctx) {
      const artisan = await artisans.byTelegram(ctx.person);
      if (!artisan) return undefined;
      const draft = await changes.read(ctx.person);
      const { answers = {}, reopened = [], asking, offered } = draft ?? {};
      return { answers: { ...openOnly(reopened, artisan), ...answers }, asking, offered };
    },

    async keep(ctx, { field, value, reopened, stillOpen }) {
      const writer = writerOf(ctx);
      const artisan = await artisans.byTelegram(ctx.person);
      const change = { field: field as Field, value, version: ctx.fence };
      if (artisan && !stillOpen) await changeRecord(artisan, change, services);
      const open = { reopened: reopened as Field[], stillOpen };
      await changes.keep(writer, field as Field, value, open);
    },

    ...inDraft(changes),
    saved: ({ speech }) => speech.html("change-saved"),

    async finish(ctx) {
      await changes.drop(writerOf(ctx));
      return showProfile(ctx, services);
    },
  };
}

/** What the record does not tell counts as skipped, unless the field was opened. */
function openOnly(opened: readonly Field[], artisan: Artisan): Answers {
  const untold = questions.map(({ field }) => [field, null] as const);
  const answers = { ...Object.fromEntries(untold), ...answersOf(artisan) };
  return Object.fromEntries(
    Object.entries(answers).filter(([field]) => !opened.includes(field as Field)),
  );
}

/** Opens the talk about changes; with `complete` all that was never told is asked in a row. */
export async function beginChange(
  ctx: BotContext,
  artisan: Artisan,
  { changes }: Services,
  { complete = false } = {},
): Promise<void> {
  const reopened = complete ? DETAIL_FIELDS.filter((field) => artisan[field] === undefined) : [];
  await changes.drop(writerOf(ctx));
  await changes.open(writerOf(ctx), {}, { artisan: artisan.id, reopened });
}
