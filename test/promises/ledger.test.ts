import { describe, expect, it } from "vitest";
import { at, openPromises } from "./promising.ts";

type Field = Awaited<ReturnType<typeof openPromises>>;

/** Bagus moves the training to another house, and the letters are out. */
async function moved(field: Field): Promise<void> {
  const { bagus, opens, sanggar } = field;
  await opens(bagus);
  await bagus.presses("Tempat");
  await bagus.presses("Semua hari");
  await bagus.says("Aula Dekranasda");
  await bagus.presses("Kirim perubahan");
  await sanggar.tick();
}

describe("the ledger of promises", () => {
  it("says what is promised since which plan, who has read it, and reminds only the others", async () => {
    const field = await openPromises();
    const { bagus, rina, sumi, sanggar, services, world } = field;
    await moved(field);
    await rina.presses("Sudah baca");
    const ledger = await bagus.presses("Buku janji");
    expect(ledger.text).toContain("Rencana ke-2");
    expect(ledger.text).toContain("Aula Dekranasda, Kota Bandung (sejak rencana ke-2, 1 kali");
    expect(ledger.text).toContain("Transportasi: sesuai ketentuan");
    expect(ledger.text).toContain("1 sudah baca, 3 belum, 1 lewat penyampai");
    const unread = await bagus.presses("Belum baca");
    for (const name of ["Sumi", "Wati", "Asep", "Mimin"]) expect(unread.text).toContain(name);
    expect(unread.text).not.toContain("Rina");
    expect((await bagus.presses("Ingatkan mereka saja")).text).toContain(
      "3 orang yang belum membaca",
    );
    await sanggar.tick();
    expect(world.copies(sumi, "mohon dibaca")).toBe(1);
    expect(world.copies(rina, "mohon dibaca")).toBe(0);
    await sumi.presses("Sudah baca");
    expect((await field.delivery("sumi"))?.readAt).toBeDefined();
    const lines = await sanggar.connection
      .collection("audit")
      .find({ what: "promise.unread", who: services.audit.tokenOf(bagus.id) })
      .toArray();
    expect(lines).toHaveLength(1);
  });

  it("hands what lies unread for a day to a carrier, who no longer sees it once it is read", async () => {
    const field = await openPromises();
    const { bagus, rina, sumi, world } = field;
    await moved(field);
    await rina.presses("Sudah baca");
    await world.moveTo(at("2025-08-15 08:55"));
    expect((await field.delivery("sumi"))?.state).toBe("sent");
    await world.moveTo(at("2025-08-15 09:05"));
    expect(await field.delivery("sumi")).toMatchObject({ state: "byHand", reason: "unread" });
    expect((await field.delivery("rina"))?.state).toBe("sent");
    expect((await bagus.says("/sampaikan")).text).toContain("Sumi");
    await sumi.presses("Sudah baca");
    const left = await bagus.says("/sampaikan");
    expect(left.text).not.toContain("Sumi");
    expect(left.text).toContain("Wati");
  });

  it("waits two hours only where the training begins within two days", async () => {
    const field = await openPromises("2025-08-21 08:00");
    await moved(field);
    await field.world.moveTo(at("2025-08-21 09:55"));
    expect((await field.delivery("sumi"))?.state).toBe("sent");
    await field.world.moveTo(at("2025-08-21 10:05"));
    expect((await field.delivery("sumi"))?.state).toBe("byHand");
  });

  it("shows nothing of it to whoever is no coordinator", async () => {
    const field = await openPromises();
    await moved(field);
    const { id } = await field.plan();
    await field.rina.sees();
    const card = await field.rina.says("/pelatihan");
    const messageId = card.messages[0]?.id ?? 0;
    for (const data of [`janji.open:${id}`, `janji.unread:${id}:2:0`, `ubah.open:${id}`]) {
      const seen = await field.rina.presses({ messageId, data });
      expect(seen.messages).toEqual([]);
      expect(seen.toast).toContain("tidak");
    }
  });
});

describe("the receipt of travel money", () => {
  it("asks every participant, keeps who has it since when, and lists the others", async () => {
    const field = await openPromises();
    const { asep, bagus, opens, rina, sumi, sanggar, services, world } = field;
    await opens(bagus);
    await bagus.presses("Buku janji");
    expect((await bagus.presses("Tanda terima transport")).text).toContain("Belum: 3.");
    expect((await bagus.presses("Tanyakan yang belum")).text).toContain("3 orang sedang ditanya");
    await sanggar.tick();
    expect(world.copies(rina, "uang transport: sesuai ketentuan")).toBe(1);
    expect(world.copies(asep, "uang transport")).toBe(0);
    expect((await rina.presses("Sudah terima")).text).toContain("sudah Bapak/Ibu terima");
    expect((await sumi.presses("Belum")).text).toContain("belum Bapak/Ibu terima");
    await bagus.presses("Buku janji");
    const list = await bagus.presses("Tanda terima transport");
    expect(list.text).toContain("Sudah terima: 1. Belum: 2.");
    expect(list.text).toMatch(/Rina: sudah terima, Kamis, 14 Agustus 2025/);
    expect(list.text).toContain("Sumi: belum terima");
    expect(list.text).toContain("Mimin: belum menjawab");
    await sumi.presses("Sudah terima");
    const kept = await services.receipts.of((await field.plan()).id, "transport");
    expect(kept.map(({ artisan, state }) => `${artisan} ${state}`)).toEqual([
      "rina received",
      "sumi received",
    ]);
  });
});
