/** What the page hears, numbered; the last few thousand are kept for one who comes back. */
export interface Event {
  seq: number;
  name: string;
  data: unknown;
}

export interface Events {
  seq(): number;
  emit(name: string, data: unknown): void;
  listen(listener: (event: Event) => void): () => void;
  /** What came after `seq`, or undefined where that is too long ago or not ours. */
  since(seq: number): Event[] | undefined;
}

const kept = 2_000;

export function createEvents(): Events {
  let seq = 0;
  let buffer: Event[] = [];
  const listeners = new Set<(event: Event) => void>();
  return {
    seq: () => seq,
    emit(name, data) {
      const event = { seq: ++seq, name, data };
      buffer.push(event);
      if (buffer.length > 2 * kept) buffer = buffer.slice(-kept);
      for (const listener of [...listeners]) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since(after) {
      const first = buffer[0]?.seq ?? seq + 1;
      return after > seq || after < first - 1 ? undefined : buffer.filter((e) => e.seq > after);
    },
  };
}
