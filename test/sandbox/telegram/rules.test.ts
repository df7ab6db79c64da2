import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { texts } from "../../../src/sandbox/telegram/errors.ts";
import { openPlace, type Place } from "./place.ts";
import { fileHeld, fileRefusals } from "./rules/files.ts";
import { groupHeld, groupRefusals } from "./rules/groups.ts";
import { chapters } from "./rules/row.ts";
import { talkHeld, talkRefusals } from "./rules/talk.ts";
import { transportHeld, transportRefusals } from "./rules/transport.ts";

const refusals = [...transportRefusals, ...talkRefusals, ...fileRefusals, ...groupRefusals];
const held = [...transportHeld, ...talkHeld, ...fileHeld, ...groupHeld];

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.standin.stop());

describe("what Telegram refuses, in its own words", () => {
  test.each(refusals)("$rule $call: $text [$source]", async ({ call, given, code, text }) => {
    const reply = await place.call(call, await given(place));
    expect(reply).toMatchObject({ ok: false, error_code: code, description: text });
  });
});

describe("what Telegram does", () => {
  test.each(held)("$rule $says [$source]", ({ holds }) => holds(place));
});

test("each rule has a row", () => {
  const rules = new Set([...refusals, ...held].map(({ rule }) => rule));
  const all = Object.entries(chapters).flatMap(([chapter, count]) =>
    Array.from({ length: count }, (_, index) => `${chapter}.${index + 1}`),
  );
  expect(all.filter((rule) => !rules.has(rule))).toEqual([]);
});

test("each text of a refusal is in a row", () => {
  const told = [...refusals.map(({ text }) => text), ...held.map(({ holds }) => String(holds))];
  const missing = Object.values(texts)
    .map((text) => (typeof text === "string" ? text : text("description")))
    .filter((text) => !told.some((one) => one.toLowerCase().includes(text.toLowerCase())));
  expect(missing).toEqual(["this looks like a real bot token; use a demo token"]);
});
