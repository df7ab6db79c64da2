import { isInForce } from "../access/role.ts";
import type { Speech } from "../bot/language.ts";
import { type Delivery, type DeliveryChange, staffOf } from "./delivery.ts";
import { ended, roadTo, timeHindrance } from "./guard.ts";
import { letterCard } from "./letter-card.ts";
import type { Letter } from "./letter.ts";
import type { Notice } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import type { Prepared } from "./prepare.ts";

/** The guards of a letter right before the call, on fresh reads. */
export async function prepareLetter(
  notice: Notice,
  delivery: Delivery,
  services: NoticeServices,
): Promise<Prepared> {
  const { letter } = notice;
  if (!letter) return ended("cancelled", "noticeCancelled");
  const outdated = await whatMadeItOutdated(notice, letter, delivery.artisan, services);
  if (outdated) return outdated;
  const reader = await readerOf(delivery, letter, services);
  if ("change" in reader) return reader;
  const hour = timeHindrance(
    services.clock.now(),
    delivery.notAfter,
    letter.urgency,
    services.calendar,
  );
  if (hour) return { change: hour };
  const card = letterCard(reader.speech, letter, reader.name, notice.code);
  return {
    go: { chat: reader.chat, parcel: { is: "message", card }, silent: false, revision: 0 },
  };
}

async function whatMadeItOutdated(
  { training: id, planVersion }: Notice,
  { always, ofThisPlan, whileIn }: Letter,
  artisan: string,
  { enrolments, trainings }: NoticeServices,
): Promise<Prepared | undefined> {
  if (id === undefined) return undefined;
  const training = await trainings.byId(id);
  if (!training) return ended("cancelled", "noticeCancelled");
  if (training.state === "cancelled" && !always) return ended("cancelled", "noticeCancelled");
  if (ofThisPlan && training.planVersion !== planVersion) return ended("superseded", "planChanged");
  if (!whileIn) return undefined;
  const enrolment = await enrolments.one(id, artisan);
  const concerns = enrolment !== undefined && whileIn.includes(enrolment.state);
  return concerns ? undefined : ended("cancelled", "gaveUpSeat");
}

interface Reader {
  chat: number;
  name: string;
  speech: Speech;
}

async function readerOf(
  { artisan }: Delivery,
  { always }: Letter,
  { artisans, clock, people, roles, texts }: NoticeServices,
): Promise<Reader | { change: DeliveryChange }> {
  const staff = staffOf(artisan);
  if (staff !== undefined) {
    const now = clock.now();
    const holds = (await roles.of(staff)).some((grant) => isInForce(grant, now));
    if (!holds) return ended("cancelled", "roleEnded");
    return { chat: staff, name: "", speech: texts[(await people.languageOf(staff)) ?? "id"] };
  }
  const [contact] = await artisans.contacts([artisan]);
  const road = roadTo(contact, { always });
  if (!("chat" in road)) return { change: road };
  return { chat: road.chat, name: road.contact.name, speech: texts[road.contact.language] };
}
