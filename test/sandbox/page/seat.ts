import { fileURLToPath } from "node:url";

import type { Bot } from "grammy";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

import { createAdjustableClock } from "../../../src/clock.ts";
import { createStandin, type Due, type Standin } from "../../../src/sandbox/telegram/index.ts";
import { openBrowser } from "../../support/browser.ts";
import { createWorkshopBot } from "./workshop-bot.ts";

export const pageDir = fileURLToPath(new URL("../../../src/sandbox/page/", import.meta.url));
export const rina = 8_589_934_593;
export const siti = 8_589_934_594;
export const dewi = 8_589_934_595;

// Browsers are slow on a busy machine; the limits only catch what never comes.
const patience = { timeout: 15_000 };

const people = [
  { id: rina, first_name: "Rina", last_name: "Marlina", role: "perajin", phone: "+62 81200000001" },
  { id: siti, first_name: "Siti", role: "ketua komunitas" },
  { id: dewi, first_name: "Dewi", role: "koordinator", started: false },
];

/** What a viewer has: the page in a browser, the workshop bot behind it, and the stand-in between. */
export interface Seat {
  readonly standin: Standin;
  readonly bot: Bot;
  /** Opens the page anew. */
  open(path?: string, viewport?: { width: number; height: number }): Promise<Page>;
}

/**
 * One browser for a file. Stand-in and bot are new for each test, or the same for the file, where
 * tests only look. Each console error and each request that leaves the stand-in fails the test.
 */
export function takeSeat(newFor: "each test" | "the file" = "each test"): Seat {
  let browser: Browser;
  let tab: Page;
  let standin: Standin;
  let bot: Bot;
  let running: Promise<void>;
  let complaints: string[] = [];
  const before = newFor === "each test" ? beforeEach : beforeAll;
  const after = newFor === "each test" ? afterEach : afterAll;

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

  before(async () => {
    standin = await openWorkshop(() => bot);
    bot = createWorkshopBot(standin.token, standin.url);
    await bot.api.setMyCommands([
      { command: "bantuan", description: "Bantuan" },
      { command: "batal", description: "Membatalkan isian" },
      { command: "daftar", description: "Mendaftar" },
    ]);
    running = bot.start();
    await standin.control.botReady();
  });

  after(async () => {
    await tab.goto("about:blank");
    await bot.stop();
    await running;
    await standin.stop();
  });

  afterEach(() => {
    const said = complaints;
    complaints = [];
    expect(said).toEqual([]);
  });

  return {
    get standin() {
      return standin;
    },
    get bot() {
      return bot;
    },
    async open(path = "/", viewport = { width: 1440, height: 900 }) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme: null, reducedMotion: null });
      await tab.goto(standin.url + path);
      await tab.waitForSelector("body[data-ready]");
      return tab;
    },
  };
}

/** The stand-in with three people and two reminders that the bot sends to Siti. */
function openWorkshop(bot: () => Bot): Promise<Standin> {
  const clock = createAdjustableClock(new Date("2025-08-15T01:15:00Z"));
  let due: Due[] = [
    { at: new Date("2025-08-15T02:00:00Z"), label: "Pengingat H-7" },
    { at: new Date("2025-08-19T02:00:00Z"), label: "Pengingat H-3" },
  ];
  return createStandin({
    clock,
    pageDir,
    hooks: {
      upcoming: () => Promise.resolve(due),
      settle: () => Promise.resolve(),
      async tick() {
        const reached = due.filter(({ at }) => at <= clock.now());
        due = due.filter((one) => !reached.includes(one));
        for (const { label } of reached) await bot().api.sendMessage(siti, label);
      },
    },
  }).then((standin) => {
    for (const person of people)
      standin.control.putPerson({ language_code: "id", started: true, ...person });
    return standin;
  });
}

export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, patience);
export const chat = (page: Page) => page.locator(".log:not([hidden])");
export const sees = (page: Page, text: string) => chat(page).getByText(text).last().waitFor();
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim());
export const isAtEnd = (page: Page) =>
  chat(page).evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 5);

export async function write(page: Page, text: string): Promise<void> {
  await page.fill("#input", text);
  await page.press("#input", "Enter");
}
