import type { Answers, Consent, Field } from "../src/artisans/answers.ts";
import { registerArtisan } from "../src/artisans/register.ts";
import { registeredCard } from "../src/artisans/profile-card.ts";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import type { Script } from "./ask.ts";
import { community, communityOther, crafts, craftOther } from "./questions-craft.ts";
import { adult, consent, name, phone } from "./questions-person.ts";
import { desa, kecamatan } from "./questions-place.ts";
import type { Questions } from "./questions.ts";
import { reviewQuestion } from "./review.ts";

/** Raise the number when questions, their readers or their order change. */
export const REGISTRATION = "registration.1";

type Form = Answers & { review?: never };

/** The order in which they are spoken. */
const questions: Questions<Form> = [
  consent,
  adult,
  name,
  kecamatan,
  desa,
  community,
  communityOther,
  crafts,
  craftOther,
  phone,
];

export function registrationScript(services: Services): Script<Form> {
  const { drafts } = services;
  const writer = (ctx: BotContext) => ({ chat: ctx.person, version: ctx.fence });

  return {
    id: REGISTRATION,
    questions: [...questions, reviewQuestion(questions)],

    async load(ctx) {
      const draft = await drafts.read(ctx.person);
      return draft ?? { answers: {} };
    },

    async keep(ctx, field, value, reopened) {
      if (field === "consent") await drafts.open(writer(ctx), value as Consent);
      else await drafts.keep(writer(ctx), field as Field, value, reopened as Field[]);
    },

    askNext: (ctx, field) => drafts.ask(writer(ctx), field as Field | undefined),

    drop: (ctx) => drafts.drop(writer(ctx)),

    async finish(ctx) {
      const { person: telegram, fence: version, speech } = ctx;
      const who = { telegram, version, language: speech.language };
      const outcome = await registerArtisan(who, services);
      return outcome.ok
        ? registeredCard(ctx.speech, outcome.artisan.name)
        : ctx.speech.html(`registration-${outcome.reason}`);
    },
  };
}
