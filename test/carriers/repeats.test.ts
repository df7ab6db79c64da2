import { describe, expect, it } from "vitest";
import { showCode } from "../../src/codes.ts";
import { at, toldByLeader } from "./field.ts";

/** A notice has reached Rina by the bot, and Tini, who has no Telegram, by her leader. */
async function told() {
  const field = await toldByLeader();
  const { bagus, wulan, notice } = field;
  await wulan.presses("WhatsApp");
  const handle = notice?.id.slice("notice:".length) ?? "";
  const opens = async (name: string) => {
    const shown = await wulan.says("/sampaikan");
    return wulan.presses(shown.buttons.find((one) => one.includes(name)) ?? "");
  };
  const opensNotice = async () => {
    await bagus.says("/kabar");
    return bagus.presses("1");
  };
  return { ...field, opensNotice, handle, code: notice?.code ?? "", opens };
}

describe("what is said once more, or corrected, and does not arrive", { timeout: 60_000 }, () => {
  it("a reminder of what is unread becomes an errand, until it is read", async () => {
    const { bagus, opensNotice, rina, world, wulan, services, handle, code, opens } = await told();
    await rina.blocks();
    await opensNotice();
    await bagus.presses("Ingatkan yang belum");
    await world.moveTo(at("2025-08-14 09:40"));
    const id = `dlv:repeat:${handle}:rina`;
    expect(await services.deliveries.byId(id)).toMatchObject({ state: "byHand" });
    const card = await opens("Rina");
    expect(card.text).toContain("Pameran hari Sabtu");
    expect(card.text, "the code by which it can be checked").toContain(showCode(code));
    await wulan.presses("✓ Sudah");
    await wulan.presses("Telepon");
    expect((await services.deliveries.byId(id))?.carried).toMatchObject({ state: "told" });
    expect((await wulan.says("/sampaikan")).text).not.toContain("Rina");
  });

  it("a correction that Telegram refused is passed on once, and so to who was told by hand", async () => {
    const { bagus, opensNotice, rina, wulan, world, services, handle, opens } = await told();
    await rina.presses("✓ Sudah baca");
    await rina.blocks();
    await opensNotice();
    await bagus.presses("Ralat");
    await bagus.says("Pameran hari Minggu");
    await bagus.presses("Kirim ralat");
    await world.moveTo(at("2025-08-14 09:40"));
    const fix = `dlv:fix:${handle}:1`;
    const state = async (id: string) => (await services.deliveries.byId(id))?.state;
    expect([await state(`${fix}:rina`), await state(`${fix}:rina:told`)]).toEqual([
      "byHand",
      "byHand",
    ]);
    const card = await opens("Rina");
    expect(card.text).toContain("Pameran hari Minggu");
    await wulan.presses("✓ Sudah");
    await wulan.presses("Telepon");
    expect((await wulan.says("/sampaikan")).text).not.toContain("Rina");
    expect(await state(`${fix}:tini`)).toBe("byHand");
    expect((await opens("Tini")).text).toContain("Pameran hari Minggu");
  });
});
