import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestGroup, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { askedFor, keptAnswers } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let rina: TestPerson;
let group: TestGroup;
let username: string;
beforeAll(async () => {
  sanggar = await openSanggar();
  const { world, standin, services, clock } = sanggar;
  username = (await standin.control.state()).bot.username;
  rina = world.person("Rina");
  group = world.group("Perajin Anyar");
  await services.artisans.add({
    id: "artisan-rina",
    state: "active",
    telegram: rina.id,
    language: "id",
    name: "Rina Wulandari",
    kecamatan: "36.04.19",
    crafts: ["rajut"],
    mainCraft: "rajut",
    consent: { version: "2026-11-24", at: clock.now().toISOString(), update: 1 },
    registeredAt: clock.now(),
    activeAt: clock.now(),
  });
});
afterAll(() => sanggar.close());

/** What the bot says in the group to a line of Rina's there. */
const says = async (text: string) =>
  (await rina.in(group).says(text)).messages.map((one) => one.text);

describe("in a group", () => {
  const line = () => [`Saya melayani lewat percakapan pribadi: https://t.me/${username}`];

  it("a command hears nothing back while another may be meant; one with our name does", async () => {
    expect(await says("/profil")).toEqual([]);
    expect(await says(`/profil@${username}`)).toEqual(line());
    expect(await says("/profil")).toEqual(line());
  });

  const commands = [
    ...["start", "daftar", "profil", "pelatihan", "bantuan", "batal", "bahasa", "tentang"],
    ...["tugas", "komunitas", "peran", "admin", "start i_AAAA", "start c_anyam-rukun"],
  ];
  it.each(commands)("/%s gets one line with the bot's link", async (command) => {
    const [name = "", ...words] = command.split(" ");
    expect(await says([`/${name}@${username}`, ...words].join(" "))).toEqual(line());
    expect(await says(`/${command}`)).toEqual(line());
  });

  it("a command with more words, or with our name in other letters, is a command", async () => {
    for (const text of ["/profil Rina", `/profil@${username.toUpperCase()} Rina`, "/profil\nRina"])
      expect(await says(text)).toEqual(line());
  });

  it("nothing is said to an answer to the bot, nor to its coming and going", async () => {
    const { messages } = await rina.in(group).says(`/profil@${username}`);
    const answered = await rina.in(group).says("halo", { replyTo: messages[0]?.id ?? 0 });
    expect(answered.messages).toEqual([]);
    const other = sanggar.world.group("Perajin Petir", { bot: "left" });
    for (const act of [other.addsBot, other.mutesBot, other.kicksBot])
      expect((await act()).messages).toEqual([]);
    expect((await sanggar.services.artisans.byTelegram(rina.id))?.unreachable).toBeUndefined();
  });

  describe("whose messages the bot all gets", () => {
    beforeAll(() => sanggar.standin.control.bot({ can_read_all_group_messages: true }));

    it.each([
      ...["halo", "menu", "bantuan", "Rina Wulandari", "lihat /profil", "/profil@another_bot"],
      ...["/etc/passwd", "/", "@sanggar"],
    ])("nothing is said to: %s", async (text) => expect(await says(text)).toEqual([]));

    it("nothing is said to an edit, a contact or a picture", async () => {
      await says("halo");
      const edited = await rina.in(group).edits(rina.in(group).lastOwn().message_id, "/profil");
      const contact = { phone_number: "6281234500011", first_name: "Rina" };
      const shared = await rina.in(group).sharesContactOf(contact);
      const sent = await rina.in(group).sendsPhoto();
      expect([edited, shared, sent].flatMap(({ messages }) => messages)).toEqual([]);
    });

    it("B9: a member's answer is none of a person's form", async () => {
      const { person: siti } = await askedFor("name", sanggar);
      const here = sanggar.world.group("Perajin Kramatwatu", { members: [siti.id] });
      expect((await siti.in(here).says("Somebody")).messages).toEqual([]);
      expect(await keptAnswers(siti, sanggar)).not.toHaveProperty("name");
      expect((await siti.says("/daftar")).text).toContain("nama lengkap");
    });
  });

  it("a command of a channel, which has no person, gets the same line", async () => {
    const chat = { id: group.id, type: "supergroup" as const, title: "Perajin Anyar" };
    const sender_chat = { id: -1_009_999_999_999, type: "channel" as const, title: "Kabar" };
    const from = { id: 136_817_688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };
    const message = { message_id: 9, date: 0, chat, from, sender_chat, text: "/profil" };
    sanggar.standin.control.update({ update: { message } });
    expect((await group.sees()).messages.map(({ text }) => text)).toEqual(line());
  });
});

it("in the private chat the same command shows the person's own data", async () => {
  expect((await rina.says("/profil")).text).toContain("Rina Wulandari");
});
