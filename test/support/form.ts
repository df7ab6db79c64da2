import type { Answers, Consent, Field } from "../../src/artisans/answers.ts";
import { answersOf } from "../../src/artisans/record.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { TestSanggar } from "./sanggar.ts";
import { give, type Given } from "./steps.ts";

export type Asked = Field | "review";

/**
 * One good answer a question, how it is given, and what is stored of it. A question without one
 * does not compile; with one it is covered by all laws.
 */
export const GOOD: {
  [Name in Field]: Given & { stored: NonNullable<Answers[Name]> | null };
} & { review: Given } = {
  consent: {
    press: "Saya setuju",
    stored: { version: "2026-11-24", at: "2025-08-14T02:00:00.000Z", update: 1 },
  },
  adult: { press: "Ya", stored: true },
  name: { say: "Siti Aminah", stored: "Siti Aminah" },
  kecamatan: { say: "Petir", stored: "36.04.19" },
  desa: { press: "Lewati", stored: null },
  community: { press: "2. Tidak ada di daftar", stored: "unlisted" },
  communityOther: { say: "Kriya Lestari", stored: "Kriya Lestari" },
  crafts: {
    all: [
      { press: "☐ 1. Aksesori & perhiasan" },
      { press: "Berikutnya (2/2) ›" },
      { press: "☐ 16. Lainnya (tulis sendiri)" },
      { press: "✓ Selesai (2)" },
    ],
    stored: ["aksesori", "lainnya"],
  },
  craftOther: { say: "Lukis kaca", stored: "Lukis kaca" },
  mainCraft: { press: "2. Lainnya (tulis sendiri)", stored: "lainnya" },
  phone: { say: "0812 3456 7890", stored: { number: "+6281234567890", verified: false } },
  whatsapp: { press: "Ya", stored: true },
  businessName: { say: "Bros Melati", stored: "Bros Melati" },
  products: { say: "bros, gelang", stored: ["bros", "gelang"] },
  photo: { photo: true, stored: null },
  shopLink: { say: "@brosmelati", stored: "@brosmelati" },
  channels: {
    all: [{ press: "☐ 2. Pasar" }, { press: "☐ 5. WhatsApp" }, { press: "✓ Selesai (2)" }],
    stored: ["market", "whatsapp"],
  },
  workers: { press: "2. 2–4 orang", stored: "2-4" },
  yearsInCraft: { say: "5 tahun", stored: 5 },
  turnover: { press: "2. 1–3 juta", stored: "1-3" },
  nib: { press: "1. Sudah", stored: "yes" },
  nibNumber: { say: "1234 5678 90123", stored: "1234567890123" },
  sex: { press: "2. Perempuan", stored: "P" },
  birthYear: { say: "1985", stored: 1985 },
  teach: { say: "merangkai manik", stored: ["merangkai manik"] },
  review: { press: "✓ Kirim" },
};

const ALL = Object.keys(GOOD) as Asked[];
const DETAILS_FROM = ALL.indexOf("businessName");

/** Of oneself, of changes of one's record; of somebody without Telegram, of changes of theirs. */
export type Dialogue = "registration" | "change" | "behalf" | "correction";

/** The questions of the registration, in the order they are asked. */
export const FIELDS: Asked[] = [...ALL.slice(0, DETAILS_FROM), "review"];

/** The questions of each dialogue; the consent and the age are asked once only. */
export const QUESTIONS: Record<Dialogue, Asked[]> = {
  registration: FIELDS,
  change: ALL.slice(2),
  behalf: FIELDS,
  correction: FIELDS.slice(2),
};

let people = 0;

/** A new person to whom this question is the open one. */
export async function askedFor(
  field: Asked,
  sanggar: TestSanggar,
  dialogue: Dialogue = "registration",
): Promise<{ person: TestPerson; asked: Seen }> {
  people += 1;
  const person = sanggar.world.person(`Perajin ${people}`);
  if (isOfAnother(dialogue)) await makeCoordinator(person, sanggar);
  if (dialogue === "change" || dialogue === "correction")
    return changing(person, field, dialogue, sanggar);
  const { drafts, behalfDrafts } = sanggar.services;
  const draft = dialogue === "behalf" ? behalfDrafts : drafts;
  const before = FIELDS.slice(0, FIELDS.indexOf(field)) as Field[];
  const answers = Object.fromEntries(before.map((one) => [one, GOOD[one].stored]));
  if (before.length) await draft.open({ chat: person.id, version: 0 }, answers);
  return { person, asked: await begin(person, dialogue) };
}

/** Opens the dialogue, or takes it up where it was left. */
export async function begin(person: TestPerson, dialogue: Dialogue): Promise<Seen> {
  if (dialogue !== "correction") return person.says(COMMAND[dialogue]);
  const messageId = (await person.says("/batal")).messages.at(-1)?.id ?? 0;
  return person.presses({ messageId, data: `member.correct:${recordOf(person)}` });
}

const COMMAND = { registration: "/daftar", change: "/ubah", behalf: "/daftarkan" };

const isOfAnother = (dialogue: Dialogue) => dialogue === "behalf" || dialogue === "correction";

async function makeCoordinator({ id }: TestPerson, { services }: TestSanggar): Promise<void> {
  const given = { by: 0, since: services.clock.now() };
  await services.roles.give({ telegram: id, role: "coordinator" }, given);
}

const recordOf = ({ id }: TestPerson) => `artisan-${id}`;

/** Somebody who opened this field of a record from its card. */
async function changing(
  person: TestPerson,
  field: Asked,
  dialogue: "change" | "correction",
  { services }: TestSanggar,
) {
  const now = services.clock.now();
  await services.artisans.add({
    id: recordOf(person),
    state: "active",
    ...(dialogue === "change"
      ? { telegram: person.id }
      : { registrar: { telegram: person.id, manner: "lisan" } }),
    language: "id",
    name: "Rina Contoh",
    kecamatan: "36.04.05",
    ...(field === "communityOther" && { communityOther: "Anyam Contoh" }),
    crafts: ["rajut", "lainnya"],
    mainCraft: "rajut",
    craftOther: "Anyam kertas",
    phone: { number: "+6281211112222", verified: false },
    whatsapp: false,
    nib: field === "nibNumber" ? "yes" : "no",
    desa: "36.04.05.2001",
    consent: GOOD.consent.stored as Consent,
    registeredAt: now,
    activeAt: now,
  });
  const menu = await begin(person, dialogue);
  if (field === "review") return { person, asked: menu };
  const messageId = menu.messages.at(-1)?.id ?? 0;
  return { person, asked: await person.presses({ messageId, data: `ask:review:${field}` }) };
}

/** What is kept of a person's answers at this moment. */
export async function keptAnswers(
  person: TestPerson,
  { services, connection }: TestSanggar,
  dialogue: Dialogue = "registration",
): Promise<Answers | undefined> {
  const { artisans, behalfDrafts, changes, corrections, drafts } = services;
  const ofAnother = isOfAnother(dialogue);
  const [form, talk] = ofAnother ? [behalfDrafts, corrections] : [drafts, changes];
  const found = await connection
    .collection<{ _id: string }>("artisans")
    .findOne({ [ofAnother ? "registrar.telegram" : "telegram"]: person.id });
  const artisan = found ? await artisans.byId(found._id) : undefined;
  if (!artisan) return (await form.read(person.id))?.answers;
  return { ...answersOf(artisan), ...(await talk.read(person.id))?.answers };
}

/** How a question is answered well in this dialogue. */
export const goodAnswer = (field: Asked, dialogue: Dialogue): Given =>
  INSTEAD[dialogue][field] ?? GOOD[field];

export function giveGoodAnswer(
  person: TestPerson,
  field: Asked,
  dialogue: Dialogue = "registration",
): Promise<Seen> {
  return give(person, goodAnswer(field, dialogue));
}

const DONE = { press: "✓ Selesai" };

/** Where an answer that is there already asks for other steps. */
const CHANGED: Partial<Record<Asked, Given>> = {
  crafts: {
    all: [
      { press: "☑ 2. Rajut & makrame" },
      { press: "☐ 1. Aksesori & perhiasan" },
      { press: "✓ Selesai (2)" },
    ],
  },
  desa: { press: "Hapus isian ini" },
  review: DONE,
};

/** What is answered otherwise than with GOOD. */
const INSTEAD: Record<Dialogue, Partial<Record<Asked, Given>>> = {
  registration: {},
  change: CHANGED,
  behalf: { consent: { press: "Setuju, lisan" } },
  correction: CHANGED,
};
