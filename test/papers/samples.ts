import sharp from "sharp";
import type { ArtisanCard } from "../../src/papers/artisan-card.ts";
import type { AttendanceRow, AttendanceSheet } from "../../src/papers/attendance-sheet.ts";
import type { CatalogueEntry, CatalogueSheet } from "../../src/papers/catalogue-sheet.ts";
import type { Certificate, CertificateFrame } from "../../src/papers/certificate.ts";
import type { InvitationLetter } from "../../src/papers/invitation-letter.ts";
import type { LeaderChoice, ToolHandover, TrainingEnd } from "../../src/papers/official-report.ts";
import type { Frame } from "../../src/papers/origin.ts";
import type { PaperForm } from "../../src/papers/paper-form.ts";
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
    day: {
      number: 1,
      of: 5,
      date: "2025-08-22",
      from: "09:00",
      until: "15:00",
      topic: "Dasar bros",
    },
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
  notes: [
    "Membawa alat tulis dan contoh karya",
    "Berkumpul di halaman kantor dinas, pukul 06.00 WIB",
  ],
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
            {
              from: "09:00",
              until: "11:30",
              topic: "Dasar bros dan pengenalan alat",
              trainer: "Ardelya Craft",
              jp: 4,
            },
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

export const CARD: ArtisanCard = {
  ...{ letterhead: FRAME.letterhead, origin: ORIGIN, name: "Siti Nur'aini", place: "Kec. Petir" },
  ...{ community: "Manik Melati", mainCraft: "Aksesori & perhiasan" },
  link: "https://t.me/SanggarSerangBot?start=q_7K3M9QXP2A4B6C8D_9f8e7d6c5b4a39281706",
};

export const FORM: PaperForm = {
  ...FRAME,
  consent: {
    version: "2026-11-24",
    paragraphs: [
      "Sebelum mulai, mohon dibaca. Bot ini milik Dinas. Kami mencatat nama, akun Telegram, kecamatan, komunitas, dan jenis kerajinan Bapak/Ibu untuk undangan pelatihan dan daftar perajin. Nomor HP dan keterangan usaha boleh tidak diisi.",
      "Data disimpan di Serang selama Bapak/Ibu terdaftar, dan dihapus setelah 24 bulan tanpa kegiatan atau kapan saja Bapak/Ibu minta. Pesan berjalan lewat Telegram, layanan dari luar negeri; jangan kirim NIK atau foto KTP.",
      "Ketua komunitas dan petugas dinas dapat melihat nama, kecamatan, dan kerajinan Bapak/Ibu. Bapak/Ibu berhak melihat, membetulkan, dan menghapus data, serta menarik persetujuan. Petugas pelindungan data: Contoh, 0254-000000.",
    ],
  },
  ticks: [
    "Kabar pelatihan: saya mau menerima kabar pelatihan dan pameran.",
    "Nomor ke ketua: ketua komunitas boleh melihat nomor HP saya.",
    "Katalog: nama usaha dan foto karya saya boleh tampil di katalog.",
    "Berbagi ilmu: saya bersedia dihubungi untuk berbagi ilmu.",
  ],
};

/** A picture of one colour, as a phone would send it. */
export const photo = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();

export async function catalogue(): Promise<CatalogueSheet> {
  const pink = await photo("#d46a8c");
  const entry = (at: number): CatalogueEntry => ({
    ...{ mayShow: at !== 2, businessName: `Usaha ${at + 1} ${pick(GROUPS, at)}` },
    ...{ crafts: ["Aksesori & perhiasan"], products: ["bros", "gelang"], place: pick(PLACES, at) },
    ...(at % 3 !== 1 && { photo: at === 3 ? new Uint8Array([1, 2, 3]) : pink }),
  });
  return {
    ...{ ...FRAME, heading: "Katalog perajin Kabupaten Serang" },
    entries: Array.from({ length: 8 }, (_, at) => entry(at)),
  };
}
