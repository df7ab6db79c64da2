import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SendLane } from "../../src/bot/chat-pace.ts";
import { createSendQueue } from "../../src/bot/send-queue.ts";
import type { Place, TooEarly } from "../../src/bot/turn.ts";
import { createHandClock } from "./hand-clock.ts";

const GUARD_MS = 25;
/** At 30 sends a second. */
const SLOT_MS = 1_000 / 30;

/** What Telegram does with a call: answers after so long, or refuses it for so long. */
type Fate = { ms: number; retryMs?: number; lost?: boolean };

interface Sent {
  at: number;
  name: string;
  chat: string;
  lane: SendLane;
}

interface Wish {
  name: string;
  lane?: SendLane;
  chat?: string;
  kind?: Place["kind"];
  notAfter?: Date;
  fates?: Fate[];
}

/** The queue on a clock moved by hand, before a Telegram whose answers are told. */
function open({ rate = 30 } = {}) {
  const hand = createHandClock();
  const { clock } = hand;
  const begun = clock.now();
  const queue = createSendQueue({ rate, clock, random: () => 0 });
  const sent: Sent[] = [];
  const early: (TooEarly & { name: string })[] = [];
  const pauses: number[] = [];
  queue.onPause((ms) => pauses.push(ms));
  let nextChat = 1;

  async function send({ name, lane = 2, chat = String(nextChat++), ...wish }: Wish) {
    const { kind = "send", notAfter, fates = [] } = wish;
    const turn = queue.turn({ kind, lane, chat, ...(notAfter && { notAfter }) });
    for (const fate of [...fates, { ms: 40 } as Fate]) {
      const told = await turn.wait();
      if (told) return void early.push({ ...told, name });
      sent.push({ at: clock.now() - begun, name, chat, lane });
      await new Promise<void>((resolve) => void clock.after(fate.ms, resolve));
      if (fate.lost) return turn.done("lost");
      if (fate.retryMs === undefined) return turn.done("answered");
      turn.refused(fate.retryMs);
    }
  }

  return {
    ...hand,
    sent,
    early,
    pauses,
    /** Asks for a send now. */
    ask: (wish: Wish) => void send(wish),
    askMany: (count: number, wish: (index: number) => Wish) => {
      for (let index = 0; index < count; index += 1) void send(wish(index));
    },
    names: () => sent.map(({ name }) => name),
    at: (name: string) => sent.findLast((one) => one.name === name)?.at,
  };
}

describe("the pace", () => {
  it("lets the first send go at once, and others evenly after it", async () => {
    const queue = open();
    queue.askMany(10, (index) => ({ name: String(index) }));
    await queue.pass(400);
    const times = queue.sent.map(({ at }) => at);
    expect(times.slice(0, 2)).toEqual([0, 0]);
    for (let at = 3; at < 10; at += 1)
      expect((times[at] ?? 0) - (times[at - 1] ?? 0)).toBeCloseTo(SLOT_MS, 3);
  });

  it("reaches 97 % of the limit and never more than it", async () => {
    const queue = open();
    for (let second = 0; second < 60; second += 1) {
      queue.askMany(30, (index) => ({ name: `${second}.${index}` }));
      await queue.pass(1_000);
    }
    const { length } = queue.sent.filter(({ at }) => at >= 10_000);
    expect(length / 50 / 30).toBeGreaterThan(0.97);
    expect(length / 50 / 30).toBeLessThan(1);
  });

  it("holds in every window, whatever is asked for and however long Telegram takes", async () => {
    const asked = fc.array(
      fc.record({
        afterMs: fc.nat(120),
        count: fc.integer({ min: 1, max: 6 }),
        lane: fc.constantFrom<SendLane>(0, 1, 2),
        ms: fc.integer({ min: 1, max: 900 }),
        lost: fc.boolean(),
      }),
      { minLength: 10, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(asked, async (all) => {
        const queue = open({ rate: 6 });
        for (const { afterMs, count, lane, ms, lost } of all) {
          queue.askMany(count, (index) => ({ name: String(index), lane, fates: [{ ms, lost }] }));
          await queue.pass(afterMs);
        }
        await queue.pass(30_000);
        // Answers that ask for more than half of the slots for 5 s are another rule's.
        const times = queue.sent.map(({ at }) => at).filter((at) => at < 5_000);
        times.slice(6).forEach((at, index) => {
          expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(1_000 + GUARD_MS - 1e-6);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("catches a short stall up by a burst of two only", async () => {
    const queue = open();
    queue.askMany(60, (index) => ({ name: String(index) }));
    await queue.pass(3_000);
    const times = queue.sent.map(({ at }) => at);
    for (let at = 2; at < times.length; at += 1)
      expect((times[at] ?? 0) - (times[at - 2] ?? 0)).toBeGreaterThan(10);
  });

  it("counts a send from when Telegram saw it, not from when it left", async () => {
    const queue = open({ rate: 2 });
    queue.askMany(6, (index) => ({ name: String(index), fates: [{ ms: 40 }] }));
    await queue.pass(5_000);
    // A slow connection: its answer comes 300 ms later than others do.
    queue.ask({ name: "slow", fates: [{ ms: 340 }] });
    await queue.pass(520);
    queue.askMany(2, (index) => ({ name: `after ${index}` }));
    await queue.pass(3_000);
    expect((queue.at("after 1") ?? 0) - (queue.at("slow") ?? 0)).toBeGreaterThan(1_300);
  });
});

describe("the order", () => {
  it("is answers, reminders, messages to many; a reminder that dies first goes first", async () => {
    const queue = open();
    queue.askMany(2, () => ({ name: "first" }));
    queue.ask({ name: "many" });
    queue.ask({ name: "late", lane: 1, notAfter: new Date(2_000) });
    queue.ask({ name: "soon", lane: 1, notAfter: new Date(1_000) });
    queue.ask({ name: "answer", lane: 0 });
    await queue.pass(1_000);
    expect(queue.names()).toEqual(["first", "first", "answer", "soon", "late", "many"]);
  });

  it("makes an answer wait one slot at most while much goes to many", async () => {
    const asked = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(asked, async (moments) => {
        const queue = open();
        queue.askMany(150, (index) => ({ name: `many ${index}` }));
        let passed = 0;
        for (const moment of moments.toSorted((a, b) => a - b)) {
          await queue.pass(moment - passed);
          passed = moment;
          queue.ask({ name: `answer at ${moment}`, lane: 0 });
        }
        await queue.pass(4_000);
        const { sent } = queue;
        for (const { name, at } of sent.filter(({ lane }) => lane === 0)) {
          const asked = Number(name.split(" ").at(-1));
          const before = sent.filter((one) => one.at > asked && one.at < at);
          expect(before.filter((one) => one.lane === 2)).toEqual([]);
          // The longest slot is the one after a full second; answers asked at once queue up.
          expect(at - asked).toBeLessThan(120 + before.length * SLOT_MS);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is first in, first out within a chat, through pauses too", async () => {
    const wish = fc.record({
      chat: fc.constantFrom("1", "2", "-3"),
      lane: fc.constantFrom<SendLane>(0, 2),
      retryMs: fc.option(fc.integer({ min: 100, max: 900 }), { nil: undefined, freq: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 2, maxLength: 14 }), async (wishes) => {
        const queue = open();
        wishes.forEach(({ chat, lane, retryMs }, index) => {
          const fates = retryMs === undefined ? [] : [{ ms: 1, retryMs }];
          queue.ask({ name: String(index), chat, lane, fates });
        });
        await queue.pass(60_000);
        for (const chat of ["1", "2", "-3"])
          for (const lane of [0, 2]) {
            const mine = queue.sent.filter((one) => one.chat === chat && one.lane === lane);
            const first = [...new Set(mine.map(({ name }) => Number(name)))];
            expect(first).toEqual(first.toSorted((a, b) => a - b));
          }
      }),
      { numRuns: 60 },
    );
  });

  it("frees answers of their slots when they alone ask for more than half for 5 s", async () => {
    const queue = open();
    queue.askMany(2, () => ({ name: "many" }));
    for (let second = 0; second < 12; second += 1) {
      queue.askMany(60, (index) => ({ name: `${second}.${index}`, lane: 0 }));
      if (second === 8) queue.ask({ name: "yields" });
      await queue.pass(1_000);
    }
    expect(queue.sent.filter(({ at }) => at >= 8_000 && at < 9_000).length).toBeGreaterThan(55);
    expect(queue.at("yields")).toBeUndefined();
    await queue.pass(4_000);
    expect(queue.at("yields")).toBeGreaterThan(12_000);
  });
});

describe("a chat", () => {
  it("gets two messages to many a second apart, and holds nobody else up", async () => {
    const queue = open();
    queue.ask({ name: "one", chat: "7" });
    queue.ask({ name: "two", chat: "7" });
    queue.askMany(5, () => ({ name: "other" }));
    await queue.pass(3_000);
    expect(queue.names().slice(0, 6)).toEqual(["one", ...Array<string>(5).fill("other")]);
    expect((queue.at("two") ?? 0) - (queue.at("one") ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it("gets answers one right after the other", async () => {
    const queue = open();
    queue.askMany(2, (index) => ({ name: String(index), chat: "7", lane: 0 }));
    expect(queue.names()).toHaveLength(0);
    await queue.breathe();
    expect(queue.names()).toEqual(["0", "1"]);
  });

  it("of a group gets 20 a minute at most of what goes to many, answers counted, 3 s apart", async () => {
    const queue = open();
    queue.askMany(19, (index) => ({ name: `answer ${index}`, chat: "-5", lane: 0 }));
    await queue.pass(10_000);
    queue.ask({ name: "twentieth", chat: "-5" });
    await queue.pass(10_000);
    queue.ask({ name: "too many", chat: "-5" });
    queue.ask({ name: "notice", chat: "-6" });
    queue.ask({ name: "again", chat: "-6" });
    await queue.pass(2_000);
    expect(queue.at("twentieth")).toBe(10_000);
    const [many, again] = ["too many", "again"].map((name) =>
      queue.early.find((one) => one.name === name),
    );
    expect(many).toMatchObject({ chatOnly: true });
    expect(many?.waitMs).toBeGreaterThan(40_000);
    expect(again).toMatchObject({ chatOnly: true });
  });

  it("that cannot take more soon sends its messages to many away, one behind the other", async () => {
    const queue = open();
    queue.ask({ name: "first", chat: "-5" });
    await queue.pass(100);
    queue.askMany(3, (index) => ({ name: String(index), chat: "-5" }));
    await queue.pass(1);
    expect(queue.early.map(({ waitMs }) => Math.round(waitMs))).toEqual([2_900, 5_900, 8_900]);
  });

  it("that was refused shortly after another message waits alone", async () => {
    const queue = open();
    queue.ask({ name: "before", chat: "7", lane: 0 });
    await queue.pass(500);
    queue.ask({ name: "again", chat: "7", lane: 0, fates: [{ ms: 5, retryMs: 3_000 }] });
    await queue.pass(100);
    queue.ask({ name: "other", lane: 0 });
    await queue.pass(100);
    expect(queue.at("other")).toBeLessThan(700);
    expect(queue.pauses).toEqual([]);
    await queue.pass(5_000);
    expect(queue.at("again")).toBeGreaterThanOrEqual(3_505);
  });
});

describe("a refusal", () => {
  it("of a chat not written to before stops everything, and is told to others", async () => {
    const queue = open();
    queue.ask({ name: "refused", fates: [{ ms: 5, retryMs: 2_000 }] });
    await queue.pass(10);
    queue.askMany(3, (index) => ({ name: String(index) }));
    await queue.pass(2_000);
    expect(queue.names()).toEqual(["refused"]);
    expect(queue.pauses).toEqual([2_000]);
    await queue.pass(1_000);
    expect(queue.names()).toEqual(["refused", "refused", "0", "1", "2"]);
  });

  it("of a second chat within 5 s stops everything, too", async () => {
    const queue = open();
    for (const chat of ["7", "8"]) queue.ask({ name: "before", chat, lane: 0 });
    await queue.pass(500);
    for (const chat of ["7", "8"])
      queue.ask({ name: chat, chat, lane: 0, fates: [{ ms: 5, retryMs: 1_000 }] });
    await queue.pass(100);
    expect(queue.pauses).toEqual([1_000]);
  });

  it("is followed by one call alone, an answer if there is one, and then by all", async () => {
    const queue = open();
    queue.ask({ name: "refused", fates: [{ ms: 5, retryMs: 1_000 }] });
    await queue.pass(10);
    queue.askMany(4, (index) => ({ name: `many ${index}` }));
    queue.ask({ name: "answer", lane: 0, fates: [{ ms: 400 }] });
    await queue.pass(1_300);
    expect(queue.names()).toEqual(["refused", "answer"]);
    await queue.pass(1_000);
    expect(queue.names()).toHaveLength(7);
  });

  it("of the one that tries closes again; a lost answer makes the next one try", async () => {
    const queue = open();
    const fates = [
      { ms: 5, retryMs: 1_000 },
      { ms: 5, retryMs: 1_000 },
      { ms: 50, lost: true },
    ];
    queue.ask({ name: "refused", fates });
    await queue.pass(10);
    queue.askMany(4, (index) => ({ name: `many ${index}`, fates: [{ ms: 300 }] }));
    await queue.pass(2_090);
    expect(queue.names()).toEqual(["refused", "refused", "refused", "many 0"]);
    await queue.pass(1_000);
    expect(queue.names()).toHaveLength(7);
  });

  it("for longer than 10 s is told at once, to who waits and to who comes", async () => {
    const queue = open();
    queue.ask({ name: "refused", fates: [{ ms: 5, retryMs: 60_000 }] });
    queue.askMany(40, (index) => ({ name: `many ${index}` }));
    await queue.pass(100);
    queue.ask({ name: "comes", lane: 0 });
    queue.ask({ name: "menu", kind: "other" });
    queue.ask({ name: "poll", kind: "free" });
    await queue.pass(1);
    const told = queue.early.map(({ name }) => name);
    expect(told).toEqual(expect.arrayContaining(["refused", "many 39", "comes", "menu"]));
    expect(queue.names()).toContain("poll");
    expect(queue.early.every(({ waitMs }) => waitMs > 59_000 && waitMs < 61_000)).toBe(true);
  });

  it("widens the guard, which narrows again in quiet", async () => {
    const queue = open();
    queue.ask({ name: "refused", fates: [{ ms: 1, retryMs: 100 }] });
    await queue.pass(5_000);
    const rate = async () => {
      const before = queue.sent.length;
      for (let second = 0; second < 20; second += 1) {
        queue.askMany(30, (index) => ({ name: String(index) }));
        await queue.pass(1_000);
      }
      return (queue.sent.length - before) / 20 / 30;
    };
    const wide = await rate();
    await queue.pass(300_000);
    const narrow = await rate();
    expect(wide).toBeLessThan(0.97);
    expect(narrow).toBeGreaterThan(0.98);
  });
});

describe("what is in flight", () => {
  it("is no more than the pace needs, and follows the time of the answers", async () => {
    const queue = open();
    queue.askMany(64, (index) => ({ name: String(index), fates: [{ ms: 4_000 }] }));
    await queue.pass(3_900);
    expect(queue.sent).toHaveLength(8);
    await queue.pass(2_000);
    expect(queue.sent.length).toBeGreaterThan(16);
  });

  it("does not keep an answer from going", async () => {
    const queue = open();
    queue.askMany(20, (index) => ({ name: String(index), fates: [{ ms: 9_000 }] }));
    await queue.pass(2_000);
    queue.ask({ name: "answer", lane: 0 });
    await queue.pass(40);
    expect(queue.at("answer")).toBeLessThan(2_040);
  });
});
