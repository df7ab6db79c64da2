import { Api } from "grammy";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import type { Inbox } from "../../src/intake/inbox.ts";
import { createPoller } from "../../src/intake/poll.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { type Intake, openIntake, text, until } from "./processes.ts";

const RINA = 5_000_000_001;

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterEach(() => intake.clear());
afterAll(() => intake.close());

/**
 * Each rule of order has a scene that goes right with it and wrong without it. A rule is left out
 * by what is handed in; the program itself has no such switch.
 */
type Rule = "kept" | "left out";

/** Rule 1: a row leaves its queue only when its commit, or `recent`, says that it is handled. */
async function heldElsewhere(rule: Rule): Promise<number[]> {
  const handled: number[] = [];
  const other = intake.start(() => undefined).people;
  const { inbox, people, worker } = intake.start((update) => handled.push(update.update_id));
  const [one, two] = await inbox.store([text(1, RINA), text(2, RINA)]);
  if (!one || !two) throw new Error("nothing was stored");
  const held = await other.claim(RINA);
  if (!held) throw new Error("the chat should be free");
  let asked = 0;
  const claim = people.claim.bind(people);
  const release = people.release.bind(people);
  const remove = inbox.remove.bind(inbox);
  people.claim = async (chat) => {
    asked += 1;
    const own = await claim(chat);
    // Left out, the worker takes a held row for a handled one and goes on with the next.
    if (own || rule === "kept" || asked > 1) return own;
    return { ...held, recent: ["1"], tries: 1 };
  };
  people.release = async (own, to) => {
    if (own.recent !== held.recent && own.recent[0] !== "1") await release(own, to);
  };
  inbox.remove = async (id) => {
    if (id !== 1 || handled.includes(1)) await remove(id);
  };
  worker.feed([one, two]);
  await until(() => asked > 1);
  await other.release(held, { notBefore: intake.clock.now(), tries: 0, failed: 0 });
  await worker.idle();
  return handled;
}

/** Rule 2: who takes the poll lease fetches, stores, then reads all open rows, and only then feeds. */
async function takeOver(rule: Rule): Promise<number[]> {
  const clock = createAdjustableClock(intake.clock.now());
  const standin = await createStandin({ clock });
  standin.control.putPerson({ id: RINA, first_name: "Rina", started: true });
  const say = (words: string) => standin.control.say({ person: RINA, text: words }).update;
  const api = new Api(standin.token, clientOptions(standin.url, { tries: 1 }));
  const before = say("stored by the one before");
  await intake.start(() => undefined).inbox.store([before]);
  await api.getUpdates({ offset: before.update_id + 1 });
  const next = say("not fetched yet");

  const handled: number[] = [];
  const parts = intake.start(({ update_id }) => handled.push(update_id - before.update_id), {
    isOnlyReader: () => poller.hasLease(),
  });
  const { worker, leases } = parts;
  const { log } = intake;
  const stored: Awaited<ReturnType<Inbox["store"]>> = [];
  const store: Inbox["store"] = async (updates) => {
    const rows = await parts.inbox.store(updates);
    stored.push(...rows);
    return rows;
  };
  // Left out, it feeds what it fetched and is then the only reader, as it believes.
  const open: Inbox["open"] = (limit) =>
    rule === "kept" ? parts.inbox.open(limit) : Promise.resolve(stored);
  const inbox = { store, open };
  const onUnauthorised = () => undefined;
  const poller = createPoller({ api, inbox, worker, leases, clock, log, onUnauthorised });
  void poller.start();
  await until(() => handled.includes(next.update_id - before.update_id));
  await poller.stop();
  await worker.idle();
  await standin.stop();
  return handled;
}

/** Rule 3: who is not the only reader looks for an older open row of the chat after the claim. */
async function newerHeardFirst(rule: Rule): Promise<number[]> {
  const handled: number[] = [];
  const elsewhere = intake.start(() => undefined);
  await elsewhere.inbox.store([text(1, RINA)]);
  const isOnlyReader = () => rule === "left out";
  const { inbox, worker } = intake.start((update) => handled.push(update.update_id), {
    isOnlyReader,
  });
  worker.feed(await inbox.store([text(2, RINA)]));
  await worker.idle();
  worker.feed(await inbox.open(10));
  await worker.idle();
  return handled;
}

describe.each([
  ["1: no row is dropped because its chat is held", heldElsewhere, [1, 2]],
  ["2: who begins to poll reads what is open before it feeds", takeOver, [0, 1]],
  ["3: who is not the only reader looks for an older row", newerHeardFirst, [1, 2]],
] as const)("A19, order rule %s", (_, scene, inOrder) => {
  it("keeps the order of a chat", async () => {
    expect(await scene("kept")).toEqual(inOrder);
  });

  it("is needed: without it the same scene goes wrong", async () => {
    expect(await scene("left out")).not.toEqual(inOrder);
  });
});
