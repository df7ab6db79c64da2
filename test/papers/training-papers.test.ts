import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { readSheet } from "../../src/papers/spreadsheet.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openOffice, participant, TRAINING, wasThere, wib } from "../feedback/after.ts";
import { pagesOf } from "../support/poppler.ts";
import type { TestSanggar } from "../support/sanggar.ts";

const AFTERWARDS = wib("2025-08-27 10:00");

const filesOf = (seen: Seen, { standin }: TestSanggar) =>
  seen.messages.flatMap(({ message }) =>
    message.document
      ? [
          {
            message,
            name: message.document.file_name ?? "",
            bytes: standin.control.file(message.document.file_id).bytes,
          },
        ]
      : [],
  );

function fileOf(seen: Seen, sanggar: TestSanggar) {
  const file = filesOf(seen, sanggar).at(-1);
  if (!file) throw new Error(`no file: ${seen.text}`);
  return file;
}

/** From /kelola to the papers of the training, whatever its state. */
async function opensPapers(dewi: TestPerson, past = false): Promise<Seen> {
  await dewi.says("/kelola");
  if (past) await dewi.presses("Yang sudah lewat");
  await dewi.presses(`1. ${firstTraining.title}`.slice(0, 23) + "…");
  return dewi.presses("Berkas");
}

const linesOf = ({ connection }: TestSanggar, what: string) =>
  connection.collection("audit").find({ what, result: "allowed" }).toArray();

const PHONE = { number: "+6281234567890", verified: true };

describe("the attendance sheet of a day", () => {
  it("comes empty for signing, without phones, after the line of the audit", async () => {
    const { sanggar, dewi } = await openOffice();
    const { artisan } = await participant(sanggar, "Rina Contoh", { phone: PHONE, sex: "P" });
    await opensPapers(dewi);
    const days = await dewi.presses("Daftar hadir");
    expect(days.buttons.slice(0, 5)).toEqual([
      "1. Jum, 22 Agu 2025",
      "2. Sab, 23 Agu 2025",
      "3. Min, 24 Agu 2025",
      "4. Sen, 25 Agu 2025",
      "5. Sel, 26 Agu 2025",
    ]);
    await dewi.presses("1. Jum, 22 Agu 2025");
    const file = fileOf(await dewi.presses("Kosong, PDF"), sanggar);
    expect(file.name).toBe("daftar-hadir-kosong-2025-08-22.pdf");
    expect(file.message.has_protected_content).toBe(true);
    const text = (await pagesOf(file.bytes)).join(" ");
    for (const told of ["Rina Contoh", "Kec. Petir", "Tanda tangan"]) expect(text).toContain(told);
    expect(text).toContain("hari ke-1 dari 5");
    expect(text).not.toContain("0812");
    expect(await linesOf(sanggar, "paper.make")).toMatchObject([
      { whom: [artisan.id], as: "coordinator", detail: "attendance 2025-08-22 ep" },
    ]);
    await dewi.presses("Dengan nomor HP");
    const phones = fileOf(await dewi.presses("Kosong, Excel"), sanggar);
    expect(await cellsOf(phones.bytes)).toContain("0812-3456-7890");
    expect(await linesOf(sanggar, "paper.phones")).toHaveLength(1);
  });

  it("is filled from the marks, and not while the day is to be checked", async () => {
    const { sanggar, services, dewi } = await openOffice();
    const { artisan } = await participant(sanggar, "Rina Contoh");
    await participant(sanggar, "Sumi Contoh");
    const dayCard = async () => {
      await opensPapers(dewi);
      await dewi.presses("Daftar hadir");
      return dewi.presses("1. Jum, 22 Agu 2025");
    };
    await dayCard();
    expect((await dewi.presses("Terisi, PDF")).text).toContain("belum tiba");
    await sanggar.world.moveTo(wib("2025-08-22 15:00"));
    await wasThere(sanggar, artisan.id);
    await dayCard();
    const file = fileOf(await dewi.presses("Terisi, PDF"), sanggar);
    const text = (await pagesOf(file.bytes)).join(" ");
    expect(text).toContain("hadir, 15.00, dicentang");
    expect(text).toContain("1 dari 2 peserta");
    const cells = await cellsOf(fileOf(await dewi.presses("Terisi, Excel"), sanggar).bytes);
    expect(cells).toContain("Jumlah hadir: 1 dari 2 peserta");

    const day = await services.attendanceDays.of(TRAINING, "2025-08-22");
    await services.attendanceDays.open(day, dewi.id, sanggar.clock.now());
    const refused = await dewi.presses("Terisi, PDF");
    expect(refused.text).toContain("perlu dicek");
    expect(filesOf(refused, sanggar)).toEqual([]);
  });

  it("is not sent while its line of the audit cannot be written", async () => {
    const { sanggar, dewi } = await openOffice();
    await participant(sanggar, "Rina Contoh");
    await opensPapers(dewi);
    await dewi.presses("Daftar peserta");
    const mend = await sanggar.breakAudit();
    expect(filesOf(await dewi.presses("PDF"), sanggar)).toEqual([]);
    await mend();
  });

  it("is for coordinators only", async () => {
    const { sanggar } = await openOffice();
    const { person } = await participant(sanggar, "Rina Contoh");
    const seen = await person.presses({ messageId: 1, data: `berkas.people:${TRAINING}:p` });
    expect(filesOf(seen, sanggar)).toEqual([]);
  });
});

async function cellsOf(bytes: Buffer): Promise<string[]> {
  const read = await readSheet(bytes, { bytes: 5e6, rows: 1000 });
  if (!read.ok) throw new Error(read.reason);
  return read.rows.flatMap(({ cells }) => cells);
}

describe("the other papers of a training", () => {
  it("are the participants, the invitation and the timetable", async () => {
    const { sanggar, dewi } = await openOffice();
    await participant(sanggar, "Rina Contoh");
    await opensPapers(dewi);
    const invited = await dewi.presses("Undangan");
    expect(invited.messages[0]?.text).toContain("Tempat: UTC Dago Hotel, Kota Bandung");
    const letter = fileOf(invited, sanggar);
    expect(letter.name).toBe("undangan-2025-08-14.pdf");
    expect((await pagesOf(letter.bytes)).join(" ")).toContain("Pelatihan Bros dan Aksesori");
    const timetable = fileOf(await dewi.presses("Jadwal (PDF)"), sanggar);
    expect((await pagesOf(timetable.bytes)).join(" ")).toContain("Membuat bros");
    await dewi.presses("Daftar peserta");
    const list = fileOf(await dewi.presses("Excel (XLSX)"), sanggar);
    expect(list.name).toBe("daftar-peserta-2025-08-14.xlsx");
    const cells = await cellsOf(list.bytes);
    expect(cells).toContain("Rina Contoh");
    expect(cells).toContain("Rajut & makrame");
  });

  it("end with the official report, whose figures are those of the records", async () => {
    const { sanggar, dewi } = await openOffice();
    const { artisan } = await participant(sanggar, "Rina Contoh");
    await participant(sanggar, "Sumi Contoh");
    expect((await opensPapers(dewi)).buttons).not.toContain("Berita acara");
    await sanggar.world.moveTo(AFTERWARDS);
    for (const { date } of firstTraining.days) await present(sanggar, artisan.id, date);
    await opensPapers(dewi);
    const text = (await pagesOf(fileOf(await dewi.presses("Berita acara"), sanggar).bytes)).join(
      " ",
    );
    expect(text).toContain("Peserta : 2 orang");
    expect(text).toContain("Memenuhi kehadiran : 1 orang");
  });
});

async function present({ services, clock }: TestSanggar, artisan: string, date: string) {
  await services.marks.add({
    ...{ training: TRAINING, artisan, date, road: "tick" },
    ...{ by: 1, as: "coordinator", at: clock.now() },
  });
}
