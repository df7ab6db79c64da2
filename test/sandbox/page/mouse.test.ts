import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import {
  button,
  chat,
  dewi,
  eventually,
  focused,
  rina,
  sees,
  siti,
  takeSeat,
  write,
} from "./seat.ts";

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe.skipIf(!hasBrowser)("the demo page by mouse", { timeout: 60_000 }, () => {
  const seat = takeSeat();

  it("says that nothing reaches Telegram and that all people are invented", async () => {
    const page = await seat.open();
    const notice = page.getByText("tidak ada yang terkirim ke Telegram");
    expect(await notice.textContent()).toContain("semua orang di sini rekaan");
    expect(await page.title()).toBe("Demo chat · Sanggar");
  });

  it("starts a person with the big button and shows the buttons under the bubble", async () => {
    const page = await seat.open();
    await page.getByRole("button", { name: /Dewi/ }).click();
    expect(await page.locator("#input").isVisible()).toBe(false);
    await button(page, "Mulai").click();
    await sees(page, "Selamat datang, Dewi. Undangan: tidak ada");
    const group = chat(page).getByRole("group", { name: "Pilihan pada pesan" });
    expect(await group.getByRole("button").allTextContents()).toEqual([
      "Ikut",
      "Berhalangan",
      "Bagikan lewat WhatsApp",
    ]);
    expect(await page.locator("#input").isVisible()).toBe(true);
  });

  it("shows an alert as a window and gives the focus back to the edited bubble", async () => {
    const page = await seat.open("/?as=rina&start=x");
    await button(page, "Ikut").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Tempat Ibu sudah dicatat.").waitFor();
    await sees(page, "Ibu ikut.");
    await page.keyboard.press("Escape");
    await eventually(() => focused(page)).toBe("Ikut");
    expect(await chat(page).getByText("diedit").count()).toBe(1);
  });

  it("shows a toast, and an edit without buttons takes them away", async () => {
    const page = await seat.open("/?as=rina&start=x");
    await button(page, "Berhalangan").click();
    await page.getByRole("status").getByText("Baik, kami catat.").waitFor();
    await sees(page, "Ibu berhalangan.");
    await eventually(() => button(page, "Ikut").count()).toBe(0);
  });

  it("shows only the text of a WhatsApp link", async () => {
    const page = await seat.open("/?as=rina&start=x");
    await button(page, "Bagikan lewat WhatsApp").click();
    await page.getByRole("dialog").getByText("Ayo ikut").waitFor();
    expect(await page.locator("#alert-open").isVisible()).toBe(false);
  });

  it("shares contact and place from the reply keyboard under the field", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "kunci");
    await button(page, "Nomor saya").click();
    await sees(page, "Nomor: 6281200000001");
    await button(page, "Tempat saya").click();
    await sees(page, "Lintang: -6.1");
    expect(await page.getAttribute("#input", "placeholder")).toBe("Ketuk tombol");
  });

  it("shares contact, place, photos and files from the clip", async () => {
    const page = await seat.open("/?as=rina");
    await button(page, "Lampirkan").click();
    await button(page, "Kontak saya").click();
    await sees(page, "Nomor: 6281200000001");
    await button(page, "Lampirkan").click();
    await page.getByLabel("Lintang").fill("-6.2");
    await button(page, "Kirim lokasi").click();
    await sees(page, "Lintang: -6.2");
    await page.fill("#input", "Anyaman saya");
    const photo = { mimeType: "image/png", buffer: Buffer.from(pixel, "base64") };
    await page.setInputFiles("#photo-input", [
      { name: "satu.png", ...photo },
      { name: "dua.png", ...photo },
      { name: "tiga.png", ...photo },
    ]);
    await eventually(() => chat(page).locator(".album.photos img").count()).toBe(3);
    expect(await chat(page).locator(".album").count()).toBe(1);
    await chat(page).locator(".album").getByText("Anyaman saya").waitFor();
    const text = { mimeType: "text/plain", buffer: Buffer.from("halo") };
    await page.setInputFiles("#file-input", { name: "catatan.txt", ...text });
    await sees(page, "catatan.txt");
  });

  it("offers a document of the bot as a download", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "berkas");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      chat(page)
        .getByRole("link", { name: /daftar peserta.csv/ })
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe("daftar peserta.csv");
    expect(await readFile(await download.path(), "utf8")).toContain("Rina;Petir");
  });

  it("draws rich text, escapes everything and opens the bot's own links in the page", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "kaya");
    await sees(page, "kutipan");
    const text = chat(page).locator(".bot .text").last();
    expect(await text.locator("strong em").textContent()).toBe("miring");
    expect(await text.locator("strong").count()).toBe(1);
    expect(await text.textContent()).toContain("<b>bukan tebal</b>");
    expect(await text.locator("u").textContent()).toBe("benang");
    await button(page, "Tampilkan teks tersembunyi").click();
    expect(await focused(page)).toBe("rahasia");
    await page.getByRole("link", { name: "luar" }).click();
    await page.getByRole("dialog").getByText("https://contoh.id/").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "undangan" }).click();
    await sees(page, "Undangan: inv_9");
  });

  it("sends a command that is pressed in a text", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "kaya");
    await chat(page).getByRole("button", { name: "/bantuan" }).click();
    await sees(page, "Ini bantuan.");
  });

  it("shows that the bot is typing", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "mengetik");
    await page.getByText("Sanggar sedang mengetik …").waitFor();
    await write(page, "halo");
    await page.getByText("Sanggar sedang mengetik …").waitFor({ state: "hidden" });
  });

  it("blocks and unblocks the bot", async () => {
    const page = await seat.open("/?as=rina");
    await button(page, "Blokir bot").click();
    await page.getByRole("button", { name: /Rina.*memblokir bot/ }).waitFor();
    await page.locator("#begin").click();
    await sees(page, "Undangan: tidak ada");
    expect(await page.getByText("memblokir bot").count()).toBe(0);
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

  it("removes messages that the bot deletes", async () => {
    const page = await seat.open("/?as=rina");
    const sent = await seat.bot.api.sendMessage(rina, "Sebentar saja");
    await sees(page, "Sebentar saja");
    await seat.bot.api.deleteMessage(rina, sent.message_id);
    await chat(page).getByText("Sebentar saja").waitFor({ state: "detached" });
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
    await page.getByRole("status").getByText("Gangguan disiapkan: Terlalu cepat (429).").waitFor();
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
});
