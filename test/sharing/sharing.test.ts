import { describe, expect, it } from "vitest";
import { packPress } from "../../src/bot/callback-data.ts";
import { reachBy, type Sharing } from "../../src/sharing/sharing.ts";
import { openOffice, participant, wasThere, wib } from "../feedback/after.ts";
import { lead, OWN } from "../communities/office.ts";
import { addArtisan } from "../support/records.ts";

const tick = { version: "1", at: "2025-08-14T00:00:00.000Z", update: 1 };

/** Rina was at the training and promises a session by the buttons. */
async function promised() {
  const office = await openOffice();
  const { sanggar, services, world } = office;
  await services.communities.seed({
    ...{ id: OWN, name: "Sulam Harapan Petir", kecamatan: ["36.04.19"], leaders: [] },
    ...{ state: "active", invented: true },
  });
  const rina = await participant(sanggar, "Rina Contoh", { community: OWN });
  const wulan = world.person("Wulan");
  await wulan.starts();
  await addArtisan(sanggar, { telegram: wulan.id, name: "Wulan Contoh", community: OWN });
  await lead(sanggar, wulan, OWN);
  const sumi = world.person("Sumi");
  await sumi.starts();
  const near = await addArtisan(sanggar, {
    ...{ telegram: sumi.id, name: "Sumi Contoh", ticks: { news: tick } },
  });
  await addArtisan(sanggar, { name: "Jauh Contoh", kecamatan: "36.04.05", ticks: { news: tick } });
  await world.moveTo(wib("2025-08-27 10:00"));
  await wasThere(sanggar, rina.artisan.id);
  const { person } = rina;
  await person.says("/berbagi");
  await person.presses("Saya mau berbagi ilmu");
  await person.presses("2. Membuat bros");
  await person.presses("2. Rajut & makrame");
  expect((await person.says("banyak")).text).toContain("Ketik angkanya saja");
  await person.says("3");
  await person.says("Balai Desa Sukamaju");
  expect((await person.says("kemarin dulu")).text).toContain("belum terbaca sebagai tanggal");
  await person.presses("Kamis, 25 September 2025");
  await person.says("9");
  const done = await person.presses("✓ Kirim");
  return { ...office, person, artisan: rina.artisan, wulan, sumi, near, done };
}

describe("a session of sharing", () => {
  it("is promised by a pioneer, and makers of the craft near by are invited once", async () => {
    const { sanggar, services, artisan, sumi, done, world } = await promised();
    expect(done.text).toContain("Rencana sudah kami catat");
    const [sharing, ...more] = await services.sharings.ofPioneer(artisan.id);
    expect(more).toEqual([]);
    expect(sharing).toMatchObject({
      ...{ topic: "Membuat bros", craft: "rajut", seats: 3, place: "Balai Desa Sukamaju" },
      ...{ date: "2025-09-25", time: "09:00", kecamatan: "36.04.19", state: "planned" },
    });
    expect((await services.artisans.byId(artisan.id))?.ticks?.pionir).toBeDefined();
    await sanggar.tick();
    await world.moveTo(wib("2025-08-28 10:00"));
    expect(world.copies(sumi, "sesi berbagi di dekat sini")).toBe(1);
    const invited = await sanggar.connection
      .collection("deliveries")
      .countDocuments({ notice: `sharing:${sharing?.id}:invite` });
    expect(invited, "nobody far away, and not the pioneer").toBe(1);
    const joined = await sumi.presses("Saya datang");
    expect(joined.text).toContain("1 dari 3 orang");
    expect(joined.text).toContain("tercatat akan datang");
    expect((await sumi.presses("Tidak jadi datang")).text).toContain("0 dari 3");
  });

  it("is told of afterwards, confirmed by the leader, and counted by kecamatan", async () => {
    const { sanggar, services, person, artisan, wulan, dewi, world } = await promised();
    await world.moveTo(wib("2025-09-26 10:00"));
    expect(world.copies(person, "bagaimana sesi berbagi")).toBe(1);
    await person.presses("Ceritakan sesinya");
    expect((await person.says("tujuh")).text).toContain("Ketik angkanya saja");
    await person.says("7");
    await person.says("2 orang");
    await person.sendsPhoto();
    await person.says("Semua peserta membawa pulang satu bros.");
    expect((await person.presses("✓ Kirim")).text).toContain("9 orang sudah Bapak/Ibu jangkau");
    await sanggar.tick();
    const card = await wulan.presses("Lihat dan nyatakan");
    expect(card.text).toContain("Rina Contoh");
    expect(card.text).toContain("7 perempuan, 2 laki-laki");
    await wulan.presses("✓ Benar berlangsung");
    const [sharing] = await services.sharings.ofPioneer(artisan.id);
    expect(sharing).toMatchObject({ state: "confirmed", confirmedBy: wulan.id });
    const reach = await dewi.says("/berbagi");
    expect(reach.text).toContain("Orang terjangkau: 9");
    expect(reach.text).toContain("Kec. Petir: 9 orang dari 1 sesi (1 bersedia)");
    const own = await person.presses({
      messageId: 1,
      data: packPress("shr.true", sharing?.id ?? ""),
    });
    expect(own.text).not.toContain("dinyatakan benar");
  });

  it("that is called off is told to those who would come", async () => {
    const { sanggar, person, sumi, world } = await promised();
    await sanggar.tick();
    await world.moveTo(wib("2025-08-28 10:00"));
    await sumi.presses("Saya datang");
    await person.says("/berbagi");
    await person.presses("Lihat sesi saya");
    await person.presses("Batalkan sesi");
    expect((await person.presses("Ya, batalkan")).text).toContain("Sesi dibatalkan");
    await sanggar.tick();
    expect(world.copies(sumi, "dibatalkan")).toBe(1);
    await sumi.says("/berbagi");
    expect(sumi.screen().messages.at(-1)?.text).not.toContain("Dekat");
  });
});

it("those whom sharing has not reached come first", () => {
  const held = (kecamatan: string, women: number): Sharing =>
    ({ kecamatan, women, men: 0, state: "held" }) as Sharing;
  const pioneers = ["36.04.05", "36.04.19", "36.04.19"].map((kecamatan) => ({ kecamatan }));
  expect(reachBy(pioneers, [held("36.04.19", 4), held("36.04.31", 2)])).toEqual([
    { kecamatan: "36.04.05", pioneers: 1, sessions: 0, people: 0 },
    { kecamatan: "36.04.19", pioneers: 2, sessions: 1, people: 4 },
    { kecamatan: "36.04.31", pioneers: 0, sessions: 1, people: 2 },
  ]);
});
