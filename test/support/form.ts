import type { Answers, DetailField, Field } from "../../src/artisans/answers.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { TestSanggar } from "./sanggar.ts";

type Question = Exclude<Field, DetailField | "mainCraft" | "whatsapp">;
export type Asked = Question | "review";

/** One good answer a question, and how it is given. A question without one does not compile. */
export const GOOD: Record<Asked, { press: string } | { say: string }> = {
  consent: { press: "Saya setuju" },
  adult: { press: "Ya" },
  name: { say: "Siti Aminah" },
  kecamatan: { say: "Petir" },
  desa: { press: "Lewati" },
  community: { press: "2. Tidak ada di daftar" },
  communityOther: { say: "Kriya Lestari" },
  crafts: { say: "16" },
  craftOther: { say: "Lukis kaca" },
  phone: { say: "0812 3456 7890" },
  review: { press: "✓ Kirim" },
};

/** The answers as they are stored, for questions that come before. */
const STORED: Required<Pick<Answers, Question>> = {
  consent: { version: "2026-11-24", at: "2025-08-14T02:00:00.000Z", update: 1 },
  adult: true,
  name: "Siti Aminah",
  kecamatan: "36.04.19",
  desa: null,
  community: "unlisted",
  communityOther: "Kriya Lestari",
  crafts: ["lainnya"],
  craftOther: "Lukis kaca",
  phone: { number: "+6281234567890", verified: false },
};

export const FIELDS = Object.keys(GOOD) as Asked[];
let people = 0;

/** A new person to whom this question of the registration is the open one. */
export async function askedFor(
  field: Asked,
  sanggar: TestSanggar,
): Promise<{ person: TestPerson; asked: Seen }> {
  people += 1;
  const person = sanggar.world.person(`Perajin ${people}`);
  const { drafts } = sanggar.services;
  const writer = { chat: person.id, version: 0 };
  for (const before of FIELDS.slice(0, FIELDS.indexOf(field)) as Question[]) {
    if (before === "consent") await drafts.open(writer, STORED.consent);
    else await drafts.keep(writer, before, STORED[before], []);
  }
  return { person, asked: await person.says("/daftar") };
}

export function giveGoodAnswer(person: TestPerson, field: Asked): Promise<Seen> {
  const good = GOOD[field];
  return "press" in good ? person.presses(good.press) : person.says(good.say);
}
