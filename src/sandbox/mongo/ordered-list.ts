const chunkSize = 512;

/** Values in an order that the caller keeps, with cheap insertion anywhere among many. */
export interface OrderedList<T> {
  size(): number;
  at(place: number): T | undefined;
  /** The number of leading values that come before: they must stand first. */
  lowest(isBefore: (value: T) => boolean): number;
  /** Puts it behind all that come before it; where that is need not be counted. */
  add(value: T, isBefore: (value: T) => boolean): void;
  remove(place: number): void;
  /** Takes the place of all that was in the list. */
  fill(ordered: T[]): void;
}

/** Short arrays one behind the other: a change moves the values of one, not those of the whole list. */
export function createOrderedList<T>(): OrderedList<T> {
  let chunks: T[][] = [[]];
  /** The place of each chunk's first value; counted anew after a change. */
  let starts: number[] | undefined;

  function countStarts(): number[] {
    let next = 0;
    return chunks.map((chunk) => {
      const start = next;
      next += chunk.length;
      return start;
    });
  }

  function locate(place: number) {
    starts ??= countStarts();
    const known = starts;
    const number = Math.max(0, firstNot(known.length, (at) => (known[at] ?? 0) <= place) - 1);
    return { number, chunk: chunks[number] ?? [], offset: place - (known[number] ?? 0) };
  }

  const chunkOf = (isBefore: (value: T) => boolean): number =>
    Math.max(0, firstNot(chunks.length, (at) => isTrueOf(chunks[at]?.[0], isBefore)) - 1);

  return {
    size: () => chunks.reduce((sum, { length }) => sum + length, 0),
    at(place) {
      const { chunk, offset } = locate(place);
      return chunk[offset];
    },
    lowest(isBefore) {
      const number = chunkOf(isBefore);
      const chunk = chunks[number] ?? [];
      starts ??= countStarts();
      const inside = firstNot(chunk.length, (at) => isTrueOf(chunk[at], isBefore));
      return (starts[number] ?? 0) + inside;
    },
    add(value, isBefore) {
      const number = chunkOf(isBefore);
      const chunk = chunks[number] ?? [];
      const offset = firstNot(chunk.length, (at) => isTrueOf(chunk[at], isBefore));
      chunk.splice(offset, 0, value);
      if (chunk.length > 2 * chunkSize) chunks.splice(number + 1, 0, chunk.splice(chunkSize));
      starts = undefined;
    },
    remove(place) {
      const { number, chunk, offset } = locate(place);
      chunk.splice(offset, 1);
      if (chunk.length === 0 && chunks.length > 1) chunks.splice(number, 1);
      starts = undefined;
    },
    fill(ordered) {
      chunks = [];
      for (let at = 0; at === 0 || at < ordered.length; at += chunkSize)
        chunks.push(ordered.slice(at, at + chunkSize));
      starts = undefined;
    },
  };
}

const isTrueOf = <T>(value: T | undefined, test: (value: T) => boolean): boolean =>
  value !== undefined && test(value);

/** The first of `count` numbers of which the test is not true, where those of which it is stand first. */
function firstNot(count: number, isTrue: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
