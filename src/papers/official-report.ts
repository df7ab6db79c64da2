import { dateInWords } from "./date-in-words.ts";
import type { Frame } from "./origin.ts";
import { type Block, writePdf } from "./pdf.ts";
import {
  facts,
  grid,
  paragraph,
  type Signer,
  signatures,
  text,
  title,
  TO_FILL,
} from "./pdf-blocks.ts";

/** Somebody who signs; what is not known is left to fill. */
export interface Party {
  name?: string;
  /** Office or community: "Ketua komunitas Manik Melati". */
  position?: string;
}

interface Occasion extends Frame {
  /** Local date, "YYYY-MM-DD". */
  date: string;
  place: string;
}

export interface ToolHandover extends Occasion {
  kind: "tools";
  from: Party;
  to: Party;
  /** None: lines to be filled in by hand. */
  items: readonly { name: string; count: number; unit: string; condition?: string }[];
}

export interface LeaderChoice extends Occasion {
  kind: "leader";
  community: string;
  chosen: string;
  /** Whom the new leader follows, if anybody. */
  before?: string;
  /** The local date from which it holds. */
  since: string;
  /** Members who were there, where it was counted. */
  attended?: number;
  note?: string;
  chair: Party;
}

export interface TrainingEnd extends Occasion {
  kind: "training";
  training: string;
  /** As `showDatesInLetter` writes them. */
  days: string;
  /** As the records count them: they are those of the Paket SPJ. */
  figures: { participants: number; completed: number; certificates: number; lessonHours: number };
  organiser: Party;
  witness: Party;
}

export type OfficialReport = ToolHandover | LeaderChoice | TrainingEnd;

/** A draft of a "berita acara": number, signatures and stamp stay with the office. */
export function officialReportPdf(report: OfficialReport): Promise<Buffer> {
  const { letterhead, origin } = report;
  const name = NAMES[report.kind];
  return writePdf({
    ...{ letterhead, origin, title: `Berita acara ${name.toLowerCase()}`, margin: 56 },
    content: [
      title("BERITA ACARA", name.toUpperCase()),
      text("Nomor: ………………………………", { align: "center", below: 14 }),
      ...bodyOf(report),
    ],
  });
}

const NAMES = {
  tools: "Serah terima alat",
  leader: "Pemilihan ketua komunitas",
  training: "Penutupan pelatihan",
} as const;

const CLOSING =
  "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.";

function bodyOf(report: OfficialReport): Block[] {
  switch (report.kind) {
    case "tools":
      return toolsOf(report);
    case "leader":
      return leaderOf(report);
    case "training":
      return endOf(report);
  }
}

/** "Pada hari ini, Jumat, tanggal dua puluh dua …, bertempat di …" */
const onThisDay = ({ date, place }: Occasion) =>
  `Pada hari ini, ${dateInWords(date)}, bertempat di ${place},`;

function toolsOf(report: ToolHandover): Block[] {
  const { from, to, items } = report;
  const written = items.map(({ name, count, unit, condition = "" }, at) => [
    ...[String(at + 1), name, String(count), unit, condition],
  ]);
  const rows = items.length
    ? written
    : Array.from({ length: EMPTY_ROWS }, (_, at) => [String(at + 1)]);
  return [
    paragraph(`${onThisDay(report)} kami yang bertanda tangan di bawah ini:`),
    party(from),
    paragraph("selanjutnya disebut PIHAK KESATU, dan"),
    party(to),
    paragraph("selanjutnya disebut PIHAK KEDUA."),
    paragraph(
      "PIHAK KESATU menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari PIHAK KESATU, alat sebagai berikut:",
    ),
    grid(TOOLS, rows, { height: items.length ? 0 : 18 }),
    paragraph(CLOSING),
    signed({ role: "PIHAK KEDUA", ...to }, { role: "PIHAK KESATU", ...from }),
  ];
}

/** As many as leave the signatures on the same page. */
const EMPTY_ROWS = 8;

const TOOLS = [
  { head: "No", width: 22, align: "right" },
  { head: "Nama alat", width: "*" },
  { head: "Jumlah", width: 48, align: "right" },
  { head: "Satuan", width: 60 },
  { head: "Keadaan", width: 96 },
] as const;

function leaderOf(report: LeaderChoice): Block[] {
  const { community, chosen, before, since, attended, note, chair } = report;
  const who = attended === undefined ? "anggota" : `${attended} orang anggota`;
  return [
    paragraph(
      `${onThisDay(report)} telah dilaksanakan musyawarah komunitas ${community} yang dihadiri ${who}, dengan hasil sebagai berikut:`,
    ),
    facts(
      [
        ["Komunitas", community],
        ["Ketua terpilih", chosen],
        ["Menggantikan", before ?? "–"],
        ["Berlaku mulai", dateInWords(since)],
        ...(note ? [["Catatan", note] as const] : []),
      ],
      { indent: 20 },
    ),
    paragraph(CLOSING),
    signed({ role: "Ketua terpilih", name: chosen }, { role: "Pemimpin musyawarah", ...chair }),
  ];
}

function endOf(report: TrainingEnd): Block[] {
  const { training, days, figures, organiser, witness } = report;
  return [
    paragraph(
      `${onThisDay(report)} telah selesai dilaksanakan ${training}, dengan keterangan sebagai berikut:`,
    ),
    facts(
      [
        ["Pelaksanaan", days],
        ["Peserta", `${figures.participants} orang`],
        ["Memenuhi kehadiran", `${figures.completed} orang`],
        ["Sertifikat", `${figures.certificates} lembar`],
        ["Jumlah materi", `${figures.lessonHours} JP (jam pelajaran)`],
      ],
      { indent: 20, width: 112 },
    ),
    paragraph(CLOSING),
    signed({ role: "Mengetahui", ...witness }, { role: "Penyelenggara", ...organiser }),
  ];
}

function party({ name, position }: Party): Block {
  const rows = [
    ["Nama", name ?? TO_FILL],
    ["Jabatan", position ?? TO_FILL],
  ] as const;
  return facts(rows, { indent: 20, width: 60 });
}

function signed(...signers: (Party & { role: string })[]): Block {
  return signatures(
    signers.map(({ role, name }): Signer => ({ role, ...(name !== undefined && { name }) })),
  );
}
