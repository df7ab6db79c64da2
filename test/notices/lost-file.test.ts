import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { coordinator, ledger, newest, pass, reader } from "./kabar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.clock.freeze(true);
  bagus = await coordinator(sanggar);
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "notices", "deliveries", "gates", "leases", "originals"])
    await sanggar.connection.collection(name).deleteMany({});
  sanggar.clock.set(new Date("2025-08-14T09:00:00+07:00"));
  sanggar.standin.control.clearFaults();
});

const messagesOf = ({ id }: TestPerson) =>
  sanggar.standin.control.messages(id).filter(({ from }) => from?.is_bot);

/** Everybody whom a notice can reach. */
async function readers(count = 4) {
  const people: TestPerson[] = [];
  for (let at = 0; at < count; at += 1)
    people.push((await reader(sanggar, `Perajin ${"ABCDEFGH"[at]}`)).person);
  return people;
}

/** A notice whose content is sent by this, confirmed, and then forgotten by Telegram. */
async function forgotten(sends: () => Promise<unknown>): Promise<void> {
  await bagus.says("/kabar");
  await bagus.presses("Tulis kabar baru");
  await sends();
  await bagus.presses("Lanjut: pratinjau");
  await bagus.presses("Kirim sekarang");
  sanggar.standin.control.forgetFiles();
}

/** The ends of all; why one that was sent had to wait does not matter. */
const states = async () =>
  Object.values(await ledger(sanggar, (await newest(sanggar)).id))
    .map((state) => state.replace(/^sent.*/, "sent"))
    .sort();

describe("C22: a file that Telegram knows by its id no longer", { timeout: 60_000 }, () => {
  it("goes out from its original, which is uploaded once for all", async () => {
    const people = await readers();
    await forgotten(() => bagus.sendsPhoto({ caption: "Poster pameran" }));
    const before = sanggar.world.calls("sendPhoto").length;
    await pass(sanggar, 11);
    await pass(sanggar, 10);
    expect(await states()).toEqual(people.map(() => "sent"));
    const photos = people.map((person) => messagesOf(person).map(({ photo }) => photo?.at(-1)));
    expect(photos.every((got) => got.length === 1 && got[0])).toBe(true);
    const ids = new Set(photos.flat().map((photo) => photo?.file_id));
    expect(ids.size).toBe(1);
    const { upload } = await newest(sanggar);
    expect(upload).toMatchObject({ tries: 1, fileIds: [...ids] });
    expect(sanggar.world.calls("sendPhoto").length - before).toBeLessThanOrEqual(
      people.length * 2 + 1,
    );
  });

  it("keeps a document's name and bytes", async () => {
    const [rina] = await readers(1);
    const bytes = Buffer.from("%PDF-1.7 undangan");
    await forgotten(() => bagus.sendsDocument("undangan.pdf", bytes, "Undangan"));
    await pass(sanggar, 11);
    await pass(sanggar, 10);
    const [document] = rina ? messagesOf(rina).map((message) => message.document) : [];
    expect(document?.file_name).toBe("undangan.pdf");
    expect(sanggar.standin.control.file(document?.file_id ?? "").bytes).toEqual(bytes);
  });

  it("goes out as the album it was", async () => {
    const people = await readers(3);
    await forgotten(() => bagus.sendsAlbum([{ caption: "Tiga karya" }, {}, {}]));
    await pass(sanggar, 11);
    await pass(sanggar, 10);
    expect(await states()).toEqual(people.map(() => "sent"));
    for (const person of people) {
      const got = messagesOf(person);
      expect(got).toHaveLength(3);
      expect(got[0]?.caption).toContain("Tiga karya");
    }
  });

  it("fails after that one upload, with an alarm, and is listed for carriers", async () => {
    const people = await readers(3);
    await forgotten(() => bagus.sendsPhoto({ caption: "Poster" }));
    const description = "Bad Request: wrong file identifier/HTTP URL specified";
    for (const { id } of people)
      sanggar.world.fault({ method: "sendPhoto", chat_id: id, code: 400, description, times: 2 });
    await pass(sanggar, 11);
    for (let at = 0; at < 4; at += 1) await pass(sanggar, 10);
    expect(await states()).toEqual(people.map(() => "failed badFile"));
    expect(sanggar.output.some((line) => line.includes('"file refused"'))).toBe(true);
    const list = await bagus.says("/sampaikan");
    expect(list.text).toContain("Perlu disampaikan: 3 pesan");
    const card = await bagus.presses(list.buttons.find((one) => one.includes("Perajin A")) ?? "");
    expect(card.text).toContain("Telegram menolak berkasnya.");
    sanggar.standin.control.clearFaults();
  });

  it("is uploaded to the next where the first has blocked the bot meanwhile", async () => {
    const people = await readers(2);
    await forgotten(() => bagus.sendsPhoto({ caption: "Poster" }));
    const [first] = people;
    const description = "Forbidden: bot was blocked by the user";
    const fault = { method: "sendPhoto", chat_id: first?.id ?? 0, code: 403, description };
    sanggar.world.fault({ ...fault, skip: 1, times: 1 });
    await pass(sanggar, 11);
    for (let at = 0; at < 4; at += 1) await pass(sanggar, 10);
    const ends = await states();
    expect(ends).toContain("sent");
    expect(ends.filter((state) => state.startsWith("failed"))).toEqual([]);
    sanggar.standin.control.clearFaults();
  });

  it("fails at once where there is no original, as in notices from before they were kept", async () => {
    const people = await readers(2);
    await forgotten(() => bagus.sendsPhoto({ caption: "Poster" }));
    await sanggar.connection.collection("originals").deleteMany({});
    await pass(sanggar, 11);
    expect(await states()).toEqual(people.map(() => "failed badFile"));
  });
});
