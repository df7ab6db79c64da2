import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { cipher } from "./processes.ts";

const NAME = "Marwatie Sukmawinata";
const NUMBER = "81234511199";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

/** Everything the database holds, as text. */
async function dump(): Promise<string> {
  const { connection } = sanggar;
  const collections = await connection.listCollections();
  const found = collections.map(({ name }) => connection.collection(name).find().toArray());
  return JSON.stringify(await Promise.all(found));
}

/** Answers all but the review. */
async function filledIn(): Promise<TestPerson> {
  const person = sanggar.world.person("Marwatie", { phone: `+62${NUMBER}` });
  await person.says("/daftar");
  await person.presses("Saya setuju");
  await person.presses("Ya");
  for (const said of [NAME, "Petir", "lewati", "1", "2", "selesai"]) await person.says(said);
  return person;
}

describe("the database holds in clear", () => {
  it("no answer of a form that is half filled in, and no text that was written", async () => {
    const person = await filledIn();
    await person.says("ini bukan nomor 12345");
    await person.says(`0${NUMBER}`);
    const half = await dump();
    expect(half).toContain(`draft:${person.id}`);
    expect(half).toContain(`person:${person.id}`);
    for (const secret of ["Marwatie", "Sukmawinata", NUMBER, "36.04.19", "bukan nomor", "rajut"])
      expect(half).not.toContain(secret);
  });

  it("of a record its name but never its number", async () => {
    const person = await filledIn();
    await person.taps("📱 Bagikan nomor saya");
    await person.presses("Ya");
    expect((await person.presses("✓ Kirim")).text).toContain("sudah kami terima");
    const record = await sanggar.services.artisans.byTelegram(person.id);
    expect(record?.phone).toEqual({ number: `+62${NUMBER}`, verified: true });
    const sent = await dump();
    expect(sent).toContain(NAME);
    expect(sent).not.toContain(NUMBER);
    expect(sent).not.toContain(`draft:${person.id}`);
  });

  it("nothing of an update that waits or was given up", async () => {
    const { inbox } = sanggar.services;
    const chat = { id: 1, type: "private", first_name: "Marwatie" } as const;
    const from = { id: 1, is_bot: false, first_name: "Marwatie" };
    const message = { message_id: 1, date: 0, chat, from, text: `${NAME} 0${NUMBER}` };
    const waiting = { update_id: 1, message };
    await inbox.store([waiting, { ...waiting, update_id: 2 }]);
    await inbox.park(2);
    const held = await dump();
    expect(held).toContain("upd:1");
    expect(held).not.toContain(NUMBER);
    expect(held.split(NAME).length, "the record that was sent above").toBe(2);
    await inbox.remove(1);
    await inbox.remove(2);
  });

  it("nothing of a dialogue while it is open, and keeps nothing of one that has ended", async () => {
    const person = sanggar.world.person("Tuti");
    await person.says("/daftar");
    const people = sanggar.connection.collection<{ _id: string; log: string }>("people");
    const logOf = async () => (await people.findOne({ _id: `person:${person.id}` }))?.log ?? "";
    const place = { collection: "people", record: `person:${person.id}`, field: "log" };
    const open = await logOf();
    expect(open).toMatch(/^1\.test\.[\w-]+$/);
    expect(cipher.open(place, open)).toContain("registration");
    await person.says("/batal");
    const ended = await logOf();
    expect(ended && cipher.open(place, ended)).not.toContain("registration");
    expect(await sanggar.connection.collection("inbox").countDocuments()).toBe(0);
  });
});

it("the log told no name, number, text or token of all this", () => {
  const told = sanggar.output.join("\n");
  for (const secret of ["Marwatie", NUMBER, "bukan nomor", "sanggar-demo"])
    expect(told).not.toContain(secret);
});

describe("through the whole bot", () => {
  it("B3: an update handed out twice is answered once", async () => {
    const person = sanggar.world.person("Wiwin");
    const { update } = sanggar.standin.control.say({ person: person.id, text: "/bantuan" });
    await sanggar.standin.control.settle();
    await sanggar.world.redeliver(update);
    expect(sanggar.world.copies(person, "Yang bisa dilakukan")).toBe(1);
  });

  it("A1, B8: a reply that fails after the answer was stored costs a repeated prompt, never the answer", async () => {
    const person = sanggar.world.person("Yeni");
    await person.says("/daftar");
    await person.presses("Saya setuju");
    await person.presses("Ya");
    sanggar.world.fault({ method: "sendMessage", chat_id: person.id, code: 500, description: "?" });
    const seen = await person.says("Yeni Rohaeni");
    expect(seen.text).toContain("kecamatan");
    const draft = await sanggar.services.drafts.read(person.id);
    expect(draft?.answers).toMatchObject({ name: "Yeni Rohaeni" });
    expect(draft?.answers).not.toHaveProperty("kecamatan");
    await person.says("Petir");
    expect((await sanggar.services.drafts.read(person.id))?.answers.kecamatan).toBe("36.04.19");
  });
});
