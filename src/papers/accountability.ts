import type { Artisan } from "../artisans/artisan.ts";
import { presencesOf } from "../attendance/mark.ts";
import { daysToCheck } from "../attendance/roll.ts";
import { showShortDate } from "../dates.ts";
import { totalsOf as feedbackTotals } from "../feedback/totals.ts";
import { subjectLabel } from "../notices/notice-words.ts";
import { totalsOf as noticeTotals } from "../notices/report.ts";
import { NOBODY } from "../privacy/holding.ts";
import { differences } from "../promises/differences.ts";
import { readersOf } from "../promises/ledger.ts";
import { changeId } from "../promises/plan-entry.ts";
import { showDifferences } from "../promises/show-plan.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { accountabilityFile } from "./accountability-file.ts";
import * as lists from "./accountability-lists.ts";
import { biodataList, photosList } from "./accountability-people.ts";
import { attendancePdf, attendanceXlsx } from "./attendance-sheet.ts";
import { officialReportPdf } from "./official-report.ts";
import { participantPdf, participantSheet } from "./participant-list.ts";
import { timetablePdf } from "./timetable.ts";
import { figuresOf } from "./training-figures.ts";
import { attendanceOf, endOf, participantListOf, timetableOf } from "./training-papers.ts";
import { type Participant, participantsOf } from "./training-participants.ts";
import { placedPhotos, type TrainingPhoto } from "./training-photo.ts";
import type { ZipPart } from "./zip.ts";

/** More than a training has participants. */
const AT_MOST = 5_000;

/** All that the records say of a training once it is over, read before the first byte is written. */
export async function recordsOf(
  training: Training,
  services: Services,
  nameOfSender: (telegram: number) => Promise<string>,
) {
  const { certificates, choices, marks, receipts, surveys } = services;
  const people = await participantsOf(training, services);
  const all = await marks.of(training.id);
  const said = await surveys.of(training.id);
  const toCheck = await daysToCheck(training, services);
  const figures = await figuresOf(training, services);
  const photos = await services.trainingPhotos.of(training.id);
  return {
    ...{ people, photos, senders: await sendersOf(photos, nameOfSender) },
    records: await peopleOf(people, services),
    places: services.places,
    pictureOf: (id: string) => services.trainingPhotos.bytesOf(id),
    ...{ training, marks: all, toCheck, figures },
    rolls: await rollsOf(training, toCheck, services),
    list: (await participantListOf(training, { withPhones: false }, services)).sheet,
    timetable: await timetableOf(training, services),
    end: await endOf(training, figures, services),
    names: await namesOf(training, people, services),
    certificates: await certificates.of(training.id),
    choices: await choices.of(training.id),
    receipts: await receipts.of(training.id, "transport"),
    feedback: feedbackTotals(said, await surveys.quizOf(training.id)),
    changes: await changesOf(training, services),
    notices: await noticesOf(training, services),
  };
}

type Records = Awaited<ReturnType<typeof recordsOf>>;

/** The attendance sheets of the days that make a paper. */
async function rollsOf(training: Training, toCheck: readonly string[], services: Services) {
  const look = { filled: true, withPhones: false };
  const made = await Promise.all(
    training.days.map((_, at) => attendanceOf(training, at, look, services)),
  );
  return made.map(({ sheet }) => sheet).filter(({ day }) => !toCheck.includes(day.date));
}

/** Names of those who take part, and of those the choice was about. */
async function namesOf(
  training: Training,
  people: Awaited<ReturnType<typeof participantsOf>>,
  { artisans, choices }: Services,
): Promise<Map<string, string>> {
  const names = new Map(people.map(({ artisan, row }) => [artisan, row.name]));
  for (const { artisan, over } of await choices.of(training.id))
    for (const id of [artisan, ...over]) {
      const name = names.has(id) ? undefined : (await artisans.byId(id))?.name;
      if (name !== undefined) names.set(id, name);
    }
  return names;
}

/** Who sent photos, asked now and kept nowhere. */
async function sendersOf(
  photos: readonly TrainingPhoto[],
  nameOfSender: (telegram: number) => Promise<string>,
): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const by of new Set(photos.map((photo) => photo.by)))
    if (by !== NOBODY) names.set(by, await nameOfSender(by));
  return names;
}

async function peopleOf(
  people: readonly Participant[],
  { artisans }: Services,
): Promise<Map<string, Artisan>> {
  const found = await Promise.all(people.map(({ artisan }) => artisans.byId(artisan)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
}

async function changesOf(
  { id }: Training,
  { deliveries, plans, settings, texts }: Services,
): Promise<lists.ToldChange[]> {
  const manner = { showAmounts: await settings.showAmounts() };
  return Promise.all(
    (await plans.of(id)).map(async ({ version, at, before, after }) => {
      const readers = readersOf(await deliveries.after(changeId(id, version), "", AT_MOST));
      const shown = showDifferences(texts.id, differences(before, after), manner);
      return {
        ...{ version, at, lines: shown.split("\n").filter(Boolean) },
        ...{ read: readers.read.length, unread: readers.unread.length },
        byHand: readers.byHand.length,
      };
    }),
  );
}

async function noticesOf({ id }: Training, services: Services) {
  const all = await services.notices.ofTraining(id);
  return Promise.all(
    all.map(async (notice) => {
      const { letter, rule = "" } = notice;
      const label = letter
        ? subjectLabel(services.texts.id, { is: "letter", letter })
        : `Pengingat ${rule}`;
      return { ...(await noticeTotals(notice, services)), label };
    }),
  );
}

/** Whom the file names: they stand in the audit before it is made. */
export const namedIn = ({ names }: Records): string[] => [...names.keys()];

/** The Paket SPJ of these records, as a stream: a ZIP whose manifest counts them. */
export function accountabilityOf(records: Records) {
  const { letterhead, origin } = records.list;
  const { title } = records.training;
  return accountabilityFile({
    ...{ title: `Paket SPJ ${title}`, office: letterhead.office, origin },
    counts: countsOf(records),
    parts: partsOf(records),
  });
}

/** What was counted; each number is that of the records. */
function countsOf(records: Records): [string, number][] {
  const { training, figures, marks, certificates, notices, receipts } = records;
  const presences = presencesOf(marks);
  const states = (state: string) => certificates.filter((one) => one.state === state).length;
  return [
    ["Peserta", figures.participants],
    ...training.days.map(({ date }): [string, number] => [
      `Hadir ${showShortDate(date)}`,
      presences.filter((one) => one.date === date).length,
    ]),
    ["Memenuhi kehadiran", figures.completed],
    ["Sertifikat berlaku", states("valid")],
    ["Sertifikat diganti", states("replaced")],
    ["Sertifikat dicabut", states("revoked")],
    ["Perubahan rencana", records.changes.length],
    ["Tanda terima transpor", receipts.filter(({ state }) => state === "received").length],
    ["Pemberitahuan", notices.length],
    ["Kiriman pemberitahuan", notices.reduce((sum, { total }) => sum + total, 0)],
    ["Kesan peserta", records.feedback.count],
    ["Alasan pemilihan", records.choices.length],
    ["Hadir susulan dan batal", marks.filter(lists.isOdd).length],
    ["Hari yang masih perlu dicek (tanpa daftar hadir terisi)", records.toCheck.length],
    ["Foto", records.photos.length],
    ...training.days.flatMap(({ date }): [string, number][] => {
      const count = records.photos.filter((photo) => photo.date === date).length;
      return count ? [[`Foto ${showShortDate(date)}`, count]] : [];
    }),
  ];
}

async function* partsOf(records: Records): AsyncGenerator<ZipPart> {
  for (const sheet of records.rolls) {
    const name = `hadir/daftar-hadir-${sheet.day.date}`;
    yield { name: `${name}.pdf`, bytes: await attendancePdf(sheet) };
    yield { name: `${name}.xlsx`, bytes: attendanceXlsx(sheet) };
  }
  yield { name: "daftar-peserta.pdf", bytes: await participantPdf(records.list) };
  yield { name: "daftar-peserta.xlsx", bytes: participantSheet("xlsx", records.list) };
  yield { name: "jadwal.pdf", bytes: await timetablePdf(records.timetable) };
  yield { name: "berita-acara-penutupan.pdf", bytes: await officialReportPdf(records.end) };
  for (const list of listsOf(records))
    yield { name: `${list.file}.xlsx`, bytes: lists.listBytes(list) };
  // One at a time: of many photos only one is in memory.
  for (const { photo, path } of placedPhotos(records.photos)) {
    const bytes = await records.pictureOf(photo.id);
    if (bytes) yield { name: path, bytes };
  }
}

function listsOf(records: Records): lists.List[] {
  const nameOf = (id: string) => records.names.get(id) ?? "(data dihapus)";
  return [
    biodataList(records.people, records.records, records.places),
    lists.changesList(records.changes),
    lists.receiptsList(records.receipts, nameOf),
    lists.noticesList(records.notices),
    lists.feedbackList(records.feedback),
    lists.certificatesList(records.certificates),
    lists.choicesList(records.choices, nameOf),
    lists.oddMarksList(records.marks, nameOf),
    ...(records.photos.length ? [photosList(records.photos, records.senders)] : []),
  ];
}
