import { describe, expect, it } from "vitest";
import { pick } from "../../src/enrolments/choose.ts";
import { trainingHandle } from "../../src/trainings/training-handle.ts";
import { silentOffers } from "../../src/enrolments/offer.ts";
import { addArtisan } from "../support/records.ts";
import { at, openField } from "./field.ts";

describe("interest", () => {
  it("is noted once, and taken back and given anew by the person alone", async () => {
    const field = await openField();
    const { person: rina, record } = await field.artisan("Rina");
    const card = await field.opens(rina);
    expect(card.buttons).toEqual(["Saya berminat", "Semua pelatihan"]);
    expect((await rina.presses("Saya berminat")).text).toContain("sudah kami catat");
    expect(await field.enrolment(record.id)).toMatchObject({
      state: "interested",
      interest: { as: "self" },
    });
    expect((await rina.presses("Lihat pelatihan")).text).toContain(
      "Minat Bapak/Ibu sudah tercatat",
    );
    expect((await rina.presses("Batalkan minat")).text).toContain("kami batalkan");
    expect(await field.enrolment(record.id)).toMatchObject({ state: "withdrawn" });
    await rina.presses("Lihat pelatihan");
    await rina.presses("Saya berminat");
    expect(await field.enrolment(record.id)).toMatchObject({ state: "interested" });
  });

  it("of who may not apply is refused with a kind sentence", async () => {
    const mayApply = { kecamatan: ["36.04.30"], crafts: [], communities: [] };
    const field = await openField({ mayApply });
    const { person: rina, record } = await field.artisan("Rina");
    await field.opens(rina);
    expect((await rina.presses("Saya berminat")).text).toContain("dari kecamatan tertentu");
    expect(await field.enrolment(record.id)).toBeUndefined();
  });

  it("comes from a leader for own members, and the member is told and may say no", async () => {
    const field = await openField();
    const { wulan, bagus } = field;
    const { person: rina, record } = await field.artisan("Rina");
    await wulan.says("/anggota");
    await wulan.presses("Rina Contoh");
    await wulan.presses("Usulkan ke pelatihan");
    expect((await wulan.presses("Pelatihan Bros dan Akse…")).text).toContain("dan diberi tahu");
    expect(await field.enrolment(record.id)).toMatchObject({
      state: "interested",
      interest: { as: "leader", by: wulan.id },
    });
    await field.tick();
    expect(field.copies(rina, "ketua komunitas mengusulkan Bapak/Ibu")).toBe(1);
    await rina.presses("Lihat pelatihan");
    await rina.presses("Batalkan minat");
    await bagus.says("/perajin");
    await bagus.presses("Rina Contoh");
    await bagus.presses("Usulkan ke pelatihan");
    expect((await bagus.presses("Pelatihan Bros dan Akse…")).text).toContain("orangnya sendiri");
    expect(await field.enrolment(record.id)).toMatchObject({ state: "withdrawn" });
  });

  it("is not proposed by a leader for somebody of another community, nor for oneself", async () => {
    const field = await openField();
    const { wulan, wulanRecord } = field;
    const { record } = await field.artisan("Sari", { community: "anyam-rukun" });
    const { messages } = await wulan.says("/anggota");
    for (const id of [record.id, wulanRecord.id]) {
      const press = { messageId: messages.at(-1)?.id ?? 0, data: `propose.ask:${id}` };
      expect((await wulan.presses(press)).toast).toContain("tidak berlaku");
    }
  });
});

describe("the selection sheet", () => {
  /** Rina, Sumi and Tini wish to come, in this order; two seats. */
  async function three() {
    const field = await openField({ seats: 2 });
    const people = [];
    for (const name of ["Rina", "Sumi", "Tini"]) {
      const one = await field.artisan(name);
      await field.opens(one.person);
      await one.person.presses("Saya berminat");
      field.clock.set(new Date(field.clock.now().getTime() + 60_000));
      people.push(one);
    }
    await field.becomes("selecting");
    const [rina, sumi, tini] = people;
    if (!rina || !sumi || !tini) throw new Error("nobody");
    const { bagus } = field;
    const sheet = async () => {
      await bagus.says("/tugas");
      return bagus.presses("Pilih peserta");
    };
    return { field, rina, sumi, tini, bagus, sheet };
  }

  it("shows facts in the suggested order, and the next is picked without a reason", async () => {
    const { field, rina, bagus, sheet } = await three();
    const shown = await sheet();
    expect(shown.text).toContain("1. Rina Contoh");
    expect(shown.text).toContain("belum pernah ikut");
    expect(shown.text).toContain("kecamatan belum terjangkau");
    expect(await field.audited("enrolment.sheet")).toBe(1);
    await bagus.presses("1. Rina Contoh");
    expect((await bagus.presses("Pilih")).text).toContain("sesuai urutan");
    expect(await field.enrolment(rina.record.id)).toMatchObject({
      state: "offered",
      by: bagus.id,
      interest: { as: "self" },
    });
    await field.tick();
    expect(field.copies(rina.person, "selamat, ada tempat")).toBe(1);
    expect((await rina.person.presses("Bersedia")).text).toContain("menjadi milik Bapak/Ibu");
    expect(await field.enrolment(rina.record.id)).toMatchObject({ state: "accepted" });
  });

  it("asks a reason for a jump, which who was passed over and their leader can read", async () => {
    const { field, rina, tini, bagus, sheet } = await three();
    await sheet();
    await bagus.presses("3. Tini Contoh");
    expect((await bagus.presses("Pilih")).text).toContain("masih ada 2 orang");
    expect((await bagus.says("karena")).text).toContain("terlalu pendek");
    expect(await field.enrolment(tini.record.id)).toMatchObject({ state: "interested" });
    const words = "satu-satunya dari Kec. Tanara yang membuat anyaman pandan";
    expect((await bagus.says(`${words} ${"x".repeat(200)}`)).text).toContain("terlalu panjang");
    expect((await bagus.says(words)).text).toContain("ditawari tempat");
    expect(await field.enrolment(tini.record.id)).toMatchObject({
      state: "offered",
      reason: words,
    });
    await field.opens(rina.person);
    const why = await rina.person.presses("Mengapa belum terpilih?");
    expect(why.text).toContain(words);
    expect(why.text).not.toContain("Tini");
    await field.wulan.says("/anggota");
    await field.wulan.presses("Rina Contoh");
    expect((await field.wulan.presses("Mengapa belum terpilih?")).text).toContain(words);
    expect(await field.audited("enrolment.reasons")).toBe(1);
  });

  it("asks a reason for a skip; the skipped reads it, and the next needs none", async () => {
    const { field, rina, sumi, bagus, sheet } = await three();
    await sheet();
    await bagus.presses("1. Rina Contoh");
    expect((await bagus.presses("Lewati")).text).toContain("Mengapa Rina Contoh dilewati");
    expect((await bagus.says("sedang di luar kota sampai bulan depan")).text).toContain("dilewati");
    expect((await bagus.presses("Lembar pemilihan")).text).toContain("Dilewati: sedang di luar");
    await bagus.presses("2. Sumi Contoh");
    expect((await bagus.presses("Pilih")).text).toContain("sesuai urutan");
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "offered" });
    await field.opens(rina.person);
    expect((await rina.person.presses("Mengapa belum terpilih?")).text).toContain("luar kota");
  });

  it("puts the next on the waiting list when the seats are gone, and tells the rest kindly once", async () => {
    const { field, rina, sumi, tini, bagus, sheet } = await three();
    const { person: wati, record } = await field.artisan("Wati");
    await field.services.enrolments.move({
      ...{ training: field.id, artisan: record.id, state: "interested", from: ["none"] },
      at: field.clock.now(),
    });
    for (const name of ["Rina", "Sumi", "Tini"]) {
      await sheet();
      await bagus.presses(`1. ${name} Contoh`);
      await bagus.presses("Pilih");
    }
    expect(await field.enrolment(tini.record.id)).toMatchObject({ state: "waiting", number: 1 });
    expect((await field.training())?.seatHolders).toHaveLength(2);
    await field.becomes("running");
    await field.tick();
    await field.tick();
    expect(field.copies(wati, "kali ini tempatnya belum cukup")).toBe(1);
    expect(await field.enrolment(record.id)).toMatchObject({ state: "notChosen" });
    for (const { person } of [rina, sumi, tini])
      expect(field.copies(person, "kali ini tempatnya belum cukup")).toBe(0);
    // A seat that is declined goes to who waits, for a time.
    await rina.person.presses("Berhalangan");
    expect(await field.enrolment(tini.record.id)).toMatchObject({ state: "offered" });
    await field.tick();
    expect(field.copies(tini.person, "paling lambat")).toBe(1);
  });

  it("never gives one seat too many to two coordinators who press at once", async () => {
    const { field, rina, sumi, tini } = await three();
    const wish = (artisan: string, by: number) => ({
      ...{ training: field.id, artisan, by, reason: "dipilih bersama oleh petugas" },
    });
    await Promise.all(
      [rina, sumi, tini].flatMap(({ record }) =>
        [1, 2].map((by) => pick(wish(record.id, by), field.services)),
      ),
    );
    const training = await field.training();
    expect(training?.seatHolders).toHaveLength(2);
    expect(training?.waitingList).toHaveLength(1);
    expect(await field.services.enrolments.of(field.id, ["offered"])).toHaveLength(2);
    await field.tick();
    expect(await field.services.enrolments.of(field.id, ["offered"])).toHaveLength(2);
  });

  it("is for coordinators only, and not about themselves", async () => {
    const field = await openField();
    const { bagus, wulan } = field;
    const record = await addArtisan(field.sanggar, { telegram: bagus.id, name: "Bagus Contoh" });
    await field.becomes("selecting");
    const { messages } = await wulan.says("/anggota");
    const press = { messageId: messages.at(-1)?.id ?? 0, data: `choose.sheet:${field.id}:0` };
    expect((await wulan.presses(press)).toast).toContain("tidak berlaku");
    const handle = trainingHandle(field.id);
    const said = await bagus.says("/tugas");
    const data = `choose.pick:${handle}:${record.id}`;
    const self = { messageId: said.messages.at(-1)?.id ?? 0, data };
    expect((await bagus.presses(self)).toast).toContain("tidak berlaku");
  });
});

describe("an offer", () => {
  it("answers late, twice and strange presses with a clear sentence", async () => {
    const field = await openField({ seats: 1 });
    const { person: rina, record } = await field.artisan("Rina");
    await field.opens(rina);
    await rina.presses("Saya berminat");
    await field.becomes("selecting");
    await pick({ training: field.id, artisan: record.id, by: 1 }, field.services);
    await field.tick();
    const letter = (await rina.sees()).messages.at(-1);
    const press = (answer: string) =>
      rina.presses({ messageId: letter?.id ?? 0, data: `offer.${answer}:${field.id}` });
    expect((await press("yes")).text).toContain("menjadi milik");
    expect((await press("no")).text).toContain("Bila berhalangan, buka pelatihannya");
    await press("yes");
    const answered = rina.screen().messages.find((one) => one.message_id === letter?.id);
    expect(answered?.text).toContain("sudah tercatat bersedia");
    await field.services.trainings.giveUpSeat(field.id, record.id, field.clock.now());
    expect((await press("yes")).text).toContain("sudah tidak berlaku");
    field.clock.set(at("2025-08-22 14:30"));
    expect((await press("no")).text).toContain("sudah dimulai");
  });

  it("that nobody answers frees no seat, and is named after three days", async () => {
    const field = await openField({ seats: 1 });
    const { person: rina, record } = await field.artisan("Rina");
    await field.opens(rina);
    await rina.presses("Saya berminat");
    await field.becomes("selecting");
    await pick({ training: field.id, artisan: record.id, by: 1 }, field.services);
    expect(await silentOffers(field.id, field.services)).toEqual([]);
    field.clock.set(at("2025-08-17 10:00"));
    await field.tick();
    expect(await field.enrolment(record.id)).toMatchObject({ state: "offered" });
    expect((await field.training())?.seatHolders).toEqual([record.id]);
    const silent = await silentOffers(field.id, field.services);
    expect(silent.map(({ artisan }) => artisan)).toEqual([record.id]);
  });
});
