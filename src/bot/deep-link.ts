/** The address that opens the chat with the bot and starts it with a payload. */
export const deepLink = (botName: string, payload: string): string =>
  `https://t.me/${botName}?start=${payload}`;
