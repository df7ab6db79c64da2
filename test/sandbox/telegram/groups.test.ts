import { Api, InputFile, InputMediaBuilder } from "grammy";
import { afterEach, beforeEach, expect, test } from "vitest";

import { checkValue } from "../../../src/sandbox/telegram/contract/check.ts";
import { generateSchema } from "../../../src/sandbox/telegram/contract/generate.ts";
import { openPlace, type Place, png, postControl } from "./place.ts";

let place: Place;
let api: Api;
beforeEach(async () => {
  place = await openPlace();
  api = new Api(place.standin.token, { apiRoot: place.standin.url });
});
afterEach(() => place.standin.stop());

const get = async (path: string) =>
  (await fetch(`${place.standin.url}/_ctl/${path}`)).json() as Promise<Record<string, unknown>>;
const post = async (route: string, body: object) =>
  (await postControl(place.standin, route, body)).json() as Promise<Record<string, unknown>>;
const picture = () => new InputFile(png(640, 480), "batik.png");

test("a group through grammY's own Api", async () => {
  const group = place.world.group("Pengrajin Petir", { kind: "group" });
  const member = place.rina.in(group);
  await member.says("/ikut@sanggar_demo_bot");
  const keyboard = { inline_keyboard: [[{ text: "Ya", callback_data: "y" }]] };
  const sent = await api.sendMessage(group.id, "Ikut?", {
    reply_parameters: { message_id: member.lastOwn().message_id },
    reply_markup: keyboard,
  });
  expect(sent).toMatchObject({ chat: { title: "Pengrajin Petir" }, reply_to_message: {} });
  expect((await group.sees()).buttons).toEqual(["Ya"]);
  await member.presses("Ya");
  const query = (await api.getUpdates({ offset: -1 }))[0]?.callback_query;
  await api.answerCallbackQuery(query?.id ?? "", { text: "Tercatat" });
  await api.editMessageText(group.id, sent.message_id, "Terima kasih");
  expect(await member.sees()).toMatchObject({ text: "Terima kasih", toast: "Tercatat" });
  await api.sendChatAction(group.id, "typing");
  await api.deleteMessage(group.id, sent.message_id);
  await api.setMyCommands([{ command: "ikut", description: "Ikut" }], {
    scope: { type: "chat", chat_id: group.id },
  });
  await api.sendMediaGroup(group.id, [InputMediaBuilder.photo(picture())]);
  const grown = await group.upgrades();
  await expect(api.sendMessage(group.id, "x")).rejects.toMatchObject({
    parameters: { migrate_to_chat_id: grown.id },
  });
  await grown.mutesBot();
  const { user: bot } = await api.getChatMember(grown.id, 7_000_000_001);
  expect(bot.username).toBe("sanggar_demo_bot");
  await grown.kicksBot();
  await expect(api.getChat(grown.id)).rejects.toMatchObject({ error_code: 403 });
  const told = [group, grown].flatMap(({ id }) => place.standin.control.messages(id));
  const shapes: [string, object[]][] = [
    ["Message", told],
    // grammY's type of a message replied to asks for `reply_to_message: undefined`.
    ["api.Update", (await api.getUpdates()).filter((one) => !one.callback_query)],
  ];
  for (const [name, values] of shapes) {
    const { schema, definitions } = generateSchema(name);
    expect(values.length).toBeGreaterThan(2);
    expect(values.flatMap((one) => checkValue(one, schema, definitions, ""))).toEqual([]);
  }
});

test("groups go over HTTP too, and their events have names of their own", async () => {
  const { rina, siti, standin, done } = place;
  const { seq } = await get("state");
  const made = await post("groups", { title: "Petir", members: [rina.id], bot: "left" });
  const group = Number(made["id"]);
  expect(await get("groups")).toMatchObject([{ title: "Petir", members: [rina.id] }]);
  await post("member", { group, bot: "member" });
  const inline_keyboard = [[{ text: "Ya", callback_data: "y" }]];
  await done("sendMessage", { chat_id: group, text: "Ikut?", reply_markup: { inline_keyboard } });
  await post("say", { person: rina.id, group, text: "halo" });
  expect(await post("press", { person: rina.id, group, label: "Ya" })).toHaveProperty("update");
  expect(await get(`messages?person=${group}`)).toMatchObject([{}, {}, { text: "halo" }]);
  expect(await get(`calls?person=${group}`)).toHaveLength(1);
  const names = (standin.control.eventsSince(Number(seq)) ?? []).map(({ name }) => name);
  expect(names).toContain("group-message");
  expect(names).not.toContain("message");
  const error = async (route: string, body: object) => (await post(route, body))["error"];
  const siti_ = { person: siti.id, group, text: "x" };
  expect(await error("say", siti_)).toBe("Siti is not in Petir");
  expect(await error("member", { group, bot: "member" })).toContain("already");
  expect(await error("upgrade", { group })).toBe("Petir is no basic group any more");
  expect(await error("say", { ...siti_, group: 5 })).toBe("there is no group 5");
  expect(await error("groups", { title: "Sepi", members: [] })).toContain("members");
  await post("member", { group, bot: "kicked" });
  expect(await error("press", { person: rina.id, group, label: "Ya" })).toContain("not in Petir");
});
