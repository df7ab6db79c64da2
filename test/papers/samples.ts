import type { AttendanceRow, AttendanceSheet } from "../../src/papers/attendance-sheet.ts";
import type { Certificate, CertificateFrame } from "../../src/papers/certificate.ts";
import type { InvitationLetter } from "../../src/papers/invitation-letter.ts";
import type { LeaderChoice, ToolHandover, TrainingEnd } from "../../src/papers/official-report.ts";
import type { Frame } from "../../src/papers/origin.ts";
import type { ParticipantList } from "../../src/papers/participant-list.ts";
import type { Timetable } from "../../src/papers/timetable.ts";

/** Invented people; names that papers trip over. */
export const NAMES = [
  ...["Siti Nur'aini", "Éva Marliana", "Hj. Ma’rifah, S.Pd.", "Asep Sunandar", "Rina"],
  ...["Raden Ajeng Dewi Kusumawardhani binti H. Muhammad Syarifuddin", "Tuti Alawiyah"],
  ...["Nguyễn Thị Hạnh", "Ujang Ćirić-Łukasz", "Sri Wulandari"],
];

export const ORIGIN = {
  madeAt: new Date("2025-08-22T09:05:00Z"),
  asOf: new Date("2025-08-22T09:00:00Z"),
};

export const FRAME: Frame = {
  letterhead: {
    office: "Dinas Koperasi, UMKM, Perindustrian dan Perdagangan Kabupaten Serang",
    address: "Jalan Contoh Nomor 1, Kabupaten Serang · Telepon (0254) 000000",
  },
  origin: ORIGIN,
};

export const TRAINING = "Pelatihan Aksesori Bros untuk Perajin Kabupaten Serang";
export const PLACE = "UTC Dago Hotel, Kota Bandung";
export const DATES = ["2025-08-22", "2025-08-23", "2025-08-24", "2025-08-25", "2025-08-26"];

const PLACES = ["Kec. Petir", "Desa Cirangkong, Kec. Petir", "Kec. Bandung, Kab. Serang"];
const GROUPS = ["Manik Melati", "Anyam Rukun, Kragilan", "Usaha Bros & Aksesori Nur'aini 🌸"];
const ROADS = ["room", "tick", "card", "paper"] as const;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

export function attendanceRows(count: number): AttendanceRow[] {
  return Array.from({ length: count }, (_, at) => ({
    name: at < NAMES.length ? pick(NAMES, at) : `${pick(NAMES, at)} ${at + 1}`,
    sex: at % 4 === 0 ? "L" : "P",
    place: pick(PLACES, at),
    group: pick(GROUPS, at),
    phone: `+62812${String(34_567_000 + at)}`,
    ...(at % 7 !== 3 && {
      mark: { at: new Date(ORIGIN.asOf.getTime() - at * 60_000), road: pick(ROADS, at) },
    }),
  }));
}

export function attendance(change: Partial<AttendanceSheet> = {}): AttendanceSheet {
  return {
    ...{ ...FRAME, training: TRAINING, place: PLACE, withPhones: false, filled: false },
    day: { number: 1, of: 5, date: "2025-08-22", from: "09:00", until: "15:00", topic: "Dasar bros" },
    rows: attendanceRows(20),
    ...change,
  };
}

export function participants(change: Partial<ParticipantList> = {}): ParticipantList {
  return {
    ...{ ...FRAME, training: TRAINING, place: PLACE, dates: DATES, withPhones: true },
    rows: attendanceRows(20).map(({ mark: _, ...row }) => ({
      ...{ ...row, crafts: ["Aksesori & perhiasan", "Rajut & makrame"], state: "pasti hadir" },
    })),
    ...change,
  };
}

export const INVITATION: InvitationLetter = {
  ...FRAME,
  event: TRAINING,
  place: PLACE,
  days: DATES.map((date) => ({ date, from: "09:00", until: "15:00" })),
  notes: ["Membawa alat tulis dan contoh karya", "Berkumpul di halaman kantor dinas, pukul 06.00 WIB"],
  signer: { role: "Kepala Dinas" },
};

export const TOOLS: ToolHandover = {
  ...{ ...FRAME, kind: "tools", date: "2025-08-22", place: PLACE },
  from: { name: "Bagus Pramana", position: "Koordinator pelatihan" },
  to: { name: "Siti Nur'aini", position: "Ketua komunitas Manik Melati" },
  items: [
    { name: "Tang bros", count: 20, unit: "buah", condition: "baik" },
    { name: "Set manik-manik", count: 12, unit: "kotak", condition: "baik" },
  ],
};

export const LEADER: LeaderChoice = {
  ...{ ...FRAME, kind: "leader", date: "2025-09-01", place: "Balai Desa Cirangkong, Kec. Petir" },
  ...{ community: "Manik Melati", chosen: "Éva Marliana", before: "Siti Nur'aini" },
  ...{ since: "2025-09-01", attended: 17, note: "Dipilih dengan suara terbanyak", chair: {} },
};

export const END: TrainingEnd = {
  ...{ ...FRAME, kind: "training", date: "2025-08-26", place: PLACE, training: TRAINING },
  days: "Jumat s.d. Selasa, 22 s.d. 26 Agustus 2025",
  figures: { participants: 20, completed: 18, certificates: 18, lessonHours: 40 },
  ...{ organiser: { name: "Bagus Pramana" }, witness: {} },
};

export const TIMETABLE: Timetable = {
  ...{ ...FRAME, training: TRAINING, place: PLACE, contact: "0812-0000-0000 (Bagus)" },
  days: DATES.map((date, at) => ({
    ...{ date, from: "09:00", until: "15:00" },
    sessions:
      at === 4
        ? []
        : [
            { from: "09:00", until: "11:30", topic: "Dasar bros dan pengenalan alat", trainer: "Ardelya Craft", jp: 4 },
            { from: "13:00", until: "15:00", topic: `Praktik ${at + 1}`, jp: 4 },
          ],
  })),
  bring: ["alat tulis", "contoh karya"],
  gathering: { place: "Halaman kantor dinas", at: "06:00" },
};

export function certificate(name: string, at = 0): Certificate {
  return {
    ...{ name, training: TRAINING, place: PLACE, code: `7K3M9QX${"23456789"[at % 8]}` },
    organiser: "Diskoumperindag Kabupaten Serang",
    partners: ["Ardelya Craft"],
    present: DATES.slice(0, 4).map((date, day) => ({
      date,
      sessions: [
        { topic: `Dasar bros ${day + 1}`, trainer: "Ardelya Craft", jp: 4 },
        { topic: `Praktik ${day + 1}`, jp: 4 },
      ],
    })),
  };
}

export const CERTIFICATE_FRAME: CertificateFrame = { ...FRAME, signer: { role: "Kepala Dinas" } };
