import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { coordinator, drafted, ledger, newest, pass, reader, sent } from "./kabar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.clock.freeze(true);
  bagus = await coordinator(sanggar);
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "notices", "deliveries", "gates", "leases"])
    await sanggar.connection.collection(name).deleteMany({});
  sanggar.clock.set(new Date("2025-08-14T09:00:00+07:00"));
  sanggar.standin.control.clearFaults();
});

const inbox = ({ id }: TestPerson) =>
  sanggar.standin.control
    .messages(id)
    .filter(({ from }) => from?.is_bot)
    .map(({ text }) => text ?? "");

/** Telegram asks to wait after so many messages of it, so that the rest is still to be sent. */
async function halted(text: string, after: number): Promise<void> {
  await drafted(bagus, text);
  await bagus.presses("Kirim sekarang");
  sanggar.world.fault({
    method: "sendMessage",
    contains: text,
    skip: after,
    times: 1,
    retry_after: 60,
  });
  await pass(sanggar, 11);
}

async function three() {
  const people = [];
  for (const name of ["Rina", "Sumi", "Wati"]) people.push(await reader(sanggar, name));
  return people;
}

const told = (people: { person: TestPerson }[], text: string) =>
  people.map(({ person }) => inbox(person).filter((one) => one.includes(text)).length);

const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0);

describe("a notice under way", () => {
  it("is paused and goes on, and nobody gets it twice or never", async () => {
    const people = await three();
    await halted("Undangan jeda", 1);
    expect(sum(told(people, "Undangan jeda"))).toBeLessThan(3);
    await bagus.presses("Perbarui");
    const paused = await bagus.presses("Jeda");
    expect(paused.text).toContain("dijeda");
    await pass(sanggar, 120);
    const held = sum(told(people, "Undangan jeda"));
    expect(held).toBeLessThan(3);
    await bagus.presses("Lanjutkan");
    await pass(sanggar, 60);
    expect(told(people, "Undangan jeda")).toEqual([1, 1, 1]);
    expect((await newest(sanggar)).state).toBe("done");
  });

  it("C15: once cancelled only what was in flight has gone, and everybody ends in a state", async () => {
    const people = await three();
    await halted("Undangan batal", 1);
    const before = sum(told(people, "Undangan batal"));
    await bagus.presses("Perbarui");
    expect((await bagus.presses("Batalkan")).text).toContain("dibatalkan");
    await pass(sanggar, 120);
    expect(sum(told(people, "Undangan batal"))).toBe(before);
    const { id } = await newest(sanggar);
    for (const state of Object.values(await ledger(sanggar, id)))
      expect(state).toMatch(/^sent|^cancelled noticeCancelled/);
  });

  it("shows how far it is in one message, edited at most every few seconds", async () => {
    await three();
    await halted("Undangan maju", 1);
    const before = sanggar.world.calls("editMessageText").length;
    for (let at = 0; at < 8; at += 1) await pass(sanggar, 10);
    const card = await bagus.sees();
    expect(sanggar.world.calls("editMessageText").length - before).toBeLessThanOrEqual(20);
    const shown = card.messages.map(({ text }) => text).join("\n");
    expect(shown).toContain("▰▰▰▰▰▰▰▰▰▰ 100 % (3 dari 3)");
    expect(shown).toContain("Laporan kabar");
  });

  it("tells the report to its author once, however often the tick looks", async () => {
    await three();
    await sent(sanggar, bagus, "Undangan lapor");
    for (let at = 0; at < 3; at += 1) await sanggar.tick();
    expect(told([{ person: bagus }], "Laporan kabar\n\nUndangan lapor")).toEqual([1]);
  });
});

describe("a correction", () => {
  async function corrects(text: string): Promise<void> {
    await bagus.presses("Ralat");
    const { messages } = await bagus.says(text);
    expect(messages[0]?.text).toContain(text);
    await bagus.presses("Kirim ralat");
    await pass(sanggar, 1);
  }

  it("mends the message in every chat, and who had read it is told once", async () => {
    const people = await three();
    const [rina] = people;
    await sent(sanggar, bagus, "Pameran hari Sabtu");
    await rina?.person.presses("✓ Sudah baca");
    await bagus.presses("Perbarui");
    await corrects("Pameran hari Minggu");
    for (const { person } of people) {
      expect(inbox(person)[0]).toContain("Pameran hari Minggu");
      expect(inbox(person)[0]).toContain("Diralat Kam, 14 Agu 2025");
    }
    expect(told(people, "baru saja diralat")).toEqual([1, 0, 0]);
    expect((await bagus.presses("Lihat kabar")).text).toContain("Ralat: 4 pesan sudah diganti");
  });

  it("C19: what was not sent yet goes out corrected, and nothing is overtaken", async () => {
    const people = await three();
    await halted("Pameran jam satu", 1);
    await bagus.presses("Perbarui");
    await corrects("Pameran jam dua");
    await pass(sanggar, 120);
    await pass(sanggar, 60);
    for (const { person } of people) {
      expect(inbox(person)).toHaveLength(1);
      expect(inbox(person)[0]).toContain("Pameran jam dua");
    }
  });

  it("pressed twice is one, and a message that was deleted is said", async () => {
    const people = await three();
    await sent(sanggar, bagus, "Pameran di aula");
    const [rina] = people;
    const description = "Bad Request: message to edit not found";
    sanggar.world.fault({
      method: "editMessageText",
      chat_id: rina?.person.id ?? 0,
      code: 400,
      description,
      times: 1,
    });
    await bagus.presses("Perbarui");
    await bagus.presses("Ralat");
    await bagus.says("Pameran di pendopo");
    const { messages } = await bagus.presses("Kirim ralat");
    const { id } = await newest(sanggar);
    const data = `kb.fixgo:${id.slice("notice:".length)}:1`;
    const again = await bagus.presses({ messageId: messages.at(-1)?.id ?? 0, data });
    expect(again.text).toContain("sudah dikirim");
    await pass(sanggar, 1);
    const fix = `fix:${id.slice("notice:".length)}:1`;
    expect(Object.values(await ledger(sanggar, fix)).sort()).toEqual([
      "failed gone",
      "sent",
      "sent",
    ]);
  });

  it("takes words only, of a length that fits", async () => {
    await three();
    await sent(sanggar, bagus, "Pameran");
    await bagus.presses("Perbarui");
    await bagus.presses("Ralat");
    expect((await bagus.sendsPhoto()).text).toContain("hanya mengganti tulisan");
  });
});

describe("the line of 07.30", () => {
  const daily = () => told([{ person: bagus }], "Kabar belum dikirim: ");

  it("comes on working days, also when nothing happened, and once", async () => {
    await sanggar.world.moveTo(new Date("2025-08-15T07:29:00+07:00"));
    const before = daily()[0] ?? 0;
    await sanggar.world.moveTo(new Date("2025-08-15T07:31:00+07:00"));
    await sanggar.tick();
    expect(daily()[0]).toBe(before + 1);
    const line = (await bagus.sees()).text;
    expect(line).toContain("Jumat, 15 Agustus 2025");
    expect(line).toContain("terkirim 0, lewat waktu 0, tidak terjangkau 0, belum pasti 0");
    await sanggar.world.moveTo(new Date("2025-08-16T09:00:00+07:00"));
    await sanggar.world.moveTo(new Date("2025-08-17T09:00:00+07:00"));
    expect(daily()[0]).toBe(before + 1);
  });

  it("counts what was sent since the working day before, and drafts that were not", async () => {
    await three();
    await sent(sanggar, bagus, "Kabar kemarin");
    await drafted(bagus, "Kabar yang belum");
    await sanggar.world.moveTo(new Date("2025-08-15T07:31:00+07:00"));
    const line = (await bagus.sees()).messages.at(-1)?.text ?? "";
    expect(line).toContain("terkirim 3");
    expect(line).toContain("Kabar belum dikirim: 1.");
  });

  it("does not come to who is no coordinator any more", async () => {
    const eks = await coordinator(sanggar, "Eks");
    const which = { telegram: eks.id, role: "coordinator" } as const;
    await sanggar.services.roles.end(which, sanggar.clock.now());
    await sanggar.world.moveTo(new Date("2025-08-15T07:31:00+07:00"));
    expect(inbox(eks)).toEqual([]);
  });
});
