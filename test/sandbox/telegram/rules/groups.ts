import { expect } from "vitest";

import type { Update } from "grammy/types";

import type { TestGroup } from "../../../../src/sandbox/telegram/client.ts";
import { form, type Place, png } from "../place.ts";
import type { Held, Refused } from "./row.ts";

type Kind = "group" | "supergroup";
const bad = "Bad Request: ";
const say = "sendMessage";
const open = ({ world, rina }: Place, kind: Kind = "supergroup") =>
  world.group("Pengrajin Petir", { kind, members: [rina.id] });

/** A call to a group after something was done to the bot there. */
const after =
  (act: (group: TestGroup) => unknown, params: object = {}, kind: Kind = "supergroup") =>
  async (place: Place) => {
    const group = open(place, kind);
    await act(group);
    return { chat_id: group.id, text: "halo", ...params };
  };
const kicks = (group: TestGroup) => group.kicksBot();
const loses = (group: TestGroup) => group.losesBot();
const mutes = (group: TestGroup) => group.mutesBot();
const upgrades = (group: TestGroup) => group.upgrades();

const access = (given: Refused["given"], code: number, text: string, call = say): Refused => ({
  rule: "4.3.4",
  source: "BA check_chat_access",
  call,
  given,
  code,
  text,
});

/** A call to a group that muted the bot; copies and forwards take a message of Rina's chat. */
const mutedCall = (call: string, text: string, params: object = {}): Refused => ({
  rule: "4.3.4",
  source: /^(?:copy|forward)/.test(call) ? "TD forward_message" : "TD can_send_message_content",
  call,
  given: async (place) => ({
    ...(await after(mutes, params)(place)),
    ...{ from_chat_id: place.rina.id, message_id: await place.sends() },
  }),
  code: 400,
  text: bad + text,
});

/** Asks a group for what only a private chat gives. */
const asks = (what: "contact" | "location", text: string): Refused => ({
  rule: "4.5.4",
  source: "TD ReplyMarkup.cpp",
  call: say,
  given: after(() => undefined, {
    reply_markup: { keyboard: [[{ text: "x", [`request_${what}`]: true }]] },
  }),
  code: 400,
  text: bad + text,
});

/** Deletes a message of a group: Rina's, or the bot's own some seconds later. */
const deletes = (kind: Kind, whose: "Rina's" | number, text: string): Refused => ({
  rule: "4.6.4",
  source: kind === "group" ? "TD can_revoke_message" : "TD can_delete_channel_message",
  call: "deleteMessage",
  given: async (place) => {
    const group = open(place, kind);
    const own = await place.done(say, { chat_id: group.id, text: "halo" });
    const rina = place.rina.in(group);
    await rina.says("/halo@sanggar_demo_bot");
    if (whose !== "Rina's") place.clock.set(new Date(place.clock.now().getTime() + whose * 1000));
    const { message_id } = whose === "Rina's" ? rina.lastOwn() : own;
    return { chat_id: group.id, message_id };
  },
  code: 400,
  text: bad + text,
});

export const groupRefusals: Refused[] = [
  access(
    ({ world }) => ({ chat_id: world.group("Baru", { bot: "left" }).id, text: "halo" }),
    400,
    `${bad}chat not found`,
  ),
  access(after(kicks), 403, "Forbidden: bot was kicked from the supergroup chat"),
  access(after(kicks, {}, "group"), 403, "Forbidden: bot was kicked from the group chat"),
  access(after(loses), 403, "Forbidden: bot is not a member of the supergroup chat"),
  access(after(loses, {}, "group"), 403, "Forbidden: bot is not a member of the group chat"),
  access(after(upgrades, {}, "group"), 400, `${bad}group chat was upgraded to a supergroup chat`),
  access(
    after(kicks, { text: "x".repeat(5_000) }),
    403,
    "Forbidden: bot was kicked from the supergroup chat",
  ),
  access(after(kicks), 403, "Forbidden: bot was kicked from the supergroup chat", "getChat"),
  access(
    after(kicks, { message_id: 1 }),
    403,
    "Forbidden: bot was kicked from the supergroup chat",
    "editMessageText",
  ),
  {
    ...access(after(upgrades, { message_id: 1 }, "group"), 501, "", "editMessageText"),
    source: "stand-in",
    text: "stand-in: an edit in a group that was upgraded",
  },
  {
    rule: "4.3.4",
    source: "TD MessageContent.cpp, OBS",
    call: say,
    given: after(mutes),
    code: 400,
    text: `${bad}not enough rights to send text messages to the chat`,
  },
  {
    rule: "4.3.4",
    source: "TD MessageContent.cpp",
    call: "sendPhoto",
    given: async (place) => {
      const group = open(place);
      await group.mutesBot();
      const photo = new Blob([new Uint8Array(png(9, 9))]);
      return form({ chat_id: String(group.id), photo });
    },
    code: 400,
    text: `${bad}not enough rights to send photos to the chat`,
  },
  mutedCall("sendLocation", "not enough rights to send locations to the chat", {
    latitude: 1,
    longitude: 1,
  }),
  mutedCall("sendVenue", "not enough rights to send venues to the chat", {
    ...{ latitude: 1, longitude: 1, title: "Balai", address: "Petir" },
  }),
  mutedCall("sendContact", "not enough rights to send contacts to the chat", {
    ...{ phone_number: "1", first_name: "Rina" },
  }),
  mutedCall("copyMessage", "the message can't be copied"),
  mutedCall("forwardMessage", "the message can't be forwarded"),
  access(
    after(upgrades, { user_id: 5 }, "group"),
    400,
    `${bad}group chat was upgraded to a supergroup chat`,
    "getChatMember",
  ),
  access(
    after(kicks, { user_id: 5 }, "group"),
    403,
    "Forbidden: bot was kicked from the group chat",
    "getChatMember",
  ),
  ...["deleteMessage", "copyMessage"].map((call): Refused => ({
    rule: "4.6.1",
    source: "stand-in: what a bot did not hear of is not there",
    call,
    given: async (place) => {
      const group = open(place);
      await place.rina.in(group).says("halo");
      const { message_id } = place.rina.in(group).lastOwn();
      return { chat_id: group.id, from_chat_id: group.id, message_id };
    },
    code: 400,
    text: `${bad}message to ${call.replace("Message", "")} not found`,
  })),
  {
    rule: "4.3.4",
    source: "stand-in",
    call: "sendChatAction",
    given: after(mutes, { action: "typing" }),
    code: 501,
    text: "stand-in: this in a group that muted the bot",
  },
  {
    rule: "4.3.1",
    source: "BA check_chat_access",
    call: say,
    given: ({ rina, standin }) => {
      standin.control.deactivate({ person: rina.id });
      return { chat_id: rina.id, text: "x".repeat(5_000) };
    },
    code: 403,
    text: "Forbidden: user is deactivated",
  },
  {
    rule: "4.3.2",
    source: "TD",
    call: say,
    given: async (place) => {
      await place.siti.in(place.world.group("Petir")).says("/daftar@sanggar_demo_bot");
      return { chat_id: place.siti.id, text: "halo" };
    },
    code: 403,
    text: "Forbidden: bot can't initiate conversation with a user",
  },
  {
    rule: "4.3.4",
    source: "BA",
    call: "getChatMember",
    given: after(() => undefined, { user_id: 5 }),
    code: 400,
    text: `${bad}member not found`,
  },
  asks("contact", "phone number can be requested in private chats only"),
  asks("location", "location can be requested in private chats only"),
  deletes("supergroup", "Rina's", "message can't be deleted"),
  deletes("supergroup", 48 * 3_600, "message can't be deleted"),
  deletes("group", "Rina's", "message can't be deleted for everyone"),
  deletes("group", 48 * 3_600 + 1, "message can't be deleted for everyone"),
];

/** What the bot gets of updates, as the names of their parts. */
const texts = (updates: Update[]) => updates.map(({ message }) => message?.text);

export const groupHeld: Held[] = [
  {
    rule: "4.3.4",
    source: "BA, DOC",
    says: "the bot is told when it is added, muted and banned",
    async holds(place) {
      const group = place.world.group("Petir", { members: [place.rina.id], bot: "left" });
      await group.addsBot();
      await group.mutesBot();
      await group.kicksBot();
      const me = { id: 7_000_000_001 };
      const change = (old: object, fresh: object) => ({
        my_chat_member: {
          chat: { id: group.id, title: "Petir", type: "supergroup" },
          from: { id: place.rina.id },
          old_chat_member: old,
          new_chat_member: { user: me, ...fresh },
        },
      });
      const muted = { status: "restricted", is_member: true, can_send_messages: false };
      expect(await place.done("getUpdates")).toMatchObject([
        change({ status: "left" }, { status: "member" }),
        { message: { message_id: 1, new_chat_members: [me] } },
        change({ status: "member" }, muted),
        change(muted, { status: "kicked", until_date: 0 }),
      ]);
    },
  },
  {
    rule: "4.3.4",
    source: "TD on_update_chat_participant",
    says: "who is removed from a basic group has left it, and a message there says so",
    async holds(place) {
      const group = open(place, "group");
      await expect(group.mutesBot()).rejects.toThrow("mutes nobody");
      await group.kicksBot();
      expect(await place.done("getUpdates")).toMatchObject([
        { my_chat_member: { new_chat_member: { status: "left" } } },
        { message: { left_chat_member: { id: 7_000_000_001 } } },
      ]);
    },
  },
  {
    rule: "4.3.4",
    source: "BA, DOC",
    says: "an upgrade is told in both chats, and a refusal in the old one names the new",
    async holds(place) {
      const old = open(place, "group");
      const { id } = await old.upgrades();
      expect(await place.done("getUpdates")).toMatchObject([
        { message: { chat: { id: old.id, type: "group" }, migrate_to_chat_id: id } },
        {
          message: {
            message_id: 1,
            chat: { id, type: "supergroup" },
            sender_chat: { id },
            migrate_from_chat_id: old.id,
          },
        },
      ]);
      const refused = await place.call(say, { chat_id: old.id, text: "x" });
      expect(refused.parameters).toEqual({ migrate_to_chat_id: id });
      expect(await place.done("getChat", { chat_id: old.id })).toMatchObject({ type: "group" });
      await place.done("getChatMember", { chat_id: old.id, user_id: 7_000_000_001 });
      await place.done(say, { chat_id: id, text: "x" });
    },
  },
  {
    rule: "4.3.4",
    source: "DOC: core.telegram.org/bots/features#privacy-mode",
    says: "in privacy mode the bot hears commands meant for it, replies to it and service messages",
    async holds({ world, rina, standin, done }) {
      const group = world.group("Petir");
      const member = rina.in(group);
      const words = ["halo", "/a", "/b@sanggar_demo_bot", "/c@SANGGAR_demo_bot x", "/d@lain_bot"];
      for (const text of [...words, "lihat /e", "@sanggar_demo_bot"]) await member.says(text);
      const { message_id } = await done(say, { chat_id: group.id, text: "ya?" });
      await member.says("halo");
      await member.says("/f");
      await member.says("jawab", { replyTo: message_id });
      await member.edits(member.lastOwn().message_id, "jawab lagi");
      const content = { new_chat_members: [] };
      standin.control.say({ person: rina.id, group: group.id, content });
      const updates = await done<Update[]>("getUpdates");
      const heard = ["/b@sanggar_demo_bot", "/c@SANGGAR_demo_bot x", "/f", "jawab"];
      expect(texts(updates)).toEqual([...heard, undefined, undefined]);
      expect(updates.at(-2)?.edited_message?.text).toBe("jawab lagi");
      standin.control.bot({ can_read_all_group_messages: true });
      await member.says("semua");
      expect(texts(await done<Update[]>("getUpdates", { offset: -1 }))).toEqual(["semua"]);
    },
  },
  {
    rule: "4.3.4",
    source: "BA need_skip_update_message",
    says: "of a group it is not in the bot hears nothing, even of a command",
    async holds(place) {
      const group = place.world.group("Petir", { bot: "kicked" });
      await place.rina.in(group).says("/a@sanggar_demo_bot");
      expect(await place.done("getUpdates")).toEqual([]);
    },
  },
  {
    rule: "4.3.4",
    source: "BA, DOC",
    says: "getChat and getChatMember tell of a group and of who is in it",
    async holds(place) {
      const { rina, siti, done } = place;
      const group = place.world.group("Petir", { members: [rina.id, siti.id] });
      const chat_id = group.id;
      const dewi = place.world.person("Dewi");
      await siti.in(group).says("/a@sanggar_demo_bot");
      const chat = { id: chat_id, title: "Petir", type: "supergroup" };
      expect(await done("getChat", { chat_id })).toMatchObject(chat);
      const status = async (user_id: number) =>
        (await done<{ status: string }>("getChatMember", { chat_id, user_id })).status;
      const places = [rina.id, siti.id, dewi.id, 7_000_000_001].map(status);
      expect(await Promise.all(places)).toEqual(["creator", "member", "left", "member"]);
    },
  },
  {
    rule: "4.2.6",
    source: "BA",
    says: "a tap in a group comes from the person, about a message of the group",
    async holds({ world, rina, done }) {
      const group = world.group("Petir");
      const inline_keyboard = [[{ text: "Ya", callback_data: "y" }]];
      const sent = { chat_id: group.id, text: "Ikut?", reply_markup: { inline_keyboard } };
      const { message_id } = await done(say, sent);
      await rina.in(group).presses("Ya");
      const [tap] = await done<Update[]>("getUpdates");
      expect(tap).toMatchObject({
        callback_query: {
          from: { id: rina.id },
          message: { message_id, chat: { id: group.id } },
          data: "y",
        },
      });
      const callback_query_id = tap?.callback_query?.id;
      await done("answerCallbackQuery", { callback_query_id, text: "Tercatat" });
      expect((await rina.in(group).sees()).toast).toBe("Tercatat");
    },
  },
  {
    rule: "4.2.7",
    source: "BA, TD",
    says: "a supergroup counts its own messages, a basic group together with the private chats",
    async holds({ world, rina, done, sends }) {
      const [basic, grown] = [world.group("A", { kind: "group" }), world.group("B")];
      const first = await sends();
      await rina.in(grown).says("halo");
      const send = async ({ id }: TestGroup) =>
        (await done(say, { chat_id: id, text: "x" })).message_id;
      expect([await send(basic), await send(grown)]).toEqual([first + 1, 2]);
    },
  },
  {
    rule: "4.6.4",
    source: "DOC, TD",
    says: "in a group the bot deletes and edits its own messages",
    async holds({ world, done }) {
      for (const kind of ["group", "supergroup"] as const) {
        const chat_id = world.group("Petir", { kind }).id;
        const { message_id } = await done(say, { chat_id, text: "x" });
        await done("editMessageText", { chat_id, message_id, text: "y" });
        await done("deleteMessage", { chat_id, message_id });
      }
    },
  },
  {
    rule: "4.9.1",
    source: "rule of thumb",
    says: "20 a minute to a group, where it is switched on; a private chat has no such limit",
    async holds({ world, standin, rina, call, clock }) {
      standin.control.rate({ all: 30, chat: 1, burst: 1 });
      const pass = (ms: number) => clock.set(new Date(clock.now().getTime() + ms));
      const waits = async (chat_id: number, count: number) => {
        const told = [];
        for (let sent = 0; sent < count; sent++, pass(1_000)) {
          told.push((await call(say, { chat_id, text: "x" })).parameters?.retry_after ?? 0);
        }
        return told;
      };
      const none = new Array<number>(20).fill(0);
      const group = world.group("Petir").id;
      expect(await waits(group, 21)).toEqual([...none, 40]);
      expect(await waits(rina.id, 21)).toEqual([...none, 0]);
      pass(18_000);
      expect(await waits(group, 1)).toEqual([0]);
    },
  },
];
