import type { BotContext } from "../src/bot/context.ts";
import { HEADS, SENTENCE, type SharedAnswers } from "../src/sharing/sharing.ts";
import { tellSharing } from "../src/sharing/tell-sharing.ts";
import type { Services } from "../src/services.ts";
import { readOwnWords } from "./own-words.ts";
import type { Question, Questions } from "./questions.ts";
import { inDraft, writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import type { Script } from "./script.ts";
import { readCount } from "./sharing.ts";

/** Raise the number when questions, their readers or their order change. */
export const SHARED_REPORT = "shared.1";

type Form = SharedAnswers & { review?: never };

const heads = (field: "men" | "women"): Question<Form> => ({
  field,
  read: (typed, env) => readCount(typed, { least: 0, ...HEADS }, env),
  show: ({ answers }) => String(answers[field] ?? ""),
});

const questions: Questions<Form> = [
  { field: "session", onlyIf: () => false, final: true },
  heads("women"),
  heads("men"),
  {
    field: "photo",
    text: "ask-shared-photo",
    hint: "hint-shared-photo",
    optional: true,
    readPhoto: (photo) => ({ is: "answer", value: photo }),
    show: ({ speech }) => speech.plain("photo-there"),
  },
  {
    field: "sentence",
    read: (typed, env) => readOwnWords(typed, SENTENCE, env),
    show: ({ answers }) => answers.sentence ?? "",
  },
];

/** A pioneer tells how a session was. */
export function sharedScript(services: Services): Script<Form> {
  const { sharedDrafts: drafts } = services;
  return {
    id: SHARED_REPORT,
    questions: [...questions, reviewQuestion(questions, "send")],
    load: (ctx) => drafts.read(ctx.person),
    async keep(ctx, { field, value, reopened, stillOpen }) {
      const open = { reopened: reopened as (keyof SharedAnswers)[], stillOpen };
      await drafts.keep(writerOf(ctx), field as keyof SharedAnswers, value, open);
    },
    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("sharing-saved"),
    finish: (ctx) => tellSharing(ctx, services),
  };
}

/** Opens the report of a session; one of another session is put away. */
export async function beginShared(
  ctx: BotContext,
  session: string,
  { sharedDrafts: drafts }: Services,
): Promise<void> {
  const begun = await drafts.read(ctx.person);
  if (begun && begun.answers.session !== session) await drafts.drop(writerOf(ctx));
  await drafts.open(writerOf(ctx), { session });
}
