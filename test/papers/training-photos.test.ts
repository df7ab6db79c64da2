import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { paperHoldings } from "../../src/papers/holdings.ts";
import { RETENTION } from "../../src/privacy/retention.ts";
import { openOffice, participant, TRAINING, wib } from "../feedback/after.ts";
import { hasOfficeSuite, throughOfficeSuite } from "../support/office-suite.ts";
import { unzipped } from "../support/unzip.ts";
import { cellsOf, fileOf, filesOf, opensTraining } from "./sent.ts";
import { photo } from "./samples.ts";

const DAY = "2025-08-22";

/** Dewi on the afternoon of the first day, with the card of its photos open. */
async function openPhotos() {
  const office = await openOffice();
  const { sanggar, dewi } = office;
  await participant(sanggar, "Rina Contoh", { sex: "P", birthYear: 1979 });
  await sanggar.world.moveTo(wib(`${DAY} 15:00`));
  await opensTraining(dewi);
  await dewi.presses("Foto kegiatan");
  await dewi.presses("Jum, 22 Agu 2025 (0)");
  return office;
}

const holdingOf = (collection: string) => {
  const found = paperHoldings.find((one) => one.collection === collection);
  if (!found) throw new Error("there is one");
  return found;
};

describe("photos of a training day", () => {
  it("come one by one or in an album, with a caption, and the latest of one's own can go", async () => {
    const { sanggar, services, dewi } = await openPhotos();
    const [pink, blue, green] = await Promise.all(["#d46a8c", "#2f7891", "#3a7"].map(photo));
    const one = await dewi.sendsPhoto({
      bytes: pink ?? Buffer.of(),
      caption: "Praktik  bros\nÉva",
    });
    expect(one.text).toContain("Tersimpan untuk hari itu: 1");
    await dewi.sendsAlbum([{ bytes: blue ?? Buffer.of() }, { bytes: green ?? Buffer.of() }]);
    const kept = await services.trainingPhotos.of(TRAINING);
    expect(kept).toMatchObject([
      { date: DAY, by: dewi.id, caption: "Praktik bros Éva", ending: "jpg" },
      { date: DAY, by: dewi.id },
      { date: DAY, by: dewi.id },
    ]);
    expect(Buffer.from((await services.trainingPhotos.bytesOf(kept[0]?.id ?? "")) ?? [])).toEqual(
      pink,
    );
    const undone = await dewi.presses("Hapus foto terakhir saya");
    expect(undone.text).toContain("Tersimpan untuk hari itu: 2");
    const bad = await dewi.sendsDocument("foto.jpg", Buffer.from("bukan foto"));
    expect(bad.text).toContain("bukan foto yang bisa dibaca");
    expect((await dewi.presses("Selesai")).text).toContain("2 tersimpan");
    await dewi.sendsPhoto({ bytes: pink ?? Buffer.of() });
    expect(await services.trainingPhotos.of(TRAINING)).toHaveLength(2);
    expect(
      await sanggar.connection.collection("audit").countDocuments({ what: "training.photos" }),
    ).toBe(4);
  });

  it("are of days that have come, and for coordinators only", async () => {
    const { sanggar, services, dewi } = await openPhotos();
    const tomorrow = await dewi.presses({ messageId: 1, data: `foto.day:${TRAINING}:2` });
    expect(tomorrow.toast).toContain("tidak berlaku");
    const { person } = await participant(sanggar, "Sumi Contoh");
    const refused = await person.presses({ messageId: 1, data: `foto.day:${TRAINING}:1` });
    expect(refused.toast).toContain("tidak berlaku");
    await services.roles.end({ telegram: dewi.id, role: "coordinator" }, sanggar.clock.now());
    const ended = await dewi.sendsPhoto({ bytes: await photo("#d46a8c") });
    expect(ended.text).toContain("petugas yang berwenang");
    expect(await services.trainingPhotos.of(TRAINING)).toEqual([]);
    const refusals = { what: "training.photos", result: "refused" };
    expect(await sanggar.connection.collection("audit").countDocuments(refusals)).toBe(2);
    const again = await dewi.sendsPhoto({ bytes: await photo("#d46a8c") });
    expect(again.text).not.toContain("petugas yang berwenang");
  });

  it("are in the Paket SPJ in a folder by date, listed with who sent them and what was said", async () => {
    const { sanggar, dewi } = await openPhotos();
    const pink = await photo("#d46a8c");
    await dewi.sendsPhoto({ bytes: pink, caption: "Praktik bros" });
    await sanggar.world.moveTo(wib("2025-08-27 10:00"));
    await opensTraining(dewi);
    await dewi.presses("Berkas");
    const file = fileOf(await dewi.presses("Paket SPJ (ZIP)"), sanggar);
    const parts = unzipped(file.bytes);
    expect(parts.get(`foto/${DAY}/foto-01.jpg`)).toEqual(pink);
    const list = parts.get("daftar-foto.xlsx") ?? Buffer.of();
    const cells = await cellsOf(list);
    for (const told of [`foto/${DAY}/foto-01.jpg`, "Praktik bros", "Dewi", "Jum, 22 Agu 2025"])
      expect(cells).toContain(told);
    const manifest = (parts.get("MANIFES.txt") ?? "").toString();
    expect(manifest).toContain("Foto: 1\nFoto Jum, 22 Agu 2025: 1\n");
    const biodata = parts.get("biodata-peserta.xlsx") ?? Buffer.of();
    const rows = await cellsOf(biodata);
    for (const told of ["Rina Contoh", "Perempuan", "1979", "Kec. Petir"])
      expect(rows).toContain(told);
    if (hasOfficeSuite) expect(await throughOfficeSuite(biodata)).toContain("Rina Contoh");
  });

  it("lose their sender when that one is erased, and go when marks go", async () => {
    const { sanggar, services, dewi } = await openPhotos();
    await dewi.sendsPhoto({ bytes: await photo("#d46a8c") });
    const now = sanggar.clock.now();
    for (const name of ["trainingPhotos", "paperWaits"])
      await services.holdings.erase(
        holdingOf(name),
        { chat: dewi.id },
        { now, figures: RETENTION },
      );
    expect(await services.trainingPhotos.of(TRAINING)).toMatchObject([{ by: 0 }]);
    expect(await services.paperWaits.read(dewi.id)).toBeUndefined();
    const later = new Date(now);
    later.setUTCMonth(later.getUTCMonth() + 61);
    const holding = holdingOf("trainingPhotos");
    expect(await services.holdings.sweep(holding, { now, figures: RETENTION })).toBe(0);
    expect(await services.holdings.sweep(holding, { now: later, figures: RETENTION })).toBe(1);
  });
});

it("a chart of attendance comes as text and as a picture once a day has begun", async () => {
  const { sanggar, services, dewi } = await openOffice();
  const { artisan } = await participant(sanggar, "Rina Contoh");
  await participant(sanggar, "Sumi Contoh");
  await opensTraining(dewi);
  expect((await dewi.presses("Berkas")).buttons).not.toContain("Grafik kehadiran");
  await sanggar.world.moveTo(wib(`${DAY} 15:00`));
  await services.marks.add({
    ...{ training: TRAINING, artisan: artisan.id, date: DAY, road: "tick" },
    ...{ by: 1, as: "coordinator", at: sanggar.clock.now() },
  });
  await opensTraining(dewi);
  await dewi.presses("Berkas");
  const seen = await dewi.presses("Grafik kehadiran");
  expect(seen.messages[0]?.message.text).toContain("Jum, 22 Agu 2025: hadir 1 dari 2");
  expect(seen.messages[0]?.message.text).toContain(firstTraining.title);
  expect(fileOf(seen, sanggar).message.photo?.at(-1)?.width).toBe(1440);
});

it("the reach of sharing sessions stands beside the other statistics", async () => {
  const { sanggar, services, dewi } = await openOffice();
  await dewi.says("/statistik");
  expect((await dewi.presses("Sesi berbagi")).text).toContain("Belum ada pionir");
  const proof = { version: "2026-11-24", at: "2025-08-01T02:00:00.000Z", update: 1 };
  await participant(sanggar, "Rina Contoh", { ticks: { pionir: proof } });
  await dewi.says("/statistik");
  const seen = await dewi.presses("Sesi berbagi");
  expect(seen.messages[0]?.message.text).toContain("Kec. Petir: belum ada sesi, 1 pionir");
  expect(filesOf(seen, sanggar)).toHaveLength(1);
  expect(await services.sharings.all()).toEqual([]);
});
