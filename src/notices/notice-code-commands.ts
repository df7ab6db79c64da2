import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { allowed } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { CERTIFICATE_CODE_LENGTH } from "../certificates/certificate.ts";
import { showCheckedCertificate } from "../certificates/check-certificate.ts";
import { readCode } from "../codes.ts";
import { checkNotice } from "./notice-check.ts";
import { codeIn, NOTICE_CODE_LENGTH } from "./notice-code.ts";
import { noticeFactsCard } from "./notice-code-card.ts";

/**
 * A code typed, a notice forwarded, a link `n_…` opened, or /cek: did the office issue it? By /cek
 * also the code of a certificate.
 */
export function noticeCodeCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer
    .filter((ctx) => codeOf(ctx) !== undefined)
    .use(allowed(services, "notice.check", (ctx) => answer(ctx, codeOf(ctx) ?? "", services)));
  composer.command(["cek", "check"], allowed(services, "notice.check", how));
  return composer;
}

/** Undefined: it does not speak of a code. Empty: what stands there cannot be one. */
function codeOf({ message }: BotContext): string | undefined {
  const text = message?.text ?? message?.caption ?? "";
  const given = /^\/(?:start(?:@\w+)? n_|(?:cek|check)(?:@\w+)?\s+)(.*)$/is.exec(text)?.[1];
  if (given !== undefined)
    return readCode(given, NOTICE_CODE_LENGTH) ?? readCode(given, CERTIFICATE_CODE_LENGTH) ?? "";
  return text.startsWith("/") ? undefined : codeIn(text);
}

async function how(ctx: BotContext): Promise<void> {
  await ctx.show(ctx.speech.html("notice-check-how"));
}

async function answer(ctx: BotContext, code: string, services: Services): Promise<void> {
  const { speech } = ctx;
  if (code === "") return how(ctx);
  if (code.length === CERTIFICATE_CODE_LENGTH) return showCheckedCertificate(ctx, code, services);
  const { officeName, officeContact } = await services.settings.read();
  const checked = await checkNotice(ctx.person, code, services);
  await ctx.show(
    checked.ok
      ? noticeFactsCard(speech, checked.facts, officeName)
      : speech.html(`notice-check-${checked.reason}`, { contact: officeContact || officeName }),
  );
}
