import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registrationScript } from "../../scenes/registration.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { askedFor, FIELDS, giveGoodAnswer } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const stored = ({ id }: TestPerson) => sanggar.services.drafts.read(id);

async function lastHandled({ id }: TestPerson): Promise<number> {
  const people = sanggar.connection.collection<{ _id: string; recent: string[] }>("people");
  const found = await people.findOne({ _id: `person:${id}` });
  return Number(found?.recent.at(-1));
}

/** What may happen at any question and must change nothing. */
const DISTURBANCES: Record<string, (person: TestPerson, asked: Seen) => Promise<Seen>> = {
  "a sticker": (person) => person.sendsSticker(),
  "a voice message": (person) => person.sendsVoice(),
  "a photo": (person) => person.sendsPhoto(),
  "a place on the map": (person) => person.sendsLocation(-6.1, 106.1),
  "somebody else's contact": (person) =>
    person.sharesContactOf({ phone_number: "6281200000009", first_name: "Orang" }),
  "/bantuan": (person) => person.says("/bantuan"),
  "/profil": (person) => person.says("/profil"),
  "/pelatihan": (person) => person.says("/pelatihan"),
  "an unknown command": (person) => person.says("/xyz"),
  "an emoji": (person) => person.says("🙂"),
  "4,097 characters": (person) => person.says("a".repeat(4_097)),
  markup: (person) => person.says("<b>Siti</b> & <i>"),
  "a tap on another question": (person, asked) =>
    person.presses({ messageId: asked.messages.at(-1)?.id ?? 0, data: "ask:other:x" }),
  "a tap on a choice that is not there": (person, asked) =>
    person.presses({ messageId: asked.messages.at(-1)?.id ?? 0, data: "ask:name:" }),
  "a tap on another card": async (person) => {
    await person.says("/start");
    return person.presses("Lihat pelatihan");
  },
};

it("knows every question of the registration", () => {
  const { questions } = registrationScript(sanggar.services);
  expect(questions.map(({ field }) => field)).toEqual(FIELDS);
});

describe.each(FIELDS)("at the question %s", (field) => {
  it.each(Object.keys(DISTURBANCES))("%s changes nothing and is answered", async (name) => {
    const { person, asked } = await askedFor(field, sanggar);
    const before = await stored(person);
    const seen = await DISTURBANCES[name]?.(person, asked);
    expect(await stored(person)).toEqual(before);
    expect(`${seen?.text}${seen?.toast ?? ""}`).not.toBe("");
    expect(seen?.text).not.toMatch(/<\/?b>|&lt;/);
    await giveGoodAnswer(person, field);
    expect(await stored(person)).not.toEqual(before);
  });

  it("an edited message is answered and not taken", async () => {
    const { person } = await askedFor(field, sanggar);
    const before = await stored(person);
    const seen = await person.edits(person.lastOwn().message_id, "Siti Aminah");
    expect(seen.text).toContain("Pesan yang diubah");
    expect(await stored(person)).toEqual(before);
  });

  it("the dialogue's log holds one question, however many wrong answers came", async () => {
    const { person } = await askedFor(field, sanggar);
    const log = await sanggar.dialogueLog(person.id);
    expect(log.length).toBeLessThan(2_048);
    for (let wrong = 0; wrong < 5; wrong += 1) await person.sendsSticker();
    expect(await sanggar.dialogueLog(person.id)).toBe(log);
  });

  it("/batal keeps the draft, and /daftar asks the same question", async () => {
    const { person, asked } = await askedFor(field, sanggar);
    const before = await stored(person);
    await person.says("/batal");
    expect((await stored(person))?.answers).toEqual(before?.answers);
    expect((await person.says("/daftar")).text).toBe(asked.text);
  });

  it("an answer that comes twice is taken once", async () => {
    const { person } = await askedFor(field, sanggar);
    await giveGoodAnswer(person, field);
    const after = await stored(person);
    const copies = sanggar.standin.control.messages(person.id).length;
    await sanggar.world.redeliver(await lastHandled(person));
    expect(await stored(person)).toEqual(after);
    expect(sanggar.standin.control.messages(person.id)).toHaveLength(copies);
  });
});
