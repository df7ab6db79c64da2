/** Answers that ask for more than half of the slots for so many seconds take none any more. */
const HOT_SECONDS = 5;

/** Whether answers alone ask for more than half of the slots, for some seconds on end. */
export function createDemand(rate: number) {
  let [second, asked, hot] = [-Infinity, 0, 0];
  return {
    /** One answer asks for a slot, at this moment in milliseconds. */
    ask(now: number): void {
      const current = Math.floor(now / 1_000);
      if (current !== second) {
        hot = current === second + 1 && asked > rate / 2 ? hot + 1 : 0;
        [second, asked] = [current, 0];
      }
      asked += 1;
    },
    isHot: () => hot >= HOT_SECONDS,
  };
}
