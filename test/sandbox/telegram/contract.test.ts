import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { generateContract } from "../../../src/sandbox/telegram/contract/generate.ts";
import { methods } from "../../../src/sandbox/telegram/methods/index.ts";
import { form, openPlace, type Place } from "./place.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.standin.stop());

test("the contract is what grammY's types say; `vitest -u` writes it anew", async () => {
  const offered = [...methods.values()].map(({ name }) => name).sort();
  const fresh = JSON.stringify(generateContract(offered));
  const text = await format(fresh, { parser: "json", printWidth: 100 });
  const file = "../../../src/sandbox/telegram/contract/methods.json";
  await expect(text).toMatchFileSnapshot(file);
});

const button = (text: string) => ({ text, callback_data: "x" });
const inline = (rows: unknown) => ({ reply_markup: { inline_keyboard: rows } });
const row = (count: number, text = "x") => Array.from({ length: count }, () => button(text));
const many = Array.from({ length: 101 }, (_, at) => `<b>${at}</b>`).join(" ");

/** What Telegram takes without a word, or drops in silence. */
const malformed: [problem: string, params: object, method?: string][] = [
  ["parse_mod: unknown", { parse_mod: "HTML" }],
  ["text: missing", { text: undefined }],
  ["disable_notification: expected a boolean", { disable_notification: "true" }],
  ["reply_parameters.message_id: expected a number", { reply_parameters: { message_id: "1" } }],
  ["parse_mode: expected Markdown or MarkdownV2 or HTML", { parse_mode: "html" }],
  ["reply_markup.inline_keyboard[0]: expected an array", inline([button("x")])],
  [
    "reply_markup.inline_keyboard[0][0].callback: unknown",
    inline([[{ text: "x", callback: "y" }]]),
  ],
  ["reply_markup: over 12 in a row", inline([row(13)])],
  ["reply_markup: over 300 buttons", inline(Array.from({ length: 31 }, () => row(10)))],
  ["reply_markup: a button without text", inline([row(1, "")])],
  ["entities: 101 are more than 100", { text: many, parse_mode: "HTML" }],
  ["reply_markup: unknown", { text: undefined, media: [], ...inline([row(1)]) }, "sendMediaGroup"],
];

describe("a malformed call is recorded as a violation", () => {
  test.each(malformed)("%s", async (problem, params, method = "sendMessage") => {
    const seen = place.world.violations().length;
    await place.call(method, { chat_id: place.rina.id, text: "x", ...params });
    const texts = place.world
      .violations()
      .slice(seen)
      .map(({ text }) => text);
    expect(texts).toContain(problem);
  });

  test("in a form numbers, flags and objects are read out of the text first", async () => {
    const seen = place.world.violations().length;
    const fields = { chat_id: String(place.rina.id), latitude: "1.5", longitude: "2" };
    await place.call("sendLocation", form({ ...fields, protect_content: "true" }));
    await place.call(
      "sendLocation",
      form({ ...fields, ...{ reply_markup: '{"remove_keyboard":true}' } }),
    );
    expect(place.world.violations().slice(seen)).toEqual([]);
    await place.call("sendLocation", form({ ...fields, latitude: "utara" }));
    expect(place.world.violations().at(-1)?.text).toBe("latitude: expected a number");
  });
});
