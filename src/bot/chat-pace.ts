/** Milliseconds of a clock that only runs forward. */
type Ms = number;

/** 0: an answer to a person; 1: a reminder; 2: a message to many that can wait. */
export type SendLane = 0 | 1 | 2;

interface Chat {
  /** Its last sends, oldest first: one for a person, those of a minute for a group. */
  sent: Ms[];
  /** Telegram refused it until then. */
  notBefore: Ms;
  /** How many were told to come later since its last send. */
  turnedAway: number;
}

const MINUTE_MS = 60_000;
const GROUP_A_MINUTE = 20;
const BETWEEN_MS = { person: 1_000, group: 3_000 };
/** Nobody knows when Telegram saw a send, so the minute of a group is taken a little longer. */
const MINUTE_GUARD_MS = 500;
/** So many in a group's last minute make it likely that a refusal is the group's own. */
const GROUP_IS_BUSY = 15;
const ANOTHER_SOON_MS = 5_000;
const LOOK_OVER = 1_000;

/** Groups have numbers below zero, channels names. */
const isGroup = (chat: string) => !/^\d/.test(chat);

/**
 * How often one chat is written to: a person once a second, a group every 3 s and 20 times a
 * minute. Telegram takes a burst of answers to those who write, who set their pace; so answers
 * count, but wait for a chat only after it was refused there. What is idle is forgotten.
 */
export function createChatPace() {
  const chats = new Map<string, Chat>();
  let refused: { chat: string; at: Ms } | undefined;

  function forget(now: Ms): void {
    for (const [id, { sent, notBefore }] of chats) {
      if (Math.max(sent.at(-1) ?? -Infinity, notBefore) > now - MINUTE_MS) return;
      chats.delete(id);
    }
  }

  function lastMinute(id: string, now: Ms): Ms[] {
    return (chats.get(id)?.sent ?? []).filter((at) => at > now - MINUTE_MS);
  }

  return {
    /** The earliest moment of the next send to it. */
    nextAt(id: string, lane: SendLane): Ms {
      const chat = chats.get(id);
      if (!chat) return -Infinity;
      const { sent, notBefore } = chat;
      const last = sent.at(-1) ?? -Infinity;
      if (lane === 0) return notBefore;
      if (!isGroup(id)) return Math.max(notBefore, last + BETWEEN_MS.person);
      const oldest = sent.at(-GROUP_A_MINUTE) ?? -Infinity;
      const minute = oldest + MINUTE_MS + MINUTE_GUARD_MS;
      return Math.max(notBefore, minute, last + BETWEEN_MS.group);
    },

    took(id: string, now: Ms): void {
      const chat = chats.get(id) ?? { sent: [], notBefore: -Infinity, turnedAway: 0 };
      chat.turnedAway = 0;
      chat.sent.push(now);
      if (chat.sent.length > (isGroup(id) ? GROUP_A_MINUTE : 2)) chat.sent.shift();
      // The map keeps the order of the last send, so that the idle stand in front.
      chats.delete(id);
      chats.set(id, chat);
      if (chats.size % LOOK_OVER === 0) forget(now);
    },

    /** When one that cannot wait here should come again: one after the other. */
    comeAgainAt(id: string, lane: SendLane): Ms {
      const chat = chats.get(id);
      const later = chat && lane > 0 ? chat.turnedAway++ : 0;
      return this.nextAt(id, lane) + later * BETWEEN_MS[isGroup(id) ? "group" : "person"];
    },

    /**
     * Whose a refusal is. True: the chat's own, and only it waits, because it was written to
     * shortly before; false: everybody's, also when a second chat is refused soon after.
     */
    refuse(id: string, forMs: number, now: Ms): boolean {
      const another = refused && refused.chat !== id && now - refused.at < ANOTHER_SOON_MS;
      refused = { chat: id, at: now };
      const chat = chats.get(id);
      // What was refused is no message that the chat got.
      chat?.sent.pop();
      const before = lastMinute(id, now).length;
      if (another || !chat || before < (isGroup(id) ? GROUP_IS_BUSY : 1)) return false;
      chat.notBefore = Math.max(chat.notBefore, now + forMs);
      return true;
    },

    size: () => chats.size,
  };
}
