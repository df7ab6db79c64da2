import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { DAY_MS, FOREIGN, newMember, type Office, openOffice } from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  onTestFinished(() => office.sanggar.close());
});

const later = (ms: number) =>
  office.sanggar.world.moveTo(new Date(office.sanggar.clock.now().getTime() + ms));
const member = (name: string, given: Partial<Artisan> = {}) =>
  newMember(office, name, { state: "active", ...given });
const lines = (what: string, result = "allowed") =>
  office.sanggar.connection.collection("audit").find({ what, result }).toArray();
const PHONE = { number: "+6281234567890", verified: false };
const letters = "abcdefghijklmnopqrstuvwxyz";
const TICK = { version: "1", at: "2025-08-14T02:00:00.000Z", update: 1 };

describe("/anggota", () => {
  it("shows a leader the own community, page by page, forth and back", async () => {
    const { sanggar, wulan } = office;
    for (let at = 0; at < 19; at += 1) await member(`Anggota ${letters[at]}`);
    await member("Orang Lain", { community: FOREIGN });
    const first = await wulan.says("/anggota");
    expect(first.text).toContain("Anggota Sulam Harapan Petir");
    expect(first.text).toContain("Anggota a – Kec. Petir – Rajut & makrame");
    expect(first.text).toContain("Anggota h");
    expect(first.text).not.toContain("Anggota i");
    expect(first.buttons).not.toContain("‹ Sebelumnya");
    expect((await wulan.presses("Berikutnya ›")).text).toContain("Anggota i");
    const third = await wulan.presses("Berikutnya ›");
    expect(third.text).toContain("Wulan Contoh");
    expect(third.text).not.toContain("Orang Lain");
    expect(third.buttons).not.toContain("Berikutnya ›");
    expect((await wulan.presses("‹ Sebelumnya")).text).toContain("Anggota p");
    const back = await wulan.presses("‹ Sebelumnya");
    expect(back.text).toContain("Anggota a");
    expect(back.buttons).not.toContain("‹ Sebelumnya");
    const shown = await lines("member.list");
    expect(shown).toHaveLength(5);
    expect(shown[0]).toMatchObject({ as: "leader", whom: { length: 8 } });
    const all = await sanggar.world.person("Rina").says("/anggota");
    expect(all.text).toContain("petugas yang berwenang");
  });

  it("is not for coordinators, nor /perajin for leaders, nor either for anybody in a group", async () => {
    const { sanggar, wulan, bagus } = office;
    await member("Siti Aminah");
    expect((await wulan.says("/perajin")).text).toContain("petugas yang berwenang");
    expect((await wulan.says("/perajin siti")).text).toContain("petugas yang berwenang");
    expect((await bagus.says("/anggota")).text).not.toContain("Siti");
    const group = sanggar.world.group("Kriya");
    expect((await bagus.in(group).says("/perajin")).text).not.toContain("Siti");
    const messageId = (await wulan.says("/bantuan")).messages[0]?.id ?? 0;
    for (const data of ["members.list:all:-", "members.page:all:-:nx", "members.far:all:old"])
      expect((await wulan.presses({ messageId, data })).text).toBe("");
  });

  it("is told to those who were on it", async () => {
    const { wulan } = office;
    const { person: siti } = await member("Siti Aminah");
    await wulan.says("/anggota");
    const [mine] = (await siti.says("/datasaya")).messages;
    expect(mine?.text).toContain("ketua komunitas Wulan Contoh – melihat daftar anggota");
  });

  it("goes on beside a row that is gone from its beginning, and ignores what it cannot read", async () => {
    const { sanggar, bagus } = office;
    for (let at = 0; at < 10; at += 1) await member(`Anggota ${letters[at]}`);
    const messageId = (await bagus.says("/perajin")).messages[0]?.id ?? 0;
    for (const data of [
      "members.page:all:-:ngone",
      "members.list:all:zz.k99.c77.v7",
      "members.list:all",
    ])
      expect((await bagus.presses({ messageId, data })).text).not.toContain("Tidak ada");
    expect(sanggar.world.violations()).toEqual([]);
  });
});

describe("the filters", () => {
  it("narrow by kecamatan, craft, check, reach and training", async () => {
    const { sanggar, bagus } = office;
    await member("Siti Anyer", { kecamatan: "36.04.30" });
    await member("Eti Batik", { crafts: ["batik"], mainCraft: "batik" });
    await member("Rina Baru", { state: "pending" });
    await addUnclaimed(sanggar, { name: "Sumi Jauh" });
    const { record } = await member("Dewi Pernah");
    await sanggar.services.trainings.add(firstTraining);
    await sanggar.services.trainings.takeSeat(firstTraining.id, record.id, sanggar.clock.now());
    sanggar.clock.set(new Date("2025-08-23T10:00:00+07:00"));
    const narrowed = async (...taps: string[]) => {
      await bagus.says("/perajin");
      await bagus.presses("Saring");
      let seen = await bagus.presses(taps[0] ?? "");
      for (const tap of taps.slice(1)) seen = await bagus.presses(tap);
      return seen.text;
    };
    const people = ["Siti Anyer", "Eti Batik", "Rina Baru", "Sumi Jauh", "Dewi Pernah"];
    const seenIn = (text: string) => people.filter((name) => text.includes(name));
    expect(seenIn(await narrowed("Kecamatan", "Anyar"))).toEqual(["Siti Anyer"]);
    expect(seenIn(await narrowed("Kerajinan", "Batik (tulis, cap)"))).toEqual(["Eti Batik"]);
    expect(seenIn(await narrowed("☐ Belum diperiksa", "Tampilkan"))).toEqual(["Rina Baru"]);
    expect(seenIn(await narrowed("☐ Sudah diperiksa", "Tampilkan"))).not.toContain("Rina Baru");
    expect(seenIn(await narrowed("☐ Tanpa Telegram", "Tampilkan"))).toEqual(["Sumi Jauh"]);
    expect(seenIn(await narrowed("☐ Bisa dihubungi", "Tampilkan"))).not.toContain("Sumi Jauh");
    expect(seenIn(await narrowed("☐ Pernah pelatihan", "Tampilkan"))).toEqual(["Dewi Pernah"]);
    const never = await narrowed("☐ Belum pernah", "☐ Tanpa Telegram", "Tampilkan");
    expect(seenIn(never)).toEqual(["Sumi Jauh"]);
    expect(never).toContain("Disaring: Tanpa Telegram, Belum pernah");
    expect(seenIn(await narrowed("☐ Tanpa Telegram", "Tanpa saringan"))).toHaveLength(5);
  });
});

describe("the search", () => {
  const NAMES = [
    "Mochammad Syarifuddin",
    "Muhamad Sarip",
    "Nur'aini Hidayat",
    "Siti Aminah",
    "Siti Aminatun",
    "Joesoef Djoewari",
    "H. Tubagus Fathoni, S.Pd.",
  ];

  it.each([
    ["mohamad sarifudin", "Mochammad Syarifuddin"],
    ["syarifudin", "Mochammad Syarifuddin"],
    ["nuraini", "Nur'aini Hidayat"],
    ["siti amina", "Siti Aminah"],
    ["aminatun", "Siti Aminatun"],
    ["yusuf juwari", "Joesoef Djoewari"],
    ["tb fatoni", "H. Tubagus Fathoni, S.Pd."],
    ["hidayt", "Nur'aini Hidayat"],
    ["syarifu", "Mochammad Syarifuddin"],
    ["SITI AMINAH", "Siti Aminah"],
  ])("finds for %s %s, first", async (typed, name) => {
    const { bagus } = office;
    for (const one of NAMES) await member(one);
    await bagus.says("/perajin");
    const found = await bagus.says(typed);
    expect(found.text).toContain("Yang paling mirip");
    expect(found.buttons[0]).toBe(name.length > 24 ? `${name.slice(0, 23)}…` : name);
    expect(await lines("member.search")).toHaveLength(1);
  });

  it("stays in the own community for a leader, and knows a number for a coordinator only", async () => {
    const { wulan, bagus } = office;
    await member("Siti Aminah", { phone: PHONE });
    await member("Siti Rahasia", { community: FOREIGN });
    await wulan.says("/anggota");
    const found = await wulan.says("siti");
    expect(found.text).toContain("Siti Aminah");
    expect(found.text).not.toContain("Rahasia");
    expect((await wulan.says("0812 3456 7890")).text).toContain("tidak ditemukan");
    expect((await bagus.says("/perajin 0812-3456-7890")).text).toContain("Siti Aminah");
    expect((await bagus.says("/perajin rahasia")).text).toContain("Siti Rahasia");
  });

  it("is a search only after a list, for 15 minutes, and 30 times an hour", async () => {
    const { wulan, sanggar } = office;
    await member("Siti Aminah");
    expect((await wulan.says("siti")).text).toContain("belum mengerti");
    await wulan.says("/anggota");
    for (let at = 0; at < 30; at += 1)
      expect((await wulan.says("siti")).text).toContain("Siti Aminah");
    expect((await wulan.says("siti")).text).toContain("30 pencarian");
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 3_600_001));
    expect((await wulan.says("siti")).text).toContain("belum mengerti");
    expect((await wulan.says("/anggota siti")).text).toContain("Siti Aminah");
  });

  it.each([".*", "(a+)+$", "$where", "🙂", "a".repeat(4_000), "'; drop", "__proto__"])(
    "takes %s for what it is: no name",
    async (typed) => {
      const { bagus } = office;
      await member("Siti Aminah");
      await bagus.says("/perajin");
      expect((await bagus.says(typed)).text).toMatch(/tidak ditemukan|paling mirip/);
    },
  );
});

describe("a phone number", () => {
  const open = async (name = "Siti Aminah", given: Partial<Artisan> = {}) => {
    const one = await member(name, { phone: PHONE, ...given });
    await office.wulan.says("/anggota");
    return { ...one, card: await office.wulan.presses(name) };
  };

  it("is not for a leader without the artisan's tick", async () => {
    const { wulan } = office;
    const { card, record } = await open();
    expect(card.text).toContain("tidak dibuka untuk ketua");
    expect(card.text).not.toMatch(/0812|7890/);
    expect(card.buttons).not.toContain("Tampilkan nomor");
    const messageId = card.messages[0]?.id ?? 0;
    const forged = await wulan.presses({ messageId, data: `phone.show:${record.id}` });
    expect(forged.text).toBe("");
    expect(await lines("phone.show", "refused")).toHaveLength(1);
  });

  it("is masked, then shown on request: logged, protected, and gone after 15 minutes", async () => {
    const { sanggar, wulan } = office;
    const { card, person, record } = await open("Siti Aminah", { ticks: { phoneToLeader: TICK } });
    expect(card.text).toContain("0812-••••-7890");
    const shown = await wulan.presses("Tampilkan nomor");
    expect(shown.text).toContain("0812-3456-7890");
    const sent = sanggar.world.calls("sendMessage").at(-1);
    expect(sent?.params).toMatchObject({ protect_content: true });
    expect(JSON.stringify(sent?.params)).not.toContain("7890");
    expect(await lines("phone.show")).toMatchObject([{ whom: [record.id], as: "leader" }]);
    const copies = () => sanggar.world.copies(wulan, "0812-3456-7890");
    expect(copies()).toBe(1);
    await later(14 * 60_000);
    expect(copies()).toBe(1);
    await later(61_000);
    expect(copies()).toBe(0);
    expect(await sanggar.connection.collection("shownNumbers").countDocuments()).toBe(0);
    const [mine] = (await person.says("/datasaya")).messages;
    expect(mine?.text).toContain("melihat nomor HP");
  });

  it("is not shown while its line of the audit cannot be written", async () => {
    const { sanggar, wulan } = office;
    await open("Siti Aminah", { ticks: { phoneToLeader: TICK } });
    const mend = await sanggar.breakAudit();
    await wulan.presses("Tampilkan nomor");
    expect(sanggar.world.copies(wulan, "0812-3456-7890")).toBe(0);
    expect(await sanggar.connection.collection("shownNumbers").countDocuments()).toBe(0);
    await mend();
    expect(await lines("phone.show")).toEqual([]);
  });

  it("is shown once, with its line, when the tap is tried again and the audit is whole", async () => {
    const { sanggar, wulan } = office;
    const { record } = await open("Siti Aminah", { ticks: { phoneToLeader: TICK } });
    const mend = await sanggar.breakAudit();
    await wulan.presses("Tampilkan nomor");
    const waiting = () => sanggar.connection.collection("inbox").countDocuments({ state: "new" });
    expect(await waiting()).toBe(1);
    expect(sanggar.world.copies(wulan, "0812-3456-7890")).toBe(0);
    await mend();
    await sanggar.startLater();
    expect(await waiting()).toBe(0);
    expect(sanggar.world.copies(wulan, "0812-3456-7890")).toBe(1);
    expect(await lines("phone.show")).toMatchObject([{ whom: [record.id], as: "leader" }]);
    await sanggar.startLater();
    expect(sanggar.world.copies(wulan, "0812-3456-7890")).toBe(1);
  }, 60_000);

  it("is hidden in the night as well, and when Telegram could not be asked at first", async () => {
    const { sanggar, bagus } = office;
    await sanggar.world.moveTo(new Date("2025-08-14T22:00:00+07:00"));
    const { record } = await member("Siti Aminah", { phone: PHONE });
    const messageId = (await bagus.says("/bantuan")).messages[0]?.id ?? 0;
    await bagus.presses({ messageId, data: `phone.show:${record.id}` });
    sanggar.world.fault({ method: "deleteMessage", chat_id: bagus.id, times: 1, reset: "before" });
    await later(16 * 60_000);
    await sanggar.tick();
    expect(sanggar.world.copies(bagus, "0812-3456-7890")).toBe(0);
  });
});

describe("who is hard to reach", () => {
  it("is listed, and gets one friendly word a week, by day", async () => {
    const { sanggar, wulan, bagus } = office;
    const old = new Date(sanggar.clock.now().getTime() - 200 * DAY_MS);
    const { person: siti } = await member("Siti Diam", { activeAt: old, confirmedAt: old });
    const gone = { reason: "blocked", at: sanggar.clock.now() };
    await member("Eti Blokir", { unreachable: gone });
    await addArtisan(sanggar, { name: "Asing Diam", community: FOREIGN, activeAt: old });
    await wulan.says("/anggota");
    const blocked = await wulan.presses("Belum terjangkau");
    expect(blocked.text).toContain("Eti Blokir");
    expect(blocked.text).not.toContain("Siti Diam");
    expect((await wulan.presses("Data lama")).text).toContain("Siti Diam");
    const silent = await wulan.presses("Lama diam");
    expect(silent.text).toContain("Siti Diam");
    expect(silent.text).not.toContain("Asing");
    expect((await wulan.presses("✉ Siti Diam")).text).toContain("dikirim");
    expect((await siti.sees()).text).toBe("");
    await sanggar.tick();
    expect((await siti.sees()).text).toContain("Masih benar semuanya?");
    expect((await wulan.presses("✉ Siti Diam")).text).toContain("sudah disapa minggu ini");
    await sanggar.tick();
    expect((await siti.sees()).text).toBe("");
    expect((await siti.presses("Masih benar")).text).toContain("masih benar");
    await bagus.says("/perajin");
    await bagus.presses("Belum terjangkau");
    expect((await bagus.presses("Data lama")).text).not.toContain("Siti Diam");
    expect((await bagus.presses("Lama diam")).text).toContain("Asing Diam");
  });

  it("is not woken at night", async () => {
    const { sanggar, wulan } = office;
    const old = new Date(sanggar.clock.now().getTime() - 200 * DAY_MS);
    const { person: siti, record } = await member("Siti Diam", { confirmedAt: old });
    await sanggar.world.moveTo(new Date("2025-08-14T21:00:00+07:00"));
    const messageId = (await wulan.says("/bantuan")).messages[0]?.id ?? 0;
    const said = await wulan.presses({ messageId, data: `member.nudge:${record.id}` });
    expect(said.text).toContain("jam tenang");
    await sanggar.tick();
    expect((await siti.sees()).text).toBe("");
    await sanggar.world.moveTo(new Date("2025-08-15T07:01:00+07:00"));
    expect((await siti.sees()).text).toContain("Masih benar");
  });

  it("is nudged by nobody else", async () => {
    const { wulan, wulanRecord } = office;
    const { record } = await member("Siti Asing", { community: FOREIGN });
    const messageId = (await wulan.says("/bantuan")).messages[0]?.id ?? 0;
    for (const id of [record.id, wulanRecord.id, "unknown"])
      expect((await wulan.presses({ messageId, data: `member.nudge:${id}` })).text).toBe("");
  });
});
