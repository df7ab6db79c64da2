import type { Claim, People, Release } from "./person-state.ts";

/**
 * Claims whose tries are those of handlers, and of processes that died, alone. The claim counts
 * the try, so that a death counts too; when instead a command to the database failed, the try is
 * taken back as soon as the database answers again:
 * - A release that did not get through is owed, and made good before this process claims the chat
 *   again. It is bound to the claim's version, so it changes nothing once the chat has moved on.
 * - A claim whose answer never came may have counted. It is taken off the next one: a doubt is
 *   settled in the person's favour.
 * What is left is a process that dies while it owes a try; that counts like any other death.
 */
export function createFairClaims(people: Pick<People, "claim" | "release">) {
  const owed = new Map<number, () => Promise<void>>();
  const unanswered = new Map<number, number>();

  async function settle(chat: number): Promise<void> {
    await owed.get(chat)?.();
    owed.delete(chat);
  }

  return {
    /** Undefined while the chat is held elsewhere or has to wait. */
    async claim(chat: number): Promise<Claim | undefined> {
      await settle(chat);
      const doubtful = unanswered.get(chat) ?? 0;
      unanswered.set(chat, doubtful + 1);
      const claim = await people.claim(chat);
      unanswered.delete(chat);
      return claim && { ...claim, tries: Math.max(1, claim.tries - doubtful) };
    },

    /** Lets the chat go until then, with so many tries. */
    async release(claim: Claim, to: Release): Promise<void> {
      owed.set(claim.chat, () => people.release(claim, to));
      await settle(claim.chat);
    },
  };
}
