import type { BotContext } from "../bot/context.ts";
import { joinHtml } from "../bot/html.ts";
import { showCode } from "../codes.ts";
import { localDate, showDate, showDateRange } from "../dates.ts";
import { CHECK_TRIES } from "../notices/notice-code.ts";
import type { Services } from "../services.ts";
import type { IssuedCertificate } from "./certificate.ts";

export type CertificateServices = Pick<
  Services,
  "certificates" | "clock" | "settings" | "trainings" | "tries"
>;

type Checked =
  | { ok: true; issued: IssuedCertificate }
  /** tooMany: ten wrong codes within the hour, those of notices counted with them. */
  | { ok: false; reason: "unknown" | "tooMany" };

/** Whether the office issued the certificate with this code. */
export async function checkCertificate(
  telegram: number,
  code: string,
  { certificates, clock, tries }: CertificateServices,
): Promise<Checked> {
  const may = await tries.take(telegram, "noticeCode", CHECK_TRIES, clock.now());
  if (!may) return { ok: false, reason: "tooMany" };
  const issued = await certificates.byCode(code);
  if (!issued) return { ok: false, reason: "unknown" };
  await tries.giveBack(telegram, "noticeCode");
  return { ok: true, issued };
}

/** What anybody may know of a certificate that they hold in their hands. */
export async function showCheckedCertificate(
  ctx: BotContext,
  code: string,
  services: CertificateServices,
): Promise<void> {
  const { speech } = ctx;
  const { officeName, officeContact } = await services.settings.read();
  const checked = await checkCertificate(ctx.person, code, services);
  if (!checked.ok) {
    const contact = officeContact || officeName;
    await ctx.show(speech.html(`notice-check-${checked.reason}`, { contact }));
    return;
  }
  const { name, days, lessonHours, state, training, ended } = checked.issued;
  const title = (await services.trainings.byId(training))?.title ?? training;
  const nobody = speech.plain("certificate-check-nameless");
  const shown = { code: showCode(code), officeName, name: name ?? nobody };
  const what = {
    ...{ title, days: days.length, hours: lessonHours },
    dates: showDateRange(days, speech.language),
  };
  const lines = [
    speech.html("certificate-check", shown),
    speech.html("certificate-check-what", what),
    ended && state === "revoked"
      ? speech.html("certificate-check-revoked-on", {
          date: showDate(localDate(ended.at), speech.language),
        })
      : speech.html(`certificate-check-${state}`),
  ];
  await ctx.show(joinHtml(lines, "\n\n"));
}
