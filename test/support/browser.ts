import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));

/** Tests of the page are left out on a machine without Chromium; CI always has one. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) console.log("No Chromium found: tests of the demo page were left out.");

/** Chromium without anything that calls home. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
}
