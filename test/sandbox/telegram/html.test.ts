import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Refusal } from "../../../src/sandbox/telegram/errors.ts";
import { parseHtml } from "../../../src/sandbox/telegram/html.ts";
import { cleanText, toHtml } from "../../../src/sandbox/telegram/text.ts";

type Span = [type: string, offset: number, length: number, more?: object];

/** Our own vectors: input, what is left of it, and what lies in it. */
const good: [html: string, text: string, ...spans: Span[]][] = [
  ["", ""],
  ["halo", "halo"],
  ["<b>halo</b>", "halo", ["bold", 0, 4]],
  ["<STRONG>halo</strong>", "halo", ["bold", 0, 4]],
  ["<i>a</i><em>b</em>", "ab", ["italic", 0, 1], ["italic", 1, 1]],
  ["<u>a</u><ins>b</ins>", "ab", ["underline", 0, 1], ["underline", 1, 1]],
  [
    "<s>a</s><strike>b</strike><del>c</del>",
    "abc",
    ["strikethrough", 0, 1],
    ["strikethrough", 1, 1],
    ["strikethrough", 2, 1],
  ],
  ["<tg-spoiler>a</tg-spoiler>", "a", ["spoiler", 0, 1]],
  ['<span class="tg-spoiler">a</span>', "a", ["spoiler", 0, 1]],
  ["<span class=tg-spoiler>a</span>", "a", ["spoiler", 0, 1]],
  ["<code>x &lt; y</code>", "x < y", ["code", 0, 5]],
  ["<pre>x\ny</pre>", "x\ny", ["pre", 0, 3]],
  ['<pre><code class="language-ts">x</code></pre>', "x", ["pre", 0, 1, { language: "ts" }]],
  ['<code class="language-ts"><pre>x</pre></code>', "x", ["pre", 0, 1, { language: "ts" }]],
  ['<code class="language-ts">x</code>', "x", ["code", 0, 1]],
  ['<pre><code class="language-ts">x</code>y</pre>', "xy", ["code", 0, 1], ["pre", 0, 2]],
  ["<blockquote>a</blockquote>", "a", ["blockquote", 0, 1]],
  ["<blockquote expandable>a</blockquote>", "a", ["expandable_blockquote", 0, 1]],
  ['<blockquote expandable="">a</blockquote>', "a", ["expandable_blockquote", 0, 1]],
  [
    '<a href="https://contoh.id/x?a=1&amp;b=2">x</a>',
    "x",
    ["text_link", 0, 1, { url: "https://contoh.id/x?a=1&b=2" }],
  ],
  ["<a href='contoh.id'>x</a>", "x", ["text_link", 0, 1, { url: "http://contoh.id/" }]],
  [
    "<a>https://contoh.id/</a>",
    "https://contoh.id/",
    ["text_link", 0, 18, { url: "https://contoh.id/" }],
  ],
  ["<a href=contoh.id>x</a>", "x", ["text_link", 0, 1, { url: "http://contoh.id/" }]],
  ['<a href="http://localhost">x</a>', "x"],
  ['<a href="javascript:alert(1)">x</a>', "x"],
  ['<a href="tg://user?id=5">x</a>', "x", ["text_link", 0, 1, { url: "tg://user?id=5" }]],
  ["<a href=>x</a>", "x"],
  ["<a href=''>bukan tautan</a>", "bukan tautan"],
  ["a & b", "a & b"],
  ["a > b", "a > b"],
  ["&lt;b&gt; &amp;amp; &quot;x&quot;", '<b> &amp; "x"'],
  ["&nbsp;&copy;&apos;", "&nbsp;&copy;&apos;"],
  ["&#65;&#x42;&#x1F600;", "AB😀"],
  ["&lt &gt", "< >"],
  ["&ltx", "&ltx"],
  ["&#0;&#;&#x;", "&#0;&#;&#x;"],
  ["&#12345678;", "&#12345678;"],
  ["&amp;lt;", "&lt;"],
  ["&", "&"],
  ["&&amp;&", "&&&"],
  ["<b>😀</b>x", "😀x", ["bold", 0, 2]],
  ["😀<b>x</b>", "😀x", ["bold", 2, 1]],
  ["é<b>ü</b>", "éü", ["bold", 1, 1]],
  ["<b>a<i>b</i></b>", "ab", ["italic", 1, 1], ["bold", 0, 2]],
  ["<b></b>x", "x"],
  ["<b>a</>", "a", ["bold", 0, 1]],
  ["<b>a</b >", "a", ["bold", 0, 1]],
  ["<b\n>a</b\t>", "a", ["bold", 0, 1]],
  ["<b id=x>a</b>", "a", ["bold", 0, 1]],
  ["<b hidden>a</b>", "a", ["bold", 0, 1]],
  ["<i  class = 'x' >a</i>", "a", ["italic", 0, 1]],
  ["<b>&lt;</b>&amp;", "<&", ["bold", 0, 1]],
  ["baris\nbaru", "baris\nbaru"],
];

const wrong: [html: string, error: string][] = [
  ["<p>x</p>", 'Unsupported start tag "p" at byte offset 0'],
  ["<>x</>", 'Unsupported start tag "" at byte offset 0'],
  ["a<bc>", 'Unsupported start tag "bc" at byte offset 1'],
  ["😀<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
  ["😀</b>", "Unexpected end tag at byte offset 4"],
  ["<b>x</B>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</B>"'],
  ["<strong>x</b>", 'Unmatched end tag at byte offset 9, expected "</strong>", found "</b>"'],
  ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
  ["<b/>x", 'Unsupported start tag "b/" at byte offset 0'],
  ["<b />x", 'Empty attribute name in the tag "b" at byte offset 0'],
  ["<b hidden", 'Unclosed start tag "b" at byte offset 0'],
  ["<i x='1>a</i>", "Unclosed start tag at byte offset 0"],
  ['<span class="rahasia">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ["<b>a</b x>", "Unclosed end tag at byte offset 4"],
  [
    "&#xDFFF;",
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
  ],
];

describe("Telegram's HTML", () => {
  test.each(good)("%j is read", (html, text, ...spans) => {
    const entities = spans.map(([type, offset, length, more]) => ({
      type,
      offset,
      length,
      ...more,
    }));
    expect(parseHtml(html)).toEqual({ text, entities });
  });

  test.each(wrong)("%j is refused", (html, error) => {
    expect(() => parseHtml(html)).toThrow(
      new Refusal(400, `Bad Request: can't parse entities: ${error}`),
    );
  });

  test("what is written as HTML is read as the same", () => {
    const word = fc.stringMatching(/^[a-z<>&"é😀]{1,6}$/u);
    const leaf = word.map((text) => toHtml({ text, entities: [] }));
    const tag = fc.constantFrom("b", "i", "u", "s", "tg-spoiler", "blockquote");
    const tagged = fc.tuple(tag, leaf).map(([name, text]) => `<${name}>${text}</${name}>`);
    fc.assert(
      fc.property(fc.array(fc.oneof(leaf, tagged), { maxLength: 8 }), (parts) => {
        const first = cleanText(parseHtml(parts.join(" ")));
        expect(cleanText(parseHtml(toHtml(first)))).toEqual(first);
      }),
    );
  });

  test("no text makes the reader fail otherwise than by a refusal; offsets lie in the text", () => {
    const sign = fc.constantFrom("<", ">", "/", "b", "a", " ", "=", '"', "&", "#", ";", "é", "😀");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        try {
          const { text, entities } = parseHtml(signs.join(""));
          for (const { offset, length } of entities) {
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("neighbours of one kind become one, spaces at the ends and inside code go bare", () => {
    const read = (html: string) => toHtml(cleanText(parseHtml(html)));
    expect(read("<b>a</b><b>b</b>")).toBe("<b>ab</b>");
    expect(read("<b>a<b>b</b></b>")).toBe("<b>ab</b>");
    expect(read("<b> a </b>")).toBe("<b>a</b>");
    expect(read("<code><b>a</b></code>")).toBe("<code>a</code>");
    expect(read("x<i> </i>y")).toBe("x y");
  });
});
