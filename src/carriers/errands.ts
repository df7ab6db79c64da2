import type { Standing } from "../access/standing.ts";
import { needsCarrier } from "../notices/carried.ts";
import { deliveryId, type Delivery, toldId } from "../notices/delivery.ts";
import { attendeesOf } from "../notices/attendees.ts";
import { currentReminder, isOvertaken } from "../notices/guard.ts";
import type { Letter } from "../notices/letter.ts";
import type { Notice } from "../notices/notice.ts";
import type { Subject } from "../notices/notice-words.ts";
import type { Services } from "../services.ts";
import { isMeant } from "../trainings/reminder-audience.ts";
import type { Training } from "../trainings/training.ts";
import { carrierOf, type Errand, isOpen, type Leaders, type OpenErrand } from "./errand.ts";

export type ErrandServices = Pick<
  Services,
  | "calendar"
  | "carriedDeliveries"
  | "carriedPeople"
  | "clock"
  | "enrolments"
  | "marks"
  | "noticeCodes"
  | "notices"
  | "roles"
  | "trainings"
>;

/** Past its time an errand stays with the coordinators for so long. */
const LATE_MS = 7 * 86_400_000;

/** Every errand that is not told, of these artisans or of all; soonest first. */
export async function untoldErrands(
  services: ErrandServices,
  artisans?: readonly string[],
): Promise<Errand[]> {
  const since = new Date(services.clock.now().getTime() - LATE_MS);
  return errandsOf(await services.carriedDeliveries.untold(since, artisans), services);
}

/** All errands of a notice, also those that were run. */
export async function noticeErrands(notice: Notice, services: ErrandServices): Promise<Errand[]> {
  return errandsOf(await services.carriedDeliveries.ofNotice(notice.id), services);
}

/** One errand as it is now; undefined when there is none, or its person is gone. */
export async function errandBy(
  { code, artisan }: { code: string; artisan: string },
  services: ErrandServices,
): Promise<Errand | undefined> {
  const notice = await services.noticeCodes.byCode(code);
  if (!notice) return undefined;
  const id = deliveryId(notice.id, artisan);
  const { carriedDeliveries } = services;
  const [delivery, told] = [await carriedDeliveries.byId(id), await toldRow(notice, id, services)];
  const one = told && !(delivery && needsCarrier(delivery.state)) ? told : delivery;
  return one && (await errandsOf([one], services))[0];
}

/** That somebody is told of a correction is a delivery of its own. */
const toldRow = async (
  { kind }: Notice,
  id: string,
  { carriedDeliveries }: ErrandServices,
): Promise<Delivery | undefined> =>
  kind === "correction" ? carriedDeliveries.byId(toldId(id)) : undefined;

/** Of a correction that was to be mended and told, one is enough to be passed on. */
async function isDouble(
  { id, notice, artisan }: Delivery,
  { carriedDeliveries }: ErrandServices,
): Promise<boolean> {
  const mending = deliveryId(notice, artisan);
  if (id === mending) return false;
  const other = await carriedDeliveries.byId(mending);
  return other !== undefined && needsCarrier(other.state);
}

/** They have read, meanwhile, what they are to be reminded of. */
async function hasRead(
  { notice, delivery }: Pick<Errand, "notice" | "delivery">,
  { carriedDeliveries }: ErrandServices,
): Promise<boolean> {
  if (notice.kind !== "repeat" || notice.of === undefined) return false;
  const first = await carriedDeliveries.byId(deliveryId(notice.of, delivery.artisan));
  return first?.readAt !== undefined;
}

/** Deliveries with all that they depend on; those of people who are gone are left out. */
async function errandsOf(all: readonly Delivery[], services: ErrandServices): Promise<Errand[]> {
  const deliveries: Delivery[] = [];
  for (const one of all) if (!(await isDouble(one, services))) deliveries.push(one);
  const people = await services.carriedPeople.byIds([
    ...new Set(deliveries.map(({ artisan }) => artisan)),
  ]);
  const notices = new Map<string, NoticeFacts | undefined>();
  for (const id of new Set(deliveries.map(({ notice }) => notice)))
    notices.set(id, await noticeFacts(id, services));
  const errands: Errand[] = [];
  for (const delivery of deliveries) {
    const [about, person] = [notices.get(delivery.notice), people.get(delivery.artisan)];
    if (!about || !person) continue;
    const { notice, subject, still } = about;
    const holds =
      (!still || still.has(person.id)) && !(await hasRead({ notice, delivery }, services));
    errands.push({ delivery, person, notice, subject: holds ? subject : undefined });
  }
  return errands;
}

/** A notice, what it is about, and whom that still concerns if not all. */
type NoticeFacts = Pick<Errand, "notice" | "subject"> & { still?: ReadonlySet<string> };

async function noticeFacts(id: string, services: ErrandServices): Promise<NoticeFacts | undefined> {
  const notice = await withCode(id, services);
  if (!notice) return undefined;
  const subject = await subjectOf(notice, services);
  const still = await concerned(notice, subject, services);
  return { notice, subject, ...(still && { still }) };
}

/** A notice made before there were codes gets its own now: nobody is left out for the lack of it. */
async function withCode(
  id: string,
  { notices, noticeCodes }: ErrandServices,
): Promise<Errand["notice"] | undefined> {
  const found = await notices.byId(id);
  if (found && found.code === undefined) await noticeCodes.give(id);
  const notice = found?.code === undefined ? await notices.byId(id) : found;
  return notice?.code === undefined ? undefined : { ...notice, code: notice.code };
}

/** What a notice is about, while that holds. */
async function subjectOf(
  notice: Notice,
  { calendar, clock, notices, trainings }: ErrandServices,
): Promise<Subject | undefined> {
  if (notice.kind === "announcement") return { is: "announcement", notice };
  if (notice.kind === "repeat" || notice.kind === "correction") return originalOf(notice, notices);
  const training = await trainings.byId(notice.training ?? "");
  if (notice.letter) return letterOf(notice.letter, notice, training);
  const reminder = currentReminder(notice, training, calendar);
  const now = clock.now();
  if (!training || !reminder) return undefined;
  if (now >= notice.notAfter && isOvertaken(reminder, training, now, calendar)) return undefined;
  return { is: "reminder", training, reminder };
}

/** The words that hold now, of what is said once more or was corrected; the last correction only. */
async function originalOf(
  { kind, of, revision }: Notice,
  notices: ErrandServices["notices"],
): Promise<Subject | undefined> {
  const notice = await notices.byId(of ?? "");
  const isOld = kind === "correction" && notice !== undefined && revision < notice.revision;
  if (!notice || isOld || notice.state === "cancelled") return undefined;
  return { is: "announcement", notice };
}

function letterOf(
  letter: Letter,
  { planVersion, training: about }: Notice,
  training: Training | undefined,
): Subject | undefined {
  if (about !== undefined && !training) return undefined;
  if (training?.state === "cancelled" && !letter.always) return undefined;
  if (letter.ofThisPlan && training?.planVersion !== planVersion) return undefined;
  return { is: "letter", letter, ...(training && { training }) };
}

/** Ids of those whom it still concerns; undefined: all to whom it goes. */
async function concerned(
  { letter, training }: Notice,
  subject: Subject | undefined,
  services: ErrandServices,
): Promise<Set<string> | undefined> {
  const { enrolments } = services;
  if (subject?.is === "reminder") return attending(subject, services);
  if (!letter?.whileIn || training === undefined) return undefined;
  const found = await enrolments.of(training, letter.whileIn);
  return new Set(found.map(({ artisan }) => artisan));
}

async function attending(
  { training, reminder }: Subject & { is: "reminder" },
  services: ErrandServices,
): Promise<Set<string>> {
  const isPresent = reminder.to === "present";
  const present = isPresent ? await services.marks.presentIn(training.id) : [];
  const all = isPresent ? present : training.seatHolders;
  const attendees = await attendeesOf(training, all, present, services);
  return new Set(all.filter((id) => isMeant(reminder.to, attendees(id))));
}

/** Who leads which community at this moment and can be written to. */
export async function leadersNow({
  carriedPeople,
  clock,
  roles,
}: ErrandServices): Promise<Leaders> {
  const leading = (await roles.inForce(clock.now())).filter(({ role }) => role === "leader");
  const records = await carriedPeople.carriers(leading.map(({ telegram }) => telegram));
  const leaders = new Map<string, number[]>();
  for (const { telegram, scope } of leading) {
    const record = records.find((one) => one.telegram === telegram);
    if (scope === undefined || record?.community !== scope || !record.reachable) continue;
    leaders.set(scope, [...(leaders.get(scope) ?? []), telegram]);
  }
  return leaders;
}

/** What one person has to pass on, and how many of the rest lie with leaders. */
export async function errandsFor(
  { held, record }: Standing,
  services: ErrandServices,
): Promise<{ own: OpenErrand[]; withLeaders: number }> {
  const now = services.clock.now();
  const isCoordinator = held.some(({ role }) => role === "coordinator");
  const led = held.flatMap(({ role, scope }) => (role === "leader" && scope ? [scope] : []));
  const whose = isCoordinator ? undefined : await services.carriedPeople.membersOf(led);
  const leaders = await leadersNow(services);
  const open = (await untoldErrands(services, whose))
    .filter((errand) => isOpen(errand, now))
    .filter(({ person }) => person.id !== record?.id);
  const isOwn = (errand: OpenErrand) =>
    carrierOf(errand, leaders, now) === "leader"
      ? led.includes(errand.person.community ?? "")
      : isCoordinator;
  const own = open.filter(isOwn).sort((a, b) => rank(a, now) - rank(b, now));
  return { own, withLeaders: isCoordinator ? open.length - own.length : 0 };
}

/** What can still be in time comes first. */
function rank({ delivery }: Errand, now: Date): number {
  return delivery.notAfter <= now ? 1 : 0;
}
