import { expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { planOf } from "../../src/promises/plan.ts";
import { entryId } from "../../src/promises/plan-entry.ts";
import { openOffice, participant, TRAINING, wib } from "../feedback/after.ts";
import { unzipped } from "../support/unzip.ts";
import type { TestSanggar } from "../support/sanggar.ts";
import { fileOf } from "./sent.ts";
import { photo } from "./samples.ts";
import { readSheet } from "../../src/papers/spreadsheet.ts";

const DATES = firstTraining.days.map(({ date }) => date);
const [FIRST = "", SECOND = ""] = DATES;

/** Rina on all days, Sumi on one, Tuti voided on one, and something in every list of the archive. */
async function overTraining() {
  const office = await openOffice();
  const { sanggar, services, dewi } = office;
  const rina = (await participant(sanggar, "Rina Contoh")).artisan;
  const sumi = (await participant(sanggar, "Sumi Contoh")).artisan;
  const tuti = (await participant(sanggar, "Tuti Contoh")).artisan;
  await sanggar.world.moveTo(wib("2025-08-27 10:00"));
  const at = sanggar.clock.now();
  const mark = (artisan: string, date: string) =>
    services.marks.add({
      ...{ training: TRAINING, artisan, date, road: "tick" },
      ...{ by: 1, as: "coordinator", at },
    });
  for (const date of DATES) await mark(rina.id, date);
  await mark(sumi.id, FIRST);
  await mark(tuti.id, SECOND);
  const [voided] = (await services.marks.of(TRAINING)).filter(({ artisan }) => artisan === tuti.id);
  await services.marks.void(voided?.id ?? "", { at, by: 1, reason: "salah orang" });
  await services.choices.keep({
    ...{ training: TRAINING, artisan: sumi.id, kind: "jump", over: [tuti.id] },
    ...{ by: 1, at, reason: "bahan sudah disiapkan" },
  });
  for (const { id } of [rina, sumi])
    await services.receipts.answer({
      ...{ training: TRAINING, artisan: id, what: "transport", at },
      ...{ state: id === rina.id ? "received" : "notYet" },
    });
  await services.surveys.add({
    ...{ training: TRAINING, artisan: rina.id, form: "feedback", at },
    answers: { certificateName: "Rina Wulandari" },
  });
  await changedPlan(sanggar);
  for (const [date, color] of [
    [FIRST, "#d46a8c"],
    [FIRST, "#2f7891"],
    [SECOND, "#33aa77"],
  ] as const)
    await services.trainingPhotos.keep({
      ...{ training: TRAINING, date, by: dewi.id, at },
      ...{ file: color.slice(1), bytes: await photo(color) },
    });
  const trainings = sanggar.connection.collection<{ _id: string }>("trainings");
  await trainings.updateOne({ _id: TRAINING }, { $set: { state: "closed" } });
  return office;
}

async function changedPlan({ services, clock }: TestSanggar) {
  const training = await services.trainings.byId(TRAINING);
  if (!training) throw new Error("there is one");
  const [before, at] = [planOf(training), clock.now()];
  const after = { ...before, place: "Balai Desa Petir" };
  const id = entryId(TRAINING, 1, "x");
  const entry = { id, training: TRAINING, version: 1, before, after, by: 1, at };
  await services.plans.begin({ ...entry, told: [], state: "told", notAfter: at });
}

it("every total of the Paket SPJ is that of the database, and of the list it counts", async () => {
  const { sanggar, dewi } = await overTraining();
  await dewi.presses({ messageId: 1, data: `cert.issue:${TRAINING}` });
  const file = fileOf(
    await dewi.presses({ messageId: 1, data: `berkas.spj:${TRAINING}` }),
    sanggar,
  );
  const parts = unzipped(file.bytes);
  const manifest = parts.get("MANIFES.txt")?.toString() ?? "";
  const told = /\nJumlah\n([\s\S]*?)\n\n/.exec(manifest)?.[1]?.split("\n") ?? [];

  const db = (name: string) => sanggar.connection.collection(name);
  const count = (name: string, filter: object = {}) =>
    db(name).countDocuments({ training: TRAINING, ...filter });
  const marks = await db("marks")
    .find({ training: TRAINING, voided: { $exists: false } })
    .toArray();
  const present = (date: string) =>
    new Set(marks.filter((one) => one["date"] === date).map((one) => String(one["artisan"]))).size;
  const daysOf = new Map<string, Set<string>>();
  for (const { artisan, date } of marks)
    daysOf.set(String(artisan), (daysOf.get(String(artisan)) ?? new Set()).add(String(date)));
  const stored = await sanggar.connection
    .collection<{ _id: string; seatHolders: string[] }>("trainings")
    .findOne({ _id: TRAINING });
  const notices = await db("notices").find({ training: TRAINING }).toArray();
  const sent = notices.map(({ _id }) => String(_id));
  const figures: Record<string, number> = {
    Peserta: new Set([...(stored?.seatHolders ?? []), ...daysOf.keys()]).size,
    "Hadir Jum, 22 Agu 2025": present(FIRST),
    "Hadir Sab, 23 Agu 2025": present(SECOND),
    "Hadir Min, 24 Agu 2025": present(DATES[2] ?? ""),
    "Hadir Sen, 25 Agu 2025": present(DATES[3] ?? ""),
    "Hadir Sel, 26 Agu 2025": present(DATES[4] ?? ""),
    "Memenuhi kehadiran": [...daysOf.values()].filter(({ size }) => size >= 4).length,
    "Sertifikat berlaku": await count("certificates", { state: "valid" }),
    "Sertifikat diganti": await count("certificates", { state: "replaced" }),
    "Sertifikat dicabut": await count("certificates", { state: "revoked" }),
    "Perubahan rencana": await count("plans", { state: "told" }),
    "Tanda terima transpor": await count("receipts", { what: "transport", state: "received" }),
    Pemberitahuan: notices.length,
    "Kiriman pemberitahuan": await db("deliveries").countDocuments({ notice: { $in: sent } }),
    "Kesan peserta": await count("surveys", { form: "feedback" }),
    "Alasan pemilihan": await count("choices"),
    "Hadir susulan dan batal": await count("marks", {
      $or: [{ voided: { $exists: true } }, { reason: { $exists: true } }],
    }),
    "Hari yang masih perlu dicek (tanpa daftar hadir terisi)": 0,
    Foto: await count("trainingPhotos"),
    "Foto Jum, 22 Agu 2025": await count("trainingPhotos", { date: FIRST }),
    "Foto Sab, 23 Agu 2025": await count("trainingPhotos", { date: SECOND }),
  };
  expect(told).toEqual(Object.entries(figures).map(([what, number]) => `${what}: ${number}`));

  const rows = async (name: string) => {
    const read = await readSheet(parts.get(`${name}.xlsx`) ?? Buffer.of(), {
      bytes: 5e6,
      rows: 500,
    });
    return read.ok ? read.rows.length : -1;
  };
  const lists: Record<string, number | undefined> = {
    "biodata-peserta": figures["Peserta"],
    "janji-dan-perubahan": figures["Perubahan rencana"],
    "tanda-terima-transpor": await count("receipts", { what: "transport" }),
    pemberitahuan: figures["Pemberitahuan"],
    "daftar-sertifikat": await count("certificates"),
    "alasan-pemilihan": figures["Alasan pemilihan"],
    "hadir-susulan-dan-batal": figures["Hadir susulan dan batal"],
    "daftar-foto": figures["Foto"],
  };
  const heads = 1;
  for (const [name, number = 0] of Object.entries(lists))
    expect([name, await rows(name)]).toEqual([name, number + heads]);
  const photos = [...parts.keys()].filter((name) => name.startsWith("foto/"));
  expect(photos).toEqual([
    ...[`foto/${FIRST}/foto-01.jpg`, `foto/${FIRST}/foto-02.jpg`, `foto/${SECOND}/foto-01.jpg`],
  ]);
  for (const least of ["Peserta", "Perubahan rencana", "Kesan peserta", "Pemberitahuan", "Foto"])
    expect(figures[least]).toBeGreaterThan(0);
});
