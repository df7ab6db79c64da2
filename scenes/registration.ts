import type { Answers, Consent, Field } from "../src/artisans/answers.ts";
import { registerArtisan } from "../src/artisans/register.ts";
import { registeredCard } from "../src/artisans/profile-card.ts";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import { community, communityOther, crafts, craftOther, mainCraft } from "./questions-craft.ts";
import { adult, consent, name, phone, whatsapp } from "./questions-person.ts";
import { desa, kecamatan } from "./questions-place.ts";
import type { Questions } from "./questions.ts";
import { reviewQuestion } from "./review.ts";
import type { Offer, Script } from "./script.ts";

/** Raise the number when questions, their readers or their order change. */
export const REGISTRATION = "registration.2";

export type Form = Answers & { review?: never };

/** The order in which they are spoken. */
export const required: Questions<Form> = [
  consent,
  adult,
  name,
  kecamatan,
  desa,
  community,
  communityOther,
  crafts,
  craftOther,
  mainCraft,
  phone,
  whatsapp,
];

export const writerOf = (ctx: BotContext) => ({ chat: ctx.person, version: ctx.fence });

interface Writer {
  chat: number;
  version: number;
}

/** As far as every script needs the drafts of its kind. */
interface DraftsOf<Field extends string> {
  offer(writer: Writer, offer: Offer): Promise<void>;
  ask(writer: Writer, field: Field | undefined): Promise<void>;
  drop(writer: Writer): Promise<void>;
}

/** What every script does with the draft of its kind. */
export function inDraft<Field extends string>(drafts: DraftsOf<Field>) {
  return {
    offer: (ctx: BotContext, offer: Offer) => drafts.offer(writerOf(ctx), offer),
    askNext: (ctx: BotContext, field: string | undefined) =>
      drafts.ask(writerOf(ctx), field as Field | undefined),
    drop: (ctx: BotContext) => drafts.drop(writerOf(ctx)),
  };
}

export function registrationScript(services: Services): Script<Form> {
  const { drafts } = services;

  return {
    id: REGISTRATION,
    questions: [...required, reviewQuestion(required, "send")],

    async load(ctx) {
      const draft = await drafts.read(ctx.person);
      return draft ?? { answers: {} };
    },

    async keep(ctx, { field, value, reopened, stillOpen }) {
      const writer = writerOf(ctx);
      if (field === "consent") await drafts.open(writer, { consent: value as Consent });
      else {
        const open = { reopened: reopened as Field[], stillOpen };
        await drafts.keep(writer, field as Field, value, open);
      }
    },

    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("ask-saved"),

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
