import type { Update } from "grammy/types";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectDatabase } from "../../src/database.ts";
import type { Inbox } from "../../src/intake/inbox.ts";
import { type Intake, openIntake, tap, text } from "./processes.ts";

const RINA = 5_000_000_001;

let intake: Intake;
let inbox: Inbox;
beforeAll(async () => {
  intake = await openIntake();
});
beforeEach(() => {
  ({ inbox } = intake.start(() => undefined));
});
afterEach(() => intake.clear());
afterAll(() => intake.close());

describe("a stored update", () => {
  it("is read back as it came, oldest first", async () => {
    const updates = [text(12, RINA, "Nur'aini 👍"), tap(11, RINA), text(10, RINA + 1)];
    expect(await inbox.store(updates)).toEqual(
      updates.map((update, at) => ({
        id: update.update_id,
        chat: RINA + (at === 2 ? 1 : 0),
        update,
      })),
    );
    expect((await inbox.open(10)).map(({ update }) => update)).toEqual([...updates].reverse());
    expect(await inbox.open(2)).toHaveLength(2);
  });

  it("that is there already is left alone, and the rest of its batch is stored", async () => {
    await inbox.store([text(1, RINA, "first")]);
    const [before] = await intake.rows();
    await inbox.store([text(1, RINA, "again"), text(2, RINA), text(1, RINA), text(3, RINA)]);
    expect(await intake.rows()).toHaveLength(3);
    expect((await intake.rows())[0]).toEqual(before);
  });

  it("that is parked is not open, and is counted", async () => {
    await inbox.store([text(1, RINA), text(2, RINA)]);
    await inbox.park(1);
    expect((await inbox.open(10)).map(({ id }) => id)).toEqual([2]);
    expect(await inbox.parked()).toBe(1);
    await inbox.store([text(1, RINA)]);
    expect(await inbox.parked()).toBe(1);
  });

  it("is open for leftovers only when it is old enough", async () => {
    await inbox.store([text(1, RINA)]);
    intake.later(5_000);
    await inbox.store([text(2, RINA)]);
    expect((await inbox.open(10, intake.clock.now())).map(({ id }) => id)).toEqual([1]);
  });

  it("knows the oldest open one of its own chat before it", async () => {
    const rows = await inbox.store([
      text(1, RINA),
      text(2, RINA),
      text(3, RINA),
      text(4, RINA + 1),
    ]);
    const olderThan = async (at: number) => {
      const row = rows[at];
      return row && (await inbox.olderThan(row))?.id;
    };
    expect([await olderThan(0), await olderThan(2), await olderThan(3)]).toEqual([
      undefined,
      1,
      undefined,
    ]);
    await inbox.remove(1);
    expect(await olderThan(2)).toBe(2);
  });
});

describe("a batch", () => {
  it("that could not be stored throws, so that it is not confirmed", async () => {
    const connection = await connectDatabase(intake.database.uri);
    const { inbox: away } = intake.start(() => undefined, { connection });
    await connection.close();
    await expect(away.store([text(2, RINA)])).rejects.toThrow();
    expect(await intake.rows()).toEqual([]);
  });

  it("of nothing is no command", async () => {
    expect(await inbox.store([])).toEqual([]);
  });
});

describe("the chat of an update", () => {
  const chat = { id: -100_200, type: "supergroup", title: "Kriya" } as const;
  const from = { id: RINA, is_bot: false, first_name: "Rina" };
  const message = { message_id: 1, date: 0, chat, from };
  it.each<[string, Partial<Update>, number | undefined]>([
    ["a message", { message: { ...message, text: "a" } }, chat.id],
    ["an edit", { edited_message: { ...message, edit_date: 1 } }, chat.id],
    [
      "a tap under a message",
      { callback_query: { id: "1", from, chat_instance: "1", message } },
      chat.id,
    ],
    [
      "a tap under a message too old to be seen",
      {
        callback_query: {
          id: "1",
          from,
          chat_instance: "1",
          message: { chat, message_id: 1, date: 0 },
        },
      },
      chat.id,
    ],
    [
      "a tap without a chat: its sender's",
      { callback_query: { id: "1", from, chat_instance: "1", inline_message_id: "x" } },
      RINA,
    ],
    [
      "a block or a return",
      { my_chat_member: { chat: { id: RINA, type: "private" }, from, date: 0 } } as Partial<Update>,
      RINA,
    ],
    [
      "an inline query: none",
      { inline_query: { id: "1", from, query: "", offset: "" } },
      undefined,
    ],
    ["a poll: none", { poll: { id: "1" } } as Partial<Update>, undefined],
    ["nothing at all: none", {}, undefined],
  ])("is known: %s", async (_, content, expected) => {
    const stored = await inbox.store([{ update_id: 1, ...content }]);
    expect(stored.map((row) => row.chat)).toEqual(expected === undefined ? [] : [expected]);
    expect(await intake.rows()).toHaveLength(expected === undefined ? 0 : 1);
  });
});

it("an update at rest shows nothing of what was written", async () => {
  await inbox.store([text(1, RINA, "081234567890")]);
  const [row] = await intake.rows();
  expect(JSON.stringify(row)).not.toMatch(/08123|Rina|text/);
});
