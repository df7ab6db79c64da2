import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import type { Bot } from "grammy";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createAdjustableClock } from "../../../src/clock.ts";
import { createStandin, type Due, type Standin } from "../../../src/sandbox/telegram/index.ts";
import { hasBrowser, openBrowser } from "../../support/browser.ts";
import { createWorkshopBot } from "./workshop-bot.ts";

const pageDir = fileURLToPath(new URL("../../../src/sandbox/page/", import.meta.url));
const axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rina = 8_589_934_593;
const siti = 8_589_934_594;
const dewi = 8_589_934_595;
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

// Browsers are slow on a busy machine; the limits only catch what never comes.
const patience = { timeout: 15_000 };

describe.skipIf(!hasBrowser)("the demo page", { timeout: 60_000 }, () => {
  let browser: Browser;
  let tab: Page;
  let standin: Standin;
  let bot: Bot;
  let running: Promise<void>;
  let due: Due[];
  let complaints: string[];

  beforeAll(async () => {
    browser = await openBrowser();
    tab = await browser.newPage();
    tab.setDefaultTimeout(patience.timeout);
    tab.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    tab.on("pageerror", (error) => complaints.push(error.message));
    tab.on("request", (request) => {
      const isOwn = [standin.url, "blob:", "about:"].some((own) => request.url().startsWith(own));
      if (!isOwn) complaints.push(`outside: ${request.url()}`);
    });
  }, 60_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    complaints = [];
    due = [
      { at: new Date("2025-08-15T02:00:00Z"), label: "Pengingat H-7" },
      { at: new Date("2025-08-19T02:00:00Z"), label: "Pengingat H-3" },
    ];
    const clock = createAdjustableClock(new Date("2025-08-15T01:15:00Z"));
    standin = await createStandin({
      clock,
      pageDir,
      hooks: {
        upcoming: () => Promise.resolve(due),
        settle: () => Promise.resolve(),
        async tick() {
          const reached = due.filter(({ at }) => at <= clock.now());
          due = due.filter((one) => !reached.includes(one));
          for (const { label } of reached) await bot.api.sendMessage(siti, label);
        },
      },
    });
    const people = [
      {
        id: rina,
        first_name: "Rina",
        last_name: "Marlina",
        role: "perajin",
        phone: "+62 81200000001",
      },
      { id: siti, first_name: "Siti", role: "ketua komunitas" },
      { id: dewi, first_name: "Dewi", role: "koordinator", started: false },
    ];
    for (const person of people)
      standin.control.putPerson({ language_code: "id", started: true, ...person });
    bot = createWorkshopBot(standin.token, standin.url);
    await bot.api.setMyCommands([
      { command: "bantuan", description: "Bantuan" },
      { command: "batal", description: "Membatalkan isian" },
      { command: "daftar", description: "Mendaftar" },
    ]);
    running = bot.start();
  });

  afterEach(async () => {
    await tab.goto("about:blank");
    await bot.stop();
    await running;
    await standin.stop();
    expect(complaints).toEqual([]);
  });

  /** Opens the page anew; console errors and requests that leave the stand-in are complaints. */
  async function open(path = "/", viewport = { width: 1440, height: 900 }): Promise<Page> {
    await tab.setViewportSize(viewport);
    await tab.goto(standin.url + path);
    await tab.waitForSelector("body[data-ready]");
    return tab;
  }

  const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, patience);
  const chat = (page: Page) => page.locator(".log:not([hidden])");
  const sees = (page: Page, text: string) => chat(page).getByText(text).last().waitFor();
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  async function write(page: Page, text: string) {
    await page.fill("#input", text);
    await page.press("#input", "Enter");
  }
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());
  const isWide = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

  describe("by mouse", () => {
    it("says that nothing reaches Telegram and that all people are invented", async () => {
      const page = await open();
      const notice = page.getByText("tidak ada yang terkirim ke Telegram");
      expect(await notice.textContent()).toContain("semua orang di sini rekaan");
      expect(await page.title()).toBe("Demo chat · Sanggar");
    });

    it("starts a person with the big button and shows the buttons under the bubble", async () => {
      const page = await open();
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
      const page = await open("/?as=rina&start=x");
      await button(page, "Ikut").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Tempat Ibu sudah dicatat.").waitFor();
      await sees(page, "Ibu ikut.");
      await page.keyboard.press("Escape");
      await eventually(() => focused(page)).toBe("Ikut");
      expect(await chat(page).getByText("diedit").count()).toBe(1);
    });

    it("shows a toast, and an edit without buttons takes them away", async () => {
      const page = await open("/?as=rina&start=x");
      await button(page, "Berhalangan").click();
      await page.getByRole("status").getByText("Baik, kami catat.").waitFor();
      await sees(page, "Ibu berhalangan.");
      await eventually(() => button(page, "Ikut").count()).toBe(0);
    });

    it("shows only the text of a WhatsApp link", async () => {
      const page = await open("/?as=rina&start=x");
      await button(page, "Bagikan lewat WhatsApp").click();
      await page.getByRole("dialog").getByText("Ayo ikut").waitFor();
      expect(await page.locator("#alert-open").isVisible()).toBe(false);
    });

    it("shares contact and place from the reply keyboard under the field", async () => {
      const page = await open("/?as=rina");
      await write(page, "kunci");
      await button(page, "Nomor saya").click();
      await sees(page, "Nomor: 6281200000001");
      await button(page, "Tempat saya").click();
      await sees(page, "Lintang: -6.1");
      expect(await page.getAttribute("#input", "placeholder")).toBe("Ketuk tombol");
    });

    it("shares contact, place, photos and files from the clip", async () => {
      const page = await open("/?as=rina");
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
      const page = await open("/?as=rina");
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
      const page = await open("/?as=rina");
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
      const page = await open("/?as=rina");
      await write(page, "kaya");
      await chat(page).getByRole("button", { name: "/bantuan" }).click();
      await sees(page, "Ini bantuan.");
    });

    it("shows that the bot is typing", async () => {
      const page = await open("/?as=rina");
      await write(page, "mengetik");
      await page.getByText("Sanggar sedang mengetik …").waitFor();
      await write(page, "halo");
      await page.getByText("Sanggar sedang mengetik …").waitFor({ state: "hidden" });
    });

    it("blocks and unblocks the bot", async () => {
      const page = await open("/?as=rina");
      await button(page, "Blokir bot").click();
      await page.getByRole("button", { name: /Rina.*memblokir bot/ }).waitFor();
      await page.locator("#begin").click();
      await sees(page, "Undangan: tidak ada");
      expect(await page.getByText("memblokir bot").count()).toBe(0);
    });

    it("counts and names messages to people who are not shown, and changes to them without reload", async () => {
      const page = await open("/?as=rina");
      await page.fill("#input", "belum selesai");
      await bot.api.sendMessage(siti, "Untuk Siti");
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
      const page = await open("/?as=rina");
      const sent = await bot.api.sendMessage(rina, "Sebentar saja");
      await sees(page, "Sebentar saja");
      await bot.api.deleteMessage(rina, sent.message_id);
      await chat(page).getByText("Sebentar saja").waitFor({ state: "detached" });
    });

    it("opens the person of the address once, with the start payload", async () => {
      const page = await open("/?as=dewi&start=inv_7");
      await sees(page, "Undangan: inv_7");
      await page.reload();
      await page.waitForSelector("body[data-ready]");
      await sees(page, "Undangan: inv_7");
      expect(await chat(page).getByText("Undangan: inv_7").count()).toBe(1);
    });

    it("keeps person, unread count, draft and passed things over a reload", async () => {
      const page = await open(`/?as=${dewi}&start=x`);
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
      const page = await open("/?as=siti");
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
      const page = await open();
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
      const page = await open("/?as=rina");
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
      const page = await open("/?as=rina");
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
      await bot.api.getMe().catch(() => undefined);
      await red.filter({ hasText: "connection reset" }).first().waitFor();
      standin.control.outage({ off: true });
    });

    it("speaks English when asked, with every word in both languages", async () => {
      const page = await open("/?lang=en&as=rina");
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
      const page = await open("/?as=rina");
      const loaded = page.waitForEvent("load");
      standin.control.reset();
      await loaded;
      await page.waitForSelector("body[data-ready]");
      standin.control.putPerson({ id: rina, first_name: "Rina", started: true });
      await page.getByRole("button", { name: /Rina/ }).waitFor();
      await write(page, "halo lagi");
      await sees(page, "halo lagi");
    });
  });

  describe("by keyboard alone", () => {
    it("skips to the field, sends with Enter and breaks the line with Shift+Enter", async () => {
      const page = await open("/?as=rina");
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
      const page = await open("/?as=rina");
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
      const page = await open("/?as=rina&start=x");
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
      const page = await open("/?as=rina");
      await write(page, "kunci");
      await button(page, "Nomor saya").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await sees(page, "Anda menulis: Lewati");
      expect(await focused(page)).toBe("Lewati");
    });

    it("changes person with Alt+digit and goes to the clock with Alt+T", async () => {
      const page = await open("/?as=rina");
      await page.keyboard.press("Alt+2");
      await page.getByText("Dilihat sebagai Siti").waitFor();
      await page.keyboard.press("Alt+t");
      expect(await focused(page)).toBe("+1 jam");
      await page.keyboard.press("Enter");
      await chat(page).getByText("Pengingat H-7").first().waitFor();
      expect(await focused(page)).toBe("+1 jam");
    });

    it("edits the last own text with the up arrow and leaves it with Escape", async () => {
      const page = await open("/?as=rina");
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
      const page = await open("/?as=dewi");
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
      const page = await open("/?as=rina", { width: 360, height: 740 });
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

  describe("on every screen", () => {
    it("fits 320 to 1,440 px without sideways scrolling", async () => {
      const page = await open("/?as=rina&start=x");
      await write(page, `panjang${"x".repeat(300)}`);
      await write(page, "kunci");
      await button(page, "Lewati").waitFor();
      for (const width of [320, 360, 639, 640, 720, 999, 1000, 1440]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await isWide(page)).toBe(false);
        expect(await page.locator("#calls").isVisible()).toBe(width >= 1000);
        const tops = await page
          .locator(".person")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
        expect(tops[0] === tops[1]).toBe(width < 640);
        const field = await page.locator("#input").boundingBox();
        expect((field?.y ?? 999) + (field?.height ?? 0)).toBeLessThan(700);
      }
    });

    it("scrolls instead of squeezing the chat when there is little height, as at 200 % zoom", async () => {
      const page = await open("/?as=rina", { width: 720, height: 400 });
      const log = await chat(page).boundingBox();
      expect(log?.height).toBeGreaterThan(150);
      expect(await isWide(page)).toBe(false);
    });

    it("has enough contrast in light and dark colours", async () => {
      const page = await open("/?as=rina&start=x");
      await write(page, "kaya");
      await write(page, "kunci");
      await write(page, "tolak");
      await button(page, "+1 jam").click();
      await chat(page).locator(".passed").waitFor();
      for (const [colorScheme, paper] of [
        ["light", "rgb(247, 240, 227)"],
        ["dark", "rgb(28, 23, 20)"],
      ] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(ground).toBe(paper);
        expect(await page.evaluate(weakTexts)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    });

    it("gives each control a name and a finger's width", async () => {
      const page = await open("/?as=rina&start=x", { width: 360, height: 740 });
      await write(page, "kunci");
      await button(page, "Lewati").waitFor();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, input, textarea")]
          .filter((control) => control.checkVisibility() && !control.matches(".link, .pencil"))
          .filter((control) => {
            const { width, height } = control.getBoundingClientRect();
            return width < 44 || height < 44;
          })
          .map((control) => control.outerHTML),
      );
      expect(small).toEqual([]);
      expect(await namelessControls(page)).toEqual([]);
      const landmarks = ["navigation", "main", "complementary", "banner"] as const;
      const wide = await open("/?as=rina");
      for (const role of landmarks) expect(await wide.getByRole(role).count()).toBe(1);
      expect(await wide.getByRole("log", { name: /Percakapan Rina/ }).count()).toBe(1);
    });

    it.each([
      ["id", "light", 1440],
      ["en", "dark", 360],
    ] as const)(
      "gives axe-core nothing to find in %s, %s, at %i px",
      async (lang, colorScheme, width) => {
        await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const page = await open(`/?lang=${lang}&as=rina`, { width, height: 800 });
        const found: Record<string, string[]> = {};
        const look = async (state: string) => (found[state] = await findings(page));

        await look("empty chat");
        await page.evaluate("document.querySelector('#menu').click()");
        await page.getByRole("option").first().waitFor();
        await look("command menu");
        await page.press("#input", "Escape");
        await write(page, "/start");
        await sees(page, "Selamat datang");
        await write(page, "kaya");
        await write(page, "berkas");
        await write(page, "kunci");
        await button(page, "Lewati").waitFor();
        await look("buttons and reply keyboard");
        await button(page, "Ikut").click();
        await page.getByRole("dialog").waitFor();
        await look("alert");
        await page.keyboard.press("Escape");
        await write(page, "tolak");
        await write(page, "salah");
        await page.locator("#call-log .violation").waitFor({ state: "attached" });
        if (width < 1000) await page.click("#calls-toggle");
        await page.locator("#call-log .refused summary").first().click();
        await page.locator("#call-log pre").first().waitFor();
        await look("calls");
        if (width < 1000) await page.click("#calls-close");
        await page.keyboard.press("Alt+t");
        await look("clock");
        await page.keyboard.press("Enter");
        await chat(page).locator(".passed").waitFor();
        await look("passed");
        await tab.emulateMedia({ colorScheme: null, reducedMotion: null });
        expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
      },
    );

    it("moves nothing when less motion is wanted", async () => {
      const page = await open("/?as=rina");
      await page.emulateMedia({ reducedMotion: "reduce" });
      const typing = await page.evaluate(() => {
        const line = document.querySelector(".typing");
        return line && getComputedStyle(line).animationName;
      });
      expect(typing).toBe("none");
      await page.emulateMedia({ reducedMotion: null });
    });
  });

  it("opens a thousand messages in under 1 s of work and shows a new one in under 0.3 s", async () => {
    for (let at = 0; at < 1_000; at += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, i) => bot.api.sendMessage(rina, `Pesan ke-${at + i}`)),
      );
    const page = await open("/?as=rina");
    expect(await chat(page).locator(".message").count()).toBe(1_000);
    expect(await workSeconds(page)).toBeLessThan(1);
    const times = await page.evaluate(appendTimes, rina);
    expect(times.toSorted((a, b) => a - b)[5]).toBeLessThan(300);
    const atEnd = () =>
      chat(page).evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 5);
    await eventually(atEnd).toBe(true);
    await chat(page).evaluate((log) => (log.scrollTop = 0));
    await button(page, "Ke pesan terbaru").click();
    await eventually(atEnd).toBe(true);
  });
});

/** What the page's main thread did so far, in its own time, so that a busy machine does not count. */
async function workSeconds(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Infinity;
}

/** Milliseconds from sending each of eleven messages to its bubble; runs in the page. */
async function appendTimes(person: number): Promise<number[]> {
  const bubbles = () => document.querySelectorAll(".log:not([hidden]) .message.own").length;
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const before = bubbles();
    const start = performance.now();
    await fetch("/_ctl/say", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person, text: `Cepat ${i}` }),
    });
    while (bubbles() === before) await new Promise(requestAnimationFrame);
    times.push(performance.now() - start);
  }
  return times;
}

/** What axe-core says against the page as it is now, by every rule and of any weight. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => " +
      "nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join(' | '))))",
  );
}

/** Controls that a screen reader would announce without a name, by the browser's own reckoning. */
async function namelessControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const roles = ["button", "link", "textbox", "combobox", "checkbox", "listbox", "Date"];
  return nodes
    .filter(
      ({ ignored, role, name }) => !ignored && roles.includes(String(role?.value)) && !name?.value,
    )
    .map(({ role }) => String(role?.value));
}

/** Texts on screen with less than 4.5:1 contrast; runs in the page. */
function weakTexts(): string[] {
  type Colour = [number, number, number, number];
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colour: string): Colour => {
    if (!paint) return [0, 0, 0, 0];
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = paint.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const light = ([r, g, b]: Colour) => {
    const [x, y, z] = [r, g, b].map((v) =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (x ?? 0) + 0.7152 * (y ?? 0) + 0.0722 * (z ?? 0);
  };
  const ground = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const colour = read(getComputedStyle(element).backgroundColor);
    return colour[3] > 0.99 ? colour : ground(element.parentElement);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const weak = new Set<string>();
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? "";
    const element = walker.currentNode.parentElement;
    if (
      !text ||
      !element?.checkVisibility() ||
      element.closest(".unseen, .skip, .spoiler, noscript")
    )
      continue;
    const [a, b] = [light(read(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) weak.add(`${contrast.toFixed(2)} ${element.className}: ${text}`);
  }
  return [...weak];
}
