import type { Update } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const GROUP = { id: -1_001_234_567_890, type: "supergroup", title: "Perajin Anyar" } as const;

let sanggar: TestSanggar;
let rina: TestPerson;
let username: string;
beforeAll(async () => {
  sanggar = await openSanggar();
  username = (await sanggar.standin.control.state()).bot.username;
  rina = sanggar.world.person("Rina", { phone: "+6281234500011" });
  await rina.says("/daftar");
  for (const label of ["Saya setuju", "Ya"]) await rina.presses(label);
  for (const said of ["Rina Wulandari", "Petir", "lewati", "1", "1"]) await rina.says(said);
  await rina.taps("📱 Bagikan nomor saya");
  await rina.presses("✓ Kirim");
});
afterAll(() => sanggar.close());

const sender = () => ({ id: rina.id, is_bot: false, first_name: "Rina" });

/** What the bot sends to the group after an update from it; the stand-in has no groups. */
async function inGroup(content: Partial<Update>): Promise<unknown[]> {
  const { world, standin } = sanggar;
  const before = world.calls().at(-1)?.id ?? 0;
  const message = { message_id: 1, date: 0, chat: GROUP, text: "x" };
  const body = JSON.stringify({ ok: true, result: message });
  standin.control.clearFaults();
  world.fault({ chat_id: GROUP.id, code: 200, body, times: 5 });
  standin.control.update({ update: content });
  await standin.control.settle();
  standin.control.clearFaults();
  const calls = world.calls().filter(({ id, method }) => id > before && method !== "getUpdates");
  return calls.map(({ method, params }) => {
    expect(params["chat_id"]).toBe(GROUP.id);
    return method === "sendMessage" ? params["text"] : method;
  });
}

const says = (text: string, part: object = {}) => {
  const message = { message_id: 9, date: 0, chat: GROUP, from: sender(), text, ...part };
  return inGroup({ message: message });
};

describe("in a group", () => {
  const commands = [
    "start",
    "daftar",
    "profil",
    "pelatihan",
    "bantuan",
    "batal",
    "bahasa",
    "tentang",
  ];

  it.each(commands)("/%s gets one line with the bot's link", async (command) => {
    const line = [`Saya melayani lewat percakapan pribadi: https://t.me/${username}`];
    expect(await says(`/${command}`)).toEqual(line);
    expect(await says(`/${command}@${username}`)).toEqual(line);
  });

  it("a command with more words, or with our name in other letters, is a command", async () => {
    expect(await says("/profil Rina")).toHaveLength(1);
    expect(await says(`/profil@${username.toUpperCase()} Rina`)).toHaveLength(1);
    expect(await says("/profil\nRina")).toHaveLength(1);
  });

  it.each([
    "halo",
    "menu",
    "bantuan",
    "Rina Wulandari",
    "lihat /profil",
    "/profil@another_bot",
    "/etc/passwd",
    "/",
    "@sanggar",
  ])("nothing is said to: %s", async (text) => expect(await says(text)).toEqual([]));

  it("nothing is said to an edit, a contact or a new member", async () => {
    const message = { message_id: 9, date: 0, chat: GROUP, from: sender() };
    const edited = { ...message, edit_date: 1, text: "/profil" };
    expect(await inGroup({ edited_message: edited })).toEqual([]);
    const contact = { phone_number: "6281234500011", first_name: "Rina", user_id: rina.id };
    expect(await inGroup({ message: { ...message, contact } })).toEqual([]);
    const member = { ...message, new_chat_members: [sender()] };
    expect(await inGroup({ message: member })).toEqual([]);
  });

  it("B9: a member's answer is none of a person's form", async () => {
    const siti = sanggar.world.person("Siti");
    await siti.says("/daftar");
    await siti.presses("Saya setuju");
    await siti.presses("Ya");
    expect(await says("Somebody", { from: { ...sender(), id: siti.id } })).toEqual([]);
    expect((await sanggar.services.drafts.read(siti.id))?.answers).not.toHaveProperty("name");
    expect((await siti.says("Siti")).text).toContain("kecamatan");
  });
});

it("in the private chat the same command shows the person's own data", async () => {
  expect((await rina.says("/profil")).text).toContain("Rina Wulandari");
});
