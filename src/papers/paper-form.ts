import { CRAFTS } from "../places/crafts.ts";
import { tickBox, tickBoxes, writeLine } from "./form-blocks.ts";
import type { Frame } from "./origin.ts";
import { type Block, writePdf } from "./pdf.ts";
import { signatures, text, title } from "./pdf-blocks.ts";

export interface PaperForm extends Frame {
  /** The consent text as it is asked now, without markup, a paragraph each; and its version. */
  consent: { paragraphs: readonly string[]; version: string };
  /** The sentences of the four ticks, without markup. */
  ticks: readonly string[];
}

/** A blank registration for the counter: the same questions as in chat, and the consent text. */
export function paperFormPdf(form: PaperForm): Promise<Buffer> {
  const { letterhead, origin } = form;
  return writePdf({
    ...{ letterhead, origin, title: "Formulir pendaftaran perajin", margin: 40 },
    content: [
      title("FORMULIR PENDAFTARAN PERAJIN"),
      ...consentOf(form),
      ...part("A. Harus diisi", needed()),
      ...onNewPage(part("B. Boleh tidak diisi", optional())),
      ...part("C. Izin tambahan, boleh dipilih atau tidak", form.ticks.map(tickBox)),
      signed(),
      ...officeOnly(),
    ],
  });
}

function consentOf({ consent }: PaperForm): Block[] {
  return [
    ...consent.paragraphs.map((one) => text(one, { size: 9.5, below: 5 })),
    tickBoxes("Persetujuan", ["Saya setuju", "Tidak setuju"], 2),
    text(
      `Teks persetujuan ${consent.version}. Jangan tulis NIK atau nomor rekening di lembar ini.`,
      {
        ...{ size: 8, faint: true, above: 4 },
      },
    ),
  ];
}

const part = (name: string, blocks: readonly Block[]): Block[] => [
  text(name, { bold: true, size: 10.5, above: 10, below: 2 }),
  ...blocks,
];

const onNewPage = (blocks: Block[]): Block[] => [{ stack: blocks, pageBreak: "before" }];

const YES_NO = ["Ya", "Tidak"];

function needed(): Block[] {
  return [
    writeLine("Nama lengkap", "seperti di sertifikat"),
    tickBoxes("18 tahun ke atas", YES_NO, 3),
    writeLine("Kecamatan"),
    writeLine("Komunitas", "tulis – bila belum punya"),
    tickBoxes(
      "Jenis kerajinan (1–5)",
      CRAFTS.map(({ id }) => id.short),
      2,
    ),
    writeLine("Yang utama"),
  ];
}

function optional(): Block[] {
  return [
    writeLine("Desa"),
    writeLine("Nomor HP"),
    tickBoxes("Ada WhatsApp", YES_NO, 3),
    writeLine("Nama usaha"),
    writeLine("Produk", "paling banyak 5"),
    tickBoxes("Jenis kelamin", ["Laki-laki", "Perempuan"], 3),
    writeLine("Tahun lahir"),
  ];
}

const signed = () => signatures([{ role: "Yang mendaftar", above: "………………………, ………………………………" }]);

function officeOnly(): Block[] {
  const blocks = [
    writeLine("Dibacakan oleh"),
    tickBoxes("Cara persetujuan", ["lisan", "tertulis"], 3),
    writeLine("Dimasukkan ke data", "tanggal dan nama petugas"),
  ];
  return [{ stack: part("Diisi petugas", blocks), unbreakable: true }];
}
