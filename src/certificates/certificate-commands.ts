import { Composer } from "grammy";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import { sendFile, withProgress } from "../bot/send-file.ts";
import { joinHtml } from "../bot/html.ts";
import { readCode, showCode } from "../codes.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { CERTIFICATE_CODE_LENGTH, type IssuedCertificate } from "./certificate.ts";
import { certificateFile, certificatesOneByOne } from "./certificate-file.ts";
import { checkCertificate, showCheckedCertificate } from "./check-certificate.ts";
import { entitlementsOf, issueCertificates } from "./issue.ts";

/** Making certificates of a closed training, and /sertifikat: one's own. */
export function certificateCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onClosed = (name: string, handle: typeof makeAll) =>
    composer.callbackQuery(
      new RegExp(`^cert\\.${name}:`),
      guarded(
        services,
        {
          action: "certificate.issue",
          find: async (ctx) => {
            const [id = ""] = readPress(ctx.callbackQuery?.data ?? "").args;
            const training = await services.trainings.byId(id);
            const isClosed = training?.state === "closed" || training?.state === "archived";
            return isClosed ? training : undefined;
          },
          thing: () => ({}),
        },
        (ctx, training, permit) => handle(ctx, training, permit, services),
      ),
    );
  onClosed("issue", makeAll);
  onClosed("zip", sendOneByOne);
  composer.command(
    ["sertifikat", "certificate"],
    allowed(services, "certificate.own", (ctx) => showOwn(ctx, services)),
  );
  return composer;
}

/** The code of a certificate typed alone, as its paper and its QR show it. */
export function typedCertificateCode(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const codeOf = ({ message }: BotContext) => {
    const text = message?.text ?? "/";
    return text.startsWith("/") ? undefined : readCode(text, CERTIFICATE_CODE_LENGTH);
  };
  composer
    .filter(async (ctx) => {
      const code = codeOf(ctx);
      // What is none of ours may be the code of a record: claims answer it.
      return code !== undefined && (await checkCertificate(ctx.person, code, services)).ok;
    })
    .use(
      allowed(services, "notice.check", (ctx) =>
        showCheckedCertificate(ctx, codeOf(ctx) ?? "", services),
      ),
    );
  return composer;
}

async function makeAll(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const { title } = training;
  const all = await entitlementsOf(training, services);
  await note(
    permit,
    all.map(({ artisan }) => artisan),
    services,
  );
  await withProgress(ctx, speech.html("certificate-making"), async () => {
    const issued = await issueCertificates(training, services);
    const without = await withoutOne(ctx, training, issued, services);
    const count = issued.length;
    const head = count
      ? speech.html("certificate-made", { title, count, without: without.length })
      : speech.html("certificate-none", { title });
    if (count) {
      const bytes = await certificateFile(training, issued, services);
      const date = localDate(services.clock.now());
      const name = fileName({ paper: "certificates", about: title, date, ending: "pdf" });
      await sendFile(
        ctx,
        { name, bytes },
        { caption: speech.html("certificate-caption"), protect: true },
      );
    }
    return joinHtml([head, ...without]);
  });
}

/** Those that hold, each as a file of its own in one ZIP: to be sent on to their owners. */
async function sendOneByOne(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const { title } = training;
  const issued = (await services.certificates.of(training.id)).filter(
    ({ state, name }) => state === "valid" && name !== undefined,
  );
  if (!issued.length) return void (await ctx.show(speech.html("certificate-zip-none", { title })));
  const owners = issued.map(({ artisan }) => artisan);
  await note(permit, owners, services);
  await withProgress(ctx, speech.html("certificate-making"), async () => {
    const date = localDate(services.clock.now());
    const name = fileName({ paper: "certificatesOneByOne", about: title, date, ending: "zip" });
    const bytes = certificatesOneByOne(training, issued, services);
    const caption = speech.html("certificate-zip-caption", { count: issued.length });
    await sendFile(ctx, { name, bytes }, { caption, protect: true });
    return speech.html("certificate-zip-made", { title, count: issued.length });
  });
}

/** More would not fit into one message. */
const MOST_LINES = 30;

/** Who was present and has none, with the reason. */
async function withoutOne(
  { speech }: BotContext,
  training: Training,
  issued: readonly IssuedCertificate[],
  services: Services,
) {
  const have = new Set(issued.map(({ artisan }) => artisan));
  const others = (await entitlementsOf(training, services)).filter((one) => !have.has(one.artisan));
  return Promise.all(
    others.slice(0, MOST_LINES).map(async ({ artisan, because = "erased" }) => {
      const record = await services.artisans.byId(artisan);
      return speech.html("certificate-without", {
        name: record?.name ?? speech.plain("certificate-check-nameless"),
        why: speech.plain(`certificate-because-${because}`),
      });
    }),
  );
}

async function showOwn(ctx: BotContext, services: Services): Promise<void> {
  const { speech } = ctx;
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (!artisan) return void (await ctx.show(speech.html("not-registered")));
  const own = await services.certificates.ofArtisan(artisan.id);
  if (!own.length) return void (await ctx.show(speech.html("certificate-own-none")));
  for (const one of own) {
    const training = await services.trainings.byId(one.training);
    if (!training) continue;
    const bytes = await certificateFile(training, [one], services);
    const caption = { title: training.title, code: showCode(one.code) };
    const date = localDate(one.issuedAt);
    const name = fileName({ paper: "certificate", about: training.title, date, ending: "pdf" });
    // Own ones may be passed on; those of others not.
    const said = { caption: speech.html("certificate-own-caption", caption), protect: false };
    await sendFile(ctx, { name, bytes }, said);
  }
}
