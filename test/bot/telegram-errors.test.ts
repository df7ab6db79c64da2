import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { letPass, readRefusal } from "../../src/bot/telegram-errors.ts";

const answered = (error_code: number, description: string, parameters = {}) =>
  new GrammyError("call failed", { ok: false, error_code, description, parameters }, "send", {});
const unreachable = (code: string) => new HttpError("failed", Object.assign(new Error(), { code }));

describe("what a refusal of Telegram means", () => {
  it.each([
    [403, "Forbidden: bot was blocked by the user", "blocked"],
    [403, "Forbidden: user is deactivated", "deactivated"],
    [403, "Forbidden: bot can't initiate conversation with a user", "neverStarted"],
    [400, "Bad Request: chat not found", "neverStarted"],
    [403, "Forbidden: bot was kicked from the supergroup chat", "notMember"],
    [403, "Forbidden: bot is not a member of the supergroup chat", "notMember"],
    [400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 4", "badMarkup"],
    [400, "Bad Request: wrong file identifier/HTTP URL specified", "badFile"],
    [400, "Bad Request: message is not modified: specified new message content …", "notModified"],
    [400, "Bad Request: query is too old and response timeout expired", "tooOld"],
    [400, "Bad Request: message to edit not found", "gone"],
    [400, "Bad Request: message can't be deleted for everyone", "gone"],
    [401, "Unauthorized", "unauthorised"],
    [500, "Internal Server Error: restart", "doubtful"],
    [502, "Bad Gateway", "doubtful"],
    [400, "Bad Request: message is too long", "refused"],
  ])("%i %s is %s", (code, description, kind) => {
    expect(readRefusal(answered(code, description))?.kind).toBe(kind);
  });

  it("keeps the seconds of a flood wait as milliseconds", () => {
    const flood = answered(429, "Too Many Requests: retry after 7", { retry_after: 7 });
    expect(readRefusal(flood)).toEqual({ kind: "flood", retryAfterMs: 7_000 });
  });

  it("keeps the new number of a group that became a supergroup", () => {
    const migrated = answered(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: -1001,
    });
    expect(readRefusal(migrated)).toEqual({ kind: "migrated", chat: -1001 });
  });

  it.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CERT_HAS_EXPIRED"])(
    "%s means that nothing was sent",
    (code) => expect(readRefusal(unreachable(code))).toEqual({ kind: "notSent" }),
  );

  it.each(["ECONNRESET", "ETIMEDOUT", "EPIPE", "ABORT_ERR"])("%s leaves a doubt", (code) =>
    expect(readRefusal(unreachable(code))).toEqual({ kind: "doubtful" }),
  );

  it("finds the code where undici keeps it", () => {
    const cause = Object.assign(new Error(), { code: "ECONNREFUSED" });
    const error = new HttpError("failed", new TypeError("fetch failed", { cause }));
    expect(readRefusal(error)).toEqual({ kind: "notSent" });
  });

  it("says nothing about errors of our own", () => {
    expect(readRefusal(new TypeError("a bug"))).toBeUndefined();
    expect(readRefusal("a word")).toBeUndefined();
  });
});

describe("a refusal that does not matter", () => {
  it("is let pass by its kind only", async () => {
    const tooOld = () => Promise.reject(answered(400, "Bad Request: query is too old"));
    await expect(letPass(tooOld(), "tooOld")).resolves.toBeUndefined();
    await expect(letPass(tooOld(), "notModified")).rejects.toBeInstanceOf(GrammyError);
    await expect(letPass(Promise.resolve(5), "tooOld")).resolves.toBe(5);
  });
});
