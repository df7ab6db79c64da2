import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import {
  button,
  chat,
  eventually,
  focused,
  isAtEnd,
  rina,
  sees,
  siti,
  takeSeat,
  write,
} from "./seat.ts";

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe.skipIf(!hasBrowser)("the chat of the demo page by mouse", { timeout: 60_000 }, () => {
  const seat = takeSeat();

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

  it("removes messages that the bot deletes", async () => {
    const page = await seat.open("/?as=rina");
    const sent = await seat.bot.api.sendMessage(rina, "Sebentar saja");
    await sees(page, "Sebentar saja");
    await seat.bot.api.deleteMessage(rina, sent.message_id);
    await chat(page).getByText("Sebentar saja").waitFor({ state: "detached" });
  });

  it("offers the commands of the person's own scope, and sends the one that is clicked", async () => {
    await seat.bot.api.setMyCommands([{ command: "siarkan", description: "Menyiarkan" }], {
      scope: { type: "chat", chat_id: siti },
    });
    const page = await seat.open("/?as=siti");
    await button(page, "Menu perintah").click();
    const offered = () => page.getByRole("option").allTextContents();
    await eventually(offered).toEqual(["/siarkanMenyiarkan"]);
    await page.getByRole("button", { name: /Rina/ }).click();
    await button(page, "Menu perintah").click();
    await page.getByRole("option", { name: /bantuan/ }).click();
    await sees(page, "Ini bantuan.");
  });

  it("changes an own text by its pencil", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "salh");
    await sees(page, "Anda menulis: salh");
    await button(page, "Ubah pesan ini").click();
    await page.getByText("Mengubah pesan").waitFor();
    await page.fill("#input", "salah tulis");
    await button(page, "Kirim").click();
    await chat(page).locator(".own", { hasText: "salah tulis" }).getByText("diedit").waitFor();
  });

  it("draws one icon on a key that shares a contact, though its label brings a picture", async () => {
    const page = await seat.open("/?as=rina");
    await write(page, "kunci");
    const key = button(page, "Nomor saya");
    await key.waitFor();
    expect(await key.textContent()).toBe("Nomor saya");
    expect(await key.locator(".icon").count()).toBe(1);
  });

  it("stays at the end when an edit takes buttons away and a message comes at once", async () => {
    const page = await seat.open("/?as=rina");
    expect(await page.evaluate<boolean>(`(${shrinkAndGrow})()`)).toBe(true);
  });

  it("appends to a chat of a thousand messages and draws none of them anew", async () => {
    for (let at = 0; at < 1_000; at += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, i) => seat.bot.api.sendMessage(rina, `Pesan ke-${at + i}`)),
      );
    const page = await seat.open("/?as=rina");
    expect(await chat(page).locator(".message").count()).toBe(1_000);
    await eventually(() => isAtEnd(page)).toBe(true);
    await chat(page).evaluate((log) => {
      for (const one of log.querySelectorAll(".message *")) one.setAttribute("data-old", "");
    });
    const old = await chat(page).locator("[data-old]").count();
    await write(page, "yang baru");
    await sees(page, "Anda menulis: yang baru");
    expect(await chat(page).locator("[data-old]").count()).toBe(old);
    expect(await chat(page).locator(".message").count()).toBe(1_002);
    await eventually(() => isAtEnd(page)).toBe(true);
    await chat(page).evaluate((log) => (log.scrollTop = 0));
    await button(page, "Ke pesan terbaru").click();
    await eventually(() => isAtEnd(page)).toBe(true);
  });
});

/**
 * Whether a log that loses a block, which the browser measures, and gets another before the next
 * frame is still at its end; runs in the page. Messages of a bot would meet this only by chance.
 */
const shrinkAndGrow = `async () => {
  const { followEnd } = await import("/follow-end.js");
  const frame = () => new Promise(requestAnimationFrame);
  const log = document.body.appendChild(document.createElement("div"));
  log.style.cssText = "position: fixed; inset: 0; height: 200px; overflow: auto";
  const add = () => (log.appendChild(document.createElement("p")).style.height = "500px");
  const end = followEnd(log);
  for (let i = 0; i < 3; i++) add();
  end.goToEnd();
  for (let i = 0; i < 3; i++) await frame();
  log.lastElementChild.remove();
  const { scrollTop } = log;
  add();
  end.stay();
  for (let i = 0; i < 3; i++) await frame();
  return scrollTop > 0 && log.scrollHeight - log.scrollTop - log.clientHeight < 5;
}`;
