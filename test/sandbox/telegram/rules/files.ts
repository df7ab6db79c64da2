import type { Message } from "grammy/types";
import { expect } from "vitest";

import { form, type Place, png } from "../place.ts";
import type { Held, Refused } from "./row.ts";

const bad = "Bad Request: ";
const to = (place: Place) => ({ chat_id: place.rina.id });
const file =
  (name: string, bytes: BlobPart, field = "document") =>
  (place: Place) => {
    const made = form({ chat_id: String(place.rina.id) });
    made.set(field, new Blob([bytes]), name);
    return made;
  };
const photo = (width: number, height: number, bytes = 64) =>
  file("a.png", new Uint8Array(png(width, height, bytes)), "photo");
const album = (media: unknown) => (place: Place) => ({ ...to(place), media });

/** A document Rina has sent, by its file id. */
async function sentFile(place: Place, bytes = 3): Promise<string> {
  await place.rina.sendsDocument("a.csv", Buffer.alloc(bytes, "x"));
  return place.rina.lastOwn().document?.file_id ?? "";
}

const commands = (list: unknown) => () => ({ commands: list });
const command = (fields: object) =>
  commands([{ command: "daftar", description: "Daftar", ...fields }]);

const setCommands = (
  given: Refused["given"],
  text: string,
  source = "TD BotCommand.cpp",
): Refused => ({
  rule: "4.8.1",
  source,
  call: "setMyCommands",
  given,
  code: 400,
  text: bad + text,
});

export const fileRefusals: Refused[] = [
  {
    rule: "4.3.1",
    source: "BA, TD",
    call: "sendDocument",
    given: () => ({ chat_id: 1, document: "AgACAgQ" }),
    code: 400,
    text: `${bad}chat not found`,
  },
  {
    rule: "4.4.2",
    source: "TD MessageContent.cpp",
    call: "sendPhoto",
    given: (place) => {
      const made = photo(9, 9)(place);
      made.set("caption", "x".repeat(1_025));
      return made;
    },
    code: 400,
    text: `${bad}message caption is too long`,
  },
  {
    rule: "4.7.1",
    source: "BA",
    call: "sendDocument",
    given: to,
    code: 400,
    text: `${bad}there is no document in the request`,
  },
  {
    rule: "4.7.1",
    source: "BA",
    call: "sendPhoto",
    given: to,
    code: 400,
    text: `${bad}there is no photo in the request`,
  },
  {
    rule: "4.7.1",
    source: "TD FileLoaderUtils.cpp",
    call: "sendDocument",
    given: file("a.csv", ""),
    code: 400,
    text: `${bad}file must be non-empty`,
  },
  {
    rule: "4.7.1",
    source: "TD FileLoaderUtils.cpp",
    call: "sendPhoto",
    given: photo(9, 9, 10_485_761),
    code: 400,
    text: `${bad}file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes`,
  },
  {
    rule: "4.7.1",
    source: "DOC",
    call: "sendDocument",
    given: file("a.csv", new Uint8Array(50 * 1_048_576 + 70_000)),
    code: 413,
    text: "Request Entity Too Large",
  },
  {
    rule: "4.7.2",
    source: "TD, BA",
    call: "sendDocument",
    given: (place) => ({ ...to(place), document: "AgACAgQ" }),
    code: 400,
    text: `${bad}wrong file identifier/HTTP URL specified`,
  },
  {
    rule: "4.7.2",
    source: "TD, BA",
    call: "sendDocument",
    given: (place) => ({ ...to(place), document: "https://contoh.id/a.pdf" }),
    code: 400,
    text: `${bad}failed to get HTTP URL content`,
  },
  {
    rule: "4.7.2",
    source: "TD FileManager.cpp",
    call: "sendPhoto",
    given: async (place) => ({ ...to(place), photo: await sentFile(place) }),
    code: 400,
    text: `${bad}can't use file of type Document as Photo`,
  },
  {
    rule: "4.7.2",
    source: "OBS",
    call: "sendPhoto",
    given: file("a.png", "bukan gambar", "photo"),
    code: 400,
    text: `${bad}IMAGE_PROCESS_FAILED`,
  },
  {
    rule: "4.7.2",
    source: "OBS",
    call: "sendPhoto",
    given: photo(9_000, 1_001),
    code: 400,
    text: `${bad}PHOTO_INVALID_DIMENSIONS`,
  },
  {
    rule: "4.7.2",
    source: "OBS",
    call: "sendPhoto",
    given: photo(210, 10),
    code: 400,
    text: `${bad}PHOTO_INVALID_DIMENSIONS`,
  },
  {
    rule: "4.7.3",
    source: "BA",
    call: "getFile",
    given: () => ({}),
    code: 400,
    text: `${bad}file_id not specified`,
  },
  {
    rule: "4.7.3",
    source: "BA",
    call: "getFile",
    given: () => ({ file_id: "x" }),
    code: 400,
    text: `${bad}invalid file_id`,
  },
  {
    rule: "4.7.3",
    source: "BA",
    call: "getFile",
    given: async (place) => ({ file_id: await sentFile(place, 20 * 1_048_576 + 1) }),
    code: 400,
    text: `${bad}file is too big`,
  },
  {
    rule: "4.7.3",
    source: "DOC",
    call: "getFile",
    given: async (place) => {
      const file_id = await sentFile(place);
      place.standin.control.forgetFiles();
      return { file_id };
    },
    code: 400,
    text: `${bad}invalid file_id`,
  },
  {
    rule: "4.7.4",
    source: "BA",
    call: "sendMediaGroup",
    given: to,
    code: 400,
    text: `${bad}parameter "media" is required`,
  },
  {
    rule: "4.7.4",
    source: "BA",
    call: "sendMediaGroup",
    given: album({}),
    code: 400,
    text: `${bad}expected an Array of InputMedia`,
  },
  {
    rule: "4.7.4",
    source: "BA",
    call: "sendMediaGroup",
    given: album([{ type: "photo" }]),
    code: 400,
    text: `${bad}can't parse InputMedia: media not found`,
  },
  {
    rule: "4.7.4",
    source: "TD MessageContent.cpp",
    call: "sendMediaGroup",
    given: album(Array.from({ length: 11 }, () => ({ type: "photo", media: "x" }))),
    code: 400,
    text: `${bad}too many messages to send as an album`,
  },
  {
    rule: "4.7.4",
    source: "TD MessageContent.cpp",
    call: "sendMediaGroup",
    given: album([]),
    code: 400,
    text: `${bad}there are no messages to send`,
  },
  {
    rule: "4.7.4",
    source: "TD MessageContent.cpp",
    call: "sendMediaGroup",
    given: async (place) => {
      await place.rina.sendsPhoto();
      const media = place.rina.lastOwn().photo?.at(-1)?.file_id;
      return {
        ...to(place),
        media: [
          { type: "document", media: await sentFile(place) },
          { type: "photo", media },
        ],
      };
    },
    code: 400,
    text: `${bad}document can't be mixed with other media types`,
  },
  {
    rule: "4.7.4",
    source: "stand-in",
    call: "sendMediaGroup",
    given: album([{ type: "video", media: "x" }]),
    code: 501,
    text: "stand-in: media video is not offered",
  },
  {
    rule: "4.6.3",
    source: "BA get_input_media",
    call: "editMessageMedia",
    given: to,
    code: 400,
    text: `${bad}parameter "media" is required`,
  },
  {
    rule: "4.6.3",
    source: "BA get_input_media",
    call: "editMessageMedia",
    given: album("nothing"),
    code: 400,
    text: `${bad}can't parse input media JSON object`,
  },
  {
    rule: "4.6.3",
    source: "BA get_input_media",
    call: "editMessageMedia",
    given: album([]),
    code: 400,
    text: `${bad}can't parse InputMedia: expected an Object`,
  },
  {
    rule: "4.6.3",
    source: "TD MessagesManager.cpp edit_message_media",
    call: "editMessageMedia",
    given: async (place) => ({
      ...to(place),
      media: { type: "document", media: await sentFile(place) },
      message_id: (await place.done("sendLocation", { ...to(place), latitude: 1, longitude: 1 }))
        .message_id,
    }),
    code: 400,
    text: `${bad}there is no media in the message to edit`,
  },
  {
    rule: "4.6.2",
    source: "BA",
    call: "editMessageMedia",
    given: async (place) => {
      const document = await sentFile(place);
      const { message_id } = await place.done("sendDocument", { ...to(place), document });
      return { ...to(place), message_id, media: { type: "document", media: document } };
    },
    code: 400,
    text: `${bad}message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message`,
  },
  setCommands(commands({}), "expected an Array of BotCommand", "BA get_bot_commands"),
  setCommands(
    commands([{ command: "x" }]),
    `can't parse BotCommand: Can't find field "description"`,
    "BA get_bot_commands",
  ),
  setCommands(command({ command: " / " }), "command must be non-empty"),
  setCommands(command({ command: "x".repeat(33) }), "command length must not exceed 32"),
  setCommands(
    command({ command: "Daftar" }),
    "BOT_COMMAND_INVALID",
    "OBS: tdlib/telegram-bot-api #98",
  ),
  setCommands(command({ description: " " }), "command description must be non-empty"),
  setCommands(
    command({ description: "x".repeat(257) }),
    "command description length must not exceed 256",
  ),
  setCommands(
    commands(Array.from({ length: 101 }, (_, at) => ({ command: `c${at}`, description: "x" }))),
    "BOT_COMMANDS_TOO_MUCH",
    "OBS",
  ),
  setCommands(
    () => ({ scope: { type: "moon" } }),
    "can't parse BotCommandScope: unsupported scope type specified",
    "BA",
  ),
  {
    rule: "4.8.2",
    source: "BA",
    call: "sendContact",
    given: to,
    code: 400,
    text: `${bad}parameter "phone_number" is required`,
  },
  {
    rule: "4.8.2",
    source: "BA",
    call: "sendContact",
    given: (place) => ({ ...to(place), phone_number: "1" }),
    code: 400,
    text: `${bad}parameter "first_name" is required`,
  },
  {
    rule: "4.8.2",
    source: "BA",
    call: "sendLocation",
    given: to,
    code: 400,
    text: `${bad}latitude is empty`,
  },
  {
    rule: "4.8.2",
    source: "BA",
    call: "sendVenue",
    given: (place) => ({ ...to(place), latitude: 1 }),
    code: 400,
    text: `${bad}longitude is empty`,
  },
  {
    rule: "4.8.2",
    source: "BA",
    call: "sendChatAction",
    given: (place) => ({ ...to(place), action: "sleep" }),
    code: 400,
    text: `${bad}wrong parameter action in request`,
  },
  {
    rule: "4.3.2",
    source: "BA",
    call: "getChatMember",
    given: (place) => ({ ...to(place), user_id: 5 }),
    code: 400,
    text: `${bad}member not found`,
  },
  ...["getMyName", "setMyName", "setMyDescription", "getMyShortDescription"].map(
    (call): Refused => ({
      rule: "4.8.4",
      source: "TD BotInfoManager.cpp",
      call,
      given: () => ({ language_code: "ind", name: "x" }),
      code: 400,
      text: `${bad}invalid language code specified`,
    }),
  ),
];

export const fileHeld: Held[] = [
  {
    rule: "4.6.3",
    source: "DOC editMessageMedia",
    says: "a file takes the place of a text or of another file, with its own caption or none",
    async holds(place) {
      const given = { ...to(place), message_id: await place.sends({}) };
      const media = { type: "document", media: await sentFile(place), caption: "lama" };
      const first = await place.done<Message>("editMessageMedia", { ...given, media });
      expect(first).toMatchObject({ caption: "lama", document: { file_id: media.media } });
      expect(first).not.toHaveProperty("text");
      await place.rina.sendsPhoto();
      const photo = place.rina.lastOwn().photo?.at(-1)?.file_id;
      const next = { ...given, media: { type: "photo", media: photo } };
      const second = await place.done<Message>("editMessageMedia", next);
      expect(second.photo?.at(-1)?.file_id).toBe(photo);
      expect(second).not.toHaveProperty("document");
      expect(second).not.toHaveProperty("caption");
    },
  },
  {
    rule: "4.7.3",
    source: "BA, DOC",
    says: "a file is fetched by a link that dies after an hour",
    async holds(place) {
      const {
        standin: { url, token },
        done,
        clock,
      } = place;
      const file_id = await sentFile(place);
      const { file_path } = await done<{ file_path: string }>("getFile", { file_id });
      const link = `${url}/file/bot${token}/${file_path}`;
      expect(await (await fetch(link)).text()).toBe("xxx");
      clock.set(new Date(clock.now().getTime() + 3_601_000));
      expect((await fetch(link)).status).toBe(404);
    },
  },
  {
    rule: "4.7.4",
    source: "BA, DOC",
    says: "a person's album arrives as separate updates with one media_group_id",
    async holds({ rina, done }) {
      await rina.sendsAlbum([{ caption: "Batik" }, {}, {}]);
      const updates = await done<{ message: { media_group_id: string } }[]>("getUpdates");
      expect(updates).toHaveLength(3);
      expect(new Set(updates.map(({ message }) => message.media_group_id)).size).toBe(1);
    },
  },
  {
    rule: "4.8.1",
    source: "BA, DOC",
    says: "the first scope and language with a list wins; no commands at all clears",
    async holds({ rina, done }) {
      const set = (word: string, more: object = {}) =>
        done("setMyCommands", {
          commands: [{ command: `/${word} `, description: " x " }],
          ...more,
        });
      const shown = () => rina.screen().commands.map(({ command: name }) => name);
      await set("umum");
      expect(shown()).toEqual(["umum"]);
      await set("indonesia", { language_code: "id" });
      expect(shown()).toEqual(["indonesia"]);
      await set("pribadi", { scope: { type: "all_private_chats" } });
      expect(shown()).toEqual(["pribadi"]);
      const scope = { type: "chat", chat_id: rina.id };
      await set("rina", { scope });
      expect(shown()).toEqual(["rina"]);
      expect(await done("getMyCommands", { scope })).toEqual([
        { command: "rina", description: "x" },
      ]);
      await done("setMyCommands", { scope });
      await done("deleteMyCommands", { scope: { type: "all_private_chats" } });
      expect(shown()).toEqual(["indonesia"]);
    },
  },
  {
    rule: "4.8.3",
    source: "DOC",
    says: "a deep link arrives as /start and its payload of at most 64 signs",
    async holds({ siti, done }) {
      await siti.starts("inv_7-A");
      expect(await done("getUpdates")).toMatchObject([{ message: { text: "/start inv_7-A" } }]);
      await expect(siti.starts("a b")).rejects.toThrow("deep link");
      await expect(siti.starts("x".repeat(65))).rejects.toThrow("deep link");
    },
  },
  {
    rule: "4.8.4",
    source: "DOC",
    says: "name and descriptions are kept by language; the name shows in getMe, the button everywhere",
    async holds(place) {
      const told = async (method: string, given = {}) => (await place.call(method, given)).result;
      expect(await told("getMyName")).toEqual({ name: "Sanggar" });
      await place.call("setMyName", { name: "Sanggar Serang" });
      await place.call("setMyName", { name: "Workshop", language_code: "en" });
      expect(await told("getMyName")).toEqual({ name: "Sanggar Serang" });
      expect(await told("getMyName", { language_code: "en" })).toEqual({ name: "Workshop" });
      expect(await told("getMe")).toMatchObject({ first_name: "Sanggar Serang" });
      for (const [method, field] of [
        ["MyDescription", "description"],
        ["MyShortDescription", "short_description"],
      ] as const) {
        expect(await told(`get${method}`)).toEqual({ [field]: "" });
        await place.call(`set${method}`, { [field]: "Kerajinan" });
        expect(await told(`get${method}`)).toEqual({ [field]: "Kerajinan" });
      }
      const chat_id = place.rina.id;
      expect(await told("getChatMenuButton")).toEqual({ type: "default" });
      await place.call("setChatMenuButton", { menu_button: { type: "commands" } });
      expect(await told("getChatMenuButton", { chat_id })).toEqual({ type: "commands" });
    },
  },
];
