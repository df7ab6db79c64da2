import { Api, BotError, type Context, GrammyError, HttpError } from "grammy";
import mongoose, { Schema } from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCHEMA_OPTIONS } from "../src/database.ts";
import { createLog, errorFacts, type Facts, mask } from "../src/log.ts";
import { openTestDatabase, type TestDatabase } from "./support/database.ts";

const NAME = "Rina Wulandari";
const ADDRESS = "Jalan Mawar 5";
const PHONE = "+6281234567890";
const TOKEN = "7000000001:sanggar-demo";

function written(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog("debug", { write: (line) => lines.push(line) }));
  return lines;
}

const factsOf = (facts: Facts): Facts => {
  const [line = ""] = written((log) => log.info("event", facts));
  return JSON.parse(line) as Facts;
};

describe("the last filter", () => {
  it.each([
    "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
    "https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage",
    "https://api.telegram.org/file/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/a.png",
    `http://127.0.0.1:4000/bot${TOKEN}/getMe`,
    `token=${TOKEN}`,
  ])("masks a token: %s", (text) => {
    expect(mask(text)).toContain("<token>");
    expect(mask(text)).not.toMatch(/AAHdq|sanggar-demo|123456789|7000000001/);
  });

  it.each([
    "081234567890",
    "+6281234567890",
    "6281234567890",
    "0812-3456-7890",
    "+62 812 3456 7890",
    "0812.3456.7890",
    "nomor 081234567890.",
    "tel:+6281234567890",
    '{"phone_number":"6281234567890"}',
  ])("masks a phone number: %s", (text) => {
    expect(mask(text)).toContain("<phone>");
    expect(mask(text)).not.toMatch(/\d{3}/);
  });

  it.each([
    "3604123456789012",
    "3604 1234 5678 9012",
    "NIK:3604123456789012!",
    "3604-12-345678-9012",
  ])("masks sixteen digits: %s", (text) => {
    expect(mask(text)).toContain("<16 digits>");
    expect(mask(text)).not.toMatch(/\d{3}/);
  });

  it.each(["2025-08-14T02:00:00.000Z", "127.0.0.1:27017", "upd:900000001", "36.04.19", "08.00"])(
    "lets through what is none of these: %s",
    (text) => expect(mask(text)).toBe(text),
  );

  it("masks every string fact, wherever it stands, and leaves the others", () => {
    const facts = { a: `x ${PHONE} y`, b: TOKEN, update: 900_000_001, done: true };
    expect(factsOf(facts)).toMatchObject({ a: "x <phone> y", b: "<token>", update: 900_000_001 });
  });
});

describe("a line", () => {
  it("is one JSON object with its event and the time in UTC", () => {
    const [line = ""] = written((log) => log.alarm("update parked", { update: 7 }));
    expect(JSON.parse(line)).toEqual({
      level: 50,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      update: 7,
      alarm: true,
      msg: "update parked",
    });
  });

  it("cannot be forged by a newline, an ANSI sequence or a quote", () => {
    const forged = 'x\n{"level":50,"msg":"forged"}\r\n\u001b[31mred\u2028"},{"a":"';
    const lines = written((log) => log.warn("event", { said: forged }));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r\u001b]/);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "event", said: forged });
  });

  it("is left out below its level", () => {
    const lines: string[] = [];
    const log = createLog("warn", { write: (line) => lines.push(line) });
    log.info("a");
    log.warn("b");
    expect(lines).toHaveLength(1);
  });
});

describe("the facts of an error", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  /** Nothing a person wrote, and no token, in whatever would be logged. */
  function expectDiscreet(thrown: unknown, name?: string): Facts {
    const facts = factsOf(errorFacts(thrown));
    const line = JSON.stringify(facts);
    for (const secret of [NAME, ADDRESS, PHONE.slice(3), TOKEN, "sanggar-demo"])
      expect(line).not.toContain(secret);
    if (name) expect(facts["error"]).toBe(name);
    return facts;
  }

  const rejection = async (work: Promise<unknown>): Promise<unknown> => {
    const outcome = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!outcome) throw new Error("it did not fail");
    return outcome;
  };

  it("say what our own errors say, and where", () => {
    const facts = errorFacts(new TypeError("a handler without a claim\nand more"));
    expect(facts).toMatchObject({ error: "TypeError", message: "a handler without a claim" });
    expect(facts["at"]).toMatch(/log\.test\.ts:\d+/);
  });

  it("hold no path of this machine but the project's own", () => {
    const [error] = [0].map(() => {
      try {
        return mongoose.model("nobody");
      } catch (caught) {
        return caught;
      }
    });
    expect(errorFacts(error)["at"]).toMatch(/\(node_modules\/mongoose/);
  });

  it("hold no value of a duplicate key", async () => {
    const schema = new Schema({ _id: String, name: String }, SCHEMA_OPTIONS);
    const model = database.connection.model("Unique", schema.index({ name: 1 }, { unique: true }));
    await model.createIndexes();
    await model.create({ _id: "a", name: NAME });
    const error = await rejection(model.create({ _id: "b", name: NAME }));
    expect(String(error)).toContain(NAME);
    expect(expectDiscreet(error, "MongoServerError")["code"]).toBe("11000");
  });

  it("hold no value that mongoose refused", async () => {
    const schema = new Schema(
      { _id: String, state: { type: String, enum: ["a"] }, age: Number },
      SCHEMA_OPTIONS,
    );
    const model = database.connection.model("Strict", schema);
    const wrong: object = { _id: "a", state: NAME, age: ADDRESS };
    const misspelt: object = { _id: "a", [NAME]: 1 };
    const uncastable: object = { age: ADDRESS };
    expectDiscreet(await rejection(model.create(wrong)), "ValidationError");
    expectDiscreet(await rejection(model.create(misspelt)), "StrictModeError");
    expectDiscreet(await rejection(model.findOne(uncastable).exec()), "CastError");
  });

  it("hold no text of a call that Telegram refused", () => {
    const refused = { ok: false, error_code: 400, description: "Bad Request: chat not found" };
    const payload = { chat_id: 1, text: `${NAME} ${PHONE}` };
    const error = new GrammyError(
      "Call to 'sendMessage' failed!",
      refused as never,
      "sendMessage",
      {
        ...payload,
      },
    );
    expect(expectDiscreet(error, "GrammyError")["message"]).toContain("chat not found");
  });

  it("hold no token of a call that never arrived, and no update of a handler that threw", async () => {
    const api = new Api(TOKEN, { apiRoot: "http://127.0.0.1:9" });
    const error = await rejection(api.sendMessage(1, NAME));
    expect(error).toBeInstanceOf(HttpError);
    expectDiscreet(error, "HttpError");

    const ctx = { update: { message: { text: NAME } }, api: { token: TOKEN } };
    const wrapped = new BotError(error, ctx as unknown as Context);
    expectDiscreet(wrapped, "HttpError");
    expectDiscreet(new BotError(new SyntaxError(`${NAME} in JSON`), ctx as never), "SyntaxError");
    expectDiscreet(new BotError(NAME, ctx as never));
  });

  it("take no line of a message for a place in the code", () => {
    const error = new SyntaxError(`unexpected\n    at ${ADDRESS}`);
    expect(expectDiscreet(error, "SyntaxError")["at"]).toMatch(/log\.test\.ts:\d+/);
  });

  it("are the kind only of what is no error", () => {
    expect(errorFacts(NAME)).toEqual({ error: "string" });
    expect(errorFacts(undefined)).toEqual({ error: "undefined" });
  });
});
