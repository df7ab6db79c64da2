import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../src/artisans/answers.ts";
import type { PersonOptions, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
  await sanggar.services.communities.seed({
    id: "anyam-rukun",
    name: "Anyam Rukun",
    kecamatan: ["36.04.19"],
    state: "active",
    leaders: [],
    invented: true,
  });
});
afterAll(() => sanggar.close());

const person = (name: string) => sanggar.world.person(name);
const answersOf = async ({ id }: TestPerson): Promise<Answers | undefined> =>
  (await sanggar.services.drafts.read(id))?.answers;

/** Answers up to the question about the name. */
async function agreed(name: string, options: PersonOptions = {}): Promise<TestPerson> {
  const artisan = sanggar.world.person(name, options);
  await artisan.says("/daftar");
  await artisan.presses("Saya setuju");
  await artisan.presses("Ya");
  return artisan;
}

/** Answers everything, up to the review. */
async function filledIn(name: string): Promise<TestPerson> {
  const artisan = await agreed(name);
  for (const said of [name, "Petir", "lewati", "1", "2", "selesai", "lewati"])
    await artisan.says(said);
  return artisan;
}

describe("registration", () => {
  it("asks eight steps, shows the answers, and keeps the record", async () => {
    const rina = person("Rina");
    expect((await rina.starts()).buttons).toContain("Daftar jadi perajin");
    expect((await rina.presses("Daftar jadi perajin")).text).toContain("Sebelum mulai");
    expect((await rina.presses("Saya setuju")).text).toContain("18 tahun");
    expect((await rina.presses("Ya")).text).toContain("Langkah 3 dari 8");
    expect((await rina.says("Rina Wulandari")).text).toContain("kecamatan mana");
    expect((await rina.says("anyer")).text).toContain("Desa mana di Kec. Anyar");
    expect((await rina.presses("Lewati")).text).toContain("komunitas perajin mana");
    expect((await rina.presses("2. Belum punya komunitas")).text).toContain("Kerajinan apa");
    expect((await rina.says("1")).text).toContain("Terpilih: Aksesori & perhiasan");
    const phone = await rina.says("selesai");
    expect(phone.text).toContain("nomor HP");
    expect(phone.keyboard?.[0]).toEqual(["📱 Bagikan nomor saya"]);
    const asked = await rina.says("0812-3456-7890");
    expect(asked.text).toContain("dipakai untuk WhatsApp");
    expect(asked.keyboard).toBeNull();
    const review = await rina.presses("Ya");
    expect(review.text).toContain("Nama: Rina Wulandari");
    expect(review.text).toContain("Kecamatan: Kec. Anyar");
    expect(review.text).toContain("Nomor HP: 0812-3456-7890");
    expect((await rina.presses("✓ Kirim")).text).toContain("sudah kami terima");

    expect(await sanggar.services.artisans.byTelegram(rina.id)).toMatchObject({
      name: "Rina Wulandari",
      kecamatan: "36.04.30",
      mainCraft: "aksesori",
      phone: { number: "+6281234567890", verified: false },
      state: "pending",
      consent: { version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    });
    expect(await answersOf(rina)).toBeUndefined();
    expect((await rina.says("/profil")).text).toContain("Nomor HP: 0812-••••-7890");
    expect((await rina.says("/daftar")).text).toContain("sudah terdaftar");
  });

  it("stores nothing before consent, and ends kindly without it", async () => {
    const sumi = person("Sumi");
    await sumi.says("/daftar");
    expect(await answersOf(sumi)).toBeUndefined();
    expect((await sumi.presses("Baca lengkap")).text).toContain("UU 27/2022");
    expect((await sumi.presses("Tidak setuju")).text).toContain("tidak ada yang dicatat");
    expect(await answersOf(sumi)).toBeUndefined();
    expect((await sumi.says("halo")).text).toContain("/bantuan");
  });

  it("keeps which text was agreed to, when, and by which update", async () => {
    const yuli = person("Yuli");
    await yuli.says("/daftar");
    await yuli.presses("Saya setuju");
    const at = sanggar.clock.now().toISOString().slice(0, 16);
    const consent = (await answersOf(yuli))?.consent;
    expect(consent).toEqual({
      version: "2026-11-24",
      at: expect.stringContaining(at) as string,
      update: expect.any(Number) as number,
    });
  });

  it("ends kindly for someone under 18 and deletes the draft", async () => {
    const tini = person("Tini");
    await tini.says("/daftar");
    await tini.presses("Saya setuju");
    expect((await tini.presses("Tidak")).text).toContain("18 tahun ke atas");
    expect(await answersOf(tini)).toBeUndefined();
  });

  it("takes spoken words and numbers of the whole list like buttons", async () => {
    const asep = person("Asep");
    await asep.says("/daftar");
    await asep.says("setuju");
    await asep.says("iya");
    await asep.says("Asep");
    expect((await asep.says("29")).text).toContain("Desa mana di Kec. Waringinkurung");
    expect((await asep.says("kembali")).text).toContain("kecamatan mana");
    await asep.says("29");
    expect((await asep.says("0")).text).toContain("kecamatan mana");
    expect((await asep.says("30")).text).toContain("tidak ada di daftar");
    await asep.says("no. 23");
    expect(await answersOf(asep)).toMatchObject({ kecamatan: "36.04.19" });
  });

  it("goes through a long list page by page, and answers on any page", async () => {
    const lilis = await agreed("Lilis");
    const first = await lilis.says("Lilis Suryani");
    expect(first.buttons).toContain("1. Anyar");
    expect(first.buttons).not.toContain("9. Cinangka");
    const second = await lilis.presses("Berikutnya (2/4) ›");
    expect(second.buttons).toEqual(expect.arrayContaining(["9. Cinangka", "‹ Sebelumnya"]));
    expect((await lilis.presses("9. Cinangka")).text).toContain("Desa mana di Kec. Cinangka");
  });

  it("offers the tidy form of a name in capitals and keeps what is chosen", async () => {
    const siti = await agreed("Siti");
    const asked = await siti.says("SITI AMINAH");
    expect(asked.buttons).toEqual(["Siti Aminah", "SITI AMINAH"]);
    await siti.presses("Siti Aminah");
    expect(await answersOf(siti)).toMatchObject({ name: "Siti Aminah" });
  });

  it("asks what was meant where spelling leaves a doubt", async () => {
    const euis = await agreed("Euis");
    await euis.says("Euis");
    expect((await euis.says("padarinchang")).buttons).toEqual(["Kec. Padarincang"]);
    expect((await euis.says("serang")).buttons).toEqual([
      "Kabupaten Serang",
      "Di luar Kab. Serang",
    ]);
    expect((await euis.says("sukamaju")).buttons).toContain("Kec. Kibin");
    expect((await euis.says("serang bandung")).text).toContain("Kec. Bandung, Kab. Serang");
  });

  it("sends who lives in another city to that city's office and keeps nothing", async () => {
    const iis = await agreed("Iis");
    await iis.says("Iis");
    expect((await iis.says("kota serang")).text).toContain("Kota Serang");
    expect((await iis.presses("Di luar Kab. Serang")).text).toContain("Tidak ada yang kami simpan");
    expect(await answersOf(iis)).toBeUndefined();
  });

  it("asks for the name of a community and of a craft that are not in the list", async () => {
    const nani = await agreed("Nani");
    await nani.says("Nani");
    await nani.says("Petir");
    await nani.presses("Lewati");
    expect((await nani.presses("3. Tidak ada di daftar")).text).toContain("Apa nama komunitas");
    await nani.says("Kriya Lestari");
    expect((await nani.says("16")).text).toContain("Terpilih: Lainnya");
    expect((await nani.presses("✓ Selesai (1)")).text).toContain("Tulis jenis kerajinan");
    expect((await nani.says("Lukis kaca")).text).toContain("nomor HP");
    expect(await answersOf(nani)).toMatchObject({
      community: "unlisted",
      communityOther: "Kriya Lestari",
      crafts: ["lainnya"],
      craftOther: "Lukis kaca",
    });
  });

  it("goes back, keeps an answer that stands, and goes on where it was", async () => {
    const wati = await agreed("Wati");
    await wati.says("Wati");
    await wati.says("Petir");
    expect((await wati.presses("‹ Kembali")).text).toContain("Jawaban sekarang: Kec. Petir");
    const name = await wati.presses("‹ Kembali");
    expect(name.text).toContain("Jawaban sekarang: Wati");
    expect(name.buttons).not.toContain("‹ Kembali");
    expect((await wati.presses("✓ Tetap pakai ini")).text).toContain("Desa mana di Kec. Petir");
  });

  it("changes one answer from the review and comes back to it", async () => {
    const oom = await filledIn("Oom");
    expect((await oom.presses("✎ Nama")).text).toContain("Jawaban sekarang: Oom");
    const review = await oom.says("Oom Komariah");
    expect(review.text).toContain("Nama: Oom Komariah");
    expect((await oom.presses("✓ Kirim")).text).toContain("sudah kami terima");
  });

  it("asks for the desa again when the kecamatan changes, and not when it stays", async () => {
    const een = await agreed("Een");
    for (const said of ["Een", "Petir", "1", "1", "2", "selesai", "lewati"]) await een.says(said);
    await een.presses("✎ Kecamatan");
    expect((await een.says("Petir")).text).toContain("Mohon diperiksa");
    await een.presses("✎ Kecamatan");
    expect((await een.says("Kopo")).text).toContain("Desa mana di Kec. Kopo");
  });

  it("keeps the draft on /batal and goes on at the first open question", async () => {
    const ucu = await agreed("Ucu");
    await ucu.says("Ucu Suhaya");
    expect((await ucu.says("/batal")).text).toContain("tersimpan 7 hari");
    expect((await ucu.says("halo")).text).toContain("Lanjutkan?");
    expect((await ucu.presses("Lanjutkan isian")).text).toContain("kecamatan mana");
    expect((await ucu.presses("Simpan dulu")).text).toContain("/daftar");
    expect((await ucu.says("/daftar")).text).toContain("kecamatan mana");
    expect((await ucu.says("/batal")).text).toContain("dihentikan");
    expect((await ucu.says("/batal")).text).toContain("Tidak ada yang sedang diisi");
  });

  it("drops a draft after seven days", async () => {
    const oneng = await agreed("Oneng");
    await oneng.says("Oneng");
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 7 * 86_400_000));
    expect((await oneng.says("/daftar")).text).toContain("Sebelum mulai");
  });

  it("begins anew when the draft ran out while a question was open", async () => {
    const entin = await agreed("Entin");
    await entin.says("Entin");
    await entin.says("Kibin");
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 8 * 86_400_000));
    expect((await entin.says("2")).text).toContain("Sebelum mulai");
    expect(await answersOf(entin)).toBeUndefined();
  });

  it("takes the person's own contact as verified and refuses anybody else's", async () => {
    const ade = await agreed("Ade", { phone: "+6281234500077" });
    for (const said of ["Ade", "Petir", "lewati", "1", "2", "selesai"]) await ade.says(said);
    const other = person("Dede");
    expect((await ade.sharesContactOf(other)).text).toContain("bukan milik akun Telegram ini");
    expect(await answersOf(ade)).not.toHaveProperty("phone");
    await ade.taps("📱 Bagikan nomor saya");
    expect((await answersOf(ade))?.phone).toEqual({
      number: "+6281234500077",
      verified: true,
    });
  });

  it("speaks English after /bahasa, and asks the open question again in it", async () => {
    const rita = await agreed("Rita");
    await rita.says("/bahasa");
    const seen = await rita.presses("English");
    expect(seen.messages[0]?.text).toContain("I will speak English");
    expect(seen.text).toContain("What is your full name?");
    expect((await rita.says("Rita")).text).toContain("Which kecamatan");
  });

  it("takes the buttons off an answered question and answers an old tap without taking it", async () => {
    const imas = await agreed("Imas");
    const asked = await imas.says("Imas");
    const id = asked.messages.at(-1)?.id ?? 0;
    const next = await imas.says("Petir");
    expect(next.messages.find((message) => message.id === id)?.buttons).toEqual([]);
    const stale = await imas.presses({ messageId: id, data: "ask:kecamatan:36.04.30" });
    expect(stale.toast).toContain("sudah lewat");
    expect(await answersOf(imas)).toMatchObject({ kecamatan: "36.04.19" });
  });

  it("does not take a choice that was never offered", async () => {
    const cucu = await agreed("Cucu");
    const asked = await cucu.says("Cucu");
    const id = asked.messages.at(-1)?.id ?? 0;
    for (const forged of ["99.99.99", "constructor", "~page.-4", ""]) {
      await cucu.presses({ messageId: id, data: `ask:kecamatan:${forged}` });
    }
    expect(await answersOf(cucu)).not.toHaveProperty("kecamatan");
  });

  it("takes an answer once when the next question does not get through, and asks it again", async () => {
    const popon = await agreed("Popon");
    sanggar.world.fault({ method: "sendMessage", chat_id: popon.id, times: 1, reset: "before" });
    expect((await popon.says("Popon Sari")).text).toContain("kecamatan mana");
    expect(await answersOf(popon)).toMatchObject({ name: "Popon Sari" });
    expect((await popon.says("Petir")).text).toContain("Desa mana");
  });

  it("says that it was received although that did not get through at first", async () => {
    const yeyet = await filledIn("Yeyet");
    sanggar.world.fault({ method: "sendMessage", chat_id: yeyet.id, times: 1, reset: "before" });
    expect((await yeyet.presses("✓ Kirim")).text).toContain("sudah kami terima");
    expect(await sanggar.services.artisans.byTelegram(yeyet.id)).toMatchObject({ name: "Yeyet" });
  });

  it("takes taps on the words beside the contact button like buttons", async () => {
    const enok = await filledIn("Enok");
    await enok.presses("+ Nomor HP");
    expect((await enok.says("081234567890")).text).toContain("WhatsApp");
    await enok.presses("Ya");
    await enok.presses("✎ Nomor HP");
    expect((await enok.taps("✓ Tetap pakai ini")).text).toContain("Nomor HP: 0812-3456-7890");
    await enok.presses("✎ Nomor HP");
    expect((await enok.taps("‹ Kembali")).text).toContain("Kerajinan apa");
    expect((await enok.presses("✓ Selesai (1)")).text).toContain("Mohon diperiksa");
  });

  it("is closed while the office has not named its privacy officer", async () => {
    const settings = sanggar.connection.collection("settings");
    await settings.updateOne({}, { $set: { privacyContact: "" } });
    expect((await person("Uus").says("/daftar")).text).toContain("belum dibuka");
    await settings.updateOne({}, { $set: { privacyContact: "Ibu Contoh" } });
  });
});
