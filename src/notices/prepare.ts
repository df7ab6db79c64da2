import { isInForce } from "../access/role.ts";
import type { Contact } from "../artisans/artisan.ts";
import { announcement, correctedParcel, mended, repeatParcel } from "./announcement-card.ts";
import { type Delivery, type DeliveryChange, deliveryId, isOpen, staffOf } from "./delivery.ts";
import { attendeesOf, knowOfChange } from "./attendees.ts";
import {
  clear,
  currentReminder,
  ended,
  type Facts,
  roadTo,
  timeHindrance,
  wasDueBefore,
} from "./guard.ts";
import type { Notice } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import type { Parcel } from "./parcel.ts";
import type { Urgency } from "./quiet-hours.ts";
import { prepareLetter } from "./prepare-letter.ts";
import { reminderCard } from "./reminder-card.ts";
import { staffCard } from "./staff-line.ts";

/** Nothing stands against the call: all that it needs. */
export interface Ready {
  chat: number;
  parcel: Parcel;
  silent: boolean;
  /** Which content of the notice goes out. */
  revision: number;
  /** Whose files go out, if any do. */
  notice?: Notice;
  /** Done once Telegram has taken it, before it is recorded; may be done twice. */
  then?: () => Promise<unknown>;
}

export type Prepared = { go: Ready } | { change: DeliveryChange };

const PAUSED_MS = 30_000;
const EARLIER_MS = 5_000;

/** The guards right before the call, all on fresh reads; what goes out, or what becomes of it. */
export async function prepare(delivery: Delivery, services: NoticeServices): Promise<Prepared> {
  const { clock, deliveries, notices } = services;
  const [notice, earlier] = await Promise.all([
    notices.byId(delivery.notice),
    delivery.after === undefined ? undefined : deliveries.byId(delivery.after),
  ]);
  const later = (ms: number) => new Date(clock.now().getTime() + ms);
  if (!notice || notice.state === "cancelled") return ended("cancelled", "noticeCancelled");
  if (notice.state === "paused") return wait("noticePaused", later(PAUSED_MS));
  if (earlier && isOpen(earlier)) return wait("waitsForEarlier", later(EARLIER_MS));
  switch (notice.kind) {
    case "reminder":
      return prepareReminder(notice, delivery, services);
    case "announcement":
      return prepareAnnouncement(notice, delivery, services);
    case "repeat":
      return prepareRepeat(notice, delivery, earlier, services);
    case "correction":
      return prepareCorrection(notice, delivery, earlier, services);
    case "letter":
      return prepareLetter(notice, delivery, services);
    case "report":
    case "daily":
      return prepareStaffLine(notice, delivery, services);
    default:
      // Of a newer build that was taken back; what its sender had in hand when it died.
      return { change: { state: "ready", nextAt: later(PAUSED_MS) } };
  }
}

async function prepareReminder(
  notice: Notice,
  delivery: Delivery,
  services: NoticeServices,
): Promise<Prepared> {
  const { calendar, clock, texts } = services;
  const facts = await factsOf(notice, delivery, services);
  const now = clock.now();
  const checked = clear(facts, delivery, now, calendar);
  if ("change" in checked) return checked;
  const { training: open, reminder, contact: reader, chat } = checked.go;
  const speech = texts[reader.language];
  const card = reminderCard(speech, open, reminder, reader.name, now, notice.code);
  return { go: { chat, parcel: { is: "message", card }, silent: reminder.silent, revision: 0 } };
}

/** All that a reminder depends on, read now. */
async function factsOf(
  notice: Notice,
  { artisan }: Delivery,
  services: NoticeServices,
): Promise<Facts> {
  const { artisans, calendar, marks, trainings } = services;
  const [training, [contact]] = await Promise.all([
    trainings.byId(notice.training ?? ""),
    artisans.contacts([artisan]),
  ]);
  const reminder = currentReminder(notice, training, calendar);
  if (!training || !reminder)
    return { notice, training, contact, attendee: NOBODY, knowsChange: false };
  const present = reminder.to === "present" ? await marks.presentIn(training.id) : [];
  const attendees = await attendeesOf(training, [artisan], present, services);
  const told = wasDueBefore(reminder, training) ? await knowOfChange(training, services) : [];
  const knowsChange = told.includes(artisan);
  return { notice, training, contact, attendee: attendees(artisan), knowsChange };
}

const NOBODY = { holdsSeat: false, state: undefined, wasPresent: false };

/** Whoever can be written to at this hour. */
async function reader(
  { artisan, notAfter }: Delivery,
  urgency: Urgency | "anyTime",
  { artisans, calendar, clock }: NoticeServices,
): Promise<{ contact: Contact; chat: number } | { change: DeliveryChange }> {
  const [contact] = await artisans.contacts([artisan]);
  const road = roadTo(contact);
  if (!("chat" in road)) return { change: road };
  const hour = timeHindrance(clock.now(), notAfter, urgency, calendar);
  return hour ? { change: hour } : road;
}

async function prepareAnnouncement(
  notice: Notice,
  delivery: Delivery,
  services: NoticeServices,
): Promise<Prepared> {
  const found = await reader(delivery, "announcement", services);
  if ("change" in found) return found;
  const { contact, chat } = found;
  if (!contact.news) return ended("cancelled", "optedOut");
  const parcel = announcement(services.texts[contact.language], notice);
  return { go: { chat, parcel, silent: false, revision: notice.revision, notice } };
}

async function prepareRepeat(
  notice: Notice,
  delivery: Delivery,
  original: Delivery | undefined,
  services: NoticeServices,
): Promise<Prepared> {
  if (original?.messageId === undefined || original.readAt)
    return ended("cancelled", "alreadyRead");
  const found = await reader(delivery, "announcement", services);
  if ("change" in found) return found;
  const { contact, chat } = found;
  if (!contact.news) return ended("cancelled", "optedOut");
  const of = await services.notices.byId(notice.of ?? "");
  if (!of || of.state === "cancelled") return ended("cancelled", "noticeCancelled");
  const parcel = repeatParcel(services.texts[contact.language], of, original.messageId);
  return { go: { chat, parcel, silent: false, revision: notice.revision } };
}

async function prepareCorrection(
  notice: Notice,
  delivery: Delivery,
  original: Delivery | undefined,
  services: NoticeServices,
): Promise<Prepared> {
  const { deliveries, notices, texts } = services;
  const of = await notices.byId(notice.of ?? "");
  if (!of || !original) return ended("cancelled", "noticeCancelled");
  const isEdit = delivery.act === "edit";
  const { messageId, revision = 0 } = original;
  if (isEdit && (messageId === undefined || original.chat === undefined || revision >= of.revision))
    return ended("cancelled", "alreadyCorrected");
  const found = await reader(delivery, isEdit ? "anyTime" : "announcement", services);
  if ("change" in found) return found;
  const { contact, chat } = found;
  const speech = texts[contact.language];
  if (!isEdit || messageId === undefined) {
    const parcel = correctedParcel(speech, of, messageId);
    return { go: { chat, parcel, silent: false, revision: of.revision } };
  }
  return {
    go: {
      chat: original.chat ?? chat,
      parcel: mended(speech, of, messageId, original.readAt !== undefined),
      ...{ silent: true, revision: of.revision },
      then: () => deliveries.revised(deliveryId(of.id, delivery.artisan), of.revision),
    },
  };
}

async function prepareStaffLine(
  notice: Notice,
  delivery: Delivery,
  services: NoticeServices,
): Promise<Prepared> {
  const { calendar, clock, people, roles, texts } = services;
  const chat = staffOf(delivery.artisan);
  const grants = chat === undefined ? [] : await roles.of(chat);
  const now = clock.now();
  const holds = grants.some(
    (grant) =>
      isInForce(grant, now) &&
      (grant.role === "coordinator" || (grant.role === "leader" && notice.kind === "report")),
  );
  if (chat === undefined || !holds) return ended("cancelled", "roleEnded");
  const urgency = notice.kind === "report" ? "anyTime" : "reminder";
  const hour = timeHindrance(now, delivery.notAfter, urgency, calendar);
  if (hour) return { change: hour };
  const card = await staffCard(texts[(await people.languageOf(chat)) ?? "id"], notice, services);
  if (!card) return ended("cancelled", "noticeCancelled");
  return { go: { chat, parcel: { is: "message", card }, silent: false, revision: 0 } };
}

function wait(reason: "noticePaused" | "waitsForEarlier", nextAt: Date): Prepared {
  return { change: { state: "ready", reason, nextAt } };
}
