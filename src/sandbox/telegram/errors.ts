/**
 * Every text with which Telegram refuses, once, in the server's spelling.
 * Sources: BA = tdlib/telegram-bot-api, TD = tdlib/td, DOC = the Bot API reference, OBS = seen by others.
 */

export interface RefusalParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** A call that Telegram (or the stand-in, with 501) does not carry out; the text as the bot sees it. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

const prefixes: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  500: "Internal Server Error",
};

/** A refusal by code and text, both changed on their way out as [BA fail_query_with_error] does. */
export function refusal(code: number, text: string, parameters?: RefusalParameters): Refusal {
  const final = finalCode(code, text);
  return new Refusal(final, finalText(final, text), parameters);
}

function finalCode(code: number, text: string): number {
  if (code < 400 || code === 404) return 400;
  return code === 403 && /^[A-Z0-9_]+$/.test(text) ? 400 : code;
}

/** Adds the prefix; the first letter becomes small unless the second is `_` or a capital. */
function finalText(code: number, text: string): string {
  const prefix = prefixes[code];
  if (prefix === undefined || text.startsWith(prefix)) return text;
  const keeps = /^.[A-Z_]/s.test(text);
  return `${prefix}: ${keeps ? text : text.charAt(0).toLowerCase() + text.slice(1)}`;
}

export const bad = (text: string) => refusal(400, text);
export const forbidden = (text: string) => refusal(403, text);
export const conflict = (text: string) => refusal(409, text);

/** What the stand-in does not do is said, never guessed. */
export const notOffered = (text: string) => new Refusal(501, `stand-in: ${text}`);
export const notFound = (text: string) => new Refusal(404, text);

export function tooManyRequests(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, {
    retry_after: retryAfter,
  });
}

export const texts = {
  // transport [BA HttpConnection.cpp, ClientManager.cpp, TD HttpReader.cpp]
  invalidToken: "Unauthorized: invalid token specified",
  methodNotFound: "Not Found: method not found",
  realToken: "this looks like a real bot token; use a demo token",
  noBoundary: "boundary not found",
  noPartName: "field name in multipart/form-data not found",
  badPartHeaders: "can't parse form data headers",
  tooManyFiles: "Request Entity Too Large: too much files attached",
  tooLarge: "Request Entity Too Large",
  restart: "restart",
  // updates and webhook [BA]
  otherPoll:
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  webhookActive:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  webhookSet: "Conflict: terminated by setWebhook request",
  webhookUrl: "invalid webhook URL specified",
  webhookHttps: "bad webhook: An HTTPS URL must be provided for webhook",
  webhookPort: "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
  secretLong: "secret token is too long",
  secretSigns: "secret token contains unallowed characters",
  // chats [BA check_chat, TD MessagesManager.cpp]
  noChatId: "chat_id is empty",
  noChat: "chat not found",
  notStarted: "bot can't initiate conversation with a user",
  blocked: "bot was blocked by the user",
  deactivated: "user is deactivated",
  noMember: "member not found",
  // text [BA get_input_message_text, TD MessageEntity.cpp, MessageContent.cpp; edit: OBS]
  noText: "message text is empty",
  blankText: "text must be non-empty",
  longText: "message is too long",
  longCaption: "message caption is too long",
  longBytes: "text is too long",
  longEdit: "MESSAGE_TOO_LONG",
  parseMode: "unsupported parse_mode",
  // keyboards [BA get_reply_markup, TD ReplyMarkup.cpp, LinkManager.cpp; OBS]
  markupObject: "object expected as reply markup",
  markupJson: "can't parse reply keyboard markup JSON object",
  inlineArray: 'field "inline_keyboard" must be of type Array',
  inlineRows: 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  keyboardArray: 'field "keyboard" must be of type Array',
  keyboardRows: 'field "keyboard" must be an Array of Arrays',
  textButton:
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  buttonData: "BUTTON_DATA_INVALID",
  longMarkup: "reply markup is too long",
  inlineExpected: "inline keyboard expected",
  phonePrivate: "phone number can be requested in private chats only",
  locationPrivate: "location can be requested in private chats only",
  // messages [BA check_message, TD can_edit_message, can_revoke_message]
  noEdit: "message to edit not found",
  noDelete: "message to delete not found",
  noReply: "message to be replied not found",
  noCopy: "message to copy not found",
  noForward: "message to forward not found",
  cantCopy: "the message can't be copied",
  cantForward: "the message can't be forwarded",
  notModified:
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  cantEdit: "message can't be edited",
  nothingToEdit: "there is no text in the message to edit",
  noMediaToEdit: "there is no media in the message to edit",
  noCaptionToEdit: "there is no caption in the message to edit",
  cantDelete: "message can't be deleted",
  cantDeleteForAll: "message can't be deleted for everyone",
  noMessageChat: "chat identifier is not specified",
  noMessageId: "message identifier is not specified",
  noMessageIds: "message identifiers are not specified",
  tooManyIds: "too many message identifiers specified",
  oldQuery: "query is too old and response timeout expired or query ID is invalid",
  // files [BA, TD FileLoaderUtils.cpp, MessageContent.cpp; photo sizes OBS]
  noDocument: "there is no document in the request",
  noPhoto: "there is no photo in the request",
  emptyFile: "file must be non-empty",
  badFileId: "wrong file identifier/HTTP URL specified",
  badUrl: "failed to get HTTP URL content",
  badImage: "IMAGE_PROCESS_FAILED",
  badDimensions: "PHOTO_INVALID_DIMENSIONS",
  noFileId: "file_id not specified",
  invalidFileId: "invalid file_id",
  bigFile: "file is too big",
  noMedia: 'parameter "media" is required',
  mediaArray: "expected an Array of InputMedia",
  mediaJson: "can't parse input media JSON object",
  mediaObject: "can't parse InputMedia: expected an Object",
  mediaField: "can't parse InputMedia: media not found",
  bigAlbum: "too many messages to send as an album",
  emptyAlbum: "there are no messages to send",
  mixedAlbum: "document can't be mixed with other media types",
  // commands, contact, location, action [BA, TD BotCommand.cpp; COMMAND_INVALID OBS]
  commandsArray: "expected an Array of BotCommand",
  commandField: (field: string) => `can't parse BotCommand: Can't find field "${field}"`,
  noCommand: "command must be non-empty",
  longCommand: "command length must not exceed 32",
  badCommand: "BOT_COMMAND_INVALID",
  noCommandText: "command description must be non-empty",
  longCommandText: "command description length must not exceed 256",
  manyCommands: "BOT_COMMANDS_TOO_MUCH",
  badLanguage: "Invalid language code specified",
  badScope: "can't parse BotCommandScope: unsupported scope type specified",
  noPhone: 'parameter "phone_number" is required',
  noFirstName: 'parameter "first_name" is required',
  noLatitude: "latitude is empty",
  noLongitude: "longitude is empty",
  badAction: "wrong parameter action in request",
} as const;

/** The bot is not, or no longer, in that group. [BA check_chat_access] */
export const notInGroup = (bot: "left" | "kicked", kind: string) =>
  forbidden(`bot ${bot === "left" ? "is not a member of" : "was kicked from"} the ${kind} chat`);

/** A basic group that goes on as a supergroup. [BA check_chat_access] */
export const upgraded = (migrate_to_chat_id: number) =>
  refusal(400, "group chat was upgraded to a supergroup chat", { migrate_to_chat_id });

/** A group where the bot may not send that. [TD MessageContent.cpp can_send_message_content] */
export const noRight = (what: string) => bad(`not enough rights to send ${what} to the chat`);

/** A photo of more than 10 MB. [TD FileLoaderUtils.cpp] */
export const bigPhoto = (bytes: number) =>
  bad(`file of size ${bytes} bytes is too big for a photo; the maximum size is 10485760 bytes`);

/** A file id of one kind used as another. [TD FileManager.cpp] */
export const wrongKind = (kind: string, wanted: string) =>
  bad(`can't use file of type ${capital(kind)} as ${capital(wanted)}`);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** An address Telegram would not open from a button. [TD LinkManager.cpp] */
export const badButtonUrl = (url: string, why: string) =>
  bad(`inline keyboard button URL '${url}' is invalid: ${why}`);

/** What is wrong with the HTML, at which byte. [TD MessageEntity.cpp parse_html] */
export const badHtml = (what: string) => bad(`can't parse entities: ${what}`);
