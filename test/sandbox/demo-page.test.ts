import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser } from "../support/browser.ts";
import { type Demo, startDemo } from "../support/demo.ts";

/** The picture in the README: SANGGAR_PICTURE=.github/demo.png, once the toast is gone. */
async function takePicture(page: Page): Promise<void> {
  const path = process.env["SANGGAR_PICTURE"];
  if (!path) return;
  const toast = page.getByText("Sekarang Jumat, 15 Agustus 2025");
  await toast.first().waitFor();
  await toast.first().waitFor({ state: "hidden" });
  await page.screenshot({ path });
}

describe.skipIf(!hasBrowser)("the demo in a browser", { timeout: 120_000 }, () => {
  let data: string;
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "sanggar-page-"));
    demo = await startDemo(data, "--now", "2025-08-14T09:00+07:00");
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(demo.url)) complaints.push(`outside: ${request.url()}`);
    });
    await page.goto(demo.url);
    await page.waitForSelector("body[data-ready]");
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await demo.kill("SIGTERM");
    await rm(data, { recursive: true });
  });

  const chat = () => page.locator(".log:not([hidden])");
  const sees = (words: string) => chat().getByText(words).last().waitFor();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
  async function write(text: string) {
    await page.fill("#input", text);
    await page.press("#input", "Enter");
  }

  it("registers Rina, lets her join, and reminds her when the clock is moved", async () => {
    await page.getByRole("button", { name: /^Rina/ }).click();
    await press("Mulai");
    await sees("Mulai dengan menekan tombol");
    await press("Daftar jadi perajin");
    await press("Saya setuju");
    await press("Ya");
    await sees("Siapa nama lengkap");
    await write("Rina Contoh");
    await press("1. Anyar");
    await press("Lewati");
    await press("1. Kriya Pesisir Bersama");
    await press("☐ 1. Aksesori & perhiasan");
    await press("☐ 3. Sulam, bordir, payet");
    await press("✓ Selesai (2)");
    await press("1. Aksesori & perhiasan");
    await press("Bagikan nomor saya");
    await sees("dipakai untuk WhatsApp");
    await press("Ya");
    await sees("Mohon diperiksa");
    await press("✓ Kirim");
    await sees("sudah kami terima");

    await write("/pelatihan");
    await press("1. Pelatihan Bros dan A…");
    await press("Ikut");
    await sees("pengingat");
    await press("Ke pengingat berikutnya");
    await sees("dimulai Jumat, 22 Agustus 2025");
    expect(complaints).toEqual([]);
    await takePicture(page);
  });
});
