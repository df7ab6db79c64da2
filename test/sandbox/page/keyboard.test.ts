import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import { button, chat, eventually, focused, rina, sees, takeSeat, write } from "./seat.ts";

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
    await page.getByRole("status").getByText("2 perintah").waitFor({ state: "attached" });
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

  /** Goes on by Tab until the control of that name has the focus, as somebody without a mouse does. */
  async function tabTo(page: Page, name: string) {
    for (let steps = 0; steps < 80; steps++) {
      await page.keyboard.press("Tab");
      const held = await page.evaluate(
        () =>
          document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
      );
      if (held?.includes(name)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  }

  it("reaches a person by Tab and starts", async () => {
    const page = await seat.open("/?as=rina");
    await tabTo(page, "Dewi");
    await page.keyboard.press("Enter");
    await page.getByText("Dilihat sebagai Dewi").waitFor();
    await tabTo(page, "Mulai");
    await page.keyboard.press("Enter");
    await sees(page, "Selamat datang, Dewi");
  });

  it("sends contact, place and photo from the clip, and saves a file of the bot", async () => {
    const page = await seat.open("/?as=rina");
    const fromClip = async (name: string) => {
      await chat(page).focus();
      await tabTo(page, "Lampirkan");
      await page.keyboard.press("Enter");
      await tabTo(page, name);
      await page.keyboard.press("Enter");
    };
    await fromClip("Kontak saya");
    await sees(page, "Nomor: 6281200000001");
    await fromClip("Bujur");
    await sees(page, "Lintang: -6.1104");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), fromClip("Foto")]);
    expect(chooser.isMultiple()).toBe(true);

    await write(page, "berkas");
    await sees(page, "daftar peserta.csv");
    await chat(page).focus();
    await tabTo(page, "daftar peserta.csv");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.keyboard.press("Enter"),
    ]);
    expect(download.suggestedFilename()).toBe("daftar peserta.csv");
  });

  it("uncovers a hidden text, follows a link to the bot and presses a command", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "kaya");
    await sees(page, "kutipan");
    await chat(page).focus();
    await tabTo(page, "Tampilkan teks tersembunyi");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("rahasia");
    await tabTo(page, "undangan");
    await page.keyboard.press("Enter");
    await sees(page, "Undangan: inv_9");
    await chat(page).focus();
    await tabTo(page, "/bantuan");
    await page.keyboard.press("Enter");
    await sees(page, "Ini bantuan.");
  });

  it("goes to the next reminder, and to a date of the field", async () => {
    const page = await seat.open("/?as=siti");
    await page.keyboard.press("Alt+t");
    await tabTo(page, "Ke pengingat berikutnya");
    await page.keyboard.press("Enter");
    await eventually(() => page.textContent("#now")).toContain("09.00 WIB");
    await chat(page).getByText("Pengingat H-7").first().waitFor();
    await tabTo(page, "Pilih waktu");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("clock-date");
    // The first part of the field is day or month, by the browser's language; either goes forward.
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await eventually(() => page.textContent("#now")).not.toContain("15 Agustus 2025");
  });

  it("makes trouble, shows only refusals and opens one", async () => {
    const page = await seat.open("/?as=rina");
    await page.focus("#input");
    await tabTo(page, "Terlalu cepat (429)");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Gangguan disiapkan").waitFor();
    await seat.bot.api.sendMessage(rina, "ditolak").catch(() => undefined);
    await page.locator("#call-log .refused").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.getByLabel("Hanya yang ditolak").isChecked()).toBe(true);
    await tabTo(page, "Too Many Requests: retry after 3");
    await page.keyboard.press("Enter");
    await page.locator("#call-log .refused pre").waitFor();
  });
});
