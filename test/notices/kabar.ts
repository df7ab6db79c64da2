import type { Artisan } from "../../src/artisans/artisan.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import type { TestSanggar } from "../support/sanggar.ts";

/** The proof of somebody who wants news. */
export const NEWS = { news: { version: "2026-11-24", at: "2025-08-01T02:00:00.000Z", update: 1 } };

/** A coordinator. */
export async function coordinator(sanggar: TestSanggar, name = "Bagus"): Promise<TestPerson> {
  const person = sanggar.world.person(name);
  const which = { telegram: person.id, role: "coordinator" } as const;
  await sanggar.services.roles.give(which, { by: 0, since: new Date("2025-08-01") });
  return person;
}

/** A registered artisan who wants news, with a chat. */
export async function reader(sanggar: TestSanggar, name: string, given: Partial<Artisan> = {}) {
  const person = sanggar.world.person(name);
  const artisan = await addArtisan(sanggar, { telegram: person.id, name, ticks: NEWS, ...given });
  return { person, artisan };
}

/** Writes a text to all as far as the card with "Kirim sekarang". */
export async function drafted(author: TestPerson, text: string) {
  await author.says("/kabar");
  await author.presses("Tulis kabar baru");
  await author.says(text);
  return author.presses("Lanjut: pratinjau");
}

/** Sends it, and lets the ten seconds pass. */
export async function sent(sanggar: TestSanggar, author: TestPerson, text: string) {
  await drafted(author, text);
  await author.presses("Kirim sekarang");
  await pass(sanggar, 11);
}

export const pass = (sanggar: TestSanggar, seconds: number) =>
  sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + seconds * 1_000));

/** State and reason of each delivery, by the artisan's id. */
export async function ledger({ connection }: TestSanggar, notice: string) {
  const rows = await connection.collection("deliveries").find({ notice }).toArray();
  return Object.fromEntries(
    rows.map(({ artisan, state, reason }) => [
      String(artisan),
      reason ? `${String(state)} ${String(reason)}` : String(state),
    ]),
  );
}

/** The newest announcement. */
export async function newest({ services }: TestSanggar) {
  const [notice] = await services.noticeDrafts.latest(1);
  if (!notice) throw new Error("nothing was written");
  return notice;
}
