import { inEveryLanguage } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import { showCode } from "../codes.ts";
import { type IssuedCertificate, type WithdrawReason } from "./certificate.ts";
import { entitlementsOf, issueOne } from "./issue.ts";

const TOLD_WITHIN_MS = 14 * 86_400_000;

/** Takes a certificate back for a reason, and tells its person. False: it did not hold any more. */
export async function withdraw(
  issued: IssuedCertificate,
  { by, reason }: { by: number; reason: WithdrawReason },
  services: Services,
): Promise<boolean> {
  const { certificates, clock } = services;
  const how = { at: clock.now(), by, reason };
  const done = await certificates.end(issued.id, "revoked", how);
  const now = done ? undefined : await certificates.byCode(issued.code);
  // Pressed again after a death: the letter is the same, and goes once.
  if (!done && (now?.state !== "revoked" || now.ended?.by !== by)) return false;
  await tellHolder(issued, "certificate-withdrawn", services);
  return done;
}

/**
 * Makes a new one instead of what was taken back, by presence and name as they stand now.
 * below: presence bears none. holds: there is one that holds.
 */
export async function issueAgain(
  { training: id, artisan }: IssuedCertificate,
  services: Services,
): Promise<"made" | "below" | "holds"> {
  const { certificates, trainings } = services;
  const own = (await certificates.of(id)).filter((one) => one.artisan === artisan);
  if (own.some(({ state }) => state === "valid")) return "holds";
  const training = await trainings.byId(id);
  const all = training ? await entitlementsOf(training, services) : [];
  const entry = all.find((one) => one.artisan === artisan && one.entitled);
  if (!entry) return "below";
  await issueOne(id, entry, own, services);
  const made = (await certificates.of(id)).findLast(
    (one) => one.artisan === artisan && one.state === "valid",
  );
  if (!made) return "below";
  await tellHolder(made, "certificate-again", services);
  return "made";
}

/** Whose certificate it is learns what became of it. */
export async function tellHolder(
  { id, artisan, code, training }: IssuedCertificate,
  message: "certificate-withdrawn" | "certificate-again",
  services: Pick<Services, "clock" | "notices" | "settings" | "texts" | "trainings">,
): Promise<void> {
  const { clock, settings, texts, trainings } = services;
  const { officeName, officeContact } = await settings.read();
  const title = (await trainings.byId(training))?.title ?? training;
  await sendLetter(
    {
      ...{ id: `${message}:${id}`, message, to: [artisan] },
      values: inEveryLanguage(texts, () => ({
        ...{ training: title, certificate: showCode(code) },
        contact: officeContact || officeName,
      })),
      buttons: [],
      urgency: "announcement",
      always: true,
      notAfter: new Date(clock.now().getTime() + TOLD_WITHIN_MS),
    },
    services,
  );
}
