import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { createAdjustableClock } from "../../src/clock.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { openBrowser } from "../support/browser.ts";
import { report } from "./figures.ts";

/** Opens the demo page on a chat of a thousand messages in Chromium, and measures what a viewer waits for. */
const rina = 8_589_934_593;
const pageDir = fileURLToPath(new URL("../../src/sandbox/page/", import.meta.url));
const standin = await createStandin({ clock: createAdjustableClock(), pageDir });
standin.control.putPerson({ id: rina, first_name: "Rina", started: true });
for (let at = 0; at < 1_000; at += 1) standin.control.say({ person: rina, text: `Pesan ke-${at}` });
const browser = await openBrowser();
const page = await browser.newPage();
await openPage();
const worked = await watchWork(page);
const begun = performance.now();
await openPage();
const ready = performance.now();
const workMs = await worked();
const times = (await page.evaluate(appendTimes, rina)).sort((a, b) => a - b);
await browser.close();
await standin.stop();

report(
  [
    { name: "page.ready", value: Math.round(ready - begun), unit: "ms", atMost: 1_000 },
    { name: "page.work", value: workMs, unit: "ms", atMost: 1_000 },
    { name: "page.append", value: Math.round(times[5] ?? Infinity), unit: "ms", atMost: 300 },
    { name: "page.append_slowest", value: Math.round(times[10] ?? Infinity), unit: "ms" },
  ],
  { seed: 1, json: process.argv.includes("--json") },
);

async function openPage(): Promise<void> {
  await page.goto(standin.url);
  await page.waitForSelector("body[data-ready]");
}

/** Milliseconds the page's main thread worked since, in its own time, so that a busy machine does not count. */
async function watchWork(of: Page): Promise<() => Promise<number>> {
  const session = await of.context().newCDPSession(of);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Infinity;
    return Math.round(seconds * 1_000);
  };
}

/** Milliseconds from sending each of eleven messages to its bubble; runs in the page. */
async function appendTimes(person: number): Promise<number[]> {
  const bubbles = document.getElementsByClassName("message");
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const before = bubbles.length;
    const start = performance.now();
    await fetch("/_ctl/say", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person, text: `Cepat ${i}` }),
    });
    while (bubbles.length === before) await new Promise(requestAnimationFrame);
    times.push(performance.now() - start);
  }
  return times;
}
