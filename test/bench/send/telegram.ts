import type { FaultRule } from "../../../src/sandbox/telegram/faults.ts";
import type { Rate } from "../../../src/sandbox/telegram/limits.ts";
import { serve } from "../served.ts";

/** Where a stand-in is found, and whom it knows. */
export interface Place {
  url: string;
  token: string;
  ids: number[];
}

/** A call as the stand-in noted it when it came. */
export interface Noted {
  at: number;
  chat: number;
  refused: boolean;
}

export type BenchTelegram = Awaited<ReturnType<typeof openTelegram>>;

/** Milliseconds that Telegram takes for an answer. */
export const ANSWER_MS = 40;

/**
 * The stand-in in a process of its own, with so many people. It judges a call when it comes and
 * then takes its time for the answer.
 */
export async function openTelegram({
  people = 0,
  answerMs = ANSWER_MS,
  rate = { off: true } as Rate,
}) {
  const { pid, told, stop } = await serve<Place>("serve-standin.ts", ...[people, 0, 0].map(String));
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${told.url}/_ctl/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const answerIn = async (ms: number) => {
    await ask("DELETE", "fault");
    if (ms > 0) await ask("POST", "fault", { delay_ms: ms, delay: "after", times: 1e9 });
  };
  await ask("POST", "rate", rate);
  await answerIn(answerMs);

  return {
    pid,
    place: told,
    stop,
    answerIn,
    fault: (rule: FaultRule) => ask("POST", "fault", rule),
    /** A group that the bot is in. */
    async addGroup(): Promise<number> {
      const group = { title: "Komunitas Contoh", members: told.ids.slice(0, 1) };
      return ((await ask("POST", "groups", group)) as { id: number }).id;
    },
    /** Every message to its people, and to this group, in the order in which they came. */
    async sends(group = 0): Promise<Noted[]> {
      const known = new Set([...told.ids, group]);
      const calls = (await ask("GET", "calls?method=sendMessage")) as {
        at: string;
        person?: number;
        params: { chat_id?: number | string };
        status: number;
      }[];
      return calls
        .map(({ at, params, status }) => ({
          at: Date.parse(at),
          chat: Number(params.chat_id),
          refused: status === 429,
        }))
        .filter(({ chat }) => known.has(chat))
        .sort((a, b) => a.at - b.at);
    },
  };
}
