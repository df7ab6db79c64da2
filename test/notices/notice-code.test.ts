import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { showCode } from "../../src/codes.ts";
import { codeIn } from "../../src/notices/notice-code.ts";
import { LANES, type NewNotice, runId } from "../../src/notices/notice.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { askedFor, keptAnswers } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let rina: TestPerson;
/** What H-7 said, and its code as it stands in the message. */
let reminder: string;
let shown: string;

beforeAll(async () => {
  sanggar = await openSanggar();
  const { services, world, clock } = sanggar;
  await services.trainings.add(firstTraining);
  rina = world.person("Rina");
  await addArtisan(sanggar, { id: "rina", telegram: rina.id, name: "Rina Rahasia" });
  await services.trainings.takeSeat(firstTraining.id, "rina", clock.now());
  await world.moveTo(new Date("2025-08-15T10:00:00+07:00"));
  reminder = (await rina.sees()).text;
  shown = /Kode (\S+),/.exec(reminder.split("\n").at(-1) ?? "")?.[1] ?? "";
});
afterAll(() => sanggar.close());

let people = 0;
const stranger = () => sanggar.world.person(`Orang ${(people += 1)}`);
const plainCode = () => shown.replace("-", "");
const WRONG = "ZZZ-999";

describe("the code of a notice", () => {
  it("stands in the last line of the message, six signs with a dash", async () => {
    expect(shown).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    const notice = await sanggar.services.noticeCodes.byCode(plainCode());
    expect(notice?.id).toBe(runId(firstTraining.id, 1, "H-7"));
  });

  it("is made once, and two notices never share one", async () => {
    const { notices, noticeCodes } = sanggar.services;
    const ids = Array.from({ length: 50 }, (_, index) => runId("other", index, "H-7"));
    const fresh = (id: string): NewNotice => ({
      ...{ id, kind: "reminder", training: "other", planVersion: 1, rule: "H-7" },
      ...{ lane: LANES.reminder, state: "skipped" },
      ...{ asOf: sanggar.clock.now(), notAfter: sanggar.clock.now() },
    });
    const added = await Promise.all([...ids, ...ids].map((id) => notices.add(fresh(id))));
    expect(added.filter(Boolean)).toHaveLength(50);
    const found = await Promise.all(ids.map((id) => notices.byId(id)));
    const codes = found.map((one) => one?.code);
    expect(new Set(codes).size).toBe(50);
    await noticeCodes.give(ids[0] ?? "");
    expect((await notices.byId(ids[0] ?? ""))?.code).toBe(codes[0]);
  });

  it("is given later to a notice that was made without one", async () => {
    const { notices, noticeCodes } = sanggar.services;
    const row = { _id: "notice:old", kind: "reminder", training: "other", state: "skipped" };
    await sanggar.connection.collection("notices").insertOne(row as never);
    await noticeCodes.give("notice:old");
    expect((await notices.byId("notice:old"))?.code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  });

  it.each([
    ["k3m9qx", "K3M9QX"],
    [" K3M 9QX ", "K3M9QX"],
    ["k3m-9qx", "K3M9QX"],
    ["Bapak/Ibu, pelatihan besok.\n\nKode K3M-9QX, asli atau tidak: /cek", "K3M9QX"],
    ["*Kabar* AAA-BBB dan Kode K3M-9QX, bisa dicek di @bot.", "K3M9QX"],
    ["nomor saya 0812-345-678", undefined],
    ["besok", undefined],
    ["K3M-9QX-77A", undefined],
    ["7K3M-9QXP", undefined],
  ])("is read in %j", (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});

describe("whoever asks, registered or not", () => {
  const ways: [string, (person: TestPerson) => Promise<{ text: string }>][] = [
    ["types it in small letters", (person) => person.says(plainCode().toLowerCase())],
    ["types it with its dash", (person) => person.says(shown)],
    ["uses /cek", (person) => person.says(`/cek ${shown}`)],
    ["opens the link", (person) => person.starts(`n_${plainCode()}`)],
    ["pastes the notice", (person) => person.says(reminder)],
    ["forwards the notice", (person) => forwards(person, reminder)],
  ];

  it.each(ways)("who %s learns that the office issued it, when and about what", async (_, ask) => {
    const { text } = await ask(stranger());
    expect(text).toContain(shown);
    expect(text).toContain("asli: dikeluarkan Diskoumperindag Kabupaten Serang");
    expect(text).toContain("Jumat, 15 Agustus 2025");
    expect(text).toContain("Pelatihan Bros dan Aksesori");
    expect(text).toContain("22–26 Agustus 2025");
    expect(text).toContain("Status: berlaku");
    expect(text).not.toMatch(/Rina|Rahasia|081/);
  });

  it("who uses /cek alone, or with something else, is told how", async () => {
    for (const said of ["/cek", "/cek apa ya", "/start n_apa"])
      expect((await stranger().says(said)).text).toContain("misalnya: K3M-9QX");
  });

  it("with an unknown code is warned, and told whom to ask", async () => {
    const person = stranger();
    const warning =
      "Kode ini tidak ada di catatan kami. Jangan kirim uang atau data; hubungi Diskoumperindag Kabupaten Serang.";
    expect((await person.says(WRONG)).text).toBe(warning);
    await sanggar.connection
      .collection("settings")
      .updateOne({}, { $set: { officeContact: "meja layanan, 0254-000000" } });
    expect((await person.says(WRONG)).text).toContain("hubungi meja layanan, 0254-000000.");
    await sanggar.connection
      .collection("settings")
      .updateOne({}, { $unset: { officeContact: "" } });
  });

  it("gets no answer of a notice that was never given out", async () => {
    const skipped = await sanggar.services.notices.byId(runId("other", 0, "H-7"));
    const { text } = await stranger().says(showCode(skipped?.code ?? ""));
    expect(text).toContain("tidak ada di catatan kami");
  });

  it("after ten wrong codes rests for an hour; right ones do not count", async () => {
    const person = stranger();
    for (let tries = 0; tries < 9; tries += 1) await person.says(WRONG);
    for (let tries = 0; tries < 3; tries += 1)
      expect((await person.says(shown)).text).toContain("berlaku");
    expect((await person.says(WRONG)).text).toContain("tidak ada");
    expect((await person.says(shown)).text).toContain("satu jam lagi");
    expect((await stranger().says(shown)).text).toContain("berlaku");
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 3_601_000));
    expect((await person.says(shown)).text).toContain("berlaku");
  });

  it("in a group is led to the private chat", async () => {
    const person = stranger();
    const group = sanggar.world.group("Perajin Petir");
    const { bot } = await sanggar.standin.control.state();
    const said = await person.in(group).says(`/cek@${bot.username} ${shown}`);
    expect(said.text).toContain("percakapan pribadi");
    expect(said.text).not.toContain("asli");
  });
});

describe("in the middle of a form", () => {
  it("a code typed as an answer is the form's, and one asked by /cek disturbs nothing", async () => {
    const { person } = await askedFor("name", sanggar);
    expect((await person.says(plainCode())).text).not.toContain("asli");
    const before = await keptAnswers(person, sanggar);
    expect((await person.says(`/cek ${shown}`)).text).toContain("berlaku");
    expect((await person.starts(`n_${plainCode()}`)).text).toContain("berlaku");
    expect((await forwards(person, reminder)).text).toContain("berlaku");
    expect(await keptAnswers(person, sanggar)).toEqual(before);
    expect((await person.says("Siti Aminah")).text).toContain("kecamatan mana");
    expect((await keptAnswers(person, sanggar))?.name).toBe("Siti Aminah");
  });

  it("a forwarded message without a code is an answer as before", async () => {
    const { person } = await askedFor("name", sanggar);
    expect((await forwards(person, "Siti Aminah")).text).toContain("kecamatan mana");
  });
});

describe("a notice whose training changed", () => {
  it("is said to be corrected, and then cancelled", async () => {
    const { trainings, clock } = sanggar.services;
    await trainings.changePlan(firstTraining.id, 1, { place: "Gedung Baru" }, clock.now());
    const corrected = (await stranger().says(shown)).text;
    expect(corrected).toContain("Status: diralat");
    expect(corrected).toContain("Gedung Baru");
    await trainings.changePlan(firstTraining.id, 2, { state: "cancelled" }, clock.now());
    const cancelled = (await stranger().says(shown)).text;
    expect(cancelled).toContain("Status: dibatalkan");
    expect(cancelled).not.toContain("Gedung Baru");
  });
});

/** A person hands on what the bot wrote, as Telegram's clients do. */
async function forwards(person: TestPerson, text: string) {
  const { control } = sanggar.standin;
  const { bot } = await control.state();
  const sender_user = { ...bot, is_bot: true as const };
  const forward_origin = { type: "user" as const, sender_user, date: 1_755_226_800 };
  control.say({ person: person.id, content: { text, forward_origin } });
  return person.sees();
}
