import { quizScript } from "../../scenes/quiz.ts";
import { sharedScript } from "../../scenes/shared.ts";
import { sharingScript } from "../../scenes/sharing.ts";
import { surveyScript } from "../../scenes/survey.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Drafts } from "../../src/artisans/draft-repository.ts";
import { packPress } from "../../src/bot/callback-data.ts";
import { MOST_TEST_QUESTIONS, type SurveyForm } from "../../src/feedback/survey.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { Services } from "../../src/services.ts";
import { TRAINING, wasThere, wib } from "../feedback/after.ts";
import { addArtisan } from "../support/records.ts";
import { EIGHT_DAYS_BEFORE, type TestSanggar } from "../support/sanggar.ts";
import type { Given } from "../support/steps.ts";
import { A_PHOTO, type Talk } from "./talk.ts";

/** What the dialogues about a training that is over have in common. */
interface About {
  name: string;
  now: Date;
  /** One good answer a question, and what is stored of it. */
  good: Record<string, Given & { stored?: unknown }>;
  prepare?(services: Services): Promise<unknown>;
  /** What stands in the draft when it is opened. */
  given(person: TestPerson): object;
  /** Fields of the script that are asked in a talk of another kind only. */
  isElsewhere?(field: string): boolean;
  script: (services: Services) => { questions: readonly { field: string }[] };
  drafts: (services: Services) => Drafts<object>;
  begin(person: TestPerson): Promise<Seen>;
  wayBack: string;
  /** Makes of a person one who may hold it; the answer is whom the draft is for. */
  admit(person: TestPerson, sanggar: TestSanggar): Promise<string>;
}

const SEND = { press: "✓ Kirim" };
const AGREED = { version: "1", at: "2025-08-14T00:00:00.000Z", update: 1 };
const AFTERWARDS = wib("2025-08-27 10:00");

/** Given when a talk is opened, and never asked. */
const FROM_ITS_CARD = new Set(["form", "training", "session"]);

let people = 0;

function talkAbout({ good, script, drafts, ...about }: About): Talk {
  const questions = [...Object.keys(good), "review"];
  const stored = (field: string) => good[field]?.stored;
  return {
    name: about.name,
    now: about.now,
    questions,
    async prepare({ services }) {
      // Not only for the twenty who fit in: everybody here holds a seat.
      await services.trainings.add({ ...firstTraining, seats: 1_000 });
      await about.prepare?.(services);
    },
    scripted: ({ services }) =>
      script(services)
        .questions.map(({ field }) => field)
        .filter((field) => !FROM_ITS_CARD.has(field) && !about.isElsewhere?.(field)),
    async ask(field, sanggar) {
      people += 1;
      const person = sanggar.world.person(`Peserta ${people}`);
      const artisan = await about.admit(person, sanggar);
      const before = questions.slice(0, questions.indexOf(field));
      const known = Object.fromEntries(before.map((one) => [one, stored(one)]));
      const answers = { ...about.given(person), ...known };
      if (before.length)
        await drafts(sanggar.services).open({ chat: person.id, version: 0 }, answers, { artisan });
      return { person, asked: await about.begin(person) };
    },
    begin: (person) => about.begin(person),
    wayBack: about.wayBack,
    kept: async ({ id }, { services }) => ({ ...(await drafts(services).read(id))?.answers }),
    good: (field) => good[field] ?? SEND,
    stored: (field) => (field === "photo" ? A_PHOTO : stored(field)),
  };
}

/** A button of a card that stands higher up in the chat. */
async function presses(person: TestPerson, data: string): Promise<Seen> {
  const messageId = (await person.says("/batal")).messages.at(-1)?.id ?? 0;
  return person.presses({ messageId, data });
}

/** Somebody who was at the training, and agreed to be asked about sharing. */
async function wasParticipant({ id }: TestPerson, sanggar: TestSanggar): Promise<string> {
  const { trainings } = sanggar.services;
  const artisan = await addArtisan(sanggar, { telegram: id, ticks: { pionir: AGREED } });
  await trainings.takeSeat(TRAINING, artisan.id, EIGHT_DAYS_BEFORE);
  await wasThere(sanggar, artisan.id);
  return artisan.id;
}

/** A pioneer promises a session. */
export const sharingTalk = talkAbout({
  name: "promise of a session",
  now: AFTERWARDS,
  good: {
    topic: { press: "2. Membuat bros", stored: "Membuat bros" },
    craft: { press: "2. Rajut & makrame", stored: "rajut" },
    seats: { say: "3", stored: 3 },
    place: { say: "Balai Desa Sukamaju", stored: "Balai Desa Sukamaju" },
    date: { press: "Kamis, 25 September 2025", stored: "2025-09-25" },
    time: { say: "9", stored: "09:00" },
  },
  given: () => ({ training: TRAINING }),
  script: sharingScript,
  drafts: ({ sharingDrafts }) => sharingDrafts,
  begin: (person) => presses(person, packPress("shr.plan", TRAINING)),
  wayBack: "/berbagi",
  admit: wasParticipant,
});

const sessionOf = ({ id }: TestPerson) => `session-${id}`;

/** A pioneer tells how a session was. */
export const sharedTalk = talkAbout({
  name: "report of a session",
  now: wib("2025-09-26 10:00"),
  good: {
    women: { say: "7", stored: 7 },
    men: { say: "2 orang", stored: 2 },
    photo: { photo: true, stored: null },
    sentence: { say: "Semua membawa pulang bros.", stored: "Semua membawa pulang bros." },
  },
  given: (person) => ({ session: sessionOf(person) }),
  script: sharedScript,
  drafts: ({ sharedDrafts }) => sharedDrafts,
  begin: (person) => presses(person, packPress("shr.tell", sessionOf(person))),
  wayBack: "/berbagi",
  async admit(person, sanggar) {
    const artisan = await wasParticipant(person, sanggar);
    await sanggar.services.sharings.add({
      ...{ id: sessionOf(person), artisan, kecamatan: "36.04.19", training: TRAINING },
      ...{ topic: "Membuat bros", craft: "rajut", seats: 3, place: "Balai Desa Sukamaju" },
      ...{ date: "2025-09-25", time: "09:00", madeAt: sanggar.clock.now() },
    });
    return artisan;
  },
});

const surveyQuestions = {
  feedback: {
    "rate-content": { press: "4 – baik", stored: "4" },
    "rate-trainer": { say: "5", stored: "5" },
    "rate-place": { press: "1 – kurang sekali", stored: "1" },
    "rate-time": { say: "3", stored: "3" },
    "rate-use": { press: "5 – baik sekali", stored: "5" },
    comment: { say: "Waktunya kurang lama.", stored: "Waktunya kurang lama." },
    certificateName: { say: "Rina Wulandari", stored: "Rina Wulandari" },
  },
  after: {
    answer1: { press: "A", stored: "0" },
    answer2: { say: "b", stored: "1" },
    answer3: { press: "A", stored: "0" },
    answer4: { say: "A", stored: "0" },
    answer5: { press: "B", stored: "1" },
  },
  quarter: {
    shared: { press: "3. Butuh bantuan", stored: "help" },
    product: { press: "1. Ada", stored: "yes" },
    buyer: { say: "2", stored: "no" },
    income: { press: "1. Naik", stored: "up" },
  },
} satisfies Partial<Record<SurveyForm, About["good"]>>;

const QUESTION = { text: "Bahan bros?", choices: ["Kain", "Batu bata"], right: 0 };

/** A participant answers one of the forms; the test before is that after, a month a part of a quarter. */
export const surveyTalk = (form: keyof typeof surveyQuestions): Talk =>
  talkAbout({
    name: `survey ${form}`,
    now: form === "quarter" ? wib("2025-11-24 09:30") : AFTERWARDS,
    good: surveyQuestions[form],
    isElsewhere: (field) =>
      Object.entries(surveyQuestions).some(([name, good]) => name !== form && field in good),
    prepare: ({ surveys }) =>
      surveys.setQuiz({
        training: TRAINING,
        questions: Array.from({ length: MOST_TEST_QUESTIONS }, () => QUESTION),
      }),
    given: () => ({ form, training: TRAINING, questions: MOST_TEST_QUESTIONS, pionir: true }),
    script: surveyScript,
    drafts: ({ surveyDrafts }) => surveyDrafts,
    begin: (person) => presses(person, packPress("sv.open", form, TRAINING)),
    wayBack: "tombol di pesan sebelumnya",
    admit: wasParticipant,
  });

const typedQuestion = { say: "Bahan bros?\n*Kain\nBatu bata", stored: QUESTION };

/** The office writes the test of a training. */
export const quizTalk = talkAbout({
  name: "writing of a test",
  now: wib("2025-08-14 09:00"),
  good: {
    question1: typedQuestion,
    question2: typedQuestion,
    question3: typedQuestion,
    question4: typedQuestion,
    question5: typedQuestion,
  },
  given: () => ({ training: TRAINING }),
  script: quizScript,
  drafts: ({ quizDrafts }) => quizDrafts,
  begin: (person) => presses(person, packPress("sv.quiz", TRAINING)),
  wayBack: "dari kartu pelatihan",
  async admit({ id }, { services, clock }) {
    const given = { by: 0, since: clock.now() };
    await services.roles.give({ telegram: id, role: "coordinator" }, given);
    return `of-${id}`;
  },
});
