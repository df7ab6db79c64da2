import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { give, nearlyGive } from "../support/steps.ts";
import type { Talk } from "./talk.ts";

/** What may happen at any question and must change nothing. */
const DISTURBANCES: Record<string, (person: TestPerson, asked: Seen) => Promise<Seen>> = {
  "a sticker": (person) => person.sendsSticker(),
  "a voice message": (person) => person.sendsVoice(),
  "a photo": (person) => person.sendsPhoto(),
  "a place on the map": (person) => person.sendsLocation(-6.1, 106.1),
  "somebody else's contact": (person) =>
    person.sharesContactOf({ phone_number: "6281200000009", first_name: "Orang" }),
  "/bantuan": (person) => person.says("/bantuan"),
  "the word bantuan": (person) => person.says("bantuan"),
  "/profil": (person) => person.says("/profil"),
  "/pelatihan": (person) => person.says("/pelatihan"),
  "an unknown command": (person) => person.says("/xyz"),
  "an emoji": (person) => person.says("🙂"),
  // Telegram cuts it in two: the last is one letter, and no answer to a question with letters.
  "4,097 characters": (person) => person.says("x".repeat(4_097)),
  markup: (person) => person.says("<b>Siti</b> & <i>"),
  "a tap on another question": (person, asked) =>
    person.presses({ messageId: asked.messages.at(-1)?.id ?? 0, data: "ask:other:x" }),
  "a tap on a choice that is not there": (person, asked) =>
    person.presses({ messageId: asked.messages.at(-1)?.id ?? 0, data: "ask:name:" }),
  "an edited message (B15)": (person) => person.edits(person.lastOwn().message_id, "Siti Aminah"),
  "a tap on another card": async (person) => {
    await person.says("/bahasa");
    return person.presses("Bahasa Indonesia");
  },
};

/** What is answered in words of its own. */
const ANSWERS: Record<string, string> = { "an edited message (B15)": "Pesan yang diubah" };

/** The last of them asks the question anew. */
const ASKS_ANEW = "a tap on another card";

/** The question of a photo is the one place for it. */
const disturbancesOf = (field: string) =>
  Object.entries(DISTURBANCES).filter(([name]) => field !== "photo" || name !== "a photo");

/** What holds at every question of a dialogue; each has a file, so that workers share them. */
export function keepsTheLaws(talk: Talk): void {
  describe(`the ${talk.name}`, () => {
    laws(talk);
  });
}

function laws(talk: Talk): void {
  const { questions } = talk;
  let sanggar: TestSanggar;
  beforeAll(async () => {
    sanggar = await openSanggar(talk.now && { now: talk.now });
    await talk.prepare?.(sanggar);
  });
  afterAll(() => sanggar.close());
  // All bear one name: without this each of them would be compared with all before.
  beforeEach(async () => {
    for (const name of ["artisans", "doubles"])
      await sanggar.connection.collection(name).deleteMany({});
  });

  const ask = (field: string) => talk.ask(field, sanggar);
  const kept = (person: TestPerson) => talk.kept(person, sanggar);
  const answers = (person: TestPerson, field: string) => give(person, talk.good(field));

  async function lastHandled({ id }: TestPerson): Promise<number> {
    const people = sanggar.connection.collection<{ _id: string; recent: string[] }>("people");
    const found = await people.findOne({ _id: `person:${id}` });
    return Number(found?.recent.at(-1));
  }

  it("has no question that is unknown here", () => {
    expect(talk.scripted(sanggar).sort()).toEqual([...questions].sort());
  });

  describe.each(questions)("at the question %s", (field) => {
    // One person for all: what is said between leaves no trace, as the dialogue's log shows.
    it("what is no answer changes nothing and is answered", { timeout: 60_000 }, async () => {
      const { person, asked } = await ask(field);
      const before = await kept(person);
      const log = await sanggar.dialogueLog(person.id);
      expect(log).not.toBe("");
      expect(log.length).toBeLessThan(2_048);
      for (const [name, disturbs] of disturbancesOf(field)) {
        const seen = await disturbs(person, asked);
        expect(await kept(person), name).toEqual(before);
        expect(`${seen.text}${seen.toast ?? ""}`, name).not.toBe("");
        expect(seen.text, name).not.toMatch(/<\/?b>|&lt;/);
        expect(seen.text, name).toContain(ANSWERS[name] ?? "");
        if (name !== ASKS_ANEW) expect(await sanggar.dialogueLog(person.id), name).toBe(log);
      }
      const after = await answers(person, field);
      expect(after.text).not.toBe("");
      if (field !== "review") expect(await kept(person)).not.toEqual(before);
    });

    it("/batal keeps what was answered and tells the way back", async () => {
      const { person, asked } = await ask(field);
      const before = await kept(person);
      expect((await person.says("/batal")).text).toContain(talk.wayBack);
      expect(await kept(person)).toEqual(before);
      const { text } = await talk.begin(person, sanggar);
      if (talk.card === undefined) expect(text).toBe(asked.text);
      else expect(text).toContain(talk.card);
    });

    it("an answer that comes twice is taken once", async () => {
      const { person } = await ask(field);
      await answers(person, field);
      const after = await kept(person);
      const copies = sanggar.standin.control.messages(person.id).length;
      await sanggar.world.redeliver(await lastHandled(person));
      expect(await kept(person)).toEqual(after);
      expect(sanggar.standin.control.messages(person.id)).toHaveLength(copies);
    });

    it("a dialogue whose number was raised is taken up at the same question", async () => {
      const { person, asked } = await ask(field);
      const before = await kept(person);
      await sanggar.raiseNumber(person.id);
      if (field === "consent") await talk.begin(person, sanggar);
      else {
        await person.sendsSticker();
        expect((await person.presses("Lanjutkan isian")).text).toBe(asked.text);
      }
      expect(await kept(person)).toEqual(before);
      await answers(person, field);
      if (field !== "review") expect(await kept(person)).not.toEqual(before);
    });
  });

  /** Everybody answers at the same moment, each at another question. */
  async function allAnswer(before: (person: TestPerson) => void, times: 1 | 2) {
    const open = [];
    for (const field of questions) {
      const { person } = await ask(field);
      open.push({ field, person, answer: await nearlyGive(person, talk.good(field)) });
    }
    for (const { person } of open) before(person);
    for (let time = 0; time < times; time += 1) for (const { answer } of open) answer(sanggar);
    await sanggar.standin.control.settle();
    return open.filter(({ field }) => field !== "review" && field !== "consent");
  }

  it.each<["before" | "after"]>([["before"], ["after"]])(
    "at every question an answer is kept although the reply is lost (%s it was stored)",
    { timeout: 60_000 },
    async (reset) => {
      const answered = await allAnswer((person) => {
        sanggar.world.fault({ method: "sendMessage", chat_id: person.id, times: 1, reset });
      }, 1);
      for (const { person, field } of answered) await expectKept(person, field);
    },
  );

  it("at every question two answers at once are taken as one", { timeout: 60_000 }, async () => {
    const answered = await allAnswer(() => undefined, 2);
    for (const { person, field } of answered) await expectKept(person, field);
  });

  async function expectKept(person: TestPerson, field: string): Promise<void> {
    const answer = (await kept(person))?.[field];
    expect(answer ?? null, field).toEqual(talk.stored(field));
  }
}
