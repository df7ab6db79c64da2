import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { tendErrands } from "../../src/carriers/tend-errands.ts";
import { createLeases } from "../../src/leases/lease-repository.ts";
import { viewsOf } from "../../src/access/views.ts";
import { showPhone } from "../../src/artisans/phone.ts";
import { eraseSteps } from "../../src/privacy/erase.ts";
import { addArtisan } from "../support/records.ts";
import { at, type Field, linksOf, linkText, openField, pressOf } from "./field.ts";

/** A field at the moment after H-7 went out. */
async function afterReminder(): Promise<Field> {
  const field = await openField();
  onTestFinished(() => field.sanggar.close());
  await field.world.moveTo(at("2025-08-15 09:10"));
  return field;
}

describe("who has no Telegram", () => {
  it("is listed when a reminder goes out, and their carriers are told once", async () => {
    const { world, wulan, bagus, citra, delivery } = await afterReminder();
    for (const artisan of ["tini", "sari", "mimin"])
      expect(await delivery(artisan)).toMatchObject({ state: "byHand", reason: "noTelegram" });
    expect(await delivery("rina")).toMatchObject({ state: "sent" });
    expect((await wulan.sees()).text).toContain("Ada 2 pesan untuk disampaikan");
    expect((await bagus.sees()).text).toContain("Ada 1 pesan untuk disampaikan");
    expect((await citra.sees()).text).toContain("Sabtu, 16 Agustus 2025, pukul 20.30 WIB");
    await world.moveTo(at("2025-08-15 16:00"));
    for (const person of [wulan, bagus, citra]) expect(world.copies(person, "Ada ")).toBe(1);
  });

  it("goes to the coordinators while nobody leads whom one can write to", async () => {
    const field = await openField();
    onTestFinished(() => field.sanggar.close());
    const { world, services, wulan, bagus, sanggar } = field;
    await services.artisans.markUnreachable("wulan", "blocked", sanggar.clock.now());
    await world.moveTo(at("2025-08-15 09:10"));
    expect(world.copies(wulan, "Ada ")).toBe(0);
    expect((await bagus.sees()).text).toContain("Ada 3 pesan");
    expect((await bagus.says("/sampaikan")).text).toContain("Perlu disampaikan: 3 pesan");
  });

  it("is told of once, although two processes look at the same moment", async () => {
    const { world, sanggar, bagus, wulan, idOf } = await afterReminder();
    await sanggar.connection.collection("deliveries").updateMany({}, { $unset: { asked: "" } });
    const { services } = sanggar;
    const other = createLeases(sanggar.connection, sanggar.clock, "another process");
    await Promise.all([tendErrands(services), tendErrands({ ...services, leases: other })]);
    await tendErrands({ ...services, leases: other });
    expect(world.copies(bagus, "Ada 1 pesan")).toBe(2);
    expect(world.copies(wulan, "Ada 2 pesan")).toBe(2);
    expect((await services.carriedDeliveries.byId(idOf("sari")))?.asked).toEqual({
      coordinator: true,
    });
  });

  it("is not left out for a notice that was made before there were codes", async () => {
    const { wulan, sanggar, code } = await afterReminder();
    await sanggar.connection.collection("notices").updateMany({}, { $unset: { code: "" } });
    expect((await wulan.says("/sampaikan")).text).toContain("Tini Suhartini");
    expect(await code()).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  });

  it("waits for the morning where the night has begun", async () => {
    const field = await openField();
    onTestFinished(() => field.sanggar.close());
    const { world, bagus, rina, sanggar } = field;
    await world.moveTo(at("2025-08-15 09:10"));
    await rina.blocks();
    await sanggar.connection
      .collection<{ _id: string }>("deliveries")
      .updateOne({ _id: field.idOf("rina") }, { $set: { state: "unknown", reason: "doubt" } });
    sanggar.clock.set(at("2025-08-15 22:00"));
    await sanggar.tick();
    expect(world.copies(bagus, "Ada ")).toBe(1);
    sanggar.clock.set(at("2025-08-16 07:01"));
    await sanggar.tick();
    expect(world.copies(bagus, "Ada ") + world.copies(field.wulan, "Ada ")).toBe(3);
  });
});

describe("/sampaikan", () => {
  it("of a leader lists those whose number she may see or does not need", async () => {
    const { wulan, audited } = await afterReminder();
    const list = await wulan.says("/sampaikan");
    expect(list.text).toContain("Perlu disampaikan: 2 pesan");
    expect(list.text).toContain("Tini Suhartini, Kec. Petir");
    expect(list.text).toContain("Pengingat H-7: Pelatihan Bros dan Aksesori");
    expect(list.text).toContain("Paling lambat Sabtu, 16 Agustus 2025, pukul 20.30 WIB");
    expect(list.text).toContain("Mimin Aminah");
    expect(list.text).not.toMatch(/Sari|Rina/);
    expect(await audited(wulan, "carry.list")).toMatchObject([{ whom: ["mimin", "tini"] }]);
  });

  it("of a coordinator lists the rest, and how many lie with leaders", async () => {
    const { bagus } = await afterReminder();
    const list = await bagus.says("/sampaikan");
    expect(list.text).toContain("Perlu disampaikan: 1 pesan");
    expect(list.text).toContain("Sari Rahasia");
    expect(list.text).toContain("2 pesan lain sedang disampaikan ketua komunitas");
  });

  it("gives a text for a group that speaks of nobody", async () => {
    const { wulan, number } = await afterReminder();
    const [link = ""] = linksOf(await wulan.says("/sampaikan"));
    expect(link).toMatch(/^https:\/\/wa\.me\/\?text=/);
    expect(linkText(link)).toContain("Bapak/Ibu perajin, *Pelatihan Bros dan Aksesori*");
    expect(linkText(link)).toMatch(/Kode \w{3}-\w{3}, bisa dicek di @/);
    expect(linkText(link)).not.toMatch(/Tini|Mimin|Wulan/);
    expect(link).not.toContain((await number("tini")).slice(1));
  });

  it("is refused to everybody else, and in a group", async () => {
    const { world, rina, wulan, audited, sanggar } = await afterReminder();
    for (const person of [rina, world.person("Orang")]) {
      expect((await person.says("/sampaikan")).text).toContain("petugas yang berwenang");
      expect(await audited(person, "carry.list", "refused")).toHaveLength(1);
    }
    const group = world.group("Perajin Petir");
    const { bot } = await sanggar.standin.control.state();
    const said = await wulan.in(group).says(`/sampaikan@${bot.username}`);
    expect(said.text).toContain("percakapan pribadi");
    expect(said.text).not.toContain("Tini");
  });
});

describe("a person's card", () => {
  it("has the words to say, and the number with the person's tick, told to the audit", async () => {
    const { wulan, audited, number } = await afterReminder();
    await wulan.says("/sampaikan");
    const card = await wulan.presses("2. Tini Suhartini");
    const tini = await number("tini");
    expect(card.text).toContain(`Nomor HP: ${showPhone(tini)}`);
    expect(card.text).toContain("Lewat telepon, katakan:\nBapak/Ibu Tini Suhartini, Pelatihan");
    expect(card.text).toContain("Belum memakai Telegram.");
    expect(card.buttons).toEqual([
      ...["Kirim lewat WhatsApp", "✓ Sudah", "✗ Tidak terhubung", "Lihat daftar"],
    ]);
    const [link = ""] = linksOf(card);
    expect(link).toContain(`https://wa.me/${tini.slice(1)}?text=`);
    expect(linkText(link)).toMatch(/^Bapak\/Ibu Tini Suhartini, \*Pelatihan Bros dan Aksesori\*/);
    expect(linkText(link)).not.toMatch(/<|&amp;|besok/);
    expect(await audited(wulan, "carry.show")).toMatchObject([{ whom: ["tini"] }]);
    expect(await audited(wulan, "carry.number")).toMatchObject([{ whom: ["tini"] }]);
  });

  it("is told to the person: who saw the name, the card and the number", async () => {
    const { wulan, services } = await afterReminder();
    await wulan.says("/sampaikan");
    await wulan.presses("2. Tini Suhartini");
    expect(await viewsOf("tini", services)).toMatchObject(
      [
        "melihat nama di daftar yang perlu disampaikan",
        "membuka data untuk menyampaikan pemberitahuan",
        "melihat nomor HP untuk menyampaikan pemberitahuan",
      ].map((what) => ({ who: "ketua komunitas Wulan Contoh", what })),
    );
  });

  it("shows no number to a leader without the tick, whatever she presses", async () => {
    const { wulan, audited, number, code } = await afterReminder();
    const list = await wulan.says("/sampaikan");
    const messageId = list.messages.at(-1)?.id ?? 0;
    const card = await wulan.presses({ messageId, data: `carry.open:${await code()}:sari` });
    const sari = await number("sari");
    expect(card.text).toContain("Nomor HP tidak dapat ditampilkan");
    expect(card.text).not.toContain(showPhone(sari));
    expect(linksOf(card).join("")).not.toContain(sari.slice(1));
    expect(await audited(wulan, "carry.number")).toEqual([]);
  });

  it("shows the number to a coordinator, who may call", async () => {
    const { bagus, audited, number } = await afterReminder();
    await bagus.says("/sampaikan");
    const card = await bagus.presses("1. Sari Rahasia");
    expect(card.text).toContain(showPhone(await number("sari")));
    expect(await audited(bagus, "carry.number")).toMatchObject([{ whom: ["sari"] }]);
  });

  it("has no link to WhatsApp where the number has none", async () => {
    const { bagus, services, number, sanggar } = await afterReminder();
    await sanggar.connection
      .collection<{ _id: string }>("artisans")
      .updateOne({ _id: "sari" }, { $set: { whatsapp: false } });
    expect(await services.carriedPeople.byIds(["sari"])).toBeDefined();
    await bagus.says("/sampaikan");
    const card = await bagus.presses("1. Sari Rahasia");
    expect(linksOf(card).join("")).not.toContain((await number("sari")).slice(1));
    expect(card.text).toContain("Nomor HP: ");
  });
});

describe("✓ Sudah", () => {
  it("keeps who, when and by which road, and the number leaves the chat", async () => {
    const { wulan, delivery, audited, number } = await afterReminder();
    await wulan.says("/sampaikan");
    await wulan.presses("2. Tini Suhartini");
    const asked = await wulan.presses("✓ Sudah");
    expect(asked.text).toBe("Tercatat: Tini Suhartini sudah diberi tahu. Lewat apa?");
    expect(asked.text).not.toContain(showPhone(await number("tini")));
    const thanks = await wulan.presses("Telepon");
    expect(thanks.text).toContain("Masih ada 1 pesan lagi");
    expect(await delivery("tini")).toMatchObject({
      state: "byHand",
      carried: { state: "told", by: wulan.id, as: "leader", road: "phone", times: 1 },
    });
    expect(await audited(wulan, "carry.tick")).toMatchObject([{ whom: ["tini"] }]);
    expect((await wulan.presses("Lihat daftar")).text).not.toContain("Tini");
  });

  it("pressed by two at once is one result, and the other learns of it", async () => {
    const { bagus, citra, delivery } = await afterReminder();
    await bagus.says("/sampaikan");
    await bagus.presses("1. Sari Rahasia");
    await citra.says("/sampaikan");
    const card = await citra.presses("1. Sari Rahasia");
    await bagus.presses("✓ Sudah");
    const late = await citra.presses("✓ Sudah");
    expect(late.text).toContain("Sari Rahasia sudah diberi tahu oleh koordinator");
    await citra.presses(pressOf(card, "✗ Tidak terhubung"));
    expect((await delivery("sari"))?.carried).toMatchObject({ by: bagus.id, times: 1 });
  });

  it("has one winner of fifty", async () => {
    const { services, idOf, delivery } = await afterReminder();
    const word = (by: number) => ({ by, as: "coordinator" as const, at: at("2025-08-15 09:20") });
    const carried = services.carriedDeliveries;
    const done = await Promise.all(
      Array.from({ length: 50 }, (_, by) => carried.tell(idOf("sari"), word(by + 1))),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
    const tried = await Promise.all(
      Array.from({ length: 50 }, (_, by) => carried.notReached(idOf("tini"), 0, word(by + 1))),
    );
    expect(tried.filter(Boolean)).toHaveLength(1);
    expect((await delivery("tini"))?.carried?.times).toBe(1);
  });
});

describe("✗ Tidak terhubung", () => {
  it("of a leader hands it to the coordinators, who are told", async () => {
    const { world, wulan, bagus, delivery } = await afterReminder();
    await wulan.says("/sampaikan");
    const card = await wulan.presses("1. Mimin Aminah");
    expect(card.text).toContain("Nomor HP tidak dapat ditampilkan");
    const noted = await wulan.presses("✗ Tidak terhubung");
    expect(noted.text).toBe("Dicatat: Mimin Aminah belum terhubung. Koordinator akan meneruskan.");
    expect(await delivery("mimin")).toMatchObject({ carried: { state: "notReached", times: 1 } });
    await world.moveTo(at("2025-08-15 10:00"));
    expect(world.copies(bagus, "Ada 1 pesan")).toBe(2);
    const list = await bagus.says("/sampaikan");
    expect(list.text).toContain("Mimin Aminah");
    expect(list.text).toContain("Belum terhubung: dicoba ketua komunitas");
    await bagus.presses("1. Mimin Aminah");
    expect((await bagus.presses("✗ Tidak terhubung")).text).toContain("tetap ada di daftar");
    expect((await delivery("mimin"))?.carried).toMatchObject({ as: "coordinator", times: 2 });
    const told = await wulan.presses(pressOf(card, "✓ Sudah"));
    expect(told.text).toContain("Tercatat: Mimin Aminah");
  });

  it("on a card that an answer has overtaken shows what stands now", async () => {
    const { bagus, citra, delivery } = await afterReminder();
    for (const person of [bagus, citra]) {
      await person.says("/sampaikan");
      await person.presses("1. Sari Rahasia");
    }
    await bagus.presses("✗ Tidak terhubung");
    const seen = await citra.presses("✗ Tidak terhubung");
    expect(seen.text).toContain("Belum terhubung: dicoba koordinator");
    expect((await delivery("sari"))?.carried).toMatchObject({ by: bagus.id, times: 1 });
  });
});

describe("past its time", () => {
  it("it goes to the coordinators, and a leader's old button says so", async () => {
    const { world, wulan, bagus, delivery } = await afterReminder();
    await wulan.says("/sampaikan");
    const card = await wulan.presses("2. Tini Suhartini");
    await world.moveTo(at("2025-08-17 09:00"));
    expect(world.copies(bagus, "2 pesan belum tersampaikan")).toBe(1);
    const old = await wulan.presses(pressOf(card, "✓ Sudah"));
    expect(old.text).toContain("Waktunya sudah lewat, jadi koordinator yang meneruskan");
    expect((await delivery("tini"))?.carried).toBeUndefined();
    expect((await wulan.says("/sampaikan")).text).toContain("Tidak ada pesan");
    const list = await bagus.says("/sampaikan");
    for (const name of ["Tini", "Sari", "Mimin"]) expect(list.text).toContain(name);
    expect(list.text).toContain("Waktunya sudah lewat.");
    await bagus.presses(list.buttons.find((label) => label.includes("Tini")) ?? "");
    const closed = await bagus.presses("✗ Tidak terhubung");
    expect(closed.text).toBe("Dicatat: Tini Suhartini tidak terhubung sampai waktunya lewat.");
    expect((await bagus.says("/sampaikan")).text).not.toContain("Tini");
  });
});

describe("who can be reached meanwhile", () => {
  it("gets the message from the bot, unless somebody told them before", async () => {
    const field = await openField();
    onTestFinished(() => field.sanggar.close());
    const { world, rina, wulan, sanggar, delivery } = field;
    sanggar.standin.control.block({ person: rina.id });
    await world.moveTo(at("2025-08-15 09:10"));
    expect(await delivery("rina")).toMatchObject({
      state: expect.stringMatching(/blocked|byHand/) as string,
    });
    const list = await wulan.says("/sampaikan");
    const card = await wulan.presses(list.buttons.find((one) => one.includes("Rina")) ?? "");
    expect(card.text).toContain("Rina Wati");
    await rina.unblocks();
    await sanggar.tick();
    await sanggar.tick();
    expect(world.copies(rina, "Pelatihan Bros dan Aksesori dimulai")).toBe(1);
    expect(await delivery("rina")).toMatchObject({ state: "sent" });
    const old = await wulan.presses(pressOf(card, "✓ Sudah"));
    expect(old.text).toContain("sudah bisa dijangkau lewat Telegram");
    expect((await delivery("rina"))?.carried).toBeUndefined();
  });

  it("is not written to where a carrier was first", async () => {
    const field = await openField();
    onTestFinished(() => field.sanggar.close());
    const { world, rina, wulan, sanggar, delivery } = field;
    sanggar.standin.control.block({ person: rina.id });
    await world.moveTo(at("2025-08-15 09:10"));
    const list = await wulan.says("/sampaikan");
    await wulan.presses(list.buttons.find((one) => one.includes("Rina")) ?? "");
    await rina.unblocks();
    await wulan.presses("✓ Sudah");
    await sanggar.tick();
    await sanggar.tick();
    expect(world.copies(rina, "Pelatihan Bros dan Aksesori dimulai")).toBe(0);
    expect((await delivery("rina"))?.carried).toMatchObject({ state: "told" });
  });

  it("is never written to again where nobody knows whether it arrived", async () => {
    const { sanggar, world, rina, idOf, delivery } = await afterReminder();
    await sanggar.connection
      .collection<{ _id: string }>("deliveries")
      .updateOne({ _id: idOf("rina") }, { $set: { state: "unknown", reason: "doubt" } });
    await sanggar.tick();
    await sanggar.tick();
    expect(world.copies(rina, "Pelatihan Bros dan Aksesori dimulai")).toBe(1);
    expect(await delivery("rina")).toMatchObject({ state: "unknown" });
  });
});

describe("what no longer concerns somebody", () => {
  it("is not on the list: who gave up the seat, or paused, or a plan that changed", async () => {
    const { wulan, services, training, sanggar, bagus, audited } = await afterReminder();
    await wulan.says("/sampaikan");
    const card = await wulan.presses("2. Tini Suhartini");
    await services.trainings.giveUpSeat(training, "tini", sanggar.clock.now());
    const gone = await wulan.presses(pressOf(card, "✓ Sudah"));
    expect(gone.text).toBe("Pesan ini tidak perlu disampaikan lagi kepada Tini Suhartini.");
    expect(await audited(wulan, "carry.tick")).toEqual([]);
    expect((await wulan.says("/sampaikan")).text).not.toContain("Tini");
    await services.trainings.changePlan(training, 1, { place: "Lain" }, sanggar.clock.now());
    expect((await bagus.says("/sampaikan")).text).toContain("Tidak ada pesan");
  });

  it("an erased person is on no list, and an old button finds nobody", async () => {
    const { wulan, services, sanggar, bagus, code } = await afterReminder();
    await wulan.says("/sampaikan");
    const card = await wulan.presses("2. Tini Suhartini");
    await wulan.presses("✓ Sudah");
    for (const { run } of eraseSteps({ artisan: "tini" }, services)) await run();
    const old = await wulan.presses(pressOf(card, "✗ Tidak terhubung"));
    expect(old.toast).toContain("tidak berlaku");
    const messageId = (await bagus.says("/bantuan")).messages.at(-1)?.id ?? 0;
    const report = await bagus.presses({ messageId, data: `carry.report:${await code()}` });
    expect(report.text).toContain("Datanya sudah dihapus: 1");
    expect(report.text).not.toContain("Tini");
    const rows = await sanggar.connection.collection("deliveries").find({}).toArray();
    expect(JSON.stringify(rows)).not.toContain("tini");
  });

  it("an erased carrier is named nowhere, and what was told stays told", async () => {
    const { wulan, services, delivery } = await afterReminder();
    await wulan.says("/sampaikan");
    await wulan.presses("2. Tini Suhartini");
    await wulan.presses("✓ Sudah");
    for (const { run } of eraseSteps({ artisan: "wulan", chat: wulan.id }, services)) await run();
    expect((await delivery("tini"))?.carried).toMatchObject({ state: "told", by: 0, as: "leader" });
  });
});

describe("the report of a notice", () => {
  it("names everybody whom Telegram did not reach, and what became of them", async () => {
    const { wulan, bagus, audited } = await afterReminder();
    await wulan.says("/sampaikan");
    await wulan.presses("2. Tini Suhartini");
    await wulan.presses("✓ Sudah");
    await wulan.says("/sampaikan");
    await wulan.presses("1. Mimin Aminah");
    await wulan.presses("✗ Tidak terhubung");
    const list = await bagus.says("/sampaikan");
    const report = await bagus.presses(list.buttons.find((one) => one.includes("Rekap")) ?? "");
    expect(report.text).toContain("Belum ada jawaban: 1\nSari Rahasia");
    expect(report.text).toContain("Tidak terhubung: 1\nMimin Aminah");
    expect(report.text).toContain("Sudah diberi tahu: 1\nTini Suhartini");
    expect(report.text).not.toContain("Rina");
    expect(await audited(bagus, "carry.report")).toHaveLength(1);
  });
});

describe("the gate", () => {
  let field: Field;
  let buttons: (artisan: string) => string[];
  beforeAll(async () => {
    field = await openField();
    await field.world.moveTo(at("2025-08-15 09:10"));
    const code = await field.code();
    buttons = (artisan) => [
      `carry.open:${code}:${artisan}`,
      `carry.told:${code}:${artisan}`,
      `carry.no:${code}:${artisan}:0`,
      `carry.road:${code}:${artisan}:phone`,
    ];
  });
  afterAll(() => field.sanggar.close());
  let before: unknown;
  const ledger = () => field.sanggar.connection.collection("deliveries").find({}).toArray();
  beforeEach(async () => {
    before = await ledger();
  });

  it.each(["artisan", "stranger", "leader of another community", "leader who left", "owner"])(
    "lets no %s see or tick anything",
    async (kind) => {
      const { world, services, sanggar, audited } = field;
      const person = world.person(`Orang ${kind.length}`);
      const given = { by: 0, since: sanggar.clock.now() };
      const own = kind === "leader of another community" ? "anyam-rukun" : undefined;
      if (kind !== "stranger")
        await addArtisan(sanggar, { telegram: person.id, ...(own && { community: own }) });
      if (own)
        await services.roles.give({ telegram: person.id, role: "leader", scope: own }, given);
      if (kind === "leader who left")
        await services.roles.give(
          { telegram: person.id, role: "leader", scope: "sulam-petir" },
          given,
        );
      if (kind === "owner")
        await services.roles.give({ telegram: person.id, role: "owner" }, given);
      const messageId = (await person.says("/bantuan")).messages.at(-1)?.id ?? 0;
      const all = [...buttons("tini"), ...buttons("sari"), `carry.report:${await field.code()}`];
      const shown: string[] = [];
      for (const data of all) {
        const seen = await person.presses({ messageId, data });
        shown.push(seen.text, seen.toast ?? "");
      }
      expect(shown.join("\n")).not.toMatch(/Tini|Sari|0813/);
      expect(await ledger()).toEqual(before);
      const what = ["carry.show", "carry.tick", "carry.report"];
      const lines = await Promise.all(what.map((one) => audited(person, one, "refused")));
      expect(lines.flat()).toHaveLength(all.length);
    },
  );

  it("lets nobody pass on what is meant for themselves", async () => {
    const { world, services, sanggar, sits } = field;
    const dewi = world.person("Dewi");
    await addArtisan(sanggar, { id: "dewi", telegram: dewi.id, name: "Dewi Sendiri" });
    await services.roles.give(
      { telegram: dewi.id, role: "coordinator" },
      { by: 0, since: sanggar.clock.now() },
    );
    await sits("dewi");
    const id = field.idOf("dewi");
    const row = await sanggar.connection.collection<{ _id: string }>("deliveries").findOne({
      _id: field.idOf("sari"),
    });
    await sanggar.connection
      .collection<{ _id: string }>("deliveries")
      .insertOne({ ...row, _id: id, artisan: "dewi", state: "unknown", reason: "doubt" } as never);
    expect((await dewi.says("/sampaikan")).text).not.toContain("Dewi");
    const messageId = (await dewi.says("/bantuan")).messages.at(-1)?.id ?? 0;
    for (const data of buttons("dewi"))
      expect((await dewi.presses({ messageId, data })).toast).toContain("tidak berlaku");
    expect((await field.delivery("dewi"))?.carried).toBeUndefined();
  });

  it("takes no button that was made up or altered", async () => {
    const { bagus } = field;
    const messageId = (await bagus.says("/bantuan")).messages.at(-1)?.id ?? 0;
    const code = await field.code();
    for (const data of [
      ...[
        "carry.open:",
        "carry.open:ZZZ999:tini",
        `carry.open:${code}`,
        `carry.open:${code}:nobody`,
      ],
      ...[`carry.no:${code}:sari`, `carry.no:${code}:sari:-1`, `carry.no:${code}:sari:NaN`],
      ...[`carry.no:${code}:sari:7`, `carry.road:${code}:sari:constructor`, "carry.report:ZZZ999"],
      ...[`carry.open:${code}:rina`, `carry.told:${code}:rina`],
    ])
      await bagus.presses({ messageId, data });
    await bagus.presses({ messageId, data: "carry.list:99999999" });
    expect(await ledger()).toEqual(before);
  });
});
