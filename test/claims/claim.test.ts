import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRIES } from "../../src/claims/claim.ts";
import type { Answers } from "../../src/artisans/answers.ts";
import { claimRecord, lookUpCode } from "../../src/claims/claim-record.ts";
import { registerOnBehalf } from "../../src/claims/on-behalf.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { addArtisan } from "../support/records.ts";

const DAY_MS = 86_400_000;
const COMMUNITY = "sulam-petir";

let sanggar: TestSanggar;
let wulan: TestPerson;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  const { roles, communities } = sanggar.services;
  await communities.seed({
    id: COMMUNITY,
    name: "Sulam Harapan Petir",
    kecamatan: ["36.04.19"],
    state: "active",
    leaders: [],
    invented: true,
  });
  wulan = sanggar.world.person("Wulan");
  bagus = sanggar.world.person("Bagus");
  const given = { by: 0, since: sanggar.clock.now() };
  await addArtisan(sanggar, { telegram: wulan.id, name: "Wulan Contoh", community: COMMUNITY });
  await roles.give({ telegram: wulan.id, role: "leader", scope: COMMUNITY }, given);
  await roles.give({ telegram: bagus.id, role: "coordinator" }, given);
});
afterAll(() => sanggar.close());

const CONSENT = { version: "2026-11-24", at: "2025-08-14T02:00:00.000Z", update: 1 };
const FILLED: Answers = {
  consent: CONSENT,
  adult: true,
  name: "Siti Aminah",
  kecamatan: "36.04.19",
  community: COMMUNITY,
  crafts: ["sulam"],
};

let count = 0;
let numbers = 81_300_000_000;
const newNumber = () => `+62${(numbers += 1)}`;

/** Somebody whom Wulan registered, and their code. */
async function registered(answers: Answers = {}, registrar = wulan.id) {
  count += 1;
  const made = await registerOnBehalf(
    {
      id: `behalf-${count}`,
      answers: {
        ...FILLED,
        name: `Siti Aminah ${"abcdefghijklmnopqrstuvwxyz"[count]}`,
        ...answers,
      },
      registrar: { telegram: registrar, manner: "lisan" },
      language: "id",
    },
    sanggar.services,
  );
  if (!made.ok) throw new Error(made.reason);
  return made;
}
const recordOf = (id: string) => sanggar.services.artisans.byId(id);
const person = (name = "Siti", options = {}) => sanggar.world.person(name, options);
const ASKED = "S••• A•••";

describe("registering on behalf of somebody", () => {
  it("makes a record without an account, all ticks off, and a code nobody can look up", async () => {
    const { artisan, code } = await registered({ phone: { number: newNumber(), verified: true } });
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const record = await recordOf(artisan);
    expect(record).toMatchObject({
      state: "pending",
      consent: CONSENT,
      registrar: { telegram: wulan.id, manner: "lisan" },
      phone: { verified: false },
    });
    expect(record).not.toHaveProperty("telegram");
    expect(record).not.toHaveProperty("ticks");
    const kept = await sanggar.connection.collection("claims").find({}).toArray();
    expect(JSON.stringify(kept)).not.toContain(code.replace("-", ""));
  });

  it("sent twice is one record, and only the newer code is worth something", async () => {
    const form = {
      id: "behalf-twice",
      answers: FILLED,
      registrar: { telegram: wulan.id, manner: "lisan" as const },
      language: "id" as const,
    };
    const first = await registerOnBehalf(form, sanggar.services);
    const second = await registerOnBehalf(form, sanggar.services);
    if (!first.ok || !second.ok) throw new Error("refused");
    const siti = person();
    expect((await siti.says(first.code)).text).toContain("tidak cocok");
    expect((await siti.says(second.code)).text).toContain(ASKED);
  });

  it.each<[who: string, community: string, as: () => number, allowed: boolean]>([
    ["a leader for the own community", COMMUNITY, () => wulan.id, true],
    ["a leader for another community", "anyam-rukun", () => wulan.id, false],
    ["a leader for no community", "none", () => wulan.id, false],
    ["a coordinator for any community", "anyam-rukun", () => bagus.id, true],
    ["a coordinator for no community", "none", () => bagus.id, true],
    ["anybody else", COMMUNITY, () => 6_900_000_000, false],
  ])("is for %s: %s", async (_who, community, as, allowed) => {
    const id = `behalf-${(count += 1)}`;
    const registrar = { telegram: as(), manner: "tertulis" as const };
    const answers = { ...FILLED, community };
    const form = { id, answers, registrar, language: "id" as const };
    const made = await registerOnBehalf(form, sanggar.services);
    expect(made.ok).toBe(allowed);
    expect((await recordOf(id)) !== undefined).toBe(allowed);
    const line = { what: "member.register", whom: [id] };
    expect(await sanggar.connection.collection("audit").findOne(line)).toMatchObject({
      result: allowed ? "allowed" : "refused",
    });
  });

  it("is refused while an answer is open", async () => {
    const registrar = { telegram: wulan.id, manner: "lisan" as const };
    const answers = { ...FILLED, crafts: [] };
    const form = { id: "behalf-open", answers, registrar, language: "id" as const };
    expect(await registerOnBehalf(form, sanggar.services)).toMatchObject({ reason: "incomplete" });
  });
});

describe("a code", () => {
  it("leads to the record: asked who it is, agreed afresh, registrar told", async () => {
    const { artisan, code } = await registered();
    const siti = person();
    const offer = await siti.says("/daftar");
    expect(offer.messages[0]?.buttons).toEqual(["Saya punya kode"]);
    await siti.says("/batal");
    expect((await siti.presses("Saya punya kode")).text).toContain("7K3M-9QXP");
    const asked = await siti.says(code.toLowerCase().replace("-", " "));
    expect(asked.text).toContain(ASKED);
    expect(asked.text).toContain("Kec. Petir: ini Bapak/Ibu?");
    expect(asked.text).not.toContain("Aminah");
    expect((await recordOf(artisan))?.telegram).toBeUndefined();
    expect((await siti.presses("Ya, itu saya")).text).toContain("Sebelum mulai");
    const told = await wulan.sees();
    expect(told.text).toContain("sudah mengambil datanya");
    expect(told.buttons).toEqual(["Bukan orangnya"]);
    expect((await siti.presses("Baca lengkap")).text).toContain("UU 27/2022");
    expect((await siti.presses("Saya setuju")).text).toContain("sekarang milik Bapak/Ibu");
    const record = await recordOf(artisan);
    expect(record).toMatchObject({
      telegram: siti.id,
      consent: { update: expect.any(Number) as number },
    });
    expect(record?.consent).not.toEqual(CONSENT);
    expect(record).not.toHaveProperty("registrar");
    expect((await siti.presses("Lihat data saya")).text).toContain("Siti Aminah");
    const line = { what: "record.claim", result: "allowed", whom: [artisan] };
    expect(await sanggar.connection.collection("audit").countDocuments(line)).toBe(1);
  });

  it("comes by a link, too", async () => {
    const { code } = await registered();
    const siti = person();
    expect((await siti.starts(`k_${code.replace("-", "")}`)).text).toContain(ASKED);
    expect((await siti.starts(`k_${code}`)).text).toContain(ASKED);
    expect((await person().starts("k_nonsense")).text).toContain("tidak cocok");
    expect((await person().starts()).text).toContain("Sanggar");
  });

  it("changes nothing when it was somebody else", async () => {
    const { artisan, code } = await registered();
    const other = person("Orang lain");
    await other.says(code);
    expect((await other.presses("Bukan")).text).toContain("tidak ada yang diubah");
    expect((await recordOf(artisan))?.telegram).toBeUndefined();
    expect((await person().says(code)).text).toContain(ASKED);
  });

  it("is used once, by one of fifty", async () => {
    const { artisan, code } = await registered();
    const { services } = sanggar;
    const accounts = Array.from({ length: 50 }, (_, at) => 8_000_000_000 + at);
    await Promise.all(
      accounts.map((telegram) => lookUpCode(telegram, code.replace("-", ""), services)),
    );
    const claims = await Promise.all(
      accounts.map((telegram) => claimRecord({ telegram, language: "id" }, services)),
    );
    const winners = accounts.filter((_, at) => claims[at]?.ok);
    expect(winners).toHaveLength(1);
    expect((await recordOf(artisan))?.telegram).toBe(winners[0]);
    expect((await person().says(code)).text).toContain("tidak cocok");
    await wulan.sees();
  });

  it("claimed twice by the same account is one claim", async () => {
    const { artisan, code } = await registered();
    const siti = person();
    const asked = await siti.says(code);
    const messageId = asked.messages.at(-1)?.id ?? 0;
    await siti.presses("Ya, itu saya");
    const again = await siti.presses({ messageId, data: "claim.yes" });
    expect(again.text === "" || again.text.includes("Sebelum mulai")).toBe(true);
    await siti.presses("Saya setuju");
    expect(await recordOf(artisan)).toMatchObject({ telegram: siti.id });
    await siti.presses({ messageId, data: "claim.agree" });
    expect(await recordOf(artisan)).toMatchObject({ telegram: siti.id });
    await wulan.sees();
  });

  it("typed again asks whoever has not agreed yet once more", async () => {
    const { artisan, code } = await registered();
    const siti = person();
    await siti.says(code);
    await siti.presses("Ya, itu saya");
    expect((await siti.says(code)).text).toContain("Sebelum mulai");
    await siti.presses("Saya setuju");
    expect(await recordOf(artisan)).not.toHaveProperty("registrar");
    await wulan.sees();
  });

  it("is good for 14 days", async () => {
    const { code } = await registered();
    const { claims } = sanggar.services;
    const now = sanggar.clock.now().getTime();
    const bare = code.replace("-", "");
    expect(await claims.byCode(bare, new Date(now + 14 * DAY_MS - 60_000))).toBeDefined();
    expect(await claims.byCode(bare, new Date(now + 14 * DAY_MS + 60_000))).toBeUndefined();
  });

  it("is not for who registered the person", async () => {
    const { artisan, code } = await registered({}, bagus.id);
    expect((await bagus.says(code)).text).toContain("orang yang Bapak/Ibu daftarkan");
    expect((await recordOf(artisan))?.telegram).toBeUndefined();
  });

  it("can be tried wrongly five times an hour, and not a sixth time, right or wrong", async () => {
    const { code } = await registered();
    const siti = person();
    for (let tried = 0; tried < 5; tried += 1)
      expect((await siti.says(`2222-222${"ABCDE"[tried]}`)).text).toContain("tidak cocok");
    expect((await siti.says(code)).text).toContain("satu jam lagi");
    const { tries } = sanggar.services;
    const later = new Date(sanggar.clock.now().getTime() + 3_600_001);
    expect(await tries.take(siti.id, "claimCode", TRIES, later)).toBe(true);
    expect((await person().says(code)).text).toContain(ASKED);
  });

  it("that fits is no wrong one", async () => {
    const { code } = await registered();
    const siti = person();
    for (let tried = 0; tried < 8; tried += 1)
      expect((await siti.says(code)).text).toContain(ASKED);
  });

  it("grants nothing to a press that no code came before", async () => {
    const { artisan, code } = await registered();
    const stranger = person("Orang lain");
    const seen = await stranger.says("/bantuan");
    const messageId = seen.messages.at(-1)?.id ?? 0;
    const presses = [
      "yes",
      "agree",
      "refuse",
      "erase",
      "full",
      `yes:${artisan}`,
      `disown:${artisan}`,
    ];
    for (const press of presses) await stranger.presses({ messageId, data: `claim.${press}` });
    expect(await recordOf(artisan)).not.toHaveProperty("telegram");
    expect((await person().says(code)).text).toContain(ASKED);
  });
});

describe("an own number", () => {
  it("that fits exactly one unclaimed record leads to it, and is verified from then on", async () => {
    const number = newNumber();
    const { artisan } = await registered({ phone: { number, verified: false } });
    const siti = person("Siti", { phone: number });
    await siti.presses({
      messageId: (await siti.says("/bantuan")).messages[0]?.id ?? 0,
      data: "claim",
    });
    const asked = await siti.taps("📱 Bagikan nomor saya");
    expect(asked.text).toContain(ASKED);
    await siti.presses("Ya, itu saya");
    await siti.presses("Saya setuju");
    expect(await recordOf(artisan)).toMatchObject({
      telegram: siti.id,
      phone: { number, verified: true },
    });
    await wulan.sees();
  });

  it("that fits two of them, or none, or is somebody else's, leads nowhere", async () => {
    const number = newNumber();
    await registered({ phone: { number, verified: false } });
    await registered({ phone: { number, verified: false } });
    const siti = person("Siti", { phone: number });
    expect((await siti.sharesContact()).text).toContain("tidak cocok");
    const alone = newNumber();
    await registered({ phone: { number: alone, verified: false } });
    const owner = person("Pemilik", { phone: alone });
    const thief = person("Orang lain", { phone: newNumber() });
    expect((await thief.sharesContactOf(owner)).text).not.toContain(ASKED);
    expect((await thief.sharesContact()).text).toContain("tidak cocok");
  });
});

describe("who does not agree", () => {
  it("loses the record, the registrar is told, and it can be deleted", async () => {
    const { artisan, code } = await registered();
    const siti = person();
    await siti.says(code);
    await siti.presses("Ya, itu saya");
    await wulan.sees();
    const refused = await siti.presses("Tidak setuju");
    expect(refused.text).toContain("tidak lagi terhubung");
    expect(refused.buttons).toEqual(["Hapus data itu", "Bicara dengan petugas"]);
    expect((await wulan.sees()).text).toContain("tidak setuju");
    expect(await recordOf(artisan)).toMatchObject({
      consent: CONSENT,
      registrar: { telegram: wulan.id, manner: "lisan" },
    });
    expect((await recordOf(artisan))?.telegram).toBeUndefined();
    expect((await siti.says("/profil")).text).toContain("belum terdaftar");
    expect((await siti.presses("Hapus data itu")).text).toContain("dihapus dalam 7 hari");
    expect(await recordOf(artisan)).toHaveProperty("leaving");
    expect((await person().says(code)).text).toContain("tidak cocok");
  });

  it("may talk to the office instead", async () => {
    const { artisan, code } = await registered();
    const siti = person();
    await siti.says(code);
    await siti.presses("Ya, itu saya");
    await siti.presses("Tidak setuju");
    expect((await siti.presses("Bicara dengan petugas")).text).toContain("Ibu Contoh");
    expect(await recordOf(artisan)).not.toHaveProperty("leaving");
    await wulan.sees();
  });
});

describe("the registrar", () => {
  async function claimed() {
    const made = await registered();
    const siti = person();
    await siti.says(made.code);
    await siti.presses("Ya, itu saya");
    await siti.presses("Saya setuju");
    return { ...made, siti };
  }

  it("says that it was somebody else: the record is free, coordinators and account are told", async () => {
    const { artisan, siti } = await claimed();
    await bagus.sees();
    expect((await wulan.presses("Bukan orangnya")).text).toContain("sudah dilepas");
    expect(await recordOf(artisan)).toMatchObject({ consent: CONSENT });
    expect((await recordOf(artisan))?.telegram).toBeUndefined();
    expect((await siti.sees()).text).toContain("dilepas lagi");
    const called = await bagus.sees();
    expect(called.text).toContain(ASKED);
    expect(called.text).not.toContain("Aminah");
    const line = { what: "record.disown", result: "allowed", whom: [artisan] };
    expect(await sanggar.connection.collection("audit").countDocuments(line)).toBe(1);
  });

  it("is the only one who can, while a leader, and for seven days", async () => {
    const { artisan, siti } = await claimed();
    const other = person("Ketua lain");
    await addArtisan(sanggar, { telegram: other.id, community: "anyam-rukun" });
    const { roles, clock } = sanggar.services;
    const given = { by: 0, since: clock.now() };
    await roles.give({ telegram: other.id, role: "leader", scope: "anyam-rukun" }, given);
    const messageId = (await other.says("/bantuan")).messages.at(-1)?.id ?? 0;
    await other.presses({ messageId, data: `claim.disown:${artisan}` });
    expect(await recordOf(artisan)).toMatchObject({ telegram: siti.id });

    const which = { telegram: wulan.id, role: "leader", scope: COMMUNITY } as const;
    await roles.end(which, clock.now());
    expect((await wulan.presses("Bukan orangnya")).toast).toContain("tidak berlaku");
    expect(await recordOf(artisan)).toMatchObject({ telegram: siti.id });
    await roles.give(which, given);
    sanggar.clock.set(new Date(clock.now().getTime() + 7 * DAY_MS + 60_000));
    expect((await wulan.presses("Bukan orangnya")).text).toContain("Sudah lewat 7 hari");
    expect(await recordOf(artisan)).toMatchObject({ telegram: siti.id });
  });
});

describe("an account that has a record", () => {
  it("does not get another one: a coordinator looks at the two", async () => {
    const { artisan, code } = await registered({ name: "Eti Suhaeti" });
    const eti = person("Eti");
    const own = await addArtisan(sanggar, { telegram: eti.id, name: "Yeti Supriatna" });
    await eti.says(code);
    expect((await eti.presses("Ya, itu saya")).text).toContain("Petugas akan menggabungkan");
    expect((await recordOf(artisan))?.telegram).toBeUndefined();
    const open = await sanggar.services.doubles.openOf(own.id);
    expect(open).toMatchObject([{ claimed: true, artisans: [own.id, artisan].sort() }]);
    await bagus.says("/tugas");
    expect((await bagus.presses("Periksa")).text).toContain("meminta data yang lain");
  });
});
