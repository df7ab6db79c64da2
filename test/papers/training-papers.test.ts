import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { certificateHoldings } from "../../src/certificates/holdings.ts";
import { readSheet } from "../../src/papers/spreadsheet.ts";
import { RETENTION } from "../../src/privacy/retention.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openOffice, participant, TRAINING, wasThere, wib } from "../feedback/after.ts";
import { pagesOf } from "../support/poppler.ts";
import { hasPython, throughPython, unzipped } from "../support/unzip.ts";
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
    expect(file.name).toBe("Daftar Hadir Kosong - Pelatihan Bros - 22 Agustus 2025.pdf");
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
    expect(letter.name).toBe("Undangan - Pelatihan Bros dan Aksesori - 14 Agustus 2025.pdf");
    expect((await pagesOf(letter.bytes)).join(" ")).toContain("Pelatihan Bros dan Aksesori");
    const timetable = fileOf(await dewi.presses("Jadwal (PDF)"), sanggar);
    expect((await pagesOf(timetable.bytes)).join(" ")).toContain("Membuat bros");
    await dewi.presses("Daftar peserta");
    const list = fileOf(await dewi.presses("Excel (XLSX)"), sanggar);
    expect(list.name).toBe("Daftar Peserta - Pelatihan Bros - 14 Agustus 2025.xlsx");
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

/** Rina was there on all days, Sumi on one; Dewi closes the training afterwards. */
async function closedTraining() {
  const office = await openOffice();
  const { sanggar, services, dewi } = office;
  const rina = await participant(sanggar, "Rina Contoh");
  const sumi = await participant(sanggar, "Sumi Contoh");
  await sanggar.world.moveTo(AFTERWARDS);
  for (const { date } of firstTraining.days) await present(sanggar, rina.artisan.id, date);
  await wasThere(sanggar, sumi.artisan.id);
  const trainings = sanggar.connection.collection<{ _id: string }>("trainings");
  await trainings.updateOne({ _id: TRAINING }, { $set: { state: "closed" } });
  const issue = async () => {
    const seen = await dewi.presses({ messageId: 1, data: `cert.issue:${TRAINING}` });
    return { seen, text: seen.messages.map(({ message }) => message.text ?? "").join("\n") };
  };
  return { ...office, services, rina, sumi, issue };
}

describe("certificates", () => {
  it("are made of presence after closing, with the confirmed name, again with the same code", async () => {
    const { sanggar, services, dewi, rina, issue } = await closedTraining();
    await services.surveys.add({
      ...{ training: TRAINING, artisan: rina.artisan.id, form: "feedback" },
      ...{ answers: { certificateName: "Rina Wulandari" }, at: sanggar.clock.now() },
    });
    expect((await opensPapers(dewi, true)).buttons).toContain("Sertifikat");
    const { seen } = await issue();
    expect(seen.text).toContain("Sumi Contoh: hadir kurang dari 80% hari");
    const file = fileOf(seen, sanggar);
    expect(file.name).toBe("Sertifikat - Pelatihan Bros dan Aksesori - 27 Agustus 2025.pdf");
    const pages = await pagesOf(file.bytes);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain("Rina Wulandari");
    expect(pages[0]).toContain("selama 5 hari");
    const [first, ...none] = await services.certificates.of(TRAINING);
    expect(none).toEqual([]);
    await issue();
    expect(await services.certificates.of(TRAINING)).toEqual([first]);
    const stored = JSON.stringify(
      await sanggar.connection.collection("certificates").find().toArray(),
    );
    expect(stored).not.toContain("Wulandari");
  });

  it("are taken back one by one for a reason, told, and made anew only by hand", async () => {
    const { sanggar, services, world, dewi, rina, issue } = await closedTraining();
    await issue();
    const list = await dewi.presses({ messageId: 1, data: `cert.list:${TRAINING}:0` });
    expect(list.text).toContain("Tekan nama");
    await dewi.presses("Rina Contoh");
    expect((await dewi.presses("Tarik sertifikat")).text).toContain("Mengapa");
    expect((await dewi.presses("Namanya keliru")).text).toContain("sudah ditarik");
    const [first] = await services.certificates.of(TRAINING);
    expect(first).toMatchObject({ state: "revoked", ended: { by: dewi.id, reason: "name" } });
    const lines = await services.audit.about(rina.artisan.id, ["certificate.end"]);
    expect(lines).toHaveLength(1);
    const checked = await rina.person.says(`/cek ${first?.code}`);
    expect(checked.text).toContain("dicabut pada");
    expect((await rina.person.says("/sertifikat")).text).toContain("Belum ada sertifikat");
    await sanggar.tick();
    await sanggar.tick();
    expect(world.copies(rina.person, "ditarik dan tidak berlaku")).toBe(1);

    await issue();
    expect(await services.certificates.of(TRAINING), "not by making all").toHaveLength(1);
    await services.artisans.change({ id: rina.artisan.id, version: 9 }, { name: "Rina Benar" });
    await dewi.presses({ messageId: 1, data: `cert.open:${first?.code}` });
    expect((await dewi.presses("Terbitkan lagi")).text).toContain("kode baru");
    const [, second] = await services.certificates.of(TRAINING);
    expect(second).toMatchObject({ state: "valid", edition: 2, name: "Rina Benar" });
    await sanggar.tick();
    await sanggar.tick();
    expect(world.copies(rina.person, "sertifikat baru")).toBe(1);
    const twice = await dewi.presses({ messageId: 1, data: `cert.again:${first?.code}` });
    expect(twice.text).toContain("masih ada yang berlaku");
  });

  it("follow marks that are settled later, the next morning, and no change of a name", async () => {
    const { sanggar, services, world, rina, sumi, issue } = await closedTraining();
    await issue();
    const valid = async () =>
      (await services.certificates.of(TRAINING)).filter(({ state }) => state === "valid");
    await services.artisans.change({ id: rina.artisan.id, version: 9 }, { name: "Rina Benar" });
    for (const { date } of firstTraining.days.slice(1))
      await present(sanggar, sumi.artisan.id, date);
    await world.moveTo(wib("2025-08-28 10:00"));
    await sanggar.tick();
    expect((await valid()).map(({ name }) => name).sort()).toEqual(["Rina Contoh", "Sumi Contoh"]);
    expect(world.copies(sumi.person, "sertifikat baru")).toBe(1);
    const marks = sanggar.connection.collection<{ _id: string }>("marks");
    await marks.deleteMany({ artisan: sumi.artisan.id });
    await world.moveTo(wib("2025-08-29 10:00"));
    await sanggar.tick();
    expect((await valid()).map(({ name }) => name)).toEqual(["Rina Contoh"]);
    expect(world.copies(sumi.person, "ditarik dan tidak berlaku")).toBe(1);
    expect(world.copies(rina.person, "ertifikat")).toBe(0);
  });

  it("of one's own are not taken back by oneself", async () => {
    const { services, rina, issue } = await closedTraining();
    await issue();
    const given = { by: 0, since: new Date("2025-08-01") };
    await services.roles.give({ telegram: rina.person.id, role: "coordinator" }, given);
    const [own] = await services.certificates.of(TRAINING);
    await rina.person.presses({ messageId: 1, data: `cert.end:${own?.code}:name` });
    expect((await services.certificates.of(TRAINING))[0]?.state).toBe("valid");
  });

  it("are given to their owner by /sertifikat and checked by anybody by /cek", async () => {
    const { sanggar, services, world, rina, sumi, issue } = await closedTraining();
    expect((await rina.person.says("/sertifikat")).text).toContain("Belum ada sertifikat");
    await issue();
    const own = fileOf(await rina.person.says("/sertifikat"), sanggar);
    expect(own.message.has_protected_content).not.toBe(true);
    const code = (await services.certificates.of(TRAINING))[0]?.code ?? "";
    const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
    expect((await pagesOf(own.bytes))[0]).toContain(shown);
    expect((await sumi.person.says("/sertifikat")).text).toContain("Belum ada sertifikat");
    const stranger = world.person("Tono");
    await stranger.starts();
    for (const typed of [`/cek ${shown}`, shown.toLowerCase()]) {
      const seen = await stranger.says(typed);
      expect(seen.text).toContain("Rina Contoh");
      expect(seen.text).toContain("Jumat–Selasa, 22–26 Agustus 2025");
      expect(seen.text).toContain("berlaku");
    }
    for (let tried = 0; tried < 10; tried += 1)
      expect((await stranger.says("/cek 2345-678A")).text).toContain("tidak ada di catatan");
    expect((await stranger.says(`/cek ${shown}`)).text).not.toContain("Rina");
  });

  it("are replaced when the name changes and revoked when presence does not bear them", async () => {
    const { sanggar, services, dewi, rina, issue } = await closedTraining();
    await issue();
    const [old] = await services.certificates.of(TRAINING);
    await services.surveys.add({
      ...{ training: TRAINING, artisan: rina.artisan.id, form: "feedback" },
      ...{ answers: { certificateName: "Rina Wulandari" }, at: sanggar.clock.now() },
    });
    await issue();
    const [first, second] = await services.certificates.of(TRAINING);
    expect([first?.state, second?.state]).toEqual(["replaced", "valid"]);
    expect((await dewi.says(`/cek ${old?.code}`)).text).toContain("diganti");
    for (const mark of await services.marks.of(TRAINING))
      await services.marks.void(mark.id, { at: sanggar.clock.now(), by: 1, reason: "keliru" });
    const { seen } = await issue();
    expect(seen.text).toContain("Belum ada yang bisa mendapat");
    expect((await dewi.says(`/cek ${second?.code}`)).text).toContain("dicabut");
  });

  it("stay without a name when their person is erased, and /datasaya tells them before", async () => {
    const { sanggar, services, world, rina, issue } = await closedTraining();
    await services.surveys.add({
      ...{ training: TRAINING, artisan: rina.artisan.id, form: "feedback" },
      ...{ answers: { certificateName: "Rina Wulandari" }, at: sanggar.clock.now() },
    });
    await issue();
    const told = fileOf(await rina.person.says("/datasaya"), sanggar);
    expect(told.bytes.toString()).toContain("Rina Wulandari");
    const facts = { now: sanggar.clock.now(), figures: RETENTION };
    for (let again = 0; again < 2; again += 1)
      for (const holding of certificateHoldings)
        await services.holdings.erase(holding, { artisan: rina.artisan.id }, facts);
    const [left] = await services.certificates.of(TRAINING);
    expect(left?.name).toBeUndefined();
    expect(JSON.stringify(left)).not.toContain(rina.artisan.id);
    const stranger = world.person("Tono");
    await stranger.starts();
    expect((await stranger.says(`/cek ${left?.code}`)).text).toContain("nama sudah dihapus");
  });

  it("lose their name after 60 months", async () => {
    const { sanggar, services, issue } = await closedTraining();
    await issue();
    const now = new Date(sanggar.clock.now());
    for (const [months, swept] of [
      [59, 0],
      [2, 1],
    ] as const) {
      now.setUTCMonth(now.getUTCMonth() + months);
      const [holding] = certificateHoldings;
      if (!holding) throw new Error("there is one");
      expect(await services.holdings.sweep(holding, { now, figures: RETENTION })).toBe(swept);
    }
  });
});

describe("the Paket SPJ", () => {
  it("is one tap after the last day, and its totals are those of the database", async () => {
    const { sanggar, services, dewi, sumi, issue } = await closedTraining();
    await issue();
    await services.receipts.answer({
      ...{ training: TRAINING, artisan: sumi.artisan.id, what: "transport" },
      ...{ state: "received", at: sanggar.clock.now() },
    });
    const [late] = await services.marks.of(TRAINING, "2025-08-23");
    await services.marks.void(late?.id ?? "", {
      ...{ at: sanggar.clock.now(), by: 1, reason: "salah orang" },
    });
    await opensPapers(dewi, true);
    const seen = await dewi.presses("Paket SPJ (ZIP)");
    const file = fileOf(seen, sanggar);
    expect(file.name).toBe("Paket SPJ - Pelatihan Bros dan Aksesori - 27 Agustus 2025.zip");
    expect(file.message.has_protected_content).toBe(true);
    const parts = unzipped(file.bytes);
    if (hasPython) expect(await throughPython(file.bytes)).toHaveLength(parts.size);
    expect([...parts.keys()]).toEqual([
      ...firstTraining.days.flatMap(({ date }) => [
        `hadir/daftar-hadir-${date}.pdf`,
        `hadir/daftar-hadir-${date}.xlsx`,
      ]),
      ...["daftar-peserta.pdf", "daftar-peserta.xlsx", "jadwal.pdf"],
      ...["berita-acara-penutupan.pdf", "biodata-peserta.xlsx", "janji-dan-perubahan.xlsx"],
      "tanda-terima-transpor.xlsx",
      ...["pemberitahuan.xlsx", "kesan-dan-tes.xlsx", "daftar-sertifikat.xlsx"],
      ...["alasan-pemilihan.xlsx", "hadir-susulan-dan-batal.xlsx", "MANIFES.txt"],
    ]);
    const manifest = parts.get("MANIFES.txt")?.toString() ?? "";
    const count = (name: string, filter: object) =>
      sanggar.connection.collection(name).countDocuments({ training: TRAINING, ...filter });
    const sent = (
      await sanggar.connection.collection("notices").find({ training: TRAINING }).toArray()
    ).map(({ _id }) => String(_id));
    const deliveries = await sanggar.connection
      .collection("deliveries")
      .countDocuments({ notice: { $in: sent } });
    expect(sent.length).toBeGreaterThan(0);
    const marks = (date: string) => count("marks", { date, voided: { $exists: false } });
    for (const line of [
      "Peserta: 2",
      `Hadir Jum, 22 Agu 2025: ${await marks("2025-08-22")}`,
      `Hadir Sab, 23 Agu 2025: ${await marks("2025-08-23")}`,
      `Sertifikat berlaku: ${await count("certificates", { state: "valid" })}`,
      `Tanda terima transpor: ${await count("receipts", { state: "received" })}`,
      `Pemberitahuan: ${sent.length}`,
      `Kiriman pemberitahuan: ${deliveries}`,
      "Hadir susulan dan batal: 1",
    ])
      expect(manifest.split("\n")).toContain(line);
    expect(await cellsOf(parts.get("hadir-susulan-dan-batal.xlsx") ?? Buffer.of())).toContain(
      "salah orang",
    );
    expect(await cellsOf(parts.get("daftar-sertifikat.xlsx") ?? Buffer.of())).toContain("berlaku");
    expect(await linesOf(sanggar, "paper.make")).toMatchObject([{ detail: "accountability" }]);
  });
});
