import { Composer } from "grammy";
import { readPhone } from "../artisans/phone.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import { readCode } from "../codes.ts";
import { mayRegisterPeople } from "../office/settings.ts";
import type { Services } from "../services.ts";
import { CODE_LENGTH } from "./claim.ts";
import { claimConsentCard, claimedCard, isItYouCard, refusedCard } from "./claim-card.ts";
import {
  agreeToRecord,
  askForDeletion,
  awaitingConsent,
  disownRecord,
  refuseRecord,
} from "./claim-consent.ts";
import { claimRecord, lookUpCode, lookUpNumber } from "./claim-record.ts";
import { tellDisowned } from "./tell-registrar.ts";

/** A code typed, a link opened, an own number shared: how a record gets to its person. */
export function claimCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const anyone = (handle: (ctx: BotContext, permit: Permit) => Promise<void>) =>
    allowed(services, "record.claim", handle);
  const press = (action: string, handle: (ctx: BotContext) => Promise<void>) =>
    composer.callbackQuery(action, anyone(handle));

  composer
    .filter((ctx) => codeOf(ctx) !== undefined)
    .use(anyone((ctx) => tryCode(ctx, codeOf(ctx) ?? "", services)));
  composer
    .on("message:contact")
    .filter((ctx) => ctx.message.contact.user_id === ctx.from.id)
    .use(anyone((ctx) => tryNumber(ctx, services)));
  press("claim", async (ctx) => {
    await ctx.showWithContact({ text: ctx.speech.html("claim-how") });
  });
  press("claim.yes", (ctx) => claim(ctx, services));
  press("claim.no", async (ctx) => {
    await services.claims.dropOffer(ctx.person);
    await ctx.replace(ctx.speech.html("claim-not-me"));
  });
  press("claim.full", (ctx) => askConsent(ctx, services, true));
  press("claim.agree", (ctx) => agree(ctx, services));
  press("claim.refuse", async (ctx) => {
    const refused = await refuseRecord(ctx.person, services);
    await ctx.replace(refused ? refusedCard(ctx.speech) : ctx.speech.html("claim-gone"));
  });
  press("claim.erase", async (ctx) => {
    const asked = await askForDeletion(ctx.person, services);
    await ctx.replace(ctx.speech.html(asked ? "claim-erasing" : "claim-gone"));
  });
  press("claim.office", async (ctx) => {
    const { officeName, privacyContact } = await services.settings.read();
    await ctx.replace(ctx.speech.html("claim-office", { officeName, privacyContact }));
  });
  composer.callbackQuery(
    /^claim\.disown:/,
    guarded(
      services,
      {
        action: "record.disown",
        find: (ctx) => services.claims.byArtisan(disowned(ctx)),
        thing: ({ artisan, registrar }) => ({ artisans: [artisan], registrar }),
      },
      (ctx, { artisan, boundTo }, permit) => disown(ctx, { artisan, boundTo }, permit, services),
    ),
  );
  return composer;
}

const disowned = (ctx: BotContext): string =>
  readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";

/** A code of a link `k_…`, or one that was typed. */
function codeOf({ message }: BotContext): string | undefined {
  const text = message?.text ?? "";
  const link = /^\/start(?:@\w+)? k_(.*)$/.exec(text)?.[1];
  if (link !== undefined) return readCode(link, CODE_LENGTH) ?? "";
  return text.startsWith("/") ? undefined : readCode(text, CODE_LENGTH);
}

async function tryCode(ctx: BotContext, code: string, services: Services): Promise<void> {
  // Whoever left before answering is asked again, not told that the code is used up.
  if (await awaitingConsent(ctx.person, services)) return askConsent(ctx, services, false);
  const looked = await lookUpCode(ctx.person, code, services);
  if (!looked.ok) {
    await ctx.show(ctx.speech.html(`claim-${looked.reason}`));
    return;
  }
  await ctx.showWithoutKeyboard(ctx.speech.html("claim-code-fits"));
  await ctx.show(isItYouCard(ctx.speech, looked.artisan, services.places));
}

async function tryNumber(ctx: BotContext, services: Services): Promise<void> {
  const shared = ctx.message?.contact?.phone_number ?? "";
  const number = readPhone(shared.startsWith("+") ? shared : `+${shared}`);
  const artisan = number.ok ? await lookUpNumber(ctx.person, number.value, services) : undefined;
  if (!artisan) {
    await ctx.showWithoutKeyboard(ctx.speech.html("claim-no-number"));
    return;
  }
  await ctx.showWithoutKeyboard(ctx.speech.html("claim-number-fits"));
  await ctx.show(isItYouCard(ctx.speech, artisan, services.places));
}

async function claim(ctx: BotContext, services: Services): Promise<void> {
  if (!mayRegisterPeople(await services.settings.read()))
    return ctx.replace(ctx.speech.html("registration-closed"));
  const who = { telegram: ctx.person, language: ctx.speech.language };
  const claimed = await claimRecord(who, services);
  if (claimed.ok) return askConsent(ctx, services, false);
  await ctx.replace(ctx.speech.html(`claim-${claimed.reason}`));
}

async function askConsent(ctx: BotContext, services: Services, full: boolean): Promise<void> {
  const record = await awaitingConsent(ctx.person, services);
  if (!record) return ctx.replace(ctx.speech.html("claim-gone"));
  const settings = { ...(await services.settings.read()) };
  await ctx.replace(claimConsentCard(ctx.speech, settings, full));
}

async function agree(ctx: BotContext, services: Services): Promise<void> {
  const { person: telegram, fence: version, update } = ctx;
  const agreed = await agreeToRecord({ telegram, version, update: update.update_id }, services);
  const record = agreed ? await services.artisans.byTelegram(telegram) : undefined;
  await ctx.replace(record ? claimedCard(ctx.speech, record.name) : ctx.speech.html("claim-gone"));
}

/** The line of the audit comes first; told are the account and the coordinators. */
async function disown(
  ctx: BotContext,
  { artisan, boundTo }: { artisan: string; boundTo: number | undefined },
  { telegram: who, as, action: what }: Permit,
  services: Services,
): Promise<void> {
  const line = { who, as, what, whom: [artisan], from: "private", result: "allowed" } as const;
  await services.audit.write(line);
  const record = await services.artisans.byId(artisan);
  const done = await disownRecord(artisan, services);
  if (done && record && boundTo !== undefined) await tellDisowned(record, boundTo, services);
  await ctx.replace(ctx.speech.html(done ? "claim-disowned" : "claim-disown-late"));
}
