import { entitled, type Entitlement, THRESHOLD } from "../attendance/entitled.ts";
import { daysToCheck } from "../attendance/roll.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { type IssuedCertificate, saysSame } from "./certificate.ts";

export type IssueServices = Pick<
  Services,
  | "artisans"
  | "attendanceDays"
  | "certificates"
  | "clock"
  | "marks"
  | "presenceReceipts"
  | "settings"
  | "surveys"
  | "trainings"
>;

/** Who may have one and who may not, by presence as it stands now. */
export async function entitlementsOf(
  training: Training,
  services: IssueServices,
): Promise<Entitlement[]> {
  const { marks, presenceReceipts } = services;
  const threshold = await thresholdOf(training.id, services);
  return entitled(training, await marks.of(training.id), threshold, {
    openDisputes: await presenceReceipts.disputedIn(training.id),
    daysToCheck: await daysToCheck(training, services),
  });
}

/**
 * The share of days that is asked for, 0 to 1. Once a training has certificates it keeps the one they
 * were issued by: a setting that is changed later takes no certificate away.
 */
export async function thresholdOf(
  training: string,
  { certificates, settings }: Pick<Services, "certificates" | "settings">,
): Promise<number> {
  const [first] = await certificates.of(training);
  if (!first) return settings.certificateThreshold();
  return first.threshold ?? THRESHOLD;
}

/** The name the person confirmed, else the record's; undefined: nobody is behind it any more. */
async function nameFor(
  training: string,
  id: string,
  { artisans, surveys }: IssueServices,
): Promise<string | undefined> {
  const artisan = await artisans.byId(id);
  if (!artisan) return undefined;
  const said = (await surveys.one("feedback", training, id))?.answers.certificateName;
  return said ?? artisan.name;
}

/**
 * Makes the certificates of a closed training agree with presence and names as they stand: what is
 * there and still true keeps its code; what says otherwise is replaced; what nobody is entitled to
 * any more is revoked. Whom the office took one back from gets another by `issueAgain` only. Done
 * again it does what is left of it.
 * @returns those that hold, in the order of names
 */
export async function issueCertificates(
  training: Training,
  services: IssueServices,
  names: { keepNames?: true } = {},
): Promise<IssuedCertificate[]> {
  const { certificates } = services;
  const before = await certificates.of(training.id);
  const all = await entitlementsOf(training, services);
  for (const entry of all.filter((one) => one.entitled)) {
    const own = before.filter((one) => one.artisan === entry.artisan);
    if (!isTakenBack(own)) await issueOne(training.id, entry, own, services, names);
  }
  await endOthers(training.id, all, services);
  const valid = (await certificates.of(training.id)).filter((one) => one.state === "valid");
  return valid.sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "id"));
}

/** Somebody of the office took the last one back. */
function isTakenBack(own: readonly IssuedCertificate[]): boolean {
  const last = own.at(-1);
  return last?.state === "revoked" && last.ended?.by !== undefined;
}

/** The next edition for one artisan, unless what holds says the same. */
export async function issueOne(
  training: string,
  { artisan, dates: days, lessonHours }: Entitlement,
  own: readonly IssuedCertificate[],
  services: IssueServices,
  { keepNames }: { keepNames?: true } = {},
): Promise<void> {
  const printed = keepNames && own.findLast(({ state }) => state === "valid")?.name;
  const name = printed ?? (await nameFor(training, artisan, services));
  if (name === undefined) return;
  const says = { name, days, lessonHours };
  if (own.some((one) => one.state === "valid" && saysSame(one, says))) return;
  const edition = Math.max(0, ...own.map((one) => one.edition)) + 1;
  const threshold = await thresholdOf(training, services);
  const when = { threshold, issuedAt: services.clock.now() };
  await services.certificates.issue({ ...{ training, artisan, edition }, ...says, ...when });
}

/** Of each artisan the latest holds, and none where presence does not bear it. */
async function endOthers(
  training: string,
  all: readonly Entitlement[],
  services: IssueServices,
): Promise<void> {
  const { certificates, clock } = services;
  const may = new Set(all.filter((one) => one.entitled).map(({ artisan }) => artisan));
  const valid = (await certificates.of(training)).filter((one) => one.state === "valid");
  for (const one of valid) {
    const isLater = valid.some(
      ({ artisan, edition }) => artisan === one.artisan && edition > one.edition,
    );
    if (isLater) await certificates.end(one.id, "replaced", { at: clock.now() });
    else if (!may.has(one.artisan) && !one.nameless)
      await certificates.end(
        one.id,
        (await isMerged(one, may, services)) ? "replaced" : "revoked",
        { at: clock.now() },
      );
  }
}

/** Its record was united with one that has a certificate of its own. */
async function isMerged(
  { artisan }: IssuedCertificate,
  may: ReadonlySet<string>,
  { artisans }: IssueServices,
): Promise<boolean> {
  return may.has((await artisans.byId(artisan))?.mergedInto ?? "");
}
