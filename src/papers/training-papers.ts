import type { Mark } from "../attendance/mark.ts";
import { showDatesInLetter } from "../dates.ts";
import type { Services } from "../services.ts";
import { type Training, whereOf } from "../trainings/training.ts";
import type { AttendanceRow, AttendanceSheet, MarkRoad } from "./attendance-sheet.ts";
import type { InvitationLetter } from "./invitation-letter.ts";
import type { TrainingEnd } from "./official-report.ts";
import { frameNow } from "./paper-frame.ts";
import type { ParticipantList } from "./participant-list.ts";
import type { Timetable } from "./timetable.ts";
import { type Participant, participantsOf } from "./training-participants.ts";

export type PaperServices = Pick<
  Services,
  "artisans" | "clock" | "communities" | "emblem" | "enrolments" | "marks" | "places" | "settings"
>;

/** A sheet with whom it names: they stand in the audit before it is shown. */
export interface Naming<Sheet> {
  whom: string[];
  sheet: Sheet;
}

const ROADS: Record<Mark["road"], MarkRoad> = {
  code: "room",
  tick: "tick",
  card: "card",
  paper: "paper",
};

/**
 * The attendance sheet of one day.
 * @param at which of its days, from 0
 * @throws RangeError where the training has no such day
 */
export async function attendanceOf(
  training: Training,
  at: number,
  look: Pick<AttendanceSheet, "filled" | "withPhones">,
  services: PaperServices,
): Promise<Naming<AttendanceSheet>> {
  const day = training.days[at];
  if (!day) throw new RangeError("the training has no such day");
  const { date, from, until, topic } = day;
  const people = await participantsOf(training, services);
  const marks = firstMarks(await services.marks.of(training.id, date));
  const rows = people.map(({ artisan, row, phone }): AttendanceRow => {
    const mark = marks.get(artisan);
    return {
      ...row,
      ...(look.withPhones && phone !== undefined && { phone }),
      ...(mark && { mark: { at: mark.at, road: ROADS[mark.road] } }),
    };
  });
  return {
    whom: idsOf(people),
    sheet: {
      ...(await frameNow(services)),
      ...{ training: training.title, ...look, rows },
      place: day.place ?? whereOf(training),
      day: {
        ...{ number: at + 1, of: training.days.length, date, from, until },
        ...(topic !== undefined && { topic }),
      },
    },
  };
}

/** Of each person the mark that proved the presence first. */
function firstMarks(marks: readonly Mark[]): Map<string, Mark> {
  const counted = marks.filter(({ voided }) => !voided);
  const latestFirst = counted.sort((a, b) => b.at.getTime() - a.at.getTime());
  return new Map(latestFirst.map((mark) => [mark.artisan, mark]));
}

const idsOf = (people: readonly Participant[]) => people.map(({ artisan }) => artisan);

const datesOf = ({ days }: Training) => days.map(({ date }) => date);

/** Who takes part. */
export async function participantListOf(
  training: Training,
  { withPhones }: Pick<ParticipantList, "withPhones">,
  services: PaperServices,
): Promise<Naming<ParticipantList>> {
  const people = await participantsOf(training, services);
  const rows = people.map(({ row, phone }) => ({
    ...row,
    ...(withPhones && phone !== undefined && { phone }),
  }));
  return {
    whom: idsOf(people),
    sheet: {
      ...(await frameNow(services)),
      ...{ training: training.title, place: whereOf(training), dates: datesOf(training) },
      ...{ withPhones, rows },
    },
  };
}

/** The letter that invites to it; what is not known of its signer is left to fill. */
export async function invitationOf(
  training: Training,
  services: PaperServices,
): Promise<InvitationLetter> {
  const { bring, gathering, days, title } = training;
  const notes = [
    ...(bring.length ? [`Mohon membawa ${bring.join(", ")}`] : []),
    ...(gathering
      ? [`Berkumpul di ${gathering.place} pukul ${gathering.at.replace(":", ".")} WIB`]
      : []),
  ];
  return {
    ...(await frameNow(services)),
    ...{ event: title, days, place: whereOf(training), notes },
  };
}

/** Its days with what is taught. */
export async function timetableOf(training: Training, services: PaperServices): Promise<Timetable> {
  const { title, bring, gathering, contact } = training;
  const days = training.days.map(({ date, from, until, place, topic, sessions = [] }) => ({
    ...{ date, from, until },
    ...(place !== undefined && { place }),
    sessions: sessions.length
      ? sessions.map(({ topic, trainer, lessonHours }) => ({
          ...{ topic, jp: lessonHours },
          ...(trainer !== undefined && { trainer }),
        }))
      : topic === undefined
        ? []
        : [{ topic }],
  }));
  return {
    ...(await frameNow(services)),
    ...{ training: title, place: whereOf(training), days, bring, contact },
    ...(gathering && { gathering }),
  };
}

/** The report of its end; the figures are counted by whoever has them. */
export async function endOf(
  training: Training,
  figures: Omit<TrainingEnd["figures"], "lessonHours">,
  services: PaperServices,
): Promise<TrainingEnd> {
  const sessions = training.days.flatMap(({ sessions = [] }) => sessions);
  return {
    ...(await frameNow(services)),
    ...{ kind: "training", training: training.title, place: whereOf(training) },
    date: training.days.at(-1)?.date ?? "",
    days: showDatesInLetter(datesOf(training)),
    figures: { ...figures, lessonHours: sessions.reduce((sum, one) => sum + one.lessonHours, 0) },
    ...{ organiser: { position: training.organiser }, witness: {} },
  };
}
