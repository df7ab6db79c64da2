import type { Message, Update } from "grammy/types";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdsMaskedNumber, maskIdentityNumbers } from "../../src/intake/identity-numbers.ts";
import { askedFor, giveGoodAnswer } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { tap, text } from "./processes.ts";

const NIK = "3604195508900001";
const RINA = 5_000_000_001;

const masked = (words: string) => maskIdentityNumbers(text(1, RINA, words)).message?.text;

describe("sixteen digits in a row", () => {
  it.each([
    NIK,
    `NIK saya ${NIK}, terima kasih`,
    "3604 1955 0890 0001",
    "3604.1955.0890.0001",
    "3604-1955-0890-0001",
    "3604 - 1955 - 0890 - 0001",
    "3604\u00a01955\u00a00890\u00a00001",
    "36041955\u200b08900001",
    `${NIK} 081234567890`,
    `nik${NIK}`,
    "٣٦٠٤١٩٥٥٠٨٩٠٠٠٠١",
    "𝟛𝟞𝟘𝟜𝟙𝟡𝟝𝟝𝟘𝟠𝟡𝟘𝟘𝟘𝟘𝟙",
  ])("are masked, and the text keeps its length: %s", (words) => {
    const found = masked(words) ?? "";
    expect(found).not.toMatch(/\p{Nd}/u);
    expect(found).toHaveLength(words.length);
    expect(holdsMaskedNumber(maskIdentityNumbers(text(1, RINA, words)))).toBe(true);
  });

  it.each([
    "0812 3456 7890",
    "+62 812-3456-7890",
    "360419550890000",
    "3604195508900001".slice(0, 8) + "\n" + "08900001",
    "0812 3456 7890 / 0813 1234 5678",
    "0812-3456-7890, 0813-1234-5678",
    "081234567890 atau 081312345678",
    "12, 13, 14, 15, 16, 17, 18, 19",
    "Jl. Raya 12 No. 345, RT 001/002, 42177",
    "••••••••",
  ])("are not what was typed: %s", (words) => {
    const update = text(1, RINA, words);
    expect(maskIdentityNumbers(update)).toEqual(update);
    expect(holdsMaskedNumber(update)).toBe(false);
  });

  it("are found in everything a person types, and in nothing else", () => {
    const { message } = text(1, RINA) as { message: Message };
    const file_id = `A${NIK}`;
    const part = {
      caption: NIK,
      document: { file_id, file_unique_id: NIK, file_name: `KTP ${NIK}.jpg` },
      contact: { phone_number: "6281234567890", first_name: NIK, vcard: NIK },
      reply_to_message: { ...message, text: NIK },
      quote: { text: NIK, position: 0 },
      link_preview_options: { url: `https://x.id/${NIK}` },
      entities: [{ type: "bold", offset: 0, length: 16 }],
    };
    const update = { update_id: 1, edited_message: { ...message, ...part } } as unknown as Update;
    const found = JSON.stringify(maskIdentityNumbers(update));
    expect(found.split(NIK)).toHaveLength(3);
    expect(found).toContain(`"file_id":"A${NIK}","file_unique_id":"${NIK}"`);
    expect(found).toContain('"entities":[{"type":"bold","offset":0,"length":16}]');
    const button = tap(1, RINA);
    if (button.callback_query) button.callback_query.data = NIK;
    expect(maskIdentityNumbers(button)).toEqual(button);
  });

  it("that are only replied to do not count against the reply", () => {
    const { message } = text(1, RINA, "ya") as { message: Message };
    const update = { update_id: 1, message: { ...message, reply_to_message: { text: NIK } } };
    expect(holdsMaskedNumber(maskIdentityNumbers(update as unknown as Update))).toBe(false);
  });

  it("are masked once: the same update again is the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123 .-a\n"), maxLength: 60 }), (words) => {
        const once = maskIdentityNumbers(text(1, RINA, words));
        expect(maskIdentityNumbers(once)).toEqual(once);
        expect(once.message?.text).toHaveLength(words.length);
        expect(once.message?.text?.replace(/[ .-]/g, "")).not.toMatch(/\d{16}/);
      }),
    );
  });
});

describe("whoever sends an NIK", () => {
  let sanggar: TestSanggar;
  beforeAll(async () => {
    sanggar = await openSanggar();
  });
  afterAll(() => sanggar.close());

  it("is told why it is not needed, sees it gone, and the question stays", async () => {
    const { person } = await askedFor("name", sanggar);
    const before = await sanggar.services.drafts.read(person.id);
    const seen = await person.says(`Siti Aminah ${NIK}`);
    expect(seen.messages).toHaveLength(1);
    expect(seen.text).toContain("tidak perlu mengirim NIK");
    expect(JSON.stringify(sanggar.standin.control.messages(person.id))).not.toContain(NIK);
    expect(await sanggar.services.drafts.read(person.id)).toEqual(before);
    await giveGoodAnswer(person, "name");
    expect((await sanggar.services.drafts.read(person.id))?.answers.name).toBe("Siti Aminah");
  });

  it("is told so for an edit, under a photo and behind a command as well", async () => {
    const person = sanggar.world.person("Wati");
    await person.says("/bantuan");
    const edited = await person.edits(person.lastOwn().message_id, NIK);
    const photo = await person.sendsPhoto({ caption: `KTP: ${NIK}` });
    const command = await person.says(`/daftar ${NIK}`);
    for (const { text, messages } of [edited, photo, command]) {
      expect(text).toContain("tidak perlu mengirim NIK");
      expect(messages).toHaveLength(1);
    }
    expect(JSON.stringify(sanggar.standin.control.messages(person.id))).not.toContain(NIK);
  });

  it("is told so also when the message cannot be deleted any more", async () => {
    const person = sanggar.world.person("Tini");
    const description = "Bad Request: message can't be deleted for everyone";
    sanggar.world.fault({ method: "deleteMessage", code: 400, description });
    expect((await person.says(NIK)).text).toContain("tidak perlu mengirim NIK");
  });

  it("leaves no digit of it in the database, not even while the update waits", async () => {
    const { message } = text(1, RINA, `nomor saya ${NIK}`);
    const [row] = await sanggar.services.inbox.store([{ update_id: 77, message } as Update]);
    expect(row?.update.message?.text).toBe(`nomor saya ${"•".repeat(16)}`);
    const [stored] = await sanggar.services.inbox.open(1);
    expect(JSON.stringify(stored)).not.toContain(NIK);
    await sanggar.services.inbox.remove(77);
  });
});
