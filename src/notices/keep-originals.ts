import type { BotContext } from "../bot/context.ts";
import { fetchFile } from "../bot/telegram-file.ts";
import { errorFacts } from "../log.ts";
import type { Services } from "../services.ts";

/** A document of MongoDB holds 16 MB, and photos are smaller than this. */
const MOST_BYTES = 10 * 1_048_576;

/**
 * Keeps the file that came with the message, so that a notice goes out also when Telegram forgets
 * the file's id. A notice without it goes out all the same, by that id alone.
 */
export async function keepOriginal(
  { api, message }: Pick<BotContext, "api" | "message">,
  notice: string,
  { clock, log, originals }: Pick<Services, "clock" | "log" | "originals">,
): Promise<void> {
  const file = message?.photo?.at(-1) ?? message?.document;
  if (!message || !file) return;
  const name = message.document?.file_name ?? "";
  try {
    const fetched = await fetchFile(api, file, MOST_BYTES);
    if (!fetched.ok) return log.warn("original not kept", { notice, reason: fetched.reason });
    const { bytes } = fetched;
    await originals.keep(notice, message.message_id, { name, bytes }, clock.now());
  } catch (error) {
    log.warn("original not kept", { notice, ...errorFacts(error) });
  }
}
