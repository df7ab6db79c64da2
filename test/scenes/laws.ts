import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeScript } from "../../scenes/change.ts";
import { behalfScript, correctionScript } from "../../scenes/on-behalf.ts";
import { registrationScript } from "../../scenes/registration.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import {
  type Asked,
  askedFor,
  begin,
  type Dialogue,
  giveGoodAnswer,
  GOOD,
  keptAnswers,
  nearlyAnswer,
  QUESTIONS,
} from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const SCRIPTS = {
  registration: registrationScript,
  change: changeScript,
  behalf: behalfScript,
  correction: correctionScript,
};

/** What is said when the dialogue is opened again from its card. */
const MENU: Partial<Record<Dialogue, string>> = {
  change: "Tekan bagian yang ingin diubah",
  correction: "Tekan bagian yang ingin diubah",
};

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
  "4,097 characters": (person) => person.says("a".repeat(4_097)),
  markup: (person) => person.says("<b>Siti</b> & <i>"),
  "a tap on another question": (person, asked) =>
    person.presses({ messageId: asked.messages.at(-1)?.id ?? 0, data: "ask:other:x" }),
  "a tap on a choice that is not there": (person, asked) =>
    person.presses({ messageId: asked.messages.at(-1)?.id ?? 0, data: "ask:name:" }),
  "a tap on another card": async (person) => {
    await person.says("/bahasa");
    return person.presses("Bahasa Indonesia");
  },
};

/** The question of a photo is the one place for it. */
const disturbancesOf = (field: string) =>
  Object.keys(DISTURBANCES).filter((name) => field !== "photo" || name !== "a photo");

/** What holds at every question of a dialogue; each has a file, so that workers share them. */
export function keepsTheLaws(dialogue: Dialogue): void {
  let sanggar: TestSanggar;
  beforeAll(async () => {
    sanggar = await openSanggar();
  });
  afterAll(() => sanggar.close());
  // All bear one name: without this each of them would be compared with all before.
  beforeEach(async () => {
    for (const name of ["artisans", "doubles"])
      await sanggar.connection.collection(name).deleteMany({});
  });

  const ask = (field: Asked) => askedFor(field, sanggar, dialogue);
  const kept = (person: TestPerson) => keptAnswers(person, sanggar, dialogue);

  async function lastHandled({ id }: TestPerson): Promise<number> {
    const people = sanggar.connection.collection<{ _id: string; recent: string[] }>("people");
    const found = await people.findOne({ _id: `person:${id}` });
    return Number(found?.recent.at(-1));
  }

  it(`knows every question of the ${dialogue}`, () => {
    const asked = SCRIPTS[dialogue](sanggar.services).questions.map(({ field }) => field);
    const once = (field: string) => !["consent", "adult"].includes(field);
    expect(asked.filter(once).sort()).toEqual(QUESTIONS[dialogue].filter(once).sort());
  });

  describe.each(QUESTIONS[dialogue])(`in the ${dialogue}, at the question %s,`, (field) => {
    it.each(disturbancesOf(field))("%s changes nothing and is answered", async (name) => {
      const { person, asked } = await ask(field);
      const before = await kept(person);
      const seen = await DISTURBANCES[name]?.(person, asked);
      expect(await kept(person)).toEqual(before);
      expect(`${seen?.text}${seen?.toast ?? ""}`).not.toBe("");
      expect(seen?.text).not.toMatch(/<\/?b>|&lt;/);
      const after = await giveGoodAnswer(person, field, dialogue);
      expect(after.text).not.toBe("");
      if (field !== "review") expect(await kept(person)).not.toEqual(before);
    });

    it("B15: an edited message is answered and not taken", async () => {
      const { person } = await ask(field);
      const before = await kept(person);
      const seen = await person.edits(person.lastOwn().message_id, "Siti Aminah");
      expect(seen.text).toContain("Pesan yang diubah");
      expect(await kept(person)).toEqual(before);
    });

    it("the dialogue's log holds one question, however many wrong answers came", async () => {
      const { person } = await ask(field);
      const log = await sanggar.dialogueLog(person.id);
      expect(log.length).toBeLessThan(2_048);
      for (let wrong = 0; wrong < 5; wrong += 1) await person.sendsSticker();
      expect(await sanggar.dialogueLog(person.id)).toBe(log);
    });

    it("/batal keeps what was answered", async () => {
      const { person, asked } = await ask(field);
      const before = await kept(person);
      await person.says("/batal");
      expect(await kept(person)).toEqual(before);
      const { text } = await begin(person, dialogue);
      if (MENU[dialogue] === undefined) expect(text).toBe(asked.text);
      else expect(text).toContain(MENU[dialogue]);
    });

    it("an answer that comes twice is taken once", async () => {
      const { person } = await ask(field);
      await giveGoodAnswer(person, field, dialogue);
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
      if (field === "consent") await begin(person, dialogue);
      else {
        await person.sendsSticker();
        expect((await person.presses("Lanjutkan isian")).text).toBe(asked.text);
      }
      expect(await kept(person)).toEqual(before);
      await giveGoodAnswer(person, field, dialogue);
      if (field !== "review") expect(await kept(person)).not.toEqual(before);
    });
  });

  /** Everybody answers at the same moment, each at another question. */
  async function allAnswer(before: (person: TestPerson) => void, times: 1 | 2) {
    const open = [];
    for (const field of QUESTIONS[dialogue]) {
      const { person } = await ask(field);
      open.push({ field, person, give: await nearlyAnswer(person, field, dialogue) });
    }
    for (const { person } of open) before(person);
    for (let time = 0; time < times; time += 1) for (const { give } of open) give(sanggar);
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

  async function expectKept(person: TestPerson, field: keyof typeof GOOD): Promise<void> {
    if (field === "review") return;
    const { stored } = GOOD[field];
    const answer = (await kept(person))?.[field];
    if (field === "photo")
      expect(answer, field).toMatchObject({ fileId: expect.any(String) as string });
    else expect(answer ?? null, field).toEqual(stored);
  }
}
