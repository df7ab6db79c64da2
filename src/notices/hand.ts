export type Hand = ReturnType<typeof createHand>;

/** What one run of the sender works on, so that it neither takes a delivery twice nor looks in vain. */
export function createHand() {
  const held = new Set<string>();
  let settled = 0;
  let ring: () => void = () => undefined;

  return {
    holds: (id: string) => held.has(id),
    /** How many came to something. */
    settled: () => settled,

    take: (id: string) => void held.add(id),

    /** Lets one go when its work is done; true of the work counts it as settled. */
    async settle(id: string, work: Promise<boolean>): Promise<void> {
      if (await work) settled += 1;
      held.delete(id);
      ring();
    },

    /** Resolves when more have been settled, or nothing is held any more. */
    async settledMoreThan(count: number): Promise<void> {
      while (settled <= count && held.size > 0)
        await new Promise<void>((resolve) => (ring = resolve));
    },
  };
}

/** Works on the items in order, so many at a time; an item is fetched when a worker is free. */
export async function inParallel<Item>(
  items: AsyncGenerator<Item>,
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const worker = async () => {
    for await (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
