import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import { button, chat, sees, takeSeat, write } from "./seat.ts";

const axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

describe.skipIf(!hasBrowser)("the demo page for everybody", { timeout: 60_000 }, () => {
  describe("with a full chat", () => {
    const seat = takeSeat("the file");
    let page: Page;

    beforeAll(async () => {
      page = await seat.open("/?as=rina&start=x");
      await write(page, "kaya");
      await write(page, "kunci");
      await write(page, "tolak");
      await button(page, "Lewati").waitFor();
      await button(page, "+1 jam").click();
      await chat(page).locator(".passed").waitFor();
    }, 60_000);

    it.each([
      ["light", "rgb(247, 240, 227)"],
      ["dark", "rgb(28, 23, 20)"],
    ] as const)("has enough contrast in %s colours", async (colorScheme, paper) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(paper);
      expect(await page.evaluate(weakTexts)).toEqual([]);
    });

    it("moves nothing when less motion is wanted", async () => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      const typing = await page.evaluate(() => {
        const line = document.querySelector(".typing");
        return line && getComputedStyle(line).animationName;
      });
      expect(typing).toBe("none");
    });

    it("gives each control a name and a finger's width", async () => {
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 740 });
        const small = await page.evaluate(() =>
          [...document.querySelectorAll("button, input:not([type=checkbox]), label, textarea")]
            .filter((control) => control.checkVisibility() && !control.matches(".link, .spoiler"))
            .filter((control) => {
              const { width, height } = control.getBoundingClientRect();
              return width < 44 || height < 44;
            })
            .map((control) => control.outerHTML),
        );
        expect(small).toEqual([]);
        expect(await namelessControls(page)).toEqual([]);
      }
    });

    it("has each landmark once, and names the chat", async () => {
      await page.setViewportSize({ width: 1440, height: 740 });
      for (const role of ["navigation", "main", "complementary", "banner"] as const)
        expect(await page.getByRole(role).count()).toBe(1);
      expect(await page.getByRole("log", { name: /Percakapan Rina/ }).count()).toBe(1);
    });
  });

  describe("under axe-core", () => {
    const seat = takeSeat();

    it.each([
      ["id", "light", 1440],
      ["id", "dark", 1000],
      ["en", "light", 640],
      ["en", "dark", 360],
      ["id", "light", 320],
    ] as const)("has nothing to find in %s, %s, at %i px", async (lang, colorScheme, width) => {
      const page = await seat.open(`/?lang=${lang}&as=rina`, { width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.evaluate(axe);
      const found: Record<string, string[]> = {};
      const look = async (state: string) => (found[state] = await findings(page));

      await look("empty chat");
      await page.evaluate("document.querySelector('#menu').click()");
      await page.getByRole("option").first().waitFor();
      await look("command menu");
      await page.press("#input", "Escape");
      await page.click("#attach");
      await look("clip");
      await page.keyboard.press("Escape");
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
      await page.keyboard.press("Escape");
      await page.click("#block");
      await page.locator("#begin").waitFor();
      await look("passed and blocked");
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
    });
  });
});

/** What axe-core says against the page as it is now, by every rule and of any weight. */
async function findings(page: Page): Promise<string[]> {
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
