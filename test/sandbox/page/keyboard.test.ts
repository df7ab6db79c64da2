import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import { button, chat, eventually, focused, sees, takeSeat, write } from "./seat.ts";

describe.skipIf(!hasBrowser)("the demo page by keyboard alone", { timeout: 60_000 }, () => {
  const seat = takeSeat();

  it("skips to the field, sends with Enter and breaks the line with Shift+Enter", async () => {
    const page = await seat.open("/?as=rina");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Langsung ke kolom pesan");
    await page.keyboard.press("Enter");
    await page.keyboard.type("baris satu");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("baris dua");
    await page.keyboard.press("Enter");
    await sees(page, "Anda menulis: baris satu\nbaris dua");
    expect(await page.inputValue("#input")).toBe("");
  });

  it("chooses from the command menu, a listbox that keeps the focus in the field", async () => {
    const page = await seat.open("/?as=rina");
    const field = page.getByRole("textbox", { name: "Tulis pesan" });
    await field.focus();
    await page.keyboard.type("/ba");
    const options = page.getByRole("option");
    await eventually(() => options.count()).toBe(2);
    expect(await page.getAttribute("#menu", "aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active ?? ""}`).textContent()).toContain("/batal");
    await page.keyboard.press("Escape");
    expect(await page.getAttribute("#menu", "aria-expanded")).toBe("false");
    await page.keyboard.type("n");
    await page.keyboard.press("Enter");
    await sees(page, "Ini bantuan.");
  });

  it("moves through the buttons of a bubble with the arrows and keeps the focus over an edit", async () => {
    const page = await seat.open("/?as=rina&start=x");
    await button(page, "Ikut").focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("Berhalangan");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("Bagikan lewat WhatsApp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Enter");
    await sees(page, "Ibu ikut.");
    await eventually(() => focused(page)).toBe("Ikut");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await sees(page, "Ibu berhalangan.");
    await eventually(() => focused(page)).toContain("Ibu berhalangan.");
  });

  it("moves through the reply keyboard with the arrows", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "kunci");
    await button(page, "Nomor saya").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await sees(page, "Anda menulis: Lewati");
    expect(await focused(page)).toBe("Lewati");
  });

  it("changes person with Alt+digit and goes to the clock with Alt+T", async () => {
    const page = await seat.open("/?as=rina");
    await page.keyboard.press("Alt+2");
    await page.getByText("Dilihat sebagai Siti").waitFor();
    await page.keyboard.press("Alt+t");
    expect(await focused(page)).toBe("+1 jam");
    await page.keyboard.press("Enter");
    await chat(page).getByText("Pengingat H-7").first().waitFor();
    expect(await focused(page)).toBe("+1 jam");
  });

  it("edits the last own text with the up arrow and leaves it with Escape", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "salh ketik");
    await sees(page, "Anda menulis: salh ketik");
    await page.press("#input", "ArrowUp");
    expect(await page.inputValue("#input")).toBe("salh ketik");
    await page.press("#input", "Escape");
    expect(await page.inputValue("#input")).toBe("");
    await page.press("#input", "ArrowUp");
    await write(page, "betul ketik");
    await chat(page).locator(".own", { hasText: "betul ketik" }).getByText("diedit").waitFor();
  });

  it("starts, blocks and unblocks without losing the focus", async () => {
    const page = await seat.open("/?as=dewi");
    await button(page, "Mulai").focus();
    await page.keyboard.press("Enter");
    await sees(page, "Selamat datang, Dewi");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("input");
    await button(page, "Blokir bot").focus();
    await page.keyboard.press("Enter");
    await page.locator("#begin").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#begin").waitFor({ state: "hidden" });
  });

  it("opens and closes the calls, the clock and the clip, and gives the focus back", async () => {
    const page = await seat.open("/?as=rina", { width: 360, height: 740 });
    for (const [id, panel] of [
      ["calls-toggle", "#calls"],
      ["clock-toggle", "#clock-panel"],
      ["attach", "#attach-panel"],
    ] as const) {
      await page.focus(`#${id}`);
      await page.keyboard.press("Enter");
      await page.locator(panel).waitFor();
      expect(await page.getAttribute(`#${id}`, "aria-expanded")).toBe("true");
      await page.locator(panel).getByRole("button").first().focus();
      await page.keyboard.press("Escape");
      expect(await page.locator(panel).isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    }
  });
});
