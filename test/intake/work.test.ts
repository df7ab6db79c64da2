import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase } from "../../src/database.ts";
import type { Claim } from "../../src/intake/person-state.ts";
import { MAX_DEATHS } from "../../src/intake/setback.ts";
import {
  gate,
  type Handle,
  type Intake,
  openIntake,
  type Process,
  tap,
  text,
  until,
} from "./processes.ts";

const RINA = 5_000_000_001;
const SITI = 5_000_000_002;

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterEach(() => intake.clear());
afterAll(() => intake.close());

/** Handles everything and remembers what, in order. */
function remembering() {
  const handled: number[] = [];
  const handle: Handle = (update) => handled.push(update.update_id);
  return { handled, handle };
}

/** The dialogue's state as the handlers leave it; its shape is the library's affair. */
const state = (words: string) => ({ version: [0, words], state: {} }) as unknown as Claim["log"];
const alarms = () => intake.output.filter((line) => line.includes('"alarm":true'));

describe("an update", () => {
  it("B3: stored twice is handled once", async () => {
    const { handled, handle } = remembering();
    const { inbox, worker } = intake.start(handle);
    worker.feed(await inbox.store([text(1, RINA)]));
    worker.feed(await inbox.store([text(1, RINA)]));
    await worker.idle();
    expect(handled).toEqual([1]);
    expect(await intake.rows()).toEqual([]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1"], tries: 0 });
  });

  it("A4: that comes again after it was done is known, and leaves no trace", async () => {
    const { handled, handle } = remembering();
    const { inbox, worker } = intake.start(handle);
    for (const update of [text(1, RINA), text(2, RINA), text(1, RINA)]) {
      worker.feed(await inbox.store([update]));
      await worker.idle();
    }
    expect(handled).toEqual([1, 2]);
    expect(await intake.rows()).toEqual([]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1", "2"], tries: 0 });
  });

  it("A13: is remembered by its number in the list, not by its size: numbers may restart lower", async () => {
    const { handled, handle } = remembering();
    const { inbox, worker } = intake.start(handle);
    for (const id of [900, 7]) {
      worker.feed(await inbox.store([text(id, RINA)]));
      await worker.idle();
    }
    expect(handled).toEqual([900, 7]);
  });

  it("is remembered among the last fifty of its chat", async () => {
    const { handle } = remembering();
    const { inbox, worker } = intake.start(handle);
    const updates = Array.from({ length: 53 }, (_, at) => text(at + 1, RINA));
    worker.feed(await inbox.store(updates));
    await worker.idle();
    const recent = (await intake.person(RINA))?.recent ?? [];
    expect([recent.length, recent[0], recent.at(-1)]).toEqual([50, "4", "53"]);
  });

  it("A9, B2: done by two processes at once has one effect and one order", async () => {
    const other = await connectDatabase(intake.database.uri);
    const { handled, handle } = remembering();
    const one = intake.start(handle, { isOnlyReader: () => false });
    const two = intake.start(handle, { isOnlyReader: () => false, connection: other });
    const chats = [RINA, SITI, SITI + 1, SITI + 2];
    const updates = Array.from({ length: 24 }, (_, at) => text(at + 1, chats[at % 4] ?? RINA));
    const rows = await one.inbox.store(updates);
    one.worker.feed(rows);
    two.worker.feed([...rows].reverse());
    await Promise.all([one.worker.idle(), two.worker.idle()]);
    expect([...handled].sort((a, b) => a - b)).toEqual(updates.map(({ update_id }) => update_id));
    for (let chat = 0; chat < 4; chat += 1) {
      const own = handled.filter((id) => (id - 1) % 4 === chat);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
    expect(await intake.rows()).toEqual([]);
    await Promise.all([one.worker.stop(1_000), two.worker.stop(1_000)]);
    await other.close();
  });
});

describe("a handler that throws", () => {
  it("A2, A14: is tried again after 1 s, 5 s, 30 s and 2 min, then the update is parked and the next goes on", async () => {
    const tried: number[] = [];
    const { inbox, worker, told, people } = intake.start((update) => {
      tried.push(update.update_id);
      if (update.update_id === 1) throw new Error("always");
    });
    const stranger = intake.start(() => undefined).people;
    worker.feed(await inbox.store([text(1, RINA), text(2, RINA)]));

    for (const [at, waitMs] of [1_000, 5_000, 30_000, 120_000].entries()) {
      await until(
        async () => (await intake.person(RINA))?.until.getTime() === 0 && tried.length === at + 1,
      );
      const notBefore = (await intake.person(RINA))?.notBefore.getTime() ?? 0;
      expect(notBefore - intake.clock.now().getTime()).toBe(waitMs);
      expect(told).toEqual(at >= 2 ? ["delayed"] : []);
      intake.later(waitMs - 1);
      expect(await stranger.claim(RINA)).toBeUndefined();
      expect(await people.claim(RINA)).toBeUndefined();
      expect(tried).toHaveLength(at + 1);
      intake.later(1);
    }
    await worker.idle();

    expect(tried).toEqual([1, 1, 1, 1, 1, 2]);
    expect(told).toEqual(["delayed", "givenUp"]);
    expect(await inbox.parked()).toBe(1);
    expect((await intake.rows()).map(({ state }) => state)).toEqual(["parked"]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1!", "2"], tries: 0 });
    expect(alarms().map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { update: 1, parked: 1 },
    ]);
  }, 20_000);

  it("keeps nobody else waiting", async () => {
    const done: number[] = [];
    const { inbox, worker } = intake.start((update) => {
      if (update.update_id === 1) throw new Error("always");
      done.push(update.update_id);
    });
    worker.feed(await inbox.store([text(1, RINA), text(2, SITI), text(3, RINA)]));
    await until(() => done.length > 0);
    await until(async () => (await intake.person(RINA))?.tries === 1);
    expect(done).toEqual([2]);
  });

  it("that works in the end is handled, in order, and its tries are forgotten", async () => {
    const seen: string[] = [];
    const { inbox, worker, told } = intake.start((update, { tries }) => {
      if (update.update_id === 1 && tries < 4) throw new Error("not yet");
      seen.push(`${update.update_id} at try ${tries}`);
    });
    worker.feed(await inbox.store([text(1, RINA), text(2, RINA)]));
    for (const [at, waitMs] of [1_000, 5_000, 30_000].entries()) {
      await until(async () => {
        const person = await intake.person(RINA);
        return person?.tries === at + 1 && person.until.getTime() === 0;
      });
      intake.later(waitMs);
    }
    await worker.idle();
    expect(seen).toEqual(["1 at try 4", "2 at try 1"]);
    expect(told).toEqual(["delayed"]);
    expect(alarms()).toEqual([]);
  }, 20_000);

  it("loses the dialogue's state it left, but not the state before", async () => {
    const found: unknown[] = [];
    const { inbox, worker } = intake.start((update, claim) => {
      found.push(claim.log);
      claim.log = state(`after ${update.update_id}`);
      claim.language = "en";
      if (update.update_id === 2 && claim.tries === 1) throw new Error("once");
    });
    worker.feed(await inbox.store([text(1, RINA), text(2, RINA)]));
    await until(async () => (await intake.person(RINA))?.tries === 1 && found.length === 2);
    intake.later(1_000);
    await worker.idle();
    expect(found).toEqual([undefined, state("after 1"), state("after 1")]);
  });

  it("logs what kind of error it was, and no word of what was written", async () => {
    const { inbox, worker } = intake.start((update) => {
      throw new SyntaxError(`cannot read ${update.message?.text}`);
    });
    worker.feed(await inbox.store([text(1, RINA, "Rina Wulandari")]));
    await until(() => intake.output.length > 0);
    expect(intake.output.join()).toContain("SyntaxError");
    expect(intake.output.join()).not.toContain("Wulandari");
  });
});

describe("a parked update", () => {
  const park = async () => {
    const process = intake.start(() => {
      throw new Error("always");
    });
    process.worker.feed(await process.inbox.store([text(1, RINA)]));
    await until(async () => {
      intake.later(120_000);
      return (await process.inbox.parked()) > 0;
    });
    await process.worker.idle();
    return process;
  };

  it("that comes again is neither handled nor apologised for again", async () => {
    await park();
    const { handled, handle } = remembering();
    const { inbox, worker, told } = intake.start(handle);
    worker.feed(await inbox.store([text(1, RINA)]));
    await worker.idle();
    expect(handled).toEqual([]);
    expect(told).toEqual([]);
    expect((await intake.rows()).map((row) => row.state)).toEqual(["parked"]);
  });

  it("ends the dialogue, which would take the next text for an answer to the old question", async () => {
    const found: unknown[] = [];
    const { inbox, worker } = intake.start((update, claim) => {
      found.push(claim.log);
      claim.log = state(`after ${update.update_id}`);
      if (update.update_id === 2) throw new Error("always");
    });
    worker.feed(await inbox.store([text(1, RINA), text(2, RINA), text(3, RINA)]));
    await until(async () => {
      intake.later(120_000);
      return (await inbox.parked()) > 0;
    });
    await worker.idle();
    expect(found.slice(0, 2)).toEqual([undefined, state("after 1")]);
    expect(found.at(-1)).toBeUndefined();
  });

  it("whose mark was kept by a process that died then, is only put aside", async () => {
    await park();
    await intake.connection.collection("inbox").updateOne({}, { $set: { state: "new" } });
    const { handled, handle } = remembering();
    const { inbox, worker, told } = intake.start(handle);
    await worker.start();
    await worker.idle();
    expect([handled, told, await inbox.parked()]).toEqual([[], [], 1]);
  });

  it("is parked also when the apology does not arrive", async () => {
    const { inbox, worker, told } = intake.start(() => {
      throw new Error("always");
    });
    told.push = () => {
      throw new Error("blocked by the user");
    };
    worker.feed(await inbox.store([text(1, RINA)]));
    await until(async () => {
      intake.later(120_000);
      return (await inbox.parked()) === 1;
    });
  });
});

describe("a process that dies", () => {
  it("counts as a claim, and its chat is taken over after sixty seconds", async () => {
    const dead = intake.start(() => undefined);
    await dead.inbox.store([text(1, RINA)]);
    await dead.people.claim(RINA);

    const tries: number[] = [];
    const { worker } = intake.start((_, claim) => tries.push(claim.tries));
    intake.later(59_999);
    await worker.start();
    await until(async () => (await intake.person(RINA)) !== null);
    expect(tries).toEqual([]);
    intake.later(1);
    await worker.idle();
    expect(tries).toEqual([2]);
    expect(await intake.rows()).toEqual([]);
  });

  /** So many processes take Rina's update in hand, and die with it. */
  async function dieOften(often: number, { people }: Process): Promise<void> {
    for (let kill = 0; kill < often; kill += 1) {
      await people.claim(RINA);
      intake.later(60_000);
    }
  }

  it("uses up no try of what it had in hand: killed time and again, an update is still done", async () => {
    const dead = intake.start(() => undefined);
    await dead.inbox.store([text(1, RINA)]);
    await dieOften(MAX_DEATHS, dead);
    const { handled, handle } = remembering();
    const { worker, told } = intake.start(handle);
    await worker.start();
    await worker.idle();
    expect(handled).toEqual([1]);
    expect(told).toEqual([]);
    expect(await intake.person(RINA)).toMatchObject({ tries: 0, failed: 0 });
  });

  it("between failures leaves a handler its waiting times and all of its five tries", async () => {
    const dead = intake.start(() => undefined);
    await dead.inbox.store([text(1, RINA)]);
    const fail: Handle = () => {
      throw new Error("always");
    };
    for (const [at, waitMs] of [1_000, 5_000, 30_000, 120_000].entries()) {
      await dieOften(2, dead);
      const { worker } = intake.start(fail);
      await worker.start();
      const isBack = async () => (await intake.person(RINA))?.until.getTime() === 0;
      await until(async () => (await isBack()) && (await intake.person(RINA))?.failed === at + 1);
      const notBefore = (await intake.person(RINA))?.notBefore.getTime() ?? 0;
      expect(notBefore - intake.clock.now().getTime()).toBe(waitMs);
      await worker.stop(5_000);
      intake.later(waitMs);
    }
    const last = intake.start(fail);
    await last.worker.start();
    await last.worker.idle();
    expect(last.told).toEqual(["givenUp"]);
    expect(await dead.inbox.parked()).toBe(1);
  }, 20_000);

  it("A14: over one update again and again parks it: a killing update ends", async () => {
    const dead = intake.start(() => undefined);
    await dead.inbox.store([text(1, RINA)]);
    await dieOften(MAX_DEATHS + 1, dead);
    const { handled, handle } = remembering();
    const next = intake.start(handle);
    await next.worker.start();
    await next.worker.idle();
    expect(handled).toEqual([]);
    expect(next.told).toEqual(["givenUp"]);
    expect(await dead.inbox.parked()).toBe(1);
  });

  it("keeps nobody waiting whose chat it did not hold, however many it held", async () => {
    const dead = intake.start(() => undefined);
    const chats = Array.from({ length: 70 }, (_, at) => RINA + 100 + at);
    await Promise.all(chats.map((chat) => dead.people.claim(chat)));
    await dead.inbox.store([...chats.map((chat, at) => text(at + 1, chat)), text(99, SITI)]);
    const { handled, handle } = remembering();
    const { worker } = intake.start(handle);
    await worker.start();
    await until(() => handled.length > 0, 5_000);
    expect(handled).toEqual([99]);
    expect(worker.isIdle()).toBe(false);
    intake.later(60_000);
    await worker.idle();
    expect(new Set(handled)).toEqual(new Set([99, ...chats.map((_, at) => at + 1)]));
    expect(await intake.rows()).toEqual([]);
  }, 20_000);

  it("leaves its updates to the next one, oldest first", async () => {
    await intake.start(() => undefined).inbox.store([text(3, RINA), text(1, RINA), text(2, SITI)]);
    const { handled, handle } = remembering();
    const { worker } = intake.start(handle);
    await worker.start();
    await worker.idle();
    expect(handled.filter((id) => id !== 2)).toEqual([1, 3]);
    expect(handled).toContain(2);
  });
});

describe("a commit", () => {
  it("that finds the chat lost does the work again, on what the other left", async () => {
    const other = intake.start(() => undefined).people;
    const found: unknown[] = [];
    const { inbox, worker } = intake.start(async (update, claim) => {
      found.push(claim.log);
      claim.log = state("ours");
      if (found.length > 1) return;
      intake.later(60_000);
      const taken = await other.claim(RINA);
      if (!taken) throw new Error("the chat should be free");
      taken.log = state("theirs");
      expect(await other.commit(taken, "77")).toBe(true);
    });
    worker.feed(await inbox.store([text(1, RINA)]));
    await worker.idle();
    expect(found).toEqual([undefined, state("theirs")]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["77", "1"], tries: 0 });
    expect(await intake.rows()).toEqual([]);
  });

  it("that finds the update done by another process does not do it twice", async () => {
    const other = intake.start(() => undefined).people;
    let times = 0;
    const { inbox, worker } = intake.start(async () => {
      times += 1;
      intake.later(60_000);
      const taken = await other.claim(RINA);
      if (taken) await other.commit(taken, "1");
    });
    worker.feed(await inbox.store([text(1, RINA)]));
    await worker.idle();
    expect(times).toBe(1);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1"], tries: 0 });
    expect(await intake.rows()).toEqual([]);
  });

  it("A4: that was done, but whose row was not deleted, is found and only tidied up", async () => {
    const { inbox, people } = intake.start(() => undefined);
    await inbox.store([text(1, RINA)]);
    const claim = await people.claim(RINA);
    if (claim) await people.commit(claim, "1");
    const { handled, handle } = remembering();
    const { worker } = intake.start(handle);
    await worker.start();
    await worker.idle();
    expect(handled).toEqual([]);
    expect(await intake.rows()).toEqual([]);
  });
});

describe("the updates of one chat", () => {
  it("A10, B1: are handled one at a time, text and tap alike, and another chat's meanwhile", async () => {
    const { opened, open } = gate();
    const events: string[] = [];
    const { inbox, worker } = intake.start(async ({ update_id }) => {
      events.push(`begin ${update_id}`);
      if (update_id === 1) await opened;
      events.push(`end ${update_id}`);
    });
    worker.feed(await inbox.store([text(1, RINA), tap(2, RINA), text(3, SITI)]));
    await until(() => events.includes("end 3"));
    expect(events).not.toContain("begin 2");
    open();
    await worker.idle();
    expect(events.filter((event) => !event.endsWith("3"))).toEqual([
      "begin 1",
      "end 1",
      "begin 2",
      "end 2",
    ]);
  });

  it("are handled oldest first also when the newer one was heard of first", async () => {
    const { handled, handle } = remembering();
    const { inbox, worker } = intake.start(handle, { isOnlyReader: () => false });
    const [older, newer] = await inbox.store([text(1, RINA), text(2, RINA)]);
    if (newer) worker.feed([newer]);
    if (older) worker.feed([older]);
    await worker.idle();
    expect(handled).toEqual([1, 2]);
  });

  it("wait behind an older one of another process that has not been handled yet", async () => {
    const { handled, handle } = remembering();
    const { inbox } = intake.start(() => undefined);
    await inbox.store([text(1, RINA)]);
    const { inbox: own, worker } = intake.start(handle, { isOnlyReader: () => false });
    worker.feed(await own.store([text(2, RINA)]));
    await worker.idle();
    expect(handled).toEqual([1, 2]);
    expect(await intake.rows()).toEqual([]);
  });
});

describe("chats side by side", () => {
  it("are 32 at most, and the others follow", async () => {
    const { opened, open } = gate();
    let inHand = 0;
    let most = 0;
    let done = 0;
    const { inbox, worker } = intake.start(async () => {
      most = Math.max(most, (inHand += 1));
      await opened;
      inHand -= 1;
      done += 1;
    });
    const updates = Array.from({ length: 40 }, (_, at) => text(at + 1, RINA + at));
    worker.feed(await inbox.store(updates));
    await until(() => inHand === 32);
    expect(worker.isIdle()).toBe(false);
    open();
    await worker.idle();
    expect([most, done]).toEqual([32, 40]);
    expect(worker.isIdle()).toBe(true);
  });

  it("are at rest only when they are, also when more comes at the very last moment", async () => {
    for (let steps = 0; steps < 12; steps += 1) {
      const { handled, handle } = remembering();
      const { inbox, worker } = intake.start(handle);
      const [first, second] = await inbox.store([text(1, RINA + steps), text(2, RINA + steps)]);
      if (!first || !second) throw new Error("nothing was stored");
      const remove = inbox.remove.bind(inbox);
      const fed = gate();
      // The second comes this many steps after the first left the inbox.
      inbox.remove = async (id) => {
        await remove(id);
        if (id !== first.id) return;
        let step = Promise.resolve();
        for (let at = 0; at < steps; at += 1) step = step.then(() => undefined);
        void step.then(() => worker.feed([second])).then(fed.open);
      };
      worker.feed([first]);
      await fed.opened;
      await worker.idle();
      expect(handled, `after ${steps} steps`).toEqual([1, 2]);
      expect(worker.isIdle()).toBe(true);
    }
  });
});

describe("a worker that is told to stop", () => {
  it("finishes what is in hand and leaves the rest stored", async () => {
    const { opened, open } = gate();
    const { handled, handle } = remembering();
    const { inbox, worker } = intake.start(async (update, claim) => {
      await opened;
      await handle(update, claim);
    });
    worker.feed(await inbox.store([text(1, RINA), text(2, RINA)]));
    await until(() => intake.person(RINA));
    const stopped = worker.stop(5_000);
    open();
    await stopped;
    worker.feed([]);
    expect(handled).toEqual([1]);
    expect((await intake.rows()).map(({ _id }) => _id)).toEqual(["upd:2"]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1"] });
  });

  it("does not wait longer than it was given", async () => {
    const { opened, open } = gate();
    const { inbox, worker } = intake.start(() => opened);
    worker.feed(await inbox.store([text(1, RINA)]));
    await until(() => intake.person(RINA));
    const begun = performance.now();
    await worker.stop(100);
    expect(performance.now() - begun).toBeLessThan(2_000);
    open();
  });

  it("lets go of a chat whose handler does not end, so that another process takes it at once", async () => {
    const { opened, open } = gate();
    const { handled, handle } = remembering();
    const { inbox, worker } = intake.start(() => opened);
    worker.feed(await inbox.store([text(1, RINA)]));
    await until(() => intake.person(RINA));
    await worker.stop(100);
    expect(await intake.person(RINA)).toMatchObject({ tries: 0, until: new Date(0) });
    const other = intake.start(handle);
    await other.worker.start();
    await until(() => handled.length > 0);
    expect(handled).toEqual([1]);
    open();
  });
});
