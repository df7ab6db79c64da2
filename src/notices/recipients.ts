import { type Audience, everybody, type Seats, type Selection, selectionOf } from "./audience.ts";
import {
  type Delivery,
  deliveryId,
  isOpen,
  type NewDelivery,
  staffId,
  staffOf,
  toldId,
} from "./delivery.ts";
import { currentReminder, roadTo, timeHindrance, wasDueBefore } from "./guard.ts";
import { needsCarrier } from "./carried.ts";
import { attendeesOf, knowOfChange } from "./attendees.ts";
import type { Notice } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import type { Urgency } from "./quiet-hours.ts";
import { isMeant } from "../trainings/reminder-audience.ts";
import { hasEnded } from "../trainings/training.ts";

export type ListServices = Pick<
  NoticeServices,
  | "audiences"
  | "artisans"
  | "calendar"
  | "clock"
  | "deliveries"
  | "enrolments"
  | "marks"
  | "noticeDrafts"
  | "notices"
  | "roles"
  | "trainings"
>;

/** A row of a notice as far as the one who lists it must know. */
export type Row = Pick<NewDelivery, "artisan"> &
  Partial<Pick<NewDelivery, "id" | "state" | "reason" | "nextAt" | "after" | "act">>;

/** Rows, and the artisan after whom the rest comes; the last page has no cursor. */
export interface Page {
  rows: Row[];
  cursor?: string;
}

/** later: it must wait for another notice. cancelled: there is nothing to send any more. */
export type Found = Page | "later" | "cancelled";

/** Who comes after the cursor, at most so many, in the order of their ids. */
export function recipientsAfter(
  notice: Notice,
  limit: number,
  services: ListServices,
): Promise<Found> {
  switch (notice.kind) {
    case "reminder":
      return attending(notice, limit, services);
    case "announcement":
      return audience(notice, limit, services);
    case "repeat":
      return unread(notice, limit, services);
    case "correction":
      return sentBefore(notice, limit, services);
    case "letter":
      return named(notice, limit, services);
    case "report":
    case "daily":
      return staff(notice, services);
  }
}

/** Those of a training whom this reminder is for, as they stand now. */
async function attending(notice: Notice, limit: number, services: ListServices): Promise<Found> {
  const { calendar, marks, trainings } = services;
  const training = await trainings.byId(notice.training ?? "");
  const reminder = currentReminder(notice, training, calendar);
  if (!training || !reminder) return "cancelled";
  const present = reminder.to === "present" ? await marks.presentIn(training.id) : [];
  const all = reminder.to === "present" ? present : training.seatHolders;
  const rest = all.filter((artisan) => artisan > notice.cursor).sort();
  const ids = rest.slice(0, limit);
  const attendees = await attendeesOf(training, ids, present, services);
  const told = wasDueBefore(reminder, training) ? await knowOfChange(training, services) : [];
  const meant = ids.filter((id) => isMeant(reminder.to, attendees(id)) && !told.includes(id));
  return pageOf(await withRoads(meant, notice, reminder.urgency, services), ids, limit);
}

async function audience(notice: Notice, limit: number, services: ListServices): Promise<Found> {
  const { audience: rule = everybody(), community, asOf } = notice;
  const selection = await selectionFor(rule, community, asOf, services);
  const ids = await services.audiences.after(selection, notice.cursor, limit);
  return pageOf(await withRoads(ids, notice, "announcement", services), ids, limit);
}

/** Those whom a letter names; accounts of the staff are looked up at the call. */
async function named(notice: Notice, limit: number, services: ListServices): Promise<Found> {
  const { cursor, letter, to = [] } = notice;
  const ids = to.filter((one) => one > cursor).slice(0, limit);
  const people = ids.filter((one) => staffOf(one) === undefined);
  const { urgency = "anyTime", always } = letter ?? {};
  const rows = await withRoads(people, notice, urgency, services, { always });
  const staffRows = ids.filter((one) => !people.includes(one)).map((artisan) => ({ artisan }));
  const follows = letter?.follows;
  const all = [...rows, ...staffRows].map((row) =>
    follows === undefined ? row : { ...row, after: deliveryId(follows, row.artisan) },
  );
  return pageOf(all, ids, limit);
}

/** The audience with trainings looked up as they are now. */
export async function selectionFor(
  rule: Audience,
  community: string | undefined,
  asOf: Date,
  { trainings }: Pick<NoticeServices, "trainings">,
): Promise<Selection> {
  const asksForTrainings =
    rule.trained !== undefined || rule.only.pel.length > 0 || rule.except.pel.length > 0;
  const told = asksForTrainings ? await trainings.everTold() : [];
  const seats: Seats = {
    holders: new Map(told.map(({ id, seatHolders: holders }) => [id, holders])),
    trained: told.filter((one) => hasEnded(one, asOf)).flatMap((one) => one.seatHolders),
  };
  return selectionOf(rule, community, seats, asOf);
}

const pageOf = (rows: Row[], ids: readonly string[], limit: number): Page => {
  const last = ids.at(-1);
  return { rows, ...(ids.length === limit && last !== undefined && { cursor: last }) };
};

/** Who has no road, or whose hour will not come, is at the end already. */
async function withRoads(
  ids: readonly string[],
  { notAfter }: Notice,
  urgency: Urgency | "anyTime",
  { artisans, calendar, clock }: ListServices,
  options: { always?: boolean | undefined } = {},
): Promise<Row[]> {
  const contacts = new Map((await artisans.contacts(ids)).map((one) => [one.id, one]));
  const hour = timeHindrance(clock.now(), notAfter, urgency, calendar);
  return ids.map((artisan) => {
    const road = roadTo(contacts.get(artisan), options);
    return { artisan, ...("chat" in road ? hour : road) };
  });
}

/** The notice's rows from its cursor on; "later" while it is not wholly listed itself. */
async function rowsOf(
  { of = "", cursor }: Notice,
  limit: number,
  { deliveries, notices }: ListServices,
): Promise<Delivery[] | "later"> {
  const original = await notices.byId(of);
  if (original?.state === "queued" || original?.state === "expanding") return "later";
  return deliveries.after(of, cursor, limit);
}

async function unread(notice: Notice, limit: number, services: ListServices): Promise<Found> {
  const found = await rowsOf(notice, limit, services);
  if (found === "later") return found;
  const rows = found
    .filter(({ state, readAt }) => state === "sent" && readAt === undefined)
    .map(({ artisan, id }): Row => ({ artisan, after: id }));
  return pageOf(
    rows,
    found.map(({ artisan }) => artisan),
    limit,
  );
}

/** Whoever has it, or will have: the message is mended; who had read it is told as well. */
async function sentBefore(notice: Notice, limit: number, services: ListServices): Promise<Found> {
  const { content, of = "", revision } = notice;
  const { clock, noticeDrafts } = services;
  if (content) await noticeDrafts.correct(of, revision, content, clock.now());
  const found = await rowsOf(notice, limit, services);
  if (found === "later") return found;
  const rows = found.flatMap((one) => correctionRows(notice.id, one));
  return pageOf(
    rows,
    found.map(({ artisan }) => artisan),
    limit,
  );
}

function correctionRows(notice: string, original: Delivery): Row[] {
  const { artisan, carried, id: after, messageId, readAt, state } = original;
  const isEditable = isOpen(original) || (state === "sent" && messageId !== undefined);
  const mustTell = readAt !== undefined || state === "unknown";
  const heardIt = needsCarrier(state) && carried?.state === "told" && !mustTell;
  return [
    // Who told them the old words tells them the new ones.
    ...(heardIt ? [byHandRow(original)] : []),
    ...(isEditable ? [{ artisan, after, act: "edit" as const }] : []),
    ...(mustTell
      ? [{ id: toldId(deliveryId(notice, artisan)), artisan, after, act: "tell" as const }]
      : []),
  ];
}

const byHandRow = ({ artisan, reason }: Delivery): Row => ({
  ...{ artisan, state: "byHand", act: "tell" },
  ...(reason !== undefined && { reason }),
});

async function staff(notice: Notice, { clock, notices, roles }: ListServices): Promise<Found> {
  if (notice.kind === "daily") {
    const holders = await roles.holders("coordinator", clock.now());
    return { rows: holders.map((telegram) => ({ artisan: staffId(telegram) })) };
  }
  const of = await notices.byId(notice.of ?? "");
  const readers = new Set([of?.author, of?.confirmedBy].filter((one) => one !== undefined));
  return { rows: [...readers].map((telegram) => ({ artisan: staffId(telegram) })) };
}
