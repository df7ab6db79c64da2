import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";

import { hasBrowser } from "../../support/browser.ts";
import { button, chat, rina, takeSeat, write } from "./seat.ts";

const longName = "Raden Ayu Siti Nurhaliza Kusumawardhani binti Haji Muhammad Suryadiningrat";

describe.skipIf(!hasBrowser)("the demo page on every screen", { timeout: 60_000 }, () => {
  const seat = takeSeat("the file");
  let page: Page;

  beforeAll(async () => {
    const { putPerson } = seat.standin.control;
    putPerson({ id: 8_589_934_596, first_name: longName, role: "perajin anyaman dan rotan" });
    page = await seat.open("/?as=rina&start=x");
    await write(page, `panjang${"x".repeat(300)}`);
    await write(page, "kunci");
    await button(page, "Lewati").waitFor();
  }, 60_000);

  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const sizeTo = (width: number, height = 700) => page.setViewportSize({ width, height });

  it("fits 320 to 1,440 px without sideways scrolling", async () => {
    for (const width of [320, 360, 639, 640, 720, 999, 1000, 1440]) {
      await sizeTo(width);
      expect(await isWide()).toBe(false);
      expect(await page.locator("#calls").isVisible()).toBe(width >= 1000);
      const tops = await page
        .locator(".person")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      expect(tops[0] === tops[1]).toBe(width < 640);
      const field = await page.locator("#input").boundingBox();
      expect((field?.y ?? 999) + (field?.height ?? 0)).toBeLessThan(700);
    }
  });

  it.each([320, 360, 640])("cuts nothing off in the panels that open at %i px", async (width) => {
    await sizeTo(width);
    for (const [toggle, panel] of [
      ["#clock-toggle", "#clock-panel"],
      ["#calls-toggle", "#calls"],
      ["#attach", "#attach-panel"],
    ] as const) {
      await page.click(toggle);
      expect(await page.locator(panel).evaluate(cutOff)).toEqual([]);
      expect(await isWide()).toBe(false);
      await page.keyboard.press("Escape");
    }
  });

  it("gives a long name two lines in the column and one in the strip", async () => {
    const name = page.locator(".person b").last();
    const lines = () =>
      name.evaluate((one) =>
        Math.round(
          one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight),
        ),
      );
    await sizeTo(1000);
    expect(await lines()).toBe(2);
    await sizeTo(360);
    expect(await lines()).toBe(1);
  });

  it("scrolls instead of squeezing the chat when there is little height, as at 200 % zoom", async () => {
    await sizeTo(720, 400);
    const log = await chat(page).boundingBox();
    expect(log?.height).toBeGreaterThan(150);
    expect(await isWide()).toBe(false);
  });

  it("lays the photos of an album side by side, and an odd last one over the whole width", async () => {
    await sizeTo(1440, 900);
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
    for (const file_name of ["satu.png", "dua.png", "tiga.png"])
      seat.standin.control.upload({
        ...{ person: rina, kind: "photo", file_name, media_group_id: "1" },
        base64: picture.toString("base64"),
      });
    await expect.poll(() => chat(page).locator(".album img").count()).toBe(3);
    const boxes = await chat(page)
      .locator(".album .picture")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    const [first, second, third] = boxes;
    expect(first?.top).toBe(second?.top);
    expect(first?.width).toBe(second?.width);
    expect(third?.left).toBe(first?.left);
    expect(third?.right).toBe(second?.right);
  });
});

/** Controls and lines of an open panel that stick out of it, or hold more than they show; runs in the page. */
function cutOff(panel: Element): string[] {
  const edge = panel.getBoundingClientRect();
  return [...panel.querySelectorAll("button, input, li span, label, .soft")]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      const holdsMore = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      return left < edge.left || right > edge.right || (holdsMore && one.tagName !== "INPUT");
    })
    .map((one) => one.outerHTML);
}
