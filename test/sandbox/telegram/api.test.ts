import { Readable } from "node:stream";

import { Api, GrammyError, HttpError, InputFile, InputMediaBuilder } from "grammy";
import type { Message } from "grammy/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { checkValue } from "../../../src/sandbox/telegram/contract/check.ts";
import { generateSchema } from "../../../src/sandbox/telegram/contract/generate.ts";
import { methods } from "../../../src/sandbox/telegram/methods/index.ts";
import { openPlace, type Place, png } from "./place.ts";

let place: Place;
let api: Api;
let chat: number;
const used = new Set<string>();

beforeAll(async () => {
  place = await openPlace();
  const { url: apiRoot, token } = place.standin;
  api = new Api(token, { apiRoot });
  api.config.use((previous, method, payload, signal) => {
    used.add(method);
    return previous(method, payload, signal);
  });
  chat = place.rina.id;
});
afterAll(() => place.standin.stop());

const picture = (name = "batik.png") => new InputFile(png(640, 480), name);

describe("each offered method through grammY's own Api", () => {
  test("start and poll", async () => {
    expect(await api.getMe()).toMatchObject({ id: 7_000_000_001, username: "sanggar_demo_bot" });
    expect(await api.getUpdates({ timeout: 0 })).toEqual([]);
    expect(await api.deleteWebhook({ drop_pending_updates: true })).toBe(true);
  });

  test("talk", async () => {
    const { message_id } = await api.sendMessage(chat, "halo");
    const reply_markup = { inline_keyboard: [[{ text: "Ya", callback_data: "y" }]] };
    await api.editMessageText(chat, message_id, "hai", { reply_markup });
    await api.editMessageReplyMarkup(chat, message_id);
    const { update } = place.standin.control.press({ person: chat, message_id, data: "y" });
    await api.answerCallbackQuery(update?.callback_query?.id ?? "", { text: "ya" });
    expect(place.rina.screen().toast).toEqual({ text: "ya", alert: false });
    await api.sendChatAction(chat, "typing");
    await api.deleteMessage(chat, message_id);
    expect(place.rina.screen().messages.filter((one) => one.message_id === message_id)).toEqual([]);
    await api.setMyCommands([{ command: "daftar", description: "Daftar" }]);
    expect(await api.getMyCommands()).toHaveLength(1);
    await api.deleteMyCommands();
  });

  test("files and places", async () => {
    const sent = await api.sendDocument(chat, new InputFile(Buffer.from("isi"), "a.csv"), {
      caption: "<b>x</b>",
      parse_mode: "HTML",
    });
    expect(sent).toMatchObject({
      document: { file_name: "a.csv", mime_type: "text/csv", file_size: 3 },
      caption: "x",
      caption_entities: [{ type: "bold" }],
    });
    expect(await api.editMessageCaption(chat, sent.message_id, { caption: "y" })).toMatchObject({
      caption: "y",
    });
    const again = await api.sendDocument(chat, sent.document.file_id);
    expect(again.document).toEqual(sent.document);
    const photo = await api.sendPhoto(chat, picture());
    expect(photo.photo.at(-1)).toMatchObject({ width: 640, height: 480 });
    const other = InputMediaBuilder.photo(picture(), { caption: "dua" });
    const edited = await api.editMessageMedia(chat, photo.message_id, other);
    expect(edited).toMatchObject({ caption: "dua", message_id: photo.message_id });
    const album = await api.sendMediaGroup(chat, [
      InputMediaBuilder.photo(picture(), { caption: "satu" }),
      InputMediaBuilder.photo(picture()),
    ]);
    expect(new Set(album.map((one) => "media_group_id" in one && one.media_group_id)).size).toBe(1);
    expect(await api.getFile(sent.document.file_id)).toHaveProperty("file_path");
    await api.sendLocation(chat, -6.1, 106.1);
    expect((await api.sendVenue(chat, -6.1, 106.1, "Balai", "Jalan Contoh 1")).venue.title).toBe(
      "Balai",
    );
    expect((await api.sendContact(chat, "+6281200001111", "Rina")).contact.first_name).toBe("Rina");
  });

  test("production", async () => {
    expect((await api.getWebhookInfo()).url).toBe("");
    expect(await api.setWebhook("")).toBe(true);
    const { message_id } = await api.sendMessage(chat, "asli");
    expect(await api.copyMessage(chat, chat, message_id)).toEqual({ message_id: message_id + 1 });
    expect((await api.forwardMessage(chat, chat, message_id)).forward_origin?.type).toBe("user");
    await api.deleteMessages(chat, [message_id, message_id + 1, 999_999]);
    expect(await api.getChat(chat)).toMatchObject({ type: "private", first_name: "Rina" });
    expect((await api.getChatMember(chat, chat)).status).toBe("member");
    await api.setMyName("Sanggar");
    expect(await api.getMyName()).toEqual({ name: "Sanggar" });
    await api.setMyDescription("Sanggar");
    expect(await api.getMyDescription()).toEqual({ description: "Sanggar" });
    await api.setMyShortDescription("Sanggar");
    expect(await api.getMyShortDescription()).toEqual({ short_description: "Sanggar" });
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    expect(await api.getChatMenuButton()).toEqual({ type: "commands" });
  });

  test("none is left out, and none of these calls breaks the contract", () => {
    expect([...methods.values()].map(({ name }) => name).filter((name) => !used.has(name))).toEqual(
      [],
    );
    expect(place.world.violations()).toEqual([]);
  });

  test("what it answered are messages as grammY knows them", () => {
    const { schema, definitions } = generateSchema("Message");
    const messages: Message[] = place.rina.screen().messages;
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.flatMap((message) => checkValue(message, schema, definitions, ""))).toEqual([]);
  });

  test("refusals are GrammyErrors, a gateway's page is an HttpError", async () => {
    await expect(api.sendMessage(5, "x")).rejects.toThrow(GrammyError);
    place.world.fault({ method: "getMe", code: 502, body: "<html>nginx</html>" });
    await expect(api.getMe()).rejects.toThrow(HttpError);
    place.world.fault({ method: "getMe", code: 502 });
    await expect(api.getMe()).rejects.toMatchObject({ error_code: 502 });
  });
});

describe("grammY's streamed forms", () => {
  const names = [
    ["daftar hadir.csv", "daftar hadir.csv"],
    ["Список 1.csv", "1.csv"],
    ['a"b".csv', "a b.csv"],
    ["a;b&c.csv", "a"],
    [`${"x".repeat(80)}.csv`, `${"x".repeat(64)}.csv`],
    ["100%25.csv", "100%.csv"],
  ];
  test.each(names)("the name %j arrives as %j", async (name, expected) => {
    const { document } = await api.sendDocument(chat, new InputFile(Buffer.from("x"), name));
    expect(document.file_name).toBe(expected);
  });

  test("five megabytes of a stream arrive whole", async () => {
    const bytes = Buffer.alloc(5_242_880, "0123456789\r\n--x");
    const stream = () => Readable.from([bytes.subarray(0, 3_000_000), bytes.subarray(3_000_000)]);
    const { document } = await api.sendDocument(chat, new InputFile(stream(), "besar.bin"));
    expect(place.standin.control.file(document.file_id).bytes.equals(bytes)).toBe(true);
  });

  test("an empty file is refused", async () => {
    const empty = new InputFile(Buffer.alloc(0), "kosong.csv");
    await expect(api.sendDocument(chat, empty)).rejects.toThrow("file must be non-empty");
  });
});
