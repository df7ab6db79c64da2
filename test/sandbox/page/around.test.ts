import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import { button, chat, dewi, eventually, rina, sees, siti, takeSeat, write } from "./seat.ts";

describe.skipIf(!hasBrowser)(
  "people, clock and calls of the demo page",
  { timeout: 60_000 },
  () => {
    const seat = takeSeat();

    it("says that nothing reaches Telegram and that all people are invented", async () => {
      const page = await seat.open();
      const notice = page.getByText("tidak ada yang terkirim ke Telegram");
      expect(await notice.textContent()).toContain("semua orang di sini rekaan");
      expect(await page.title()).toBe("Demo chat · Sanggar");
    });

    it("counts and names messages to people who are not shown, and changes to them without reload", async () => {
      const page = await seat.open("/?as=rina");
      await page.fill("#input", "belum selesai");
      await seat.bot.api.sendMessage(siti, "Untuk Siti");
      await page.getByRole("status").getByText("Pesan baru untuk Siti").waitFor();
      const person = page.getByRole("button", { name: /Siti/ });
      expect(await person.locator(".badge").textContent()).toContain("1");
      await page.evaluate(() => Object.assign(window, { same: true }));
      await person.click();
      await sees(page, "Untuk Siti");
      expect(await person.locator(".badge").count()).toBe(0);
      expect(await page.inputValue("#input")).toBe("");
      await page.getByRole("button", { name: /Rina/ }).click();
      expect(await page.inputValue("#input")).toBe("belum selesai");
      expect(await page.evaluate(() => "same" in window)).toBe(true);
    });

    it("opens the person of the address once, with the start payload", async () => {
      const page = await seat.open("/?as=dewi&start=inv_7");
      await sees(page, "Undangan: inv_7");
      await page.reload();
      await page.waitForSelector("body[data-ready]");
      await sees(page, "Undangan: inv_7");
      expect(await chat(page).getByText("Undangan: inv_7").count()).toBe(1);
    });

    it("keeps person, unread count, draft and passed things over a reload", async () => {
      const page = await seat.open(`/?as=${dewi}&start=x`);
      await button(page, "Ke pengingat berikutnya").click();
      await chat(page).getByText("Pengingat H-7").waitFor();
      await page.fill("#input", "separuh");
      await page.reload();
      await page.waitForSelector("body[data-ready]");
      expect(await page.inputValue("#input")).toBe("separuh");
      expect(await page.locator('.person[aria-current="true"]').textContent()).toContain("Dewi");
      const badge = page.getByRole("button", { name: /Siti/ }).locator(".badge");
      expect(await badge.textContent()).toContain("1");
      await chat(page).getByText("Pengingat H-7").waitFor();
    });

    it("shows the time in words, what is due, and walks from reminder to reminder", async () => {
      const page = await seat.open("/?as=siti");
      expect(await page.textContent("#now")).toBe("08.15 WIBJumat, 15 Agustus 2025");
      expect(await page.locator("#upcoming li").allTextContents()).toEqual([
        "Jum, 15 Agu 09.00 Pengingat H-7",
        "Sel, 19 Agu 09.00 Pengingat H-3",
      ]);
      await button(page, "+1 jam").click();
      await eventually(() => page.textContent("#now")).toContain("09.15 WIB");
      await button(page, "Ke pengingat berikutnya").click();
      await eventually(() => page.textContent("#now")).toContain("Selasa, 19 Agustus 2025");
      await page.locator("#call-log").getByText("Pengingat H-3").waitFor();
      expect(await page.textContent("#upcoming")).toBe("Tidak ada pengingat lagi");
      expect(await page.getAttribute("#to-next", "aria-disabled")).toBe("true");
      const marks = await chat(page).locator(".day, .passed, .text").allTextContents();
      expect(marks).toEqual([
        "Jumat, 15 Agustus 2025",
        "Jum, 15 Agu 09.00 · Pengingat H-7",
        "Pengingat H-7",
        "Selasa, 19 Agustus 2025",
        "Sel, 19 Agu 09.00 · Pengingat H-3",
        "Pengingat H-3",
      ]);
    });

    it("goes to a date of the field in WIB, and only forward", async () => {
      const page = await seat.open();
      await button(page, "Pilih waktu …").click();
      await page.fill("#clock-date", "2025-08-20T10:30");
      await button(page, "Pergi").click();
      await eventually(() => page.textContent("#now")).toBe("10.30 WIBRabu, 20 Agustus 2025");
      await button(page, "Pilih waktu …").click();
      await page.fill("#clock-date", "2025-08-19T10:30");
      await button(page, "Pergi").click();
      await page.getByRole("status").getByText("hanya bisa maju").waitFor();
      await button(page, "+1 hari").click();
      await eventually(() => page.textContent("#now")).toContain("Kamis, 21 Agustus 2025");
    });

    it("shows calls, and refusals and wrong uses in red with the exact text", async () => {
      const page = await seat.open("/?as=rina");
      const log = page.locator("#call-log");
      await write(page, "tolak");
      const refused = log.locator(".call.refused", { hasText: "deleteMessage" });
      await refused.getByText("Bad Request: message to delete not found").waitFor();
      await write(page, "salah");
      await log.locator(".violation", { hasText: "parse_mod" }).waitFor();
      await refused.locator("summary").click();
      expect(await refused.locator("pre").textContent()).toContain("999999");
      await page.getByLabel("Hanya yang ditolak").check();
      const shown = await log.locator(".call:visible").count();
      expect(shown).toBe(await log.locator(".call.refused").count());
      expect(shown).toBeGreaterThan(0);
    });

    it("makes the three kinds of trouble", async () => {
      const page = await seat.open("/?as=rina");
      const red = page.locator("#call-log .call.refused");
      await page.getByRole("button", { name: /Jawaban hilang/ }).click();
      await page.getByRole("status").getByText("Gangguan disiapkan: Jawaban hilang.").waitFor();
      await write(page, "satu");
      await red.filter({ hasText: "answer lost" }).waitFor();
      await sees(page, "Anda menulis: satu");
      await page.getByRole("button", { name: /429/ }).click();
      await page
        .getByRole("status")
        .getByText("Gangguan disiapkan: Terlalu cepat (429).")
        .waitFor();
      await write(page, "dua");
      await red.filter({ hasText: "Too Many Requests: retry after 3" }).waitFor();
      await page.getByRole("button", { name: /Server mati/ }).click();
      await page.getByRole("status").getByText("Gangguan disiapkan: Server mati.").waitFor();
      await seat.bot.api.getMe().catch(() => undefined);
      await red.filter({ hasText: "connection reset" }).first().waitFor();
      seat.standin.control.outage({ off: true });
    });

    it("speaks English when asked, with every word in both languages", async () => {
      const page = await seat.open("/?lang=en&as=rina");
      expect(await page.getAttribute("html", "lang")).toBe("en");
      await page.getByText("nothing reaches Telegram").waitFor();
      expect(await page.textContent("#now")).toBe("08:15 WIBFriday, 15 August 2025");
      const [id, en] = await page.evaluate<string[][]>(
        'import("/words.js").then(({ dictionaries: { id, en } }) => [Object.keys(id), Object.keys(en)])',
      );
      expect(en).toEqual(id);
      await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
      await page.getByText("tidak ada yang terkirim ke Telegram").waitFor();
    });

    it("begins anew after a reset and shows people as they come", async () => {
      const page = await seat.open("/?as=rina");
      const loaded = page.waitForEvent("load");
      seat.standin.control.reset();
      await loaded;
      await page.waitForSelector("body[data-ready]");
      seat.standin.control.putPerson({ id: rina, first_name: "Rina", started: true });
      await page.getByRole("button", { name: /Rina/ }).waitFor();
      await write(page, "halo lagi");
      await sees(page, "halo lagi");
    });
  },
);
