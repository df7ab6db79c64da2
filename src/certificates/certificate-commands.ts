import { Composer, InputFile } from "grammy";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import { joinHtml } from "../bot/html.ts";
import { readCode, showCode } from "../codes.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { CERTIFICATE_CODE_LENGTH, type IssuedCertificate } from "./certificate.ts";
import { certificateFile } from "./certificate-file.ts";
import { checkCertificate, showCheckedCertificate } from "./check-certificate.ts";
import { entitlementsOf, issueCertificates } from "./issue.ts";

/** Making certificates of a closed training, and /sertifikat: one's own. */
export function certificateCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    /^cert\.issue:/,
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
      (ctx, training, permit) => makeAll(ctx, training, permit, services),
    ),
  );
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
  const progress = await ctx.show(speech.html("certificate-making"));
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
    await sendPdf(ctx, name, bytes, {
      caption: speech.html("certificate-caption"),
    });
  }
  await ctx.settle(progress, joinHtml([head, ...without]));
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
    const name = fileName({
      ...{ paper: "certificate", about: training.title, date, ending: "pdf" },
    } as const);
    await sendPdf(ctx, name, bytes, {
      caption: speech.html("certificate-own-caption", caption),
      protect: false,
    });
  }
}

/** Own ones may be passed on; those of others not. */
async function sendPdf(
  ctx: BotContext,
  name: string,
  bytes: Uint8Array,
  { caption, protect = true }: { caption: string; protect?: boolean },
): Promise<void> {
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    ...{ caption, parse_mode: "HTML", protect_content: protect },
  });
}
