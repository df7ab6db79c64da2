import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { artisanNamed } from "../notices/office.ts";
import { askedFor, giveGoodAnswer } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeEach(async () => {
  sanggar = await openSanggar();
});
afterEach(() => sanggar.close());

async function artisan(name: string): Promise<TestPerson> {
  const person = sanggar.world.person(name);
  const record = artisanNamed(name, sanggar.clock.now());
  await sanggar.services.artisans.add({ ...record, telegram: person.id });
  return person;
}
const announce = (change = {}) => sanggar.services.trainings.add({ ...firstTraining, ...change });

describe("/pelatihan", () => {
  it("says kindly that there is none", async () => {
    const rina = await artisan("Rina");
    expect((await rina.says("/pelatihan")).text).toContain("belum ada pelatihan");
  });

  it("lists what is to come and shows each training on a tap", async () => {
    await announce();
    const rina = await artisan("Rina");
    const list = await rina.says("/pelatihan");
    expect(list.text).toContain("1. Pelatihan Bros dan Aksesori");
    expect(list.text).toContain("Jumat–Selasa, 22–26 Agustus 2025, Kota Bandung");
    expect(list.text).toContain("Sisa 20 dari 20 tempat");
    const card = await rina.presses("1. Pelatihan Bros dan A…");
    expect(card.text).toContain(
      "Hari ke-1: pukul 14.00–16.00 WIB\nHari ke-2–4: pukul 09.00–16.00 WIB",
    );
    expect(card.text).toContain("UTC Dago Hotel, Kota Bandung");
    expect(card.text).toContain("Mohon dibawa: alat tulis");
    expect(card.text.length).toBeLessThanOrEqual(600);
    expect(card.buttons).toEqual(["Ikut", "Semua pelatihan"]);
  });

  it("takes a seat with one tap and gives it back with two", async () => {
    await announce();
    const rina = await artisan("Rina");
    await rina.says("/pelatihan");
    await rina.presses("1. Pelatihan Bros dan A…");
    const joined = await rina.presses("Ikut");
    expect(joined.text).toContain("Terima kasih, Bapak/Ibu Rina.");
    expect(joined.text).toContain("Tanggal berikutnya: Jumat, 22 Agustus 2025, pukul 14.00 WIB");
    expect(joined.text).toContain("mengingatkan");
    const mine = await rina.presses("Lihat pelatihan");
    expect(mine.text).toContain("sudah tercatat ikut");
    expect(mine.buttons).toEqual(["Batal ikut", "Kartu pelatihan saya", "Semua pelatihan"]);
    expect((await rina.presses("Batal ikut")).text).toContain("yakin batal ikut");
    expect((await rina.presses("Tetap ikut")).text).toContain("sudah tercatat ikut");
    await rina.presses("Batal ikut");
    expect((await rina.presses("Ya, batal ikut")).text).toContain("Kami catat batal ikut");
    expect((await rina.presses("Semua pelatihan")).text).toContain("Sisa 20 dari 20 tempat");
  });

  it("asks someone who is not registered to register first", async () => {
    await announce();
    const wati = sanggar.world.person("Wati");
    await wati.says("/pelatihan");
    await wati.presses("1. Pelatihan Bros dan A…");
    expect((await wati.presses("Ikut")).text).toContain("/daftar");
  });

  it("tells who comes too late that the seats are taken, also on an old button", async () => {
    await announce({ seats: 1 });
    const [rina, sumi] = [await artisan("Rina"), await artisan("Sumi")];
    for (const person of [rina, sumi]) {
      await person.says("/pelatihan");
      await person.presses("1. Pelatihan Bros dan A…");
    }
    await rina.presses("Ikut");
    const answer = await sumi.presses("Ikut");
    expect(answer.text).toContain("baru saja terisi");
    expect(answer.text).toContain("daftar cadangan, nomor 1");
    const mine = await sumi.presses("Lihat pelatihan");
    expect(mine.text).toContain("daftar cadangan, nomor 1");
    expect(mine.buttons).toEqual(["Keluar daftar cadangan", "Semua pelatihan"]);
    expect((await sumi.presses("Keluar daftar cadangan")).text).toContain("yakin keluar");
    expect((await sumi.presses("Ya, batal ikut")).text).toContain("tidak ada lagi di daftar");
    expect((await sumi.presses("Lihat pelatihan")).buttons).toEqual([
      "Masuk daftar cadangan",
      "Semua pelatihan",
    ]);
  });

  it("answers a button of a training that is not there", async () => {
    await announce();
    const rina = await artisan("Rina");
    for (const action of ["open", "join", "leave", "leaveYes"]) {
      const { messages } = await rina.says("/pelatihan");
      const messageId = messages[0]?.id ?? 0;
      const data = `training.${action}:tidak-ada`;
      expect((await rina.presses({ messageId, data })).text).toContain("sudah tidak ada");
    }
  });

  it("after the end an old button tells that it is over, never an empty date", async () => {
    await announce();
    const rina = await artisan("Rina");
    await rina.says("/pelatihan");
    await rina.presses("1. Pelatihan Bros dan A…");
    await rina.presses("Ikut");
    const messageId = (await rina.says("/pelatihan")).messages.at(-1)?.id ?? 0;
    const press = (action: string) =>
      rina.presses({ messageId, data: `training.${action}:${firstTraining.id}` });
    sanggar.clock.set(new Date("2025-08-26T12:00:00+07:00"));
    const again = await press("join");
    expect(again.text).toContain("pelatihannya sudah selesai");
    expect(again.text).not.toContain("berikutnya");
    expect((await press("open")).buttons).toEqual(["Semua pelatihan"]);
    expect((await press("leave")).text).toContain("sudah selesai");
  });

  it("says on which day participants gather", async () => {
    await announce();
    const rina = await artisan("Rina");
    await rina.says("/pelatihan");
    const card = await rina.presses("1. Pelatihan Bros dan A…");
    expect(card.text).toContain(
      "Berkumpul: halaman kantor Diskoumperindag, Jum, 22 Agu, pukul 08.30",
    );
  });

  it("offers the training that somebody wanted before, once they are registered", async () => {
    await announce();
    const { person } = await askedFor("review", sanggar);
    await person.says("/pelatihan");
    await person.presses("1. Pelatihan Bros dan A…");
    expect((await person.presses("Ikut")).text).toContain("/daftar");
    const done = await giveGoodAnswer(person, "review");
    expect(done.text).toContain("Tadi Bapak/Ibu ingin ikut Pelatihan Bros dan Aksesori");
    await person.presses("Lihat pelatihan");
    expect((await person.presses("Ikut")).text).toContain("sudah kami catat");
  });
});
