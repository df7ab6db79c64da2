/** Telegram's limit for callback_data, in bytes of UTF-8. */
const MAX_BYTES = 64;

/** What a pressed button asks for. It grants nothing: the handler reads the facts again. */
export interface Press {
  action: string;
  args: string[];
}

/** packPress("training.join", id) → "training.join:<id>". Throws when it would not fit. */
export function packPress(action: string, ...args: string[]): string {
  const data = [action, ...args].join(":");
  if (Buffer.byteLength(data) > MAX_BYTES)
    throw new Error(`callback data over 64 bytes: ${action}`);
  if (args.some((arg) => arg.includes(":")))
    throw new Error(`callback data with a colon: ${action}`);
  return data;
}

export function readPress(data: string): Press {
  const [action = "", ...args] = data.split(":");
  return { action, args };
}
