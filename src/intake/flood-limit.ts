import type { Update } from "grammy/types";
import type { Clock } from "../clock.ts";

const MOST = { updates: 20, withinMs: 10_000 };
/** What is remembered: a batch and a little, of the people heard of last. About 8 MB at most. */
const REMEMBERED = { updates: 60, people: 10_000 };

/** Taken; the first that is too many; too many. */
export type Verdict = "take" | "first" | "over";

interface Heard {
  taken: { id: number; at: number }[];
  leftOutAt: number;
}

export type FloodLimit = ReturnType<typeof createFloodLimit>;

/**
 * Twenty updates in ten seconds are a person's; what is more is left out. Counted by the date of
 * the message itself, so that what piled up during an outage is not mistaken for a flood. Each
 * process counts for itself, and forgets with it.
 */
export function createFloodLimit(clock: Clock) {
  const people = new Map<number, Heard>();

  /** The person's own, now the one heard of last; who was longest silent makes room. */
  function heardOf(person: number): Heard {
    const heard = people.get(person) ?? { taken: [], leftOutAt: -Infinity };
    people.delete(person);
    people.set(person, heard);
    const [longestSilent] = people.keys();
    if (people.size > REMEMBERED.people && longestSilent !== undefined)
      people.delete(longestSilent);
    return heard;
  }

  const judge = (update: Update): Verdict => {
    const person = senderOf(update);
    if (person === undefined) return "take";
    const heard = heardOf(person);
    // A batch that could not be stored comes again, and must not count as more.
    if (heard.taken.some(({ id }) => id === update.update_id)) return "take";
    const at = timeOf(update, clock);
    const isNear = (other: number) => Math.abs(at - other) < MOST.withinMs;
    if (heard.taken.filter((one) => isNear(one.at)).length < MOST.updates) {
      heard.taken = [...heard.taken, { id: update.update_id, at }].slice(-REMEMBERED.updates);
      return "take";
    }
    const wasTold = isNear(heard.leftOutAt);
    heard.leftOutAt = at;
    return wasTold ? "over" : "first";
  };

  /** How many people are remembered. */
  const size = () => people.size;
  return { judge, size };
}

function senderOf({ message, edited_message, callback_query, my_chat_member }: Update) {
  const one = message ?? edited_message ?? callback_query ?? my_chat_member;
  return one?.from?.id;
}

/** Milliseconds since 1970. A tap has no date of its own: its message's is that of the question. */
function timeOf({ message, edited_message, my_chat_member }: Update, clock: Clock): number {
  const seconds = message?.date ?? edited_message?.edit_date ?? my_chat_member?.date;
  return seconds === undefined ? clock.now().getTime() : seconds * 1_000;
}
