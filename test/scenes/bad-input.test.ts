import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asked, askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const BAD: Record<string, string> = {
  "4,097 characters": "a".repeat(4_097),
  "nothing to see": "\u200b\u2060",
  "emoji only": "🙂🙏👍",
  "digits of other scripts": "٣٤٥",
  "a property every object has": "constructor",
  markup: '<a href="https://contoh.id">Siti</a>',
  "signs that turn the direction": "\u202e\u2067!?",
};

/** A word of letters is a valid one-word name and a valid craft in one's own words. */
const VALID_SOMEWHERE = new Map([
  ["a property every object has", ["name", "communityOther", "craftOther"]],
]);

/** Telegram's apps send what is over 4,096 characters as several messages. */
const messagesOf = (text: string) => Math.ceil(text.length / 4_096);

const TYPED: Asked[] = [
  "name",
  "kecamatan",
  "desa",
  "community",
  "communityOther",
  "crafts",
  "craftOther",
  "phone",
];

describe.each(TYPED)("at the question %s", (field) => {
  const refused = Object.keys(BAD).filter((kind) => !VALID_SOMEWHERE.get(kind)?.includes(field));

  it.each(refused)("%s gets one clear sentence and is not stored", async (kind) => {
    const { person } = await askedFor(field, sanggar);
    const before = await sanggar.services.drafts.read(person.id);
    const seen = await person.says(BAD[kind] ?? "");
    expect(seen.messages).toHaveLength(messagesOf(BAD[kind] ?? ""));
    for (const { text } of seen.messages) {
      expect(text).toMatch(/misalnya|Pilih|pilih|Ketik|ketik|Pakai|Periksa|Maksud/);
      expect(text.length).toBeLessThan(300);
    }
    expect(await sanggar.services.drafts.read(person.id)).toEqual(before);
  });
});

it("a word that is also a property of every object is kept as plain text", async () => {
  const { person } = await askedFor("name", sanggar);
  await person.says("constructor");
  await person.presses("constructor");
  const draft = await sanggar.services.drafts.read(person.id);
  expect(draft?.answers.name).toBe("constructor");
});

it("somebody else's contact gets one clear sentence and is not stored", async () => {
  const { person } = await askedFor("phone", sanggar);
  const other = { phone_number: "6281200000009", first_name: "Orang" };
  const seen = await person.sharesContactOf(other);
  expect(seen.messages.map(({ text }) => text)).toEqual([
    "Kontak itu bukan milik akun Telegram ini. Tekan Bagikan nomor saya, atau ketik nomor Bapak/Ibu sendiri.",
  ]);
  expect((await sanggar.services.drafts.read(person.id))?.answers).not.toHaveProperty("phone");
});
