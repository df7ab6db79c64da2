import { Composer } from "grammy";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";

type Asking = Pick<
  Services,
  | "attendanceWaits"
  | "changeDrafts"
  | "choices"
  | "desks"
  | "exports"
  | "noticeDrafts"
  | "ownerIds"
  | "paperWaits"
  | "roles"
  | "searchers"
>;

/**
 * Of all that waits for words of the staff only the latest may have them: a command puts the others
 * aside. What was written stays. /batal looks itself for what it ends.
 */
export function oneQuestion(services: Asking): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", async (ctx, next) => {
    const { text } = ctx.message;
    if (text.startsWith("/") && !text.startsWith("/batal") && (await isStaff(ctx.person, services)))
      await putAside(ctx.person, services);
    await next();
  });
  return composer;
}

async function isStaff(telegram: number, { ownerIds, roles }: Asking): Promise<boolean> {
  return ownerIds.includes(telegram) || (await roles.of(telegram)).length > 0;
}

/** Whatever waits for words of this person waits no more. */
export async function putAside(
  telegram: number,
  {
    attendanceWaits,
    changeDrafts,
    choices,
    desks,
    exports,
    noticeDrafts,
    paperWaits,
    searchers,
  }: Asking,
): Promise<void> {
  await Promise.all([
    attendanceWaits.clear(telegram),
    changeDrafts.stopAsking(telegram),
    choices.stopAsking(telegram),
    desks.clear(telegram),
    exports.dropAsked(telegram),
    noticeDrafts.stopAsking(telegram),
    paperWaits.clear(telegram),
    searchers.stopListening(telegram),
  ]);
}
