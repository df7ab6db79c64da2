import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { attendancePdf, attendanceXlsx } from "../../src/papers/attendance-sheet.ts";
import { artisanCardPdf, artisanCardPng, artisanCardsPdf } from "../../src/papers/artisan-card.ts";
import { cataloguePicture } from "../../src/papers/catalogue-picture.ts";
import { cataloguePdf } from "../../src/papers/catalogue-sheet.ts";
import { certificatePdf } from "../../src/papers/certificate.ts";
import { invitationPdf, invitationText } from "../../src/papers/invitation-letter.ts";
import { officialReportPdf } from "../../src/papers/official-report.ts";
import { paperFormPdf } from "../../src/papers/paper-form.ts";
import { participantPdf, participantSheet } from "../../src/papers/participant-list.ts";
import { printable } from "../../src/papers/printable.ts";
import { readSheet } from "../../src/papers/spreadsheet.ts";
import { timetablePdf } from "../../src/papers/timetable.ts";
import { hasOfficeSuite, throughOfficeSuite } from "../support/office-suite.ts";
import { fontsOf, hasPoppler, pagesOf, picturesOf } from "../support/poppler.ts";
import { readQr } from "../support/qr.ts";
import * as sample from "./samples.ts";

/** Every paper that is a PDF, with something in it that trips fonts. */
const PAPERS: Record<string, () => Promise<Buffer>> = {
  "attendance for signing": () => attendancePdf(sample.attendance()),
  "attendance with phones": () => attendancePdf(sample.attendance({ withPhones: true })),
  "attendance filled": () => attendancePdf(sample.attendance({ filled: true })),
  participants: () => participantPdf(sample.participants()),
  invitation: () => invitationPdf(sample.INVITATION),
  "handing over tools": () => officialReportPdf(sample.TOOLS),
  "choosing a leader": () => officialReportPdf(sample.LEADER),
  "end of a training": () => officialReportPdf(sample.END),
  timetable: () => timetablePdf(sample.TIMETABLE),
  certificates: () =>
    certificatePdf(sample.NAMES.map(sample.certificate), sample.CERTIFICATE_FRAME),
  "handing over tools, empty": () => officialReportPdf({ ...sample.TOOLS, items: [] }),
  card: () => artisanCardPdf(sample.CARD),
  cards: () => artisanCardsPdf(sample.NAMES.map((name) => ({ ...sample.CARD, name }))),
  catalogue: async () => cataloguePdf(await sample.catalogue()),
  form: () => paperFormPdf(sample.FORM),
};

const MADE = "Dibuat Jum, 22 Agu 2025, pukul 16.05 WIB dari data pukul 16.00 WIB";

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** Lines of a cell are joined: only the words count, in their order. */
const squeezed = (text: string) => text.replace(/\s+/g, "");

describe.runIf(hasPoppler).each(Object.entries(PAPERS))("the paper %s", (name, make) => {
  it("uses Noto Sans only, embedded, and says when it was made", async () => {
    const pdf = await make();
    const fonts = await fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(font.name).toMatch(/^[A-Z]{6}\+NotoSans-(Regular|Bold)$/);
      expect(font).toMatchObject({ embedded: true, subset: true });
    }
    const pages = await pagesOf(pdf);
    for (const page of pages) expect(page).toContain(MADE);
    if (!["certificates", "card", "cards"].includes(name))
      expect(pages.at(-1)).toContain(`Halaman ${pages.length} dari ${pages.length}`);
  });

  it("is the same bytes when it is made again", async () => {
    expect((await make()).equals(await make())).toBe(true);
  });
});

describe.runIf(hasPoppler)("the text of an attendance sheet", () => {
  const rows = sample.attendanceRows(60);

  it("is the data, row by row, under a head on every page", async () => {
    const pages = await pagesOf(await attendancePdf(sample.attendance({ rows, withPhones: true })));
    expect(pages.length).toBeGreaterThan(3);
    const text = squeezed(pages.join(" "));
    for (const { name, group = "" } of rows) {
      expect(text).toContain(squeezed(printable(name)));
      expect(text).toContain(squeezed(printable(group)));
    }
    for (const page of pages.slice(0, -1)) expect(page).toContain("Tanda tangan");
    expect(text).toContain("0812-3456-7059");
    expect(pages[0]).toContain("Jumat, 22 Agustus 2025 (hari ke-1 dari 5)");
    expect(pages[0]).toContain("09.00–15.00 WIB");
  });

  it("has no phone unless they were asked for, and no emoji", async () => {
    const [text] = [(await pagesOf(await attendancePdf(sample.attendance()))).join(" ")];
    expect(text).not.toMatch(/0812|\+62|No\. HP|🌸/u);
  });

  it("tells when and how presence was seen where it is filled, and the total", async () => {
    const filled = sample.attendance({ filled: true });
    const text = (await pagesOf(await attendancePdf(filled))).join(" ");
    const present = filled.rows.filter(({ mark }) => mark).length;
    expect([...text.matchAll(/(?<!tidak )hadir, \d\d\.\d\d, /g)]).toHaveLength(present);
    expect([...text.matchAll(/tidak hadir/g)]).toHaveLength(20 - present);
    expect(text).toContain(`${present} dari 20 peserta`);
  });

  it("is no markup, whatever a value looks like", async () => {
    const name = `<b>Rina</b> {text: "x"} **\\n** &amp; %PDF`;
    const odd = sample.attendance({ rows: [{ name, place: "Kec. Petir" }] });
    expect(squeezed((await pagesOf(await attendancePdf(odd))).join(" "))).toContain(squeezed(name));
  });

  it("can be of nobody", async () => {
    const pages = await pagesOf(await attendancePdf(sample.attendance({ rows: [], filled: true })));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("0 dari 0 peserta");
  });
});

describe("sheets of a training as workbooks", () => {
  it("tell the same as the paper", async () => {
    const filled = sample.attendance({ filled: true, withPhones: true });
    const read = await readSheet(await collected(attendanceXlsx(filled)), {
      bytes: 1e6,
      rows: 100,
    });
    const cells = read.ok ? read.rows.map((row) => row.cells) : [];
    expect(cells[1]?.[0]).toBe("DAFTAR HADIR");
    const head = cells.findIndex((row) => row[0] === "No");
    expect(cells[head]).toEqual([
      "No",
      "Nama",
      "L/P",
      "Kecamatan/Desa",
      "Komunitas/Usaha",
      "No. HP",
      "Kehadiran",
    ]);
    expect(cells.slice(head + 1).map((row) => row[1])).toEqual(filled.rows.map(({ name }) => name));
    expect(cells[head + 1]?.[5]).toBe("0812-3456-7000");
  });

  it("of participants have crafts and no phone unless asked for", async () => {
    const list = sample.participants({ withPhones: false });
    const text = (await collected(participantSheet("csv", list))).toString("utf8");
    expect(text).toContain("Aksesori & perhiasan; Rajut & makrame");
    expect(text).not.toContain("0812");
    expect(text.split("\r\n")[1]).toContain("Siti Nur'aini");
  });

  it.runIf(hasOfficeSuite)("open in LibreOffice", { timeout: 90_000 }, async () => {
    const csv = await throughOfficeSuite(await collected(attendanceXlsx(sample.attendance())));
    const lines = csv.split("\n").map((line) => line.split(";"));
    const first = lines.find(([number]) => number === "1");
    expect(first?.slice(1, 6)).toEqual(["Siti Nur'aini", "L", "Kec. Petir", "Manik Melati", "1."]);
    expect(csv).toContain("Hari/tanggal: Jumat, 22 Agustus 2025 (hari ke-1 dari 5)");
    expect(csv).toContain("Usaha Bros & Aksesori Nur'aini 🌸");
  });
});

describe.runIf(hasPoppler)("letters and reports", () => {
  it("an invitation has its block, and leaves number, nature and addressee to be filled", async () => {
    const [page = ""] = await pagesOf(await invitationPdf(sample.INVITATION));
    for (const part of [
      ...["Jumat s.d. Selasa, 22 s.d. 26 Agustus 2025", "09.00 s.d. 15.00 WIB", sample.PLACE],
      ...[sample.TRAINING, "Membawa alat tulis", "Nomor", "Sifat", "Lampiran", "Hal", "Yth."],
    ])
      expect(page).toContain(part);
  });

  it("an invitation whose days differ names the hours of each", () => {
    const days = [
      { date: "2025-08-22", from: "09:00", until: "15:00" },
      { date: "2025-08-23", from: "08:00", until: "12:00" },
    ];
    expect(invitationText({ ...sample.INVITATION, days, notes: [] })).toBe(
      [
        "Hari/tanggal: Jumat s.d. Sabtu, 22 s.d. 23 Agustus 2025",
        "Pukul:\n– Jumat, 22 Agustus: 09.00 s.d. 15.00 WIB\n– Sabtu, 23 Agustus: 08.00 s.d. 12.00 WIB",
        `Tempat: ${sample.PLACE}`,
        `Acara: ${sample.TRAINING}`,
      ].join("\n"),
    );
  });

  it("a report says its date in words, and what was handed over", async () => {
    const [page = ""] = await pagesOf(await officialReportPdf(sample.TOOLS));
    expect(page).toContain(
      "Pada hari ini, Jumat, tanggal dua puluh dua bulan Agustus tahun dua ribu dua puluh lima, bertempat di UTC Dago Hotel",
    );
    expect(page).toMatch(/Tang bros.*20.*buah/);
    expect(page).toContain("Ketua komunitas Manik Melati");
  });

  it("a report of an end tells the figures it is given", async () => {
    const [page = ""] = await pagesOf(await officialReportPdf(sample.END));
    for (const part of ["20 orang", "18 orang", "18 lembar", "40 JP"]) expect(page).toContain(part);
  });

  it("the form has the consent text, all crafts and the ticks", async () => {
    const text = (await pagesOf(await paperFormPdf(sample.FORM))).join(" ");
    for (const part of [...sample.FORM.consent.paragraphs, ...sample.FORM.ticks])
      expect(text).toContain(part);
    expect(text).toContain("Lainnya (tulis sendiri)");
  });

  it("the catalogue has those who ticked it only", async () => {
    const sheet = await sample.catalogue();
    const text = (await pagesOf(await cataloguePdf(sheet))).join(" ");
    for (const { businessName, mayShow } of sheet.entries) {
      const [, number = ""] = /^(Usaha \d)/.exec(businessName) ?? [];
      expect(text.includes(number)).toBe(mayShow);
    }
    expect(text).toContain("7 usaha perajin");
  });
});

describe.runIf(hasPoppler)("sheets of cards", () => {
  it("have ten a page in their true size, each with its name and its own QR", async () => {
    const cards = Array.from({ length: 12 }, (_, at) => ({
      ...{ ...sample.CARD, name: `${sample.NAMES[at % sample.NAMES.length] ?? ""} ${at}` },
      link: `${sample.CARD.link}${at}`,
    }));
    const pdf = await artisanCardsPdf(cards);
    const pages = await pagesOf(pdf);
    expect(pages).toHaveLength(2);
    for (const [at, { name }] of cards.entries())
      // In a drawing the font takes an "ị" apart, and a reader finds its i only; it is seen whole.
      expect(squeezed(pages[at < 10 ? 0 : 1] ?? "")).toContain(
        squeezed(printable(name)).replace("ị", "i"),
      );
    const [first, second] = await picturesOf(pdf, 254);
    // Ten dots to a millimetre: the cards are 856 by 540, in two columns from 182 and 1066.
    const cut = async (page: Buffer | undefined, left: number, top: number) =>
      sharp(page).extract({ left, top, width: 860, height: 560 }).png().toBuffer();
    expect(await readQr(await cut(first, 1056, 90))).toBe(`${sample.CARD.link}1`);
    expect(await readQr(await cut(second, 172, 90))).toBe(`${sample.CARD.link}10`);
  });
});

describe.runIf(hasPoppler)("the picture of a catalogue", () => {
  it("is a PNG for a phone, with those who ticked it only", async () => {
    const sheet = await sample.catalogue();
    const png = await cataloguePicture(sheet, { page: 1, pages: 2 });
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 1475]);
    expect(png.length).toBeLessThan(300_000);
    const refused = sheet.entries.filter(({ mayShow }) => !mayShow);
    const nobody = await cataloguePicture({ ...sheet, entries: refused }, { page: 1, pages: 1 });
    const none = await cataloguePicture({ ...sheet, entries: [] }, { page: 1, pages: 1 });
    expect(nobody.equals(none)).toBe(true);
  });
});

describe("a card", () => {
  it("as a picture is small, and its QR says the link and nothing else", async () => {
    for (const name of sample.NAMES) {
      const png = await artisanCardPng({ ...sample.CARD, name });
      expect(png.length).toBeLessThan(150_000);
      expect(await readQr(png)).toBe(sample.CARD.link);
    }
  });

  it.runIf(hasPoppler)("as a PDF has the size of a bank card, under 300 kB", async () => {
    const pdf = await artisanCardPdf({ ...sample.CARD, name: 'Rina <b> & "Ani"' });
    expect(pdf.length).toBeLessThan(300_000);
    const [picture] = await picturesOf(pdf, 254);
    expect(await readQr(picture ?? Buffer.alloc(0))).toBe(sample.CARD.link);
    expect(picture?.readUInt32BE(16)).toBe(856);
    expect((await pagesOf(pdf))[0]).toContain('Rina <b> & "Ani"');
  });
});
