import { standingOf } from "../src/access/standing.ts";
import { type Answers, type Consent, type Field } from "../src/artisans/answers.ts";
import type { Artisan, Registrar } from "../src/artisans/artisan.ts";
import { changeRecord } from "../src/artisans/change.ts";
import { answersOf } from "../src/artisans/record.ts";
import type { BotContext } from "../src/bot/context.ts";
import { permitOf } from "../src/bot/gate.ts";
import { behalfDoneCard } from "../src/claims/behalf-card.ts";
import { registerOnBehalf } from "../src/claims/on-behalf.ts";
import { ledBy } from "../src/communities/leading.ts";
import { CONSENT_VERSION } from "../src/privacy/consent.ts";
import type { Services } from "../src/services.ts";
import { community, communityOther, crafts, craftOther, mainCraft } from "./questions-craft.ts";
import { adult, consent, name, phone, whatsapp } from "./questions-person.ts";
import { desa, kecamatan } from "./questions-place.ts";
import type { Env, Question, Questions, Reading } from "./questions.ts";
import { type Form, inDraft, writerOf } from "./registration.ts";
import { reviewQuestion } from "./review.ts";
import type { Script } from "./script.ts";

/** Raise the numbers when questions, their readers or their order change. */
export const BEHALF = "behalf.1";
export const CORRECTION = "correct.1";

type Ask = Question<Form>;
type Manner = Registrar["manner"];

/** The proof is kept with how the person agreed, which stands apart in the record. */
type ReadOut = Consent & { manner: Manner };

/** The registrar reads the short text out, and notes how the person agreed. */
const readOut: Ask = {
  ...(consent as Ask),
  hint: "behalf-hint-consent",
  details: ({ speech }) => speech.html("behalf-read-out"),
  choices: ({ speech }) =>
    (["lisan", "tertulis", "no"] as const).map((value) => ({
      value,
      label: speech.plain(`behalf-consent-${value}`),
    })),
  pick: pickManner,
};

function pickManner(value: string, env: Env<Form>): Reading {
  const { services, speech, update } = env;
  if (value === "no") return { is: "end", text: speech.html("behalf-refused-consent") };
  if (value !== "lisan" && value !== "tertulis")
    return { is: "say", text: speech.html("ask-gone") };
  const at = services.clock.now().toISOString();
  const given: ReadOut = { version: CONSENT_VERSION, at, update, manner: value };
  return { is: "answer", value: given };
}

const ofAge: Ask = {
  ...(adult as Ask),
  text: "behalf-adult",
  pick(value, env) {
    if (value === "no") return { is: "end", text: env.speech.html("behalf-refused-age") };
    return adult.pick?.(value, env) ?? { is: "say", text: env.speech.html("ask-gone") };
  },
};

/** A contact that the registrar shares is their own: the number is typed. */
const number: Ask = {
  ...(phone as Ask),
  text: "behalf-phone",
  hint: "behalf-hint-phone",
  contact: false,
  readContact: (_, { speech }) => ({ is: "say", text: speech.html("behalf-hint-phone") }),
};

/** The questions of the registration, spoken of somebody else. */
const aboutThem: Questions<Form> = [
  { ...name, text: "behalf-name" },
  { ...(kecamatan as Ask), text: "behalf-kecamatan" },
  desa,
  { ...(community as Ask), text: "behalf-community" },
  { ...(communityOther as Ask), text: "behalf-communityOther" },
  { ...(crafts as Ask), text: "behalf-crafts" },
  { ...(craftOther as Ask), text: "behalf-craftOther" },
  { ...mainCraft, text: "behalf-mainCraft" },
  number,
  whatsapp,
];

/** The community whose members the person may register now; "" is any, undefined none. */
async function mayRegister(ctx: BotContext, services: Services): Promise<string | undefined> {
  const standing = await standingOf(ctx.person, services);
  const may = (community?: string) =>
    permitOf(standing, "member.register", { community, artisans: [] }, "private") !== undefined;
  const led = ledBy(standing);
  if (may()) return "";
  return led !== undefined && may(led) ? led : undefined;
}

/** /daftarkan: somebody without Telegram, by the same questions, with a code at the end. */
export function behalfScript(services: Services): Script<Form> {
  const { behalfDrafts: drafts } = services;
  const questions = [readOut, ofAge, ...aboutThem];

  return {
    id: BEHALF,
    questions: [...questions, reviewQuestion(questions, "send")],

    async load(ctx) {
      if ((await mayRegister(ctx, services)) === undefined) return undefined;
      return (await drafts.read(ctx.person)) ?? { answers: {} };
    },

    async keep(ctx, { field, value, reopened, stillOpen }) {
      const writer = writerOf(ctx);
      if (field !== "consent") {
        const open = { reopened: reopened as Field[], stillOpen };
        return drafts.keep(writer, field as Field, value, open);
      }
      // A leader registers members of the own community: that needs no question.
      const led = await mayRegister(ctx, services);
      await drafts.open(writer, { consent: value as Consent, ...(led && { community: led }) });
    },

    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("behalf-saved"),

    async finish(ctx) {
      const { person: telegram, speech } = ctx;
      const draft = await drafts.read(telegram);
      if (!draft) return speech.html("behalf-noDraft");
      const { manner = "lisan", ...proof } = (draft.answers.consent ?? {}) as Partial<ReadOut>;
      const answers = { ...draft.answers, consent: proof as Consent };
      const made = await registerOnBehalf(
        { id: draft.artisan, answers, registrar: { telegram, manner }, language: "id" },
        services,
      );
      if (!made.ok) return speech.html(`behalf-${made.reason}`);
      await drafts.drop(writerOf(ctx));
      const record = { ...answers, id: made.artisan };
      return behalfDoneCard(speech, record, { code: made.code, bot: ctx.me.username });
    },
  };
}

/** What the registrar corrects in a record, until its person has claimed it. */
export function correctionScript(services: Services): Script<Form> {
  const { artisans, claimedRecords, corrections: drafts } = services;

  async function inHand(ctx: BotContext): Promise<Artisan | undefined> {
    const draft = await drafts.read(ctx.person);
    const artisan = draft && (await artisans.byId(draft.artisan));
    if (!artisan || !(await claimedRecords.isUnclaimed(artisan.id))) return undefined;
    const standing = await standingOf(ctx.person, services);
    const thing = { artisans: [artisan.id], registrar: artisan.registrar?.telegram };
    return permitOf(standing, "member.correct", thing, "private") ? artisan : undefined;
  }

  return {
    id: CORRECTION,
    questions: [...aboutThem.map(withoutStep), reviewQuestion(aboutThem, "done")],
    fromMenu: true,

    async load(ctx) {
      const artisan = await inHand(ctx);
      if (!artisan) return undefined;
      const {
        answers = {},
        reopened = [],
        asking,
        offered,
      } = (await drafts.read(ctx.person)) ?? {};
      const untold = aboutThem.map(({ field }) => [field, null] as const);
      const told: Answers = { ...Object.fromEntries(untold), ...answersOf(artisan) };
      const known = Object.entries(told).filter(([field]) => !reopened.includes(field as Field));
      return { answers: { ...Object.fromEntries(known), ...answers }, asking, offered };
    },

    async keep(ctx, { field, value, reopened, stillOpen }) {
      const artisan = await inHand(ctx);
      const change = { field: field as Field, value, version: ctx.fence, registrar: ctx.person };
      if (artisan && !stillOpen) await changeRecord(artisan, change, services);
      const open = { reopened: reopened as Field[], stillOpen };
      await drafts.keep(writerOf(ctx), field as Field, value, open);
    },

    ...inDraft(drafts),
    saved: ({ speech }) => speech.html("behalf-put-by"),

    async finish(ctx) {
      await drafts.drop(writerOf(ctx));
      return ctx.speech.html("behalf-corrected");
    },
  };
}

const withoutStep = ({ step: _, ...question }: Ask): Ask => question;
