import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** One entry of a calendar; its moments are instants. */
export interface CalendarEvent {
  /** The same at every change: a calendar then moves the entry it has. */
  uid: string;
  /** Rises with every change. */
  sequence: number;
  from: Date;
  until: Date;
  title: string;
  place: string;
  words?: string;
  isCancelled: boolean;
}

/**
 * An iCalendar file (RFC 5545). Instants are written in UTC, which every calendar shows at home:
 * the library's own zones put them seven hours wrong. `stamp` stands for the moment of making, so
 * that the same plan makes the same file.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], stamp: Date): Buffer {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Sanggar", product: "Jadwal Pelatihan", language: "ID" },
    events: events.map(({ uid, sequence, from, until, title, place, words, isCancelled }) => ({
      ...{ id: uid, sequence, stamp, start: from, end: until, summary: title, location: place },
      ...(words !== undefined && { description: words }),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })),
  });
  return Buffer.from(calendar.toString(), "utf8");
}
