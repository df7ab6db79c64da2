import { describe, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { viewsOf } from "../../src/access/views.ts";
import { deliveryId } from "../../src/notices/delivery.ts";
import { runId } from "../../src/notices/notice.ts";
import { at, type Field, openField, pressOf, toldByLeader } from "./field.ts";

/** H-1 is due, Telegram asks to wait until the day has begun, and so it expires for Rina. */
async function afterExpiry(): Promise<Field> {
  const field = await openField();
  onTestFinished(() => field.sanggar.close());
  const { world } = field;
  await world.moveTo(at("2025-08-15 09:10"));
  await world.moveTo(at("2025-08-21 15:59"));
  const until = { method: "sendMessage", chat_id: field.rina.id, code: 429, times: 1 } as const;
  world.fault({ ...until, retry_after: 60_000 });
  await world.moveTo(at("2025-08-22 00:05"));
  return field;
}

describe("a delivery that expired", { timeout: 60_000 }, () => {
  it("is listed for the coordinators while its message is of use, and told to them", async () => {
    const { bagus, delivery, sanggar, rina, audited } = await afterExpiry();
    expect(await delivery("rina", "H-1")).toMatchObject({ state: "expired", reason: "tooLate" });
    sanggar.clock.set(at("2025-08-22 05:30"));
    const list = await bagus.says("/sampaikan");
    expect(list.text).toContain("Rina Wati");
    expect(list.text).toContain("Waktunya sudah lewat.");
    const label = list.buttons.find((one) => one.includes("Rina")) ?? "";
    const card = await bagus.presses(label);
    expect(card.text).toContain("Tidak sempat dikirim lewat Telegram sampai waktunya habis.");
    expect(card.text).toMatch(/Jumat, 22 Agustus/);
    await bagus.presses("✓ Sudah");
    await bagus.presses("Telepon");
    expect((await delivery("rina", "H-1"))?.carried).toMatchObject({
      ...{ state: "told", by: bagus.id, as: "coordinator", road: "phone" },
    });
    expect(await audited(bagus, "carry.tick")).toMatchObject([{ whom: ["rina"] }]);
    expect(sanggar.world.copies(rina, "besok")).toBe(0);
  });

  it("is of no use any more once the day it speaks of has begun", async () => {
    const { bagus, sanggar } = await afterExpiry();
    const [day] = firstTraining.days;
    sanggar.clock.set(at(`${day?.date} 06:35`));
    await sanggar.tick();
    sanggar.clock.set(at(`${day?.date} ${day?.from}`));
    const list = await bagus.says("/sampaikan");
    expect(list.text).toContain("Perlu disampaikan");
    expect(list.text).not.toContain("Rina Wati");
  });

  it("stands in the report of its notice, and is never sent by the bot after all", async () => {
    const { bagus, sanggar, services, code, rina } = await afterExpiry();
    sanggar.clock.set(at("2025-08-22 05:30"));
    const list = await bagus.says("/sampaikan");
    expect(list.buttons).toContain(`Rekap ${await code("H-1")}`);
    const before = sanggar.world.copies(rina, "Pelatihan Bros");
    await sanggar.tick();
    expect(sanggar.world.copies(rina, "besok")).toBe(0);
    expect(sanggar.world.copies(rina, "Pelatihan Bros")).toBe(before);
    const counts = await services.deliveries.countsOf(runId(firstTraining.id, 1, "H-1"));
    expect(counts.find(({ state }) => state === "expired")?.count).toBeGreaterThan(0);
  });
});

describe("what a notice asks", { timeout: 60_000 }, () => {
  async function told() {
    const field = await toldByLeader();
    const id = deliveryId(field.notice?.id ?? "", "tini");
    const kept = async () => (await field.services.carriedDeliveries.byId(id))?.carried;
    return { ...field, kept };
  }

  it("is answered for the silent by their carrier, with road, who and when", async () => {
    const { wulan, kept, audited, services } = await told();
    const asked = await wulan.presses("WhatsApp");
    expect(asked.text).toBe("Apa jawaban Tini Suhartini?");
    expect(asked.buttons).toEqual(["✓ Sudah baca", "Belum menjawab", "Lihat daftar"]);
    const thanks = await wulan.presses("✓ Sudah baca");
    expect(thanks.text).toContain("Terima kasih. Masih ada 1 pesan lagi.");
    const carried = { state: "told", by: wulan.id, as: "leader", road: "whatsapp" };
    expect(await kept()).toMatchObject({ ...carried, answer: "read", times: 1 });
    expect((await kept())?.answeredAt).toBeInstanceOf(Date);
    expect(await audited(wulan, "carry.tick")).toHaveLength(2);
    const views = await viewsOf("tini", services);
    expect(views.every(({ who }) => who === "ketua komunitas Wulan Contoh")).toBe(true);
  });

  it("may stay without an answer, and is answered by nobody but who told it", async () => {
    const { wulan, bagus, kept } = await told();
    const asked = await wulan.presses("Telepon");
    const press = pressOf(asked, "✓ Sudah baca");
    await wulan.presses("Belum menjawab");
    const { messageId } = pressOf(await bagus.says("/sampaikan"), "1. Sari Rahasia");
    await bagus.presses({ messageId, data: press.data });
    await bagus.presses({ messageId, data: press.data.replace(/read$/, "present") });
    expect((await kept())?.answer).toBeUndefined();
  });
});
