import type { Doc } from "./documents.ts";
import { asDoc, deserializeDoc, serializeDoc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import type { Store, Turn } from "./store.ts";

const maxSessions = 1000;

/** The last retryable write of each driver session, with its answer. */
export interface Sessions {
  /** The answer already given to this very write; code 225 when the session is further on. */
  recall(session: string, txnNumber: bigint): Doc | undefined;
  /** Keeps the answer, on disk in the same batch as the write. */
  remember(turn: Turn, session: string, txnNumber: bigint, answer: Doc): void;
}

interface Entry {
  txnNumber: bigint;
  answer: Doc;
}

/**
 * Sessions are forgotten by number, not by age: the clock can be moved, and a write that is sent
 * again after its session was forgotten would be applied twice.
 */
export async function openSessions(store: Store): Promise<Sessions> {
  const sessions = new Map<string, Entry>();
  for await (const [key, value] of store.read("session")) {
    const { txnNumber, answer } = deserializeDoc(value);
    const entry = { txnNumber: BigInt(String(txnNumber)), answer: asDoc(answer, "an answer") };
    sessions.set(key.slice("session/".length), entry);
  }

  return {
    recall(session, txnNumber) {
      const entry = sessions.get(session);
      if (!entry || txnNumber > entry.txnNumber) return undefined;
      if (txnNumber === entry.txnNumber) return entry.answer;
      throw new MongoError(
        225,
        `Cannot start transaction ${txnNumber} on the session: it is too old`,
      );
    },
    remember(turn, session, txnNumber, answer) {
      sessions.delete(session);
      sessions.set(session, { txnNumber, answer });
      turn.put(`session/${session}`, serializeDoc({ txnNumber: String(txnNumber), answer }));
      const [oldest] = sessions.keys();
      if (sessions.size <= maxSessions || oldest === undefined) return;
      sessions.delete(oldest);
      turn.del(`session/${oldest}`);
    },
  };
}
