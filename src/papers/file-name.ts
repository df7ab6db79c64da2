import { showDate } from "../dates.ts";

/** What each file that goes out is called: Indonesian in every language, as the office files it. */
const NAMES = {
  artisans: "Daftar Perajin",
  blankSheet: "Lembar Perajin Kosong",
  remarks: "Catatan Lembar",
  claimCodes: "Kode Klaim",
  notice: "Laporan Kabar",
  noticeChart: "Grafik Kabar",
  statistics: "Statistik Perajin",
  reach: "Grafik Sesi Berbagi",
  rollEmpty: "Daftar Hadir Kosong",
  rollFilled: "Daftar Hadir",
  attendanceChart: "Grafik Kehadiran",
  participants: "Daftar Peserta",
  invitation: "Undangan",
  timetable: "Jadwal",
  end: "Berita Acara Penutupan",
  tools: "Berita Acara Alat",
  leader: "Berita Acara Ketua",
  accountability: "Paket SPJ",
  certificates: "Sertifikat",
  certificatesOneByOne: "Sertifikat Satu per Satu",
  certificate: "Sertifikat",
  artisanCard: "Kartu Perajin",
  artisanCards: "Lembar Kartu Perajin",
  catalogue: "Katalog Perajin",
  form: "Formulir Pendaftaran",
  ownData: "Data Saya",
  cardQr: "Kode Kartu",
  roomQr: "Kode Ruang Hadir",
  invitationQr: "Kode Undangan",
  communityQr: "Kode Komunitas",
} as const;

interface FileName {
  paper: keyof typeof NAMES;
  /** What or whom it is about: a training, a community, a person, a page. */
  about?: string;
  /** Local date, "YYYY-MM-DD": of the day it tells of, else of the day it was made. */
  date: string;
  /** "pdf", without the dot. */
  ending: string;
}

/** Signs before the dot; Telegram cuts longer names, and then the day would be lost. */
const MOST = 60;

/** "Daftar Hadir - Anyaman Bambu - 22 Agustus 2025.pdf": the one rule for every file that goes out. */
export function fileName({ paper, about = "", date, ending }: FileName): string {
  const ends = [NAMES[paper], dayOf(date)];
  const room = MOST - ends.join(" - ").length - " - ".length;
  return `${[ends[0], fileWords(about, room), ends[1]].filter(Boolean).join(" - ")}.${ending}`;
}

/** "22 Agustus 2025": the weekday says nothing in a name. */
const dayOf = (date: string) => showDate(date).replace(/^[^,]*, /, "");

/**
 * A value in the name of a file: letters, digits, spaces and hyphens of ASCII only, so that every
 * phone, computer and ZIP reader keeps it as it is; at most so many signs, cut at a word.
 */
export function fileWords(value: string, most = MOST): string {
  const plain = value
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ`]/gu, "")
    .replace(/[^A-Za-z0-9-]+/g, " ")
    .replace(/(^|\s)-+(?=\s|$)/g, " ");
  const words = plain.split(" ").filter(Boolean);
  const kept = words.filter((_, at) => words.slice(0, at + 1).join(" ").length <= most);
  // What was cut ends in no "dan" or "untuk".
  while (kept.length < words.length && JOINING.has(kept.at(-1) ?? "")) kept.pop();
  return kept.join(" ") || (words[0] ?? "").slice(0, most);
}

const JOINING = new Set(["dan", "untuk", "di", "ke", "dari", "bagi", "-"]);
