import { describe, expect, it } from "vitest";
import type { Refusal } from "../../src/bot/telegram-errors.ts";
import { outcomeOf } from "../../src/notices/outcome.ts";

const now = new Date("2025-08-21T09:00:00Z");
const fresh = { tries: 1, doubts: 0, plain: false };
const after = (ms: number) => new Date(now.getTime() + ms);
const refused = (refusal: Refusal, delivery = fresh) =>
  outcomeOf({ ok: false, refusal }, delivery, now);

describe("what an answer does to a delivery", () => {
  it("sent keeps the message's number", () => {
    expect(outcomeOf({ ok: true, messageId: 7 }, fresh, now)).toEqual({
      change: { state: "sent", messageId: 7, sentAt: now },
    });
  });

  it.each([
    [1, 5_000],
    [2, 10_000],
    [6, 160_000],
    [7, 300_000],
    [500, 300_000],
  ])("surely not sent, at try %i, waits %i ms and is no doubt", (tries, ms) => {
    expect(refused({ kind: "notSent" }, { ...fresh, tries })).toEqual({
      change: { state: "ready", reason: "network", nextAt: after(ms) },
    });
  });

  it("a first doubt is sent once more after 30 s, a second never", () => {
    expect(refused({ kind: "doubtful" }).change).toEqual({
      state: "ready",
      reason: "doubt",
      nextAt: after(30_000),
      doubts: 1,
    });
    expect(refused({ kind: "doubtful" }, { ...fresh, doubts: 1 }).change).toEqual({
      state: "unknown",
      reason: "doubt",
    });
  });

  it("a flood wait closes the gate and leaves no doubt", () => {
    expect(refused({ kind: "flood", retryAfterMs: 3_000 })).toEqual({
      change: { state: "ready", reason: "floodWait", nextAt: after(3_000) },
      gateUntil: after(3_000),
    });
  });

  it.each(["blocked", "deactivated"] as const)("%s ends it and marks the artisan", (kind) => {
    expect(refused({ kind })).toEqual({
      change: { state: "blocked", reason: kind },
      unreachable: kind,
    });
  });

  it("formatting refused goes once more as plain text, then fails", () => {
    const again = { state: "ready", reason: "badMarkup", nextAt: now, plain: true };
    expect(refused({ kind: "badMarkup" })).toMatchObject({ change: again });
    expect(refused({ kind: "badMarkup" }, { ...fresh, plain: true })).toEqual({
      change: { state: "failed", reason: "badMarkup" },
      alarm: "formatting refused",
    });
  });

  it("any other refusal fails with an alarm", () => {
    expect(refused({ kind: "refused", code: 400 })).toEqual({
      change: { state: "failed", reason: "refused" },
      alarm: "message refused",
    });
  });
});
