import { Api } from "grammy";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escapeHtml, fillHtml, joinHtml } from "../../src/bot/html.ts";
import { createTexts } from "../../src/bot/language.ts";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";

describe("a value in a message", () => {
  it.each([
    ["<b>Rina</b>", "&lt;b&gt;Rina&lt;/b&gt;"],
    ["Batik & Bambu", "Batik &amp; Bambu"],
    ["&lt;", "&amp;lt;"],
    ['O\'Neil "Rina"', 'O\'Neil "Rina"'],
    ["1 < 2 > 0", "1 &lt; 2 &gt; 0"],
  ])("is escaped: %s", (value, escaped) => expect(escapeHtml(value)).toBe(escaped));

  it("is escaped before the message is filled, and the message's own markup stays", () => {
    const html = fillHtml({ name: "<i>", n: 3 }, ({ name, n }) => `<b>${name}</b> ${n + 1}`);
    expect(html).toBe("<b>&lt;i&gt;</b> 4");
  });

  it("is escaped in html and left as it is in plain texts, such as buttons", () => {
    const { id } = createTexts();
    expect(id.html("registered", { name: "<a&b>" })).toContain("Bapak/Ibu &lt;a&amp;b&gt;.");
    expect(id.plain("review-change", { label: "<a&b>" })).toBe("✎ <a&b>");
  });

  it("joins with others by lines", () => {
    expect(joinHtml([escapeHtml("a"), escapeHtml("<")])).toBe("a\n&lt;");
  });
});

describe("Telegram's own parser", () => {
  let standin: Standin;
  let api: Api;
  let rina: number;
  beforeAll(async () => {
    standin = await createStandin({ clock: createAdjustableClock() });
    api = new Api(standin.token, clientOptions(standin.url, { tries: 1 }));
    rina = createWorld(standin).person("Rina").id;
  });
  afterAll(() => standin.stop());

  const HTML = { parse_mode: "HTML" } as const;

  it("refuses what was not escaped", async () => {
    for (const raw of ["Rina <3", "<x>Rina</x>", "<b>Rina"])
      await expect(api.sendMessage(rina, raw, HTML)).rejects.toThrow("can't parse entities");
  });

  it("shows five hundred names of any signs as they were written", async () => {
    const signs = fc.constantFrom(..."<>&;#/'\" b=a&lt;&amp;&#60;é👍", "</b>", "<b>", "&nbsp;");
    const name = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
      fc.array(signs, { minLength: 1, maxLength: 30 }).map((parts) => parts.join("")),
    );
    for (const written of fc.sample(name, { numRuns: 500, seed: 7 })) {
      const text = joinHtml([fillHtml({ written }, (safe) => `<b>|${safe.written}|</b>`)]);
      const { text: shown, entities } = await api.sendMessage(rina, text, HTML);
      expect(shown).toBe(`|${written}|`);
      expect(entities?.map(({ type }) => type)).toContain("bold");
    }
  });
});
