import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Artisan } from "../../src/artisans/artisan.ts";
import type { Double } from "../../src/doubles/double.ts";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import { mergeRecords } from "../../src/doubles/merge.ts";
import { closeMerges, finishMerges } from "../../src/doubles/tend-merges.ts";
import { undoMerge } from "../../src/doubles/undo-merge.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";

const DAY_MS = 86_400_000;

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  bagus = sanggar.world.person("Bagus");
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "doubles", "merges", "trainings", "enrolments", "communities"])
    await sanggar.connection.collection(name).deleteMany({});
  const which = { telegram: bagus.id, role: "coordinator" } as const;
  await sanggar.services.roles.give(which, { by: 0, since: sanggar.clock.now() });
  await sanggar.services.trainings.add(firstTraining);
});

const PHONE = { number: "+6281234567890", verified: false };

/** A record of Rina's own, and one that her leader made for her before. */
async function twoOfRina(own: Partial<Artisan> = {}, other: Partial<Artisan> = {}) {
  const rina = sanggar.world.person("Rina");
  const early = new Date(sanggar.clock.now().getTime() - DAY_MS);
  const mine = await addArtisan(sanggar, {
    telegram: rina.id,
    name: "Rina Wulandari",
    phone: PHONE,
    ...own,
  });
  const unclaimed = await addUnclaimed(sanggar, {
    name: "Rina Wulandari",
    ...other,
    registeredAt: early,
  });
  await flagDoubles(mine.id, sanggar.services);
  const [double] = await sanggar.services.doubles.open(1);
  if (!double) throw new Error("no pair was flagged");
  return { rina, mine, other: unclaimed, double };
}

const stored = (name: string) =>
  sanggar.connection.collection<{ _id: string }>(name).find({}).sort({ _id: 1 }).toArray();
const all = async () => ({
  artisans: await stored("artisans"),
  trainings: await stored("trainings"),
  enrolments: await stored("enrolments"),
  communities: await stored("communities"),
});
const audited = async (what: string) =>
  (await sanggar.connection.collection("audit").find({ what, result: "allowed" }).toArray()).length;

describe("a coordinator", () => {
  it("sees what waits, both records side by side with numbers masked, and a line is kept", async () => {
    const { mine, other } = await twoOfRina({ birthYear: 1985 }, { name: "Hj. Rina Wulandari" });
    const before = await audited("doubles.show");
    expect((await bagus.says("/tugas")).text).toContain("1 pasang data");
    const card = await bagus.presses("Periksa");
    expect(card.text).toContain("Nama: Rina Wulandari");
    expect(card.text).toContain("Nama: Hj. Rina Wulandari");
    expect(card.text).toContain("0812-••••-7890");
    expect(card.text).toContain("Nama mirip, kecamatan sama.");
    expect(card.buttons).toEqual(["Orang yang sama", "Bukan orang yang sama", "Nanti"]);
    expect(await audited("doubles.show")).toBe(before + 1);
    const [line] = await sanggar.services.audit.about(mine.id, ["doubles.show"]);
    expect(line).toMatchObject({ who: bagus.id, as: "coordinator" });
    expect(line?.whom).toEqual([mine.id, other.id].sort());
  });

  it("puts a pair off, and tells two people apart for good", async () => {
    await twoOfRina();
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    expect((await bagus.presses("Nanti")).text).toContain("menunggu dulu");
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    expect((await bagus.presses("Bukan orang yang sama")).text).toContain("orang yang berbeda");
    expect((await bagus.says("/tugas")).text).toContain("Tidak ada yang menunggu");
  });

  it("picks what differs field by field, confirms once, and the records are one", async () => {
    const { rina, mine, other } = await twoOfRina(
      { businessName: "Bros Melati", birthYear: 1985, crafts: ["rajut"], state: "pending" },
      {
        name: "Rina Wulandarri",
        businessName: "Melati Bros",
        desa: "36.04.19.2001",
        phone: { number: "+6281299998888", verified: true },
        state: "active",
      },
    );
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    const name = await bagus.presses("Orang yang sama");
    expect(name.text).toContain("Yang mana yang dipakai untuk Nama?");
    expect(name.buttons).toEqual(["1. Rina Wulandari", "2. Rina Wulandarri"]);
    const phone = await bagus.presses("1. Rina Wulandari");
    expect(phone.text).toContain("Nomor HP");
    expect((await bagus.presses("2. 0812-••••-8888")).text).toContain("Nama usaha");
    const summary = await bagus.presses("1. Bros Melati");
    expect(summary.text).toContain("digabung menjadi satu");
    expect(summary.text).toContain("Desa Petir, Kec. Petir");
    const done = await bagus.presses("Gabungkan");
    expect(done.text).toContain("Data sudah digabung");
    expect(done.buttons).toEqual(["Batalkan penggabungan"]);

    const { artisans } = sanggar.services;
    expect(await artisans.byTelegram(rina.id)).toMatchObject({
      id: mine.id,
      name: "Rina Wulandari",
      desa: "36.04.19.2001",
      phone: { number: "+6281299998888", verified: true },
      businessName: "Bros Melati",
      birthYear: 1985,
      state: "active",
      registeredAt: other.registeredAt,
    });
    expect(await artisans.byId(other.id)).toMatchObject({ state: "merged", mergedInto: mine.id });
    expect((await rina.sees()).text).toContain("sudah menggabungkan");
    expect((await bagus.says("/tugas")).text).toContain("Tidak ada yang menunggu");
    expect(await audited("record.merge")).toBeGreaterThan(0);
  });

  it("asks nothing where one record says all, and picks anew where it went wrong", async () => {
    await twoOfRina({ workers: "1" });
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    const summary = await bagus.presses("Orang yang sama");
    expect(summary.text).toContain("digabung menjadi satu");
    expect(summary.buttons).toEqual(["Gabungkan", "Nanti"]);

    await sanggar.connection.collection("doubles").deleteMany({});
    await sanggar.connection.collection("artisans").deleteMany({});
    await twoOfRina({ workers: "1" }, { workers: "2-4" });
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    await bagus.presses("Orang yang sama");
    await bagus.presses("2. 2–4 orang");
    expect((await bagus.presses("Pilih ulang")).buttons).toEqual(["1. Sendiri", "2. 2–4 orang"]);
  });

  it("picks which account stays, and the other one is told kindly", async () => {
    const rina = sanggar.world.person("Rina");
    const again = sanggar.world.person("Rina");
    const name = "Rina Wulandari";
    const first = await addArtisan(sanggar, { telegram: rina.id, name });
    await addArtisan(sanggar, { telegram: again.id, name });
    await flagDoubles(first.id, sanggar.services);
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    const account = await bagus.presses("Orang yang sama");
    expect(account.text).toContain("Akun Telegram");
    const summary = await bagus.presses({
      messageId: account.messages.at(-1)?.id ?? 0,
      data: pressOf(account, 1),
    });
    expect(summary.text).toContain("akan diberi tahu");
    await bagus.presses("Gabungkan");
    expect((await sanggar.services.artisans.byTelegram(again.id))?.id).toBe(first.id);
    expect(await sanggar.services.artisans.byTelegram(rina.id)).toBeUndefined();
    expect((await rina.sees()).text).toContain("akun Telegram Bapak/Ibu yang lain");
    const told = await again.sees();
    expect(told.text).toContain("sudah menggabungkan");
    // The account counts its versions from elsewhere, and can change its record at once.
    expect((await again.presses("Lihat data saya")).text).toContain("Rina Wulandari");
    const change = { id: first.id, version: 1 };
    expect(await sanggar.services.artisans.change(change, { name: "Rina W." })).toBe("changed");
  });

  it("cannot confirm an older card than the last", async () => {
    await twoOfRina({ workers: "1" }, { workers: "2-4" });
    await bagus.says("/tugas");
    const card = await bagus.presses("Periksa");
    const messageId = card.messages.at(-1)?.id ?? 0;
    const same = pressOf(card, 0);
    await bagus.presses("Orang yang sama");
    await bagus.presses("1. Sendiri");
    const stale = await bagus.presses({ messageId, data: same });
    expect(stale.text).toContain("sudah lewat");
    const double = (await sanggar.services.doubles.open(1))[0];
    const early = `merge.do:${double?.handle}:0`;
    await bagus.presses({ messageId, data: early });
    expect(await sanggar.connection.collection("merges").countDocuments()).toBe(0);
  });

  it("does not decide about the own record", async () => {
    const own = await addArtisan(sanggar, { telegram: bagus.id, name: "Bagus Contoh" });
    await addArtisan(sanggar, { name: "Bagus Contoh" });
    await flagDoubles(own.id, sanggar.services);
    const [double] = await sanggar.services.doubles.open(1);
    const tasks = await bagus.says("/tugas");
    expect(tasks.text).toContain("Tidak ada yang menunggu");
    const messageId = tasks.messages.at(-1)?.id ?? 0;
    const data = `double.open:${double?.handle}`;
    expect((await bagus.presses({ messageId, data })).toast).toContain("tidak berlaku");
  });
});

function pressOf(seen: Awaited<ReturnType<TestPerson["says"]>>, row: number): string {
  const button = seen.messages.at(-1)?.message.reply_markup?.inline_keyboard[row]?.[0];
  return button && "callback_data" in button ? (button.callback_data ?? "") : "";
}

const merge = async (double: Double) => {
  const done = await mergeRecords(double, bagus.id, sanggar.services);
  if (!done.ok) throw new Error(done.reason);
  return done.merge.id;
};

/** Both records hold a seat in one training, the other record in two more; it leads as well. */
async function enrolled() {
  const { services } = sanggar;
  const pair = await twoOfRina(
    { state: "pending", ticks: { news: { version: "1", at: "2025", update: 3 } } },
    { phone: { number: "+6281234567890", verified: true }, teach: ["manik"] },
  );
  const now = sanggar.clock.now();
  await services.trainings.add({ ...firstTraining, id: "second" });
  await services.trainings.add({ ...firstTraining, id: "third" });
  for (const training of [firstTraining.id, "second"])
    await services.trainings.takeSeat(training, pair.other.id, now);
  for (const training of [firstTraining.id, "third"])
    await services.trainings.takeSeat(training, pair.mine.id, now);
  await services.trainings.giveUpSeat("third", pair.mine.id, now);
  await services.trainings.takeSeat("third", pair.other.id, now);
  await services.communities.seed({
    id: "anyam-rukun",
    name: "Anyam Rukun",
    kecamatan: [],
    state: "active",
    leaders: [pair.other.id],
    invented: true,
  });
  return pair;
}

describe("a merge", () => {
  it("unites seats, enrolments and whom a community is led by, never one seat too many", async () => {
    const { mine, double } = await enrolled();
    await merge(double);
    const after = await all();
    for (const training of after.trainings)
      expect(training).toMatchObject({ seatHolders: [mine.id] });
    expect(after.enrolments.map((row) => row._id)).toEqual(
      [firstTraining.id, "second", "third"].map((training) => `enr:${training}:${mine.id}`),
    );
    expect(after.enrolments.every((row) => (row as { state?: string }).state === "accepted")).toBe(
      true,
    );
    expect(after.communities[0]).toMatchObject({ leaders: [mine.id] });
  });

  it("is one, pressed twice and by many at once", async () => {
    const { mine, double } = await enrolled();
    const ids = await Promise.allSettled(Array.from({ length: 8 }, () => merge(double)));
    expect(ids.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    await finishMerges(sanggar.services);
    const again = await merge(double);
    expect(again).toContain(double.handle);
    expect(await sanggar.connection.collection("merges").countDocuments()).toBe(1);
    expect(await sanggar.services.artisans.byId(mine.id)).toMatchObject({ teach: ["manik"] });
    for (const record of (await all()).artisans) expect(record).not.toHaveProperty("inMerge");
  });

  it("is taken back exactly, all that was before", async () => {
    const { double } = await enrolled();
    const before = await all();
    const id = await merge(double);
    expect(await all()).not.toEqual(before);
    expect(await undoMerge(id, sanggar.services)).toEqual({ ok: true, seatsLost: 0 });
    const after = await all();
    expect(after.artisans).toEqual(before.artisans);
    expect(after.enrolments).toEqual(before.enrolments);
    expect(after.communities).toEqual(before.communities);
    expect(holders(after)).toEqual(holders(before));
    expect((await sanggar.services.doubles.open(1))[0]?.id).toBe(double.id);
    expect(await undoMerge(id, sanggar.services)).toMatchObject({ ok: false, reason: "tooLate" });
  });

  it("is taken back by its button, for 30 days and no longer", async () => {
    await twoOfRina();
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    await bagus.presses("Orang yang sama");
    await bagus.presses("Gabungkan");
    expect((await bagus.presses("Batalkan penggabungan")).text).toContain("seperti semula");
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    await bagus.presses("Orang yang sama");
    await bagus.presses("Gabungkan");
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 30 * DAY_MS + 1));
    expect((await bagus.presses("Batalkan penggabungan")).text).toContain("tidak bisa dibatalkan");
  });

  it("taken back leaves what the person changed since", async () => {
    const { mine, other, double } = await twoOfRina({}, { businessName: "Melati" });
    const id = await merge(double);
    const { artisans } = sanggar.services;
    await artisans.change({ id: mine.id, version: 99 }, { businessName: "Mawar", workers: "20+" });
    await undoMerge(id, sanggar.services);
    expect(await artisans.byId(mine.id)).toMatchObject({ businessName: "Mawar", workers: "20+" });
    expect(await artisans.byId(other.id)).toMatchObject({ businessName: "Melati" });
  });

  it("taken back gives an account and a number that others have by now to nobody twice", async () => {
    const number = { number: "+6281277776666", verified: true };
    const { mine, other, double } = await twoOfRina({}, { phone: number });
    const choices = { phone: mine.id < other.id ? "a" : "b" } as const;
    await sanggar.services.doubles.pick(double, "phone", choices.phone);
    const picked = await sanggar.services.doubles.byId(double.id);
    if (!picked) throw new Error("no pair");
    const id = await merge(picked);
    const third = await addArtisan(sanggar, { phone: number });
    expect(await undoMerge(id, sanggar.services)).toMatchObject({ ok: true });
    const records = await stored("artisans");
    const indexed = records.filter((record) => "phoneIndex" in record).map(({ _id }) => _id);
    expect(indexed).toEqual([third.id]);
    expect(await sanggar.services.artisans.byId(other.id)).toMatchObject({ state: "active" });
  });

  it("of a record that was merged again is taken back only after the later one", async () => {
    const { mine, double } = await twoOfRina();
    const first = await merge(double);
    await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + 60_000));
    await addArtisan(sanggar, { name: "Rina Wulandari" });
    await flagDoubles(mine.id, sanggar.services);
    const [next] = await sanggar.services.doubles.open(1);
    if (!next) throw new Error("no pair");
    const asked = await sanggar.services.doubles.pick(next, "account", "a");
    expect(asked).toBe(true);
    const second = await merge({ ...next, version: 1, choices: { account: "a" } });
    expect(await undoMerge(first, sanggar.services)).toMatchObject({ ok: false });
    expect(await undoMerge(second, sanggar.services)).toMatchObject({ ok: true });
    expect(await undoMerge(first, sanggar.services)).toMatchObject({ ok: true });
  });

  it("of a record whose person wants to be erased is refused", async () => {
    const { mine, double } = await twoOfRina();
    const leaving = { since: sanggar.clock.now(), eraseAt: sanggar.clock.now() };
    await sanggar.services.artisans.change({ id: mine.id, version: 9 }, { leaving });
    expect(await mergeRecords(double, bagus.id, sanggar.services)).toMatchObject({ ok: false });
    expect((await stored("artisans")).some((record) => "inMerge" in record)).toBe(false);
  });

  it("erases the old values after 30 days", async () => {
    const { mine, other, double } = await twoOfRina({}, { businessName: "Melati Rahasia" });
    const id = await merge(double);
    expect(await closeMerges(sanggar.services)).toBe(0);
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 31 * DAY_MS));
    expect(await closeMerges(sanggar.services)).toBe(1);
    expect(await closeMerges(sanggar.services)).toBe(0);
    const records = await stored("artisans");
    const stripped = records.find(({ _id }) => _id === other.id);
    expect(JSON.stringify(stripped)).not.toMatch(/Rina|Melati|phone/);
    expect(stripped).toMatchObject({ state: "merged", mergedInto: mine.id });
    expect((await sanggar.services.merges.byId(id))?.plan).toBeUndefined();
    expect(await sanggar.services.artisans.byId(mine.id)).toMatchObject({ name: "Rina Wulandari" });
    expect(await undoMerge(id, sanggar.services)).toMatchObject({ reason: "tooLate" });
  });
});

const holders = ({ trainings }: Awaited<ReturnType<typeof all>>) =>
  trainings.map((one) => [...(one as unknown as { seatHolders: string[] }).seatHolders].sort());

describe("a merge that dies", () => {
  afterEach(() => sanggar.clock.freeze(false));

  /** Lets the n-th write of the services fail as if the process had died there. */
  function dyingAt(step: number) {
    let writes = 0;
    const mortal = <T extends object>(part: T): T =>
      new Proxy(part, {
        get(target, name) {
          const method = Reflect.get(target, name) as unknown;
          if (typeof method !== "function") return method;
          return (...args: unknown[]) => {
            if (writes === step) throw new Error("died here");
            writes += 1;
            return (method as (...given: unknown[]) => unknown).apply(part, args);
          };
        },
      });
    const { merges, unitedRecords, unitedSeats, communities, doubles } = sanggar.services;
    return {
      services: {
        ...sanggar.services,
        merges: mortal(merges),
        unitedRecords: mortal(unitedRecords),
        unitedSeats: mortal(unitedSeats),
        communities: mortal(communities),
        doubles: mortal(doubles),
      },
      survived: () => writes < step,
    };
  }

  it(
    "at any step is finished later, and is as if it had not died",
    { timeout: 120_000 },
    async () => {
      sanggar.clock.freeze(true);
      let whole: unknown;
      let steps = 0;
      for (let step = 100; step >= 0; step = step === 100 ? steps - 1 : step - 1) {
        for (const name of [
          "artisans",
          "doubles",
          "merges",
          "trainings",
          "enrolments",
          "communities",
        ])
          await sanggar.connection.collection(name).deleteMany({});
        await sanggar.services.trainings.add(firstTraining);
        const { double } = await enrolled();
        const { services } = dyingAt(step);
        if (step === 100) {
          const counted = counting();
          await mergeRecords(double, bagus.id, counted.services);
          steps = counted.calls();
          expect(steps).toBeGreaterThan(20);
          whole = shapeOf(await all());
          continue;
        }
        await expect(mergeRecords(double, bagus.id, services)).rejects.toThrow("died here");
        await finishMerges(sanggar.services);
        const open = await sanggar.services.doubles.open(1);
        // Before the first word of it was written nothing is left to finish.
        if (open.length) await merge(double);
        expect(shapeOf(await all())).toEqual(whole);
      }
    },
  );

  it("while it is taken back is finished later", { timeout: 120_000 }, async () => {
    sanggar.clock.freeze(true);
    for (const step of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22]) {
      for (const name of [
        "artisans",
        "doubles",
        "merges",
        "trainings",
        "enrolments",
        "communities",
      ])
        await sanggar.connection.collection(name).deleteMany({});
      await sanggar.services.trainings.add(firstTraining);
      const { double } = await enrolled();
      const before = await all();
      const id = await merge(double);
      await undoMerge(id, dyingAt(step).services).catch(() => undefined);
      await finishMerges(sanggar.services);
      if ((await sanggar.services.merges.byId(id))?.state === "done")
        await undoMerge(id, sanggar.services);
      const after = await all();
      expect(after.artisans).toEqual(before.artisans);
      expect(after.enrolments).toEqual(before.enrolments);
      expect(holders(after)).toEqual(holders(before));
    }
  });

  function counting() {
    let calls = 0;
    const count = <T extends object>(part: T): T =>
      new Proxy(part, {
        get(target, name) {
          const method = Reflect.get(target, name) as unknown;
          if (typeof method !== "function") return method;
          return (...args: unknown[]) => {
            calls += 1;
            return (method as (...given: unknown[]) => unknown).apply(part, args);
          };
        },
      });
    const { merges, unitedRecords, unitedSeats, communities, doubles } = sanggar.services;
    return {
      services: {
        ...sanggar.services,
        merges: count(merges),
        unitedRecords: count(unitedRecords),
        unitedSeats: count(unitedSeats),
        communities: count(communities),
        doubles: count(doubles),
      },
      calls: () => calls,
    };
  }
});

/** Without what differs from one pair of records to the next. */
function shapeOf(found: Awaited<ReturnType<typeof all>>): unknown {
  const ids = found.artisans.map(({ _id }) => _id);
  const text = JSON.stringify(found, (name, value: unknown) =>
    ["telegram", "phone", "phoneIndex", "phoneKey"].includes(name) ? "set" : value,
  );
  return JSON.parse(ids.reduce((all, id, at) => all.replaceAll(id, `record ${at}`), text));
}
