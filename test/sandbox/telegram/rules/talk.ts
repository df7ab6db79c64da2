import { expect } from "vitest";

import type { Place } from "../place.ts";
import type { Held, Refused } from "./row.ts";

const to = (place: Place) => ({ chat_id: place.rina.id });
const send = (params: object) => (place: Place) => ({ ...to(place), text: "halo", ...params });
const markup = (reply_markup: unknown) => send({ reply_markup });
const button = (fields: object) => markup({ inline_keyboard: [[{ text: "Ya", ...fields }]] });
const edit = (sent: object, params: object) => async (place: Place) => ({
  ...to(place),
  message_id: await place.sends(sent),
  text: "hai",
  ...params,
});
const html = (text: string) => send({ text, parse_mode: "HTML" });
const say = "sendMessage";
const bad = "Bad Request: ";
const parse = `${bad}can't parse entities: `;
const stale = "Bad Request: query is too old and response timeout expired or query ID is invalid";

/** Presses a button and gives the query's id. */
async function pressed(place: Place, expired = false): Promise<string> {
  const message_id = await place.sends();
  const press = { person: place.rina.id, message_id, data: "yes", expired };
  return place.standin.control.press(press).update?.callback_query?.id ?? "";
}

const html44 = (text: string, error: string): Refused => ({
  rule: "4.4.4",
  source: "TD MessageEntity.cpp parse_html",
  call: say,
  given: html(text),
  code: 400,
  text: parse + error,
});

export const talkRefusals: Refused[] = [
  // chats and people
  {
    rule: "4.3.1",
    source: "BA",
    call: say,
    given: () => ({ chat_id: 1, text: "<x>", parse_mode: "HTML" }),
    code: 400,
    text: `${parse}Unsupported start tag "x" at byte offset 0`,
  },
  {
    rule: "4.3.1",
    source: "BA",
    call: say,
    given: () => ({ chat_id: 1, text: "x".repeat(5_000) }),
    code: 400,
    text: `${bad}chat not found`,
  },
  {
    rule: "4.3.1",
    source: "BA",
    call: say,
    given: (place) => ({
      ...button({ url: "http://localhost" })(place),
      chat_id: 1,
    }),
    code: 400,
    text: `${bad}chat not found`,
  },
  {
    rule: "4.3.1",
    source: "TD, OBS",
    call: say,
    given: async (place) => {
      await place.rina.blocks();
      return button({ callback_data: "x".repeat(65) })(place);
    },
    code: 403,
    text: "Forbidden: bot was blocked by the user",
  },
  {
    rule: "4.3.2",
    source: "BA check_chat",
    call: say,
    given: () => ({ text: "halo" }),
    code: 400,
    text: `${bad}chat_id is empty`,
  },
  {
    rule: "4.3.2",
    source: "BA check_chat",
    call: say,
    given: (place) => ({ chat_id: place.siti.id, text: "halo" }),
    code: 400,
    text: `${bad}chat not found`,
  },
  {
    rule: "4.3.2",
    source: "TD",
    call: say,
    given: async (place) => {
      await place.rina.sharesContactOf(place.siti);
      return { chat_id: place.siti.id, text: "halo" };
    },
    code: 403,
    text: "Forbidden: bot can't initiate conversation with a user",
  },
  {
    rule: "4.3.2",
    source: "BA check_chat",
    call: say,
    given: async (place) => {
      await place.rina.blocks();
      return send({})(place);
    },
    code: 403,
    text: "Forbidden: bot was blocked by the user",
  },
  {
    rule: "4.3.2",
    source: "BA check_chat",
    call: say,
    given: (place) => {
      place.standin.control.deactivate({ person: place.rina.id });
      return send({})(place);
    },
    code: 403,
    text: "Forbidden: user is deactivated",
  },
  // text
  {
    rule: "4.4.1",
    source: "BA get_input_message_text",
    call: say,
    given: send({ text: "" }),
    code: 400,
    text: `${bad}message text is empty`,
  },
  {
    rule: "4.4.1",
    source: "BA get_input_message_text",
    call: say,
    given: to,
    code: 400,
    text: `${bad}message text is empty`,
  },
  {
    rule: "4.4.1",
    source: "TD MessageEntity.cpp",
    call: say,
    given: send({ text: " \u200b\n\u3000" }),
    code: 400,
    text: `${bad}text must be non-empty`,
  },
  {
    rule: "4.4.1",
    source: "TD MessageEntity.cpp",
    call: say,
    given: html("<b> </b>"),
    code: 400,
    text: `${bad}text must be non-empty`,
  },
  {
    rule: "4.4.2",
    source: "TD MessageContent.cpp",
    call: say,
    given: send({ text: "😀".repeat(4_097) }),
    code: 400,
    text: `${bad}message is too long`,
  },
  {
    rule: "4.4.2",
    source: "BA",
    call: say,
    given: send({ text: "x".repeat(32_769) }),
    code: 400,
    text: `${bad}text is too long`,
  },
  {
    rule: "4.4.2",
    source: "OBS",
    call: "editMessageText",
    given: edit({}, { text: "x".repeat(4_097) }),
    code: 400,
    text: `${bad}MESSAGE_TOO_LONG`,
  },
  {
    rule: "4.4.4",
    source: "BA",
    call: say,
    given: send({ parse_mode: "BBCode" }),
    code: 400,
    text: `${bad}unsupported parse_mode`,
  },
  {
    rule: "4.4.4",
    source: "stand-in",
    call: say,
    given: send({ parse_mode: "MarkdownV2" }),
    code: 501,
    text: "stand-in: parse_mode MarkdownV2 is not offered",
  },
  {
    rule: "4.4.4",
    source: "stand-in",
    call: say,
    given: html("<tg-emoji emoji-id='1'>a</tg-emoji>"),
    code: 501,
    text: 'stand-in: the tag "tg-emoji" is not offered',
  },
  {
    rule: "4.4.4",
    source: "TD MessageEntity.cpp",
    call: say,
    given: send({ entities: [{ type: "bold", offset: 2, length: 3 }] }),
    code: 400,
    text: `${bad}entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 4`,
  },
  html44("é <x>a</x>", 'Unsupported start tag "x" at byte offset 3'),
  html44("baris<br>baru", 'Unsupported start tag "br" at byte offset 5'),
  html44("harga < 5", 'Unsupported start tag "" at byte offset 6'),
  html44("harga <5", "Unclosed start tag at byte offset 6"),
  html44('<a href="x', "Unclosed start tag at byte offset 0"),
  html44("<a href = ", 'Unclosed start tag "a" at byte offset 0'),
  html44("<b =1>x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
  html44("<a href=x_y>x</a>", "Unexpected end of name token at byte offset 8"),
  html44("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
  html44("a</b>", "Unexpected end tag at byte offset 1"),
  html44("<b>a</b", "Unclosed end tag at byte offset 4"),
  html44("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
  html44("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
  html44(
    "&#xD800;",
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
  ),
  // keyboards
  {
    rule: "4.5.1",
    source: "BA get_reply_markup",
    call: say,
    given: markup("[1]"),
    code: 400,
    text: `${bad}object expected as reply markup`,
  },
  {
    rule: "4.5.1",
    source: "BA get_reply_markup",
    call: say,
    given: markup("{x"),
    code: 400,
    text: `${bad}can't parse reply keyboard markup JSON object`,
  },
  {
    rule: "4.5.1",
    source: "BA get_reply_markup",
    call: say,
    given: markup({ inline_keyboard: {} }),
    code: 400,
    text: `${bad}field "inline_keyboard" must be of type Array`,
  },
  {
    rule: "4.5.1",
    source: "BA get_reply_markup",
    call: say,
    given: markup({ inline_keyboard: [{ text: "x" }] }),
    code: 400,
    text: `${bad}field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays`,
  },
  {
    rule: "4.5.1",
    source: "BA get_reply_markup",
    call: say,
    given: markup({ keyboard: 1 }),
    code: 400,
    text: `${bad}field "keyboard" must be of type Array`,
  },
  {
    rule: "4.5.1",
    source: "BA get_reply_markup",
    call: say,
    given: markup({ keyboard: ["x"] }),
    code: 400,
    text: `${bad}field "keyboard" must be an Array of Arrays`,
  },
  {
    rule: "4.5.2",
    source: "BA",
    call: say,
    given: button({}),
    code: 400,
    text: `${bad}can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard`,
  },
  {
    rule: "4.5.2",
    source: "BA",
    call: say,
    given: button({ callback_data: "" }),
    code: 400,
    text: `${bad}can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard`,
  },
  {
    rule: "4.5.2",
    source: "OBS",
    call: say,
    given: button({ callback_data: "é".repeat(33) }),
    code: 400,
    text: `${bad}BUTTON_DATA_INVALID`,
  },
  {
    rule: "4.5.2",
    source: "TD LinkManager.cpp",
    call: say,
    given: button({ url: "http://localhost:3000" }),
    code: 400,
    text: `${bad}inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL`,
  },
  {
    rule: "4.5.2",
    source: "TD LinkManager.cpp",
    call: say,
    given: button({ url: "ftp://contoh.id" }),
    code: 400,
    text: `${bad}inline keyboard button URL 'ftp://contoh.id' is invalid: Unsupported URL protocol`,
  },
  {
    rule: "4.5.2",
    source: "stand-in",
    call: say,
    given: button({ pay: true }),
    code: 501,
    text: "stand-in: the button pay is not offered",
  },
  {
    rule: "4.5.3",
    source: "BA, OBS",
    call: say,
    given: markup({
      inline_keyboard: Array.from({ length: 26 }, () =>
        Array.from({ length: 4 }, () => ({ text: "x", callback_data: "x" })),
      ),
    }),
    code: 400,
    text: `${bad}reply markup is too long`,
  },
  {
    rule: "4.5.3",
    source: "BA, OBS",
    call: say,
    given: markup({ keyboard: [[{ text: "x".repeat(10_300) }]] }),
    code: 400,
    text: `${bad}reply markup is too long`,
  },
  {
    rule: "4.5.4",
    source: "TD ReplyMarkup.cpp",
    call: "editMessageText",
    given: edit({}, { reply_markup: { keyboard: [["x"]] } }),
    code: 400,
    text: `${bad}inline keyboard expected`,
  },
  // edit, delete, callback
  {
    rule: "4.6.1",
    source: "BA check_message",
    call: "editMessageText",
    given: (place) => ({ ...to(place), message_id: 77, text: "x" }),
    code: 400,
    text: `${bad}message to edit not found`,
  },
  {
    rule: "4.6.1",
    source: "BA check_message",
    call: "deleteMessage",
    given: (place) => ({ ...to(place), message_id: 77 }),
    code: 400,
    text: `${bad}message to delete not found`,
  },
  {
    rule: "4.6.1",
    source: "BA check_message",
    call: say,
    given: send({ reply_parameters: { message_id: 77 } }),
    code: 400,
    text: `${bad}message to be replied not found`,
  },
  {
    rule: "4.6.1",
    source: "BA check_message",
    call: "copyMessage",
    given: (place) => ({ ...to(place), from_chat_id: place.rina.id, message_id: 77 }),
    code: 400,
    text: `${bad}message to copy not found`,
  },
  {
    rule: "4.6.1",
    source: "BA check_message",
    call: "forwardMessage",
    given: (place) => ({ ...to(place), from_chat_id: place.rina.id, message_id: 77 }),
    code: 400,
    text: `${bad}message to forward not found`,
  },
  {
    rule: "4.6.2",
    source: "BA",
    call: "editMessageText",
    given: edit(
      { text: "<b>a</b>", parse_mode: "HTML" },
      { text: "<strong>a</strong>", parse_mode: "HTML" },
    ),
    code: 400,
    text: `${bad}message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message`,
  },
  {
    rule: "4.6.3",
    source: "TD can_edit_message",
    call: "editMessageText",
    given: edit({ reply_markup: { keyboard: [["x"]] } }, {}),
    code: 400,
    text: `${bad}message can't be edited`,
  },
  {
    rule: "4.6.3",
    source: "TD can_edit_message",
    call: "editMessageText",
    given: edit({ reply_markup: { remove_keyboard: true } }, {}),
    code: 400,
    text: `${bad}message can't be edited`,
  },
  {
    rule: "4.6.3",
    source: "TD can_edit_message",
    call: "editMessageText",
    given: async (place) => {
      await place.rina.says("x");
      return { ...to(place), message_id: place.rina.lastOwn().message_id, text: "y" };
    },
    code: 400,
    text: `${bad}message can't be edited`,
  },
  {
    rule: "4.6.3",
    source: "TD",
    call: "editMessageText",
    given: async (place) => ({
      ...to(place),
      text: "x",
      message_id: (await place.done("sendLocation", { ...to(place), latitude: 1, longitude: 1 }))
        .message_id,
    }),
    code: 400,
    text: `${bad}there is no text in the message to edit`,
  },
  {
    rule: "4.6.3",
    source: "TD",
    call: "editMessageCaption",
    given: edit({}, { caption: "x", text: undefined }),
    code: 400,
    text: `${bad}there is no caption in the message to edit`,
  },
  {
    rule: "4.6.4",
    source: "TD can_revoke_message",
    call: "deleteMessage",
    given: async (place) => {
      const message_id = await place.sends();
      place.clock.set(new Date("2026-03-04T01:00:01Z"));
      return { ...to(place), message_id };
    },
    code: 400,
    text: `${bad}message can't be deleted for everyone`,
  },
  {
    rule: "4.6.4",
    source: "BA",
    call: "deleteMessage",
    given: () => ({ message_id: 1 }),
    code: 400,
    text: `${bad}chat identifier is not specified`,
  },
  {
    rule: "4.6.4",
    source: "BA",
    call: "deleteMessage",
    given: to,
    code: 400,
    text: `${bad}message identifier is not specified`,
  },
  {
    rule: "4.6.4",
    source: "BA",
    call: "deleteMessages",
    given: to,
    code: 400,
    text: `${bad}message identifiers are not specified`,
  },
  {
    rule: "4.6.4",
    source: "BA",
    call: "deleteMessages",
    given: (place) => ({ ...to(place), message_ids: Array.from({ length: 101 }, (_, at) => at) }),
    code: 400,
    text: `${bad}too many message identifiers specified`,
  },
  {
    rule: "4.6.5",
    source: "BA",
    call: "answerCallbackQuery",
    given: () => ({ callback_query_id: "5" }),
    code: 400,
    text: stale,
  },
  {
    rule: "4.6.5",
    source: "BA",
    call: "answerCallbackQuery",
    given: async (place) => {
      const callback_query_id = await pressed(place);
      await place.done("answerCallbackQuery", { callback_query_id });
      return { callback_query_id };
    },
    code: 400,
    text: stale,
  },
  {
    rule: "4.6.5",
    source: "BA",
    call: "answerCallbackQuery",
    given: async (place) => ({ callback_query_id: await pressed(place, true) }),
    code: 400,
    text: stale,
  },
  {
    rule: "4.6.5",
    source: "a setting",
    call: "answerCallbackQuery",
    given: async (place) => {
      const callback_query_id = await pressed(place);
      place.clock.set(new Date(place.clock.now().getTime() + 61_000));
      return { callback_query_id };
    },
    code: 400,
    text: stale,
  },
  {
    rule: "4.6.5",
    source: "DOC, OBS",
    call: "answerCallbackQuery",
    given: async (place) => ({ callback_query_id: await pressed(place), text: "x".repeat(201) }),
    code: 400,
    text: `${bad}MESSAGE_TOO_LONG`,
  },
];

export const talkHeld: Held[] = [
  {
    rule: "4.3.3",
    source: "BA, DOC",
    says: "blocking tells the bot, and so does unblocking, after which the client sends /start",
    async holds({ rina, done }) {
      await rina.blocks();
      await rina.unblocks();
      const updates = await done<object[]>("getUpdates");
      const me = { user: { is_bot: true }, status: "member" };
      expect(updates).toMatchObject([
        {
          my_chat_member: {
            old_chat_member: me,
            new_chat_member: { status: "kicked", until_date: 0 },
          },
        },
        { my_chat_member: { old_chat_member: { status: "kicked" }, new_chat_member: me } },
        { message: { text: "/start", entities: [{ type: "bot_command" }] } },
      ]);
    },
  },
  {
    rule: "4.4.2",
    source: "TD MessageContent.cpp",
    says: "4,096 signs are counted after reading, as code points; offsets are UTF-16",
    async holds({ rina, done }) {
      const text = `😀<b>${"&amp;".repeat(4_095)}</b>`;
      const sent = await done<{ entities: object[] }>(say, {
        chat_id: rina.id,
        text,
        parse_mode: "HTML",
      });
      expect(sent.entities).toEqual([{ type: "bold", offset: 2, length: 4_095 }]);
    },
  },
  {
    rule: "4.4.3",
    source: "TD misc.cpp",
    says: "odd signs go, tabs become spaces, the ends are trimmed and entities follow",
    async holds({ rina, done }) {
      const text = " \u202a\ta\r\tb\u0333<b>c \u030a</b> ";
      const sent = await done(say, { chat_id: rina.id, text, parse_mode: "HTML" });
      expect(sent).toMatchObject({
        text: "a bc",
        entities: [{ type: "bold", offset: 3, length: 1 }],
      });
    },
  },
  {
    rule: "4.4.5",
    source: "TD MessageEntity.cpp",
    says: "the server finds commands, links, mentions, hashtags, addresses and numbers",
    async holds({ rina, done }) {
      const text =
        "/daftar https://contoh.id/a, @rina_kriya #batik a@contoh.id +62 812 0000 1111 a/b 5/6";
      const sent = await done<{ entities: { type: string }[] }>(say, { chat_id: rina.id, text });
      expect(sent.entities.map(({ type }) => type)).toEqual([
        "bot_command",
        "url",
        "mention",
        "hashtag",
        "email",
        "phone_number",
      ]);
    },
  },
  {
    rule: "4.5.4",
    source: "TD ReplyMarkup.cpp",
    says: "contact and location can be asked for in a private chat",
    async holds({ rina, sends }) {
      await sends({
        reply_markup: {
          keyboard: [
            [
              { text: "Nomor", request_contact: true },
              { text: "Tempat", request_location: true },
            ],
          ],
        },
      });
      expect(rina.screen().keyboard?.keyboard[0]).toHaveLength(2);
    },
  },
  {
    rule: "4.5.5",
    source: "DOC",
    says: "one's own contact has one's own id; a reply keyboard stays until replaced or removed",
    async holds({ rina, siti, sends, done }) {
      await sends({
        reply_markup: {
          keyboard: [[{ text: "Nomor", request_contact: true }]],
          one_time_keyboard: true,
        },
      });
      await rina.taps("Nomor");
      await rina.sharesContactOf(siti);
      expect(await done("getUpdates")).toMatchObject([
        { message: { contact: { user_id: rina.id, phone_number: "6281200001111" } } },
        { message: { contact: { user_id: siti.id, first_name: "Siti" } } },
      ]);
      expect(rina.screen().keyboard).not.toBeNull();
      await sends({ reply_markup: { remove_keyboard: true } });
      expect(rina.screen().keyboard).toBeNull();
    },
  },
  {
    rule: "4.6.1",
    source: "BA check_message",
    says: "a reply to nothing goes out where that is allowed",
    async holds({ sends }) {
      await sends({ reply_parameters: { message_id: 77, allow_sending_without_reply: true } });
    },
  },
  {
    rule: "4.6.2",
    source: "BA",
    says: "an edit without reply_markup takes the buttons away",
    async holds({ rina, sends, done }) {
      const message_id = await sends({
        reply_markup: { inline_keyboard: [[{ text: "Ya", callback_data: "y" }]] },
      });
      const edited = await done("editMessageText", { chat_id: rina.id, message_id, text: "halo" });
      expect(edited).not.toHaveProperty("reply_markup");
      expect(edited).toHaveProperty("edit_date");
    },
  },
  {
    rule: "4.6.5",
    source: "BA",
    says: "a tap on a deleted message comes with date 0",
    async holds({ rina, sends, done }) {
      const message_id = await sends();
      await done("deleteMessage", { chat_id: rina.id, message_id });
      await rina.presses({ messageId: message_id, data: "y" });
      expect(await done("getUpdates")).toMatchObject([
        { callback_query: { data: "y", message: { message_id, date: 0 } } },
      ]);
    },
  },
];
